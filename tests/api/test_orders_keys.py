# SPDX-License-Identifier: MIT
"""Idempotency-Key on POST /orders: repeated, in parallel over two daemons, with another body, out of a cart."""
import json
import secrets

import pytest

from trade import at_once, lines


@pytest.fixture
def key():
    return secrets.token_hex(12)


def orders_of(shop, user):
    return int(shop.sql(f"SELECT COUNT(*) FROM orders WHERE user_id = {user.id}")[0][0])


def test_a_repeat_shows_the_same_order(shop, trade, buyer, staff, key):
    sku = trade.sku(stock=10)
    first = trade.order(buyer, {sku: 2}, key=key, expect=201)
    again = trade.order(buyer, {sku: 2}, key=key, expect=201)
    assert again.json == first.json and again.headers["Location"] == first.headers["Location"]
    assert (first.headers["Idempotent-Replayed"], again.headers["Idempotent-Replayed"]) == (None, "true")
    trade.ship(first.json, buyer, staff)
    later = trade.order(buyer, {sku: 2}, key=key, expect=201).json
    assert later["id"] == first.json["id"] and later["status"] == "shipped", "a replay shows the order as it is now"
    assert trade.stock(sku) == 8 and len(trade.movements(first.json["id"])) == 1


def test_bodies_are_compared_as_json_not_as_bytes(trade, buyer, key):
    sku = trade.sku()
    body = {"address_id": buyer.address, "pay_method": "cod", "items": lines({sku: 1}), "note": "é"}
    first = buyer.api.post("/orders", json=body, headers={"Idempotency-Key": key}, expect=201)
    other = json.dumps(dict(reversed(body.items())), indent=3).encode()
    for name in (key, f'"{key}"'):
        again = buyer.api.post("/orders", body=other, expect=201,
                               headers={"Idempotency-Key": name, "Content-Type": "application/json; charset=utf-8"})
        assert again.json["id"] == first.json["id"]


def test_another_body_is_refused(shop, trade, buyer, key):
    sku = trade.sku(stock=10)
    trade.placed(buyer, {sku: 2}, key=key)
    before = orders_of(shop, buyer), trade.stock(sku)
    for items, more in (({sku: 3}, {}), ({sku: 2}, {"note": "x"}), ({sku: 2}, {"pay_method": "alipay"})):
        reply = trade.order(buyer, items, key=key, expect=422, **more)
        assert reply.code == "idempotency_mismatch" and reply.headers["Idempotent-Replayed"] is None
    assert (orders_of(shop, buyer), trade.stock(sku)) == before


def test_keys_belong_to_a_shopper_and_a_route(trade, buyer, stranger, key):
    sku = trade.sku()
    ids = {trade.placed(user, {sku: 1}, key=key)["id"] for user in (buyer, stranger)}
    assert len(ids) == 2
    order = trade.placed(buyer, {sku: 1}, key=secrets.token_hex(8))
    buyer.api.post(f"/orders/{order['id']}/cancel", headers={"Idempotency-Key": key}, expect=200)
    other = trade.placed(buyer, {sku: 1})
    reply = buyer.api.post(f"/orders/{other['id']}/cancel", headers={"Idempotency-Key": key}, expect=422)
    assert reply.code == "idempotency_mismatch", "the same key, another order"


def test_what_was_refused_leaves_the_key_free(shop, trade, buyer, key):
    sku = trade.sku(stock=0)
    assert trade.order(buyer, {sku: 1}, key=key, expect=409).code == "out_of_stock"
    assert trade.order(buyer, {sku: 1}, key=key, pay_method="gold", expect=422).code == "validation_failed"
    assert shop.sql(f"SELECT COUNT(*) FROM idempotency WHERE idem_key = '{key}'") == [["0"]]
    shop.sql(f"INSERT INTO stock_movement (sku_id, delta, reason, at) VALUES ({sku}, 1, 'received', UTC_TIMESTAMP(6)); "
             f"UPDATE sku_stock SET stock = 1 WHERE sku_id = {sku}")
    assert trade.order(buyer, {sku: 1}, key=key, expect=201).headers["Idempotent-Replayed"] is None


@pytest.mark.parametrize("bad", ["", '""', "x" * 129, "a b", 'a"b', "schlüssel", "a\tb"])
def test_keys_that_are_none(trade, buyer, bad):
    body = {"address_id": buyer.address, "pay_method": "cod", "items": lines({trade.sku(): 1})}
    headers = {"Idempotency-Key": bad.encode("utf-8").decode("latin-1")}
    assert buyer.api.post("/orders", json=body, headers=headers, expect=400).code == "bad_request"


