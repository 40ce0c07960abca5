# SPDX-License-Identifier: MIT
"""The cart: what may be in it, what is shown of it, and that many at once get no more than there is."""
import itertools
import random
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from carts import Goods, add, cart, keyed, lines, put, replayed


@pytest.fixture(scope="module")
def goods(shop):
    goods = Goods(shop)
    yield goods
    goods.take_off()


@pytest.fixture(scope="module")
def keeper(shop):
    """Somebody whose cart stays empty: for what is refused."""
    return shop.new_user()


def refused(reply, status, code, field=None):
    assert (reply.status, reply.code) == (status, code), reply
    if field:
        assert [e["field"] for e in reply.json["errors"]] == [field]
    return reply.json["detail"]


# ---- what one does with it

def test_a_new_cart_is_empty(user):
    assert cart(user) == {"items": [], "total_quantity": 0, "total_amount": 0, "currency": "CNY"}


def test_what_is_added_is_shown_with_its_price(user, goods):
    a, b = goods(price=1290), goods(price=333)
    reply = add(user, b, 3, expect=201)
    assert reply.json == {"count": 1, "total_quantity": 3}
    assert reply.headers["Location"] == "/api/v1/cart"
    assert add(user, a, 2, expect=201).json == {"count": 2, "total_quantity": 5}
    shown = cart(user)
    assert [(i["sku"]["id"], i["quantity"], i["amount"], i["available"]) for i in shown["items"]] == [
        (a, 2, 2580, True), (b, 3, 999, True)]
    assert (shown["total_quantity"], shown["total_amount"], shown["currency"]) == (5, 3579, "CNY")
    assert shown["items"][0]["sku"]["price"] == 1290 and shown["items"][0]["sku"]["stock"] == 50


def test_adding_again_adds(user, goods):
    sku = goods()
    for n in (1, 2, 3):
        assert add(user, sku, 2, expect=201).json == {"count": 1, "total_quantity": 2 * n}
    assert lines(user) == {sku: 6}


def test_setting_replaces_and_need_not_find_a_line(user, goods):
    a, b = goods(), goods()
    add(user, a, 9, expect=201)
    assert put(user, a, 4, expect=200).json == {"count": 1, "total_quantity": 4}
    assert put(user, b, 1, expect=200).json == {"count": 2, "total_quantity": 5}
    assert lines(user) == {a: 4, b: 1}


def test_removing_and_emptying(user, goods):
    a, b, c = goods(), goods(), goods()
    for sku in (a, b, c):
        add(user, sku, 2, expect=201)
    assert user.api.delete(f"/cart/items/{b}", expect=204).body == b""
    assert lines(user) == {a: 2, c: 2}
    refused(user.api.delete(f"/cart/items/{b}"), 404, "not_found")
    user.api.delete("/cart", expect=204)
    assert lines(user) == {}
    user.api.delete("/cart", expect=204)


def test_redis_holds_the_cart_as_a_hash_of_counts(shop, user, goods):
    a, b = goods(), goods()
    add(user, a, 2, expect=201)
    add(user, b, 7, expect=201)
    put(user, a, 3, expect=200)
    words = shop.redis("HGETALL", f"cart_{user.id}").split()
    assert dict(zip(words[::2], words[1::2])) == {str(a): "3", str(b): "7"}


# ---- the truth about prices and stock

def test_a_new_price_is_shown_at_once(user, goods):
    sku = goods(price=1000)
    add(user, sku, 3, expect=201)
    goods.set_price(sku, 1100)
    assert cart(user)["total_amount"] == 3300


def test_a_line_says_when_there_is_too_little_of_it(user, goods):
    sku = goods(stock=5, price=100)
    add(user, sku, 5, expect=201)
    assert cart(user)["items"][0]["available"] is True
    goods.set_stock(sku, 4)
    item = cart(user)["items"][0]
    assert (item["available"], item["quantity"], item["sku"]["stock"], item["amount"]) == (False, 5, 4, 500)
    refused(put(user, sku, 5), 409, "out_of_stock")
    put(user, sku, 4, expect=200)
    assert cart(user)["items"][0]["available"] is True


@pytest.mark.parametrize("status", ["off_sale", "retired"])
def test_what_is_no_longer_sold_stays_in_sight_but_not_in_the_sum(user, goods, status):
    kept, gone = goods(price=100), goods(price=7000)
    add(user, kept, 2, expect=201)
    add(user, gone, 1, expect=201)
    goods.set_status(gone, status)
    shown = cart(user)
    assert [(i["sku"]["id"], i["available"]) for i in shown["items"]] == [(kept, True), (gone, False)]
    assert (shown["total_amount"], shown["total_quantity"]) == (200, 3)
    user.api.delete(f"/cart/items/{gone}", expect=204)
    assert lines(user) == {kept: 2}


def test_no_more_than_the_stock(user, goods):
    sku = goods(stock=5)
    assert "5" in refused(add(user, sku, 6), 409, "out_of_stock")
    assert lines(user) == {}
    add(user, sku, 3, expect=201)
    detail = refused(add(user, sku, 3), 409, "out_of_stock")
    assert "5" in detail and "3" in detail
    refused(put(user, sku, 6), 409, "out_of_stock")
    assert lines(user) == {sku: 3}
    add(user, sku, 2, expect=201)
    assert lines(user) == {sku: 5}


def test_how_many_are_left_is_said_in_chinese_too(user, goods):
    sku = goods(stock=5)
    assert "仅剩 5 件" in add(user, sku, 6, headers={"Accept-Language": "zh-CN"}).json["detail"]


def test_sold_out(user, goods):
    sku = goods(stock=0)
    refused(add(user, sku), 409, "out_of_stock")
    refused(put(user, sku, 1), 409, "out_of_stock")


def test_off_sale_cannot_be_added(user, goods):
    sku = goods()
    goods.set_status(sku, "off_sale")
    refused(add(user, sku), 409, "out_of_stock")
    refused(put(user, sku, 1), 409, "out_of_stock")


def test_unknown_and_retired_skus(user, goods):
    retired = goods()
    goods.set_status(retired, "retired")
    for sku in (retired, 888888, 2**63 - 1):
        refused(add(user, sku), 422, "validation_failed", "sku_id")
        refused(put(user, sku, 1), 404, "not_found")
    assert lines(user) == {}


def test_at_most_9999_of_one(user, goods):
    sku = goods(stock=50000)
    add(user, sku, 9999, expect=201)
    assert "9999" in refused(add(user, sku, 1), 409, "conflict")
    assert lines(user) == {sku: 9999}


def fill(shop, user, n):
    """Puts `n` lines of goods that there are not into a cart that has been used already."""
    shop.redis("HSET", f"cart_{user.id}", *itertools.chain(*((5000000 + i, 1) for i in range(n))))


def test_at_most_200_lines(shop, user, goods):
    first, last = goods(), goods()
    add(user, first, expect=201)
    fill(shop, user, 198)
    assert add(user, last, expect=201).json["count"] == 200
    assert "200" in refused(add(user, goods()), 409, "conflict")
    assert "200" in refused(put(user, goods(), 1), 409, "conflict")
    assert add(user, first, expect=201).json["count"] == 200
    assert lines(user) == {first: 2, last: 1}  # the others are no goods of this shop


# ---- bad input

BAD_QUANTITIES = ["0", "-1", "10000", "2147483648", "9223372036854775807", "9223372036854775808",
                  "1000000000000000000000000", "1e3", "1.5", "1.0", '"1"', '""', '"１２"', '" 1"', '"0x10"', "null",
                  "[]", "[1]", "{}", "true"]


@pytest.mark.parametrize("quantity", BAD_QUANTITIES)
def test_a_quantity_is_a_whole_number_from_1_to_9999(keeper, quantity):
    json = {"Content-Type": "application/json"}
    for reply in (keeper.api.post("/cart/items", body=f'{{"sku_id":1,"quantity":{quantity}}}'.encode(), headers=json),
                  keeper.api.put("/cart/items/1", body=f'{{"quantity":{quantity}}}'.encode(), headers=json)):
        assert (reply.status, reply.code) == (422, "validation_failed"), reply
    assert lines(keeper) == {}


@pytest.mark.parametrize("sku", ["0", "-1", '"1"', '"01"', "9223372036854775808", "1.0", "null", "[1]", '"1 OR 1=1"'])
def test_an_id_in_a_body_is_a_whole_number(keeper, sku):
    reply = keeper.api.post("/cart/items", body=f'{{"sku_id":{sku},"quantity":1}}'.encode(),
                          headers={"Content-Type": "application/json"})
    assert (reply.status, reply.code) == (422, "validation_failed"), reply


@pytest.mark.parametrize("sku", ["0", "-1", "01", "1abc", "1%20OR%201=1", "9223372036854775808", "18446744073709551617",
                                 "1.0", "%EF%BC%91", "9" * 5000])