def test_one_key_fifty_times_over_two_daemons(shop, trade, buyer, key):
    sku = trade.sku(stock=500)
    before = orders_of(shop, buyer)
    with shop.second() as second:
        daemons = (shop.api(), second)
        replies = at_once([lambda i=i: trade.order(buyer, {sku: 3}, key=key, api=daemons[i % 2]) for i in range(50)])
        placed = [r for r in replies if r.status == 201]
        assert {(r.status, r.code) for r in replies} <= {(201, None), (409, "in_progress")}
        assert len({r.json["id"] for r in placed}) == 1
        assert sum(r.headers["Idempotent-Replayed"] is None for r in placed) <= 1
        for r in replies:
            assert r.status == 201 or r.headers["Retry-After"]
        for api in daemons:  # whoever was told to come back gets the order
            assert trade.order(buyer, {sku: 3}, key=key, api=api, expect=201).json["id"] == placed[0].json["id"]
    assert orders_of(shop, buyer) == before + 1 and trade.stock(sku) == 497


def test_two_daemons_make_different_ids(shop, trade, buyer):
    sku = trade.sku(stock=500)
    with shop.second() as second:
        daemons = (shop.api(), second)
        ids = [r.json["id"] for r in at_once([lambda i=i: trade.order(buyer, {sku: 1}, api=daemons[i % 2], expect=201)
                                              for i in range(60)])]
    assert len(set(ids)) == 60 and trade.stock(sku) == 440


# ---------------------------------------------------------------- out of the cart

@pytest.fixture
def shopper(trade):
    """Somebody with two lines in the cart: (user, {sku: quantity})."""
    user = trade.new_shopper()
    items = {trade.sku(stock=5): 2, trade.sku(stock=5): 1}
    for line in lines(items):
        user.api.post("/cart/items", json=line, expect=201)
    return user, items


def cart_of(user):
    return {i["sku"]["id"]: i["quantity"] for i in user.api.get("/cart", expect=200).json["items"]}


def test_a_cart_is_quoted_and_ordered_once(shop, trade, shopper, key):
    """The key is looked up before the cart is read: a repeat finds the order, not an empty cart."""
    user, items = shopper
    quote = user.api.post("/orders/preview", json={"address_id": user.address}, expect=200).json
    assert {line["sku_id"]: line["quantity"] for line in quote["lines"]} == items and cart_of(user) == items
    first = trade.order(user, None, key=key, expected_amount=quote["payable_amount"], expect=201)
    assert first.json["lines"] == quote["lines"]
    shop.wait(lambda: cart_of(user) == {})
    again = trade.order(user, None, key=key, expected_amount=quote["payable_amount"], expect=201)
    assert again.json["id"] == first.json["id"] and again.headers["Idempotent-Replayed"] == "true"
    reply = trade.order(user, None, expect=422)
    assert [e["code"] for e in reply.json["errors"]] == ["empty"]


def test_a_cart_ordered_ten_times_at_once(shop, trade, shopper, key):
    user, items = shopper
    replies = at_once([lambda: trade.order(user, None, key=key) for _ in range(10)])
    assert {(r.status, r.code) for r in replies} <= {(201, None), (409, "in_progress")}
    assert len({r.json["id"] for r in replies if r.status == 201}) == 1 and orders_of(shop, user) == 1
    assert all(trade.stock(sku) == 5 - n for sku, n in items.items())


def test_a_cart_that_cannot_be_had_stays(shop, trade, shopper):
    user, items = shopper
    gone, kept = items
    shop.sql(f"UPDATE sku SET status = 'off_sale' WHERE id = {gone}")
    assert trade.order(user, None, expect=409).code == "out_of_stock"
    assert cart_of(user) == items and trade.stock(kept) == 5
    shop.sql(f"UPDATE sku SET status = 'retired' WHERE id = {gone}")
    assert trade.order(user, None, expect=404).code == "not_found"
    trade.placed(user, {kept: 1})


def test_a_cart_of_more_lines_than_an_order_takes(trade):
    user = trade.new_shopper()
    for sku in trade.skus(101):
        user.api.put(f"/cart/items/{sku}", json={"quantity": 1}, expect=200)
    assert [e["field"] for e in trade.order(user, None, expect=422).json["errors"]] == ["items"]