def test_an_id_in_a_path_that_is_none_is_not_found(keeper, sku):
    assert keeper.api.put(f"/cart/items/{sku}", json={"quantity": 1}).status == 404
    assert keeper.api.delete(f"/cart/items/{sku}").status == 404


def test_members_are_those_declared(keeper):
    for body in ({}, {"sku_id": 1}, {"quantity": 1}, {"sku_id": 1, "quantity": 1, "price": 1},
                 {"sku_id": 1, "quantity": 1, "user_id": 2}, []):
        assert keeper.api.post("/cart/items", json=body).status == 422
    assert keeper.api.put("/cart/items/1", json={"quantity": 1, "sku_id": 2}).status == 422
    assert lines(keeper) == {}


# ---- whose it is

def test_nobody_without_a_session_has_one(api):
    for method, path in (("GET", "/cart"), ("DELETE", "/cart"), ("POST", "/cart/items"), ("PUT", "/cart/items/1"),
                         ("DELETE", "/cart/items/1")):
        assert api.request(method, path, json={} if method in ("POST", "PUT") else None).status == 401


def test_a_cart_is_its_owners_alone(shop, user, goods):
    sku, other = goods(), shop.new_user()
    add(user, sku, 3, expect=201)
    assert lines(other) == {}
    refused(other.api.delete(f"/cart/items/{sku}"), 404, "not_found")
    other.api.delete("/cart", expect=204)
    assert lines(user) == {sku: 3}


# ---- many at once

def together(n, call):
    with ThreadPoolExecutor(n) as pool:
        return list(pool.map(call, range(n)))


def test_parallel_adds_all_count(user, goods):
    sku = goods(stock=1000)
    assert {r.status for r in together(24, lambda i: add(user, sku, i + 1))} == {201}
    assert lines(user) == {sku: 300}


def test_parallel_adds_stop_at_the_stock(user, goods):
    sku = goods(stock=10)
    replies = together(24, lambda i: add(user, sku))
    assert sorted(r.status for r in replies) == [201] * 10 + [409] * 14
    assert {r.code for r in replies if r.status == 409} == {"out_of_stock"}
    assert lines(user) == {sku: 10}


def test_parallel_adds_of_any_size_leave_what_was_accepted(user, goods):
    for seed in range(5):
        sku, dice = goods(stock=20), random.Random(seed)
        sizes = [dice.randint(1, 9) for _ in range(16)]
        replies = together(16, lambda i: add(user, sku, sizes[i]))
        accepted = sum(n for n, r in zip(sizes, replies) if r.status == 201)
        assert {r.status for r in replies} <= {201, 409}
        assert lines(user)[sku] == accepted <= 20


def test_adds_beyond_the_stock_amid_emptying_and_setting_leave_nothing_odd(shop, user, goods):
    sku, other = goods(stock=5), goods(stock=5)

    def step(i):
        dice = random.Random(i)
        for _ in range(12):
            what = dice.randrange(5)
            if what < 3:
                reply = add(user, dice.choice((sku, other)), dice.randint(1, 5))
            elif what == 3:
                reply = put(user, sku, dice.randint(1, 5))
            else:
                reply = user.api.delete(dice.choice(("/cart", f"/cart/items/{sku}")))
            assert reply.status in (200, 201, 204, 404, 409), reply
            assert reply.code in (None, "out_of_stock", "not_found"), reply

    together(8, step)
    words = shop.redis("HGETALL", f"cart_{user.id}").split()
    assert all(1 <= int(n) <= 5 for n in words[1::2]), words


def test_parallel_new_lines_stop_at_200(shop, user, goods):
    skus = [goods() for _ in range(12)]
    add(user, skus[0], expect=201)
    fill(shop, user, 194)
    replies = together(11, lambda i: add(user, skus[i + 1]))
    assert sorted(r.status for r in replies) == [201] * 5 + [409] * 6
    assert shop.redis("HLEN", f"cart_{user.id}") == "200"


# ---- what it costs

def trips(shop, reply):
    def line():
        rows = [row for row in shop.log_lines(reply.request_id) if row["msg"] == "request"]
        return rows and (rows[0]["kv"], rows[0]["db"])
    return shop.wait(line)


def test_round_trips(shop, user, goods):
    sku = goods()
    add(user, sku, expect=201)
    assert trips(shop, add(user, sku, expect=201)) == (2, 1)  # one of Redis is the session's
    kv, db = trips(shop, user.api.get("/cart", expect=200))
    assert kv <= 2 and db <= 2
    kv, db = trips(shop, put(user, sku, 3, expect=200))
    assert kv <= 3 and db <= 1


# ---- Idempotency-Key

def test_a_repeated_request_adds_once(shop, user, goods):
    sku = goods()
    first = keyed(user, "k1", sku, 2, expect=201)
    assert not replayed(first) and first.json == {"count": 1, "total_quantity": 2}
    again = keyed(user, '"k1"', sku, 2, expect=201)
    assert replayed(again) and again.json == first.json
    add(user, sku, 1, expect=201)
    assert keyed(user, "k1", sku, 2, expect=201).json == {"count": 1, "total_quantity": 3}
    assert lines(user) == {sku: 3}
    refused(keyed(user, "k1", sku, 3), 422, "idempotency_mismatch")
    keyed(user, "k2", sku, 2, expect=201)
    assert lines(user) == {sku: 5}
    time.sleep(2.2)  # the keys have moved to MariaDB
    assert shop.redis("EXISTS", f"cart_keys_{user.id}") == "0"
    assert replayed(keyed(user, "k1", sku, 2, expect=201))
    refused(keyed(user, "k2", sku, 3), 422, "idempotency_mismatch")
    assert lines(user) == {sku: 5}


def test_a_key_is_its_users_own(shop, user, goods):
    sku, other = goods(), shop.new_user()
    keyed(user, "same", sku, 2, expect=201)
    assert not replayed(keyed(other, "same", sku, 1, expect=201))
    assert (lines(user), lines(other)) == ({sku: 2}, {sku: 1})


def test_twins_at_once_add_once(user, goods):
    sku = goods()
    replies = together(12, lambda i: keyed(user, "twin", sku, 2))
    assert {r.status for r in replies} == {201}
    assert sum(not replayed(r) for r in replies) == 1
    assert lines(user) == {sku: 2}


def test_a_key_is_known_while_it_moves_to_mariadb(user, goods):
    sku = goods()
    for n in range(4):
        for _ in range(25):  # over more than the copying's period
            keyed(user, f"moving{n}", sku, 1, expect=201)
            time.sleep(0.02)
        assert lines(user) == {sku: n + 1}


def test_a_refused_request_leaves_no_key(user, goods):
    sku = goods(stock=1)
    refused(keyed(user, "later", sku, 2), 409, "out_of_stock")
    goods.set_stock(sku, 2)
    assert not replayed(keyed(user, "later", sku, 2, expect=201))


def test_a_repeated_request_is_not_refused_for_what_came_later(user, goods):
    sku = goods(stock=2)
    keyed(user, "early", sku, 2, expect=201)
    goods.set_stock(sku, 0)
    goods.set_status(sku, "retired")
    assert replayed(keyed(user, "early", sku, 2, expect=201))


# ---- orders

ADDRESS = {"receiver": "李明远", "region": "北京市海淀区", "detail": "中关村大街 27 号", "phone": "+86 138-0013-8001"}


def order(user, **body):
    address = user.api.post("/me/addresses", json=ADDRESS, expect=201).json["id"]
    return user.api.post("/orders", json={"address_id": address, "pay_method": "cod", **body}, expect=201).json


def test_bought_lines_leave_the_cart_and_later_ones_stay(shop, user, goods):
    a, b = goods(), goods()
    add(user, a, 2, expect=201)
    add(user, b, 3, expect=201)
    assert [(line["sku_id"], line["quantity"]) for line in order(user)["lines"]] == [(a, 2), (b, 3)]
    shop.wait(lambda: lines(user) == {})
    add(user, a, 5, expect=201)
    order(user, items=[{"sku_id": a, "quantity": 2}, {"sku_id": b, "quantity": 1}])
    shop.wait(lambda: lines(user) == {a: 3})


def test_a_job_that_runs_twice_takes_out_once(shop, user, goods):
    sku = goods()
    add(user, sku, 9, expect=201)
    order(user, items=[{"sku_id": sku, "quantity": 2}])
    shop.wait(lambda: lines(user) == {sku: 7})
    for pause in (0, 2.2):  # while Redis knows that it ran, and when MariaDB does
        time.sleep(pause)
        shop.sql(f"""UPDATE outbox SET status = 'ready', tries = 0, claimed_until = NULL, run_at = UTC_TIMESTAMP(6)
                     WHERE kind = 'cart_bought' AND subject = {user.id}""")
        shop.wait(lambda: shop.sql(f"""SELECT COUNT(*) FROM outbox WHERE kind = 'cart_bought' AND subject = {user.id}
                                       AND status = 'done'""") == [["1"]])
        assert lines(user) == {sku: 7}
