# SPDX-License-Identifier: MIT
"""POST /orders/preview and POST /orders: what an order costs, what it keeps, and everything it must refuse."""
import re

import pytest

from trade import ADDRESS, FREE_FROM, SHIPPING, lines, payable

MEMBERS = {"id", "status", "payment_status", "pay_method", "lines", "goods_amount", "discount_amount", "shipping_amount",
           "payable_amount", "currency", "address", "note", "created_at", "pay_before", "history", "shipments", "refunds",
           "actions", "version"}
LIMIT = 10_000_000_000  # fen that an amount may reach


@pytest.fixture
def unchanged(shop):
    """What a refused order may not touch: call it before and after."""
    def state():
        return shop.sql("SELECT (SELECT COUNT(*) FROM orders), (SELECT COUNT(*) FROM order_line), "
                        "(SELECT COUNT(*) FROM order_history), (SELECT COUNT(*) FROM payment), "
                        "(SELECT COUNT(*) FROM stock_movement), (SELECT SUM(stock) FROM sku_stock), "
                        "(SELECT COUNT(*) FROM idempotency WHERE route LIKE '/api/%'), (SELECT COUNT(*) FROM outbox)")
    return state


def refused(buyer, body, status, route="/orders"):
    reply = buyer.api.post(route, json=body)
    assert reply.status == status, reply
    assert reply.headers["Content-Type"].startswith("application/problem+json")
    return reply


def fields(reply):
    return [e["field"] for e in reply.json["errors"]]


# ---------------------------------------------------------------- what it costs

@pytest.mark.parametrize("goods", [1, FREE_FROM - 1, FREE_FROM, FREE_FROM + 1])
def test_shipping_is_free_from_a_sum_on(trade, buyer, goods):
    body = {"address_id": buyer.address, "items": lines({trade.sku(price=goods): 1})}
    quote = buyer.api.post("/orders/preview", json=body, expect=200).json
    want = 0 if goods >= FREE_FROM else SHIPPING
    assert (quote["goods_amount"], quote["discount_amount"], quote["shipping_amount"]) == (goods, 0, want)
    assert quote["payable_amount"] == goods + want and quote["currency"] == "CNY"
    order = buyer.api.post("/orders", json={**body, "pay_method": "cod"}, expect=201).json
    for member in quote:
        assert order[member] == quote[member], member


def test_preview_shows_each_line_and_changes_nothing(trade, buyer, unchanged):
    a, b = trade.sku(price=250, stock=5), trade.sku(price=1999)
    before = unchanged()
    quote = buyer.api.post("/orders/preview", json={"address_id": buyer.address, "items": lines({b: 2, a: 5})},
                           headers={"Accept-Language": "en"}, expect=200).json
    assert unchanged() == before
    line = {"image": "/media/demo/crate.svg", "unit": "box", "reviewed": False}
    assert quote["lines"] == [
        {**line, "sku_id": a, "name": f"Sample {a}", "price": 250, "quantity": 5, "amount": 1250},
        {**line, "sku_id": b, "name": f"Sample {b}", "price": 1999, "quantity": 2, "amount": 3998}]
    assert quote["goods_amount"] == 5248


def test_amounts_at_the_limit(trade, buyer):
    dear = trade.sku(price=LIMIT)
    order = trade.placed(buyer, {dear: 1})
    assert order["payable_amount"] == LIMIT
    million = trade.sku(price=LIMIT // 10000, stock=9999)
    assert trade.placed(buyer, {million: 9999})["goods_amount"] == LIMIT // 10000 * 9999


@pytest.mark.parametrize("route", ["/orders", "/orders/preview"])
def test_amounts_that_overflow(trade, buyer, unchanged, route):
    dear, other = trade.sku(price=LIMIT, stock=9999), trade.sku(price=1)
    before = unchanged()
    for items in ({dear: 2}, {dear: 9999}, {dear: 1, other: 1}):
        body = {"address_id": buyer.address, "items": lines(items)}
        body = {**body, "pay_method": "cod"} if route == "/orders" else body
        assert fields(refused(buyer, body, 422, route)) == ["items"]
    assert unchanged() == before


# ---------------------------------------------------------------- what it keeps

def test_an_order_and_all_around_it(shop, trade, buyer):
    a, b = trade.sku(stock=10, price=4590), trade.sku(stock=3, price=890)
    reply = trade.order(buyer, {b: 3, a: 2}, note="放门口", expect=201)
    order = reply.json
    assert set(order) == MEMBERS
    assert re.fullmatch(r"[1-9][0-9]{0,18}", order["id"]) and reply.headers["Location"] == f"/api/v1/orders/{order['id']}"
    assert [(line["sku_id"], line["quantity"], line["amount"]) for line in order["lines"]] == [(a, 2, 9180), (b, 3, 2670)]
    assert (order["status"], order["payment_status"], order["pay_method"]) == ("pending_shipment", "cod_due", "cod")
    assert order["payable_amount"] == payable(9180 + 2670) and order["note"] == "放门口"
    assert order["address"] == ADDRESS
    assert [(h["status"], h["by"]) for h in order["history"]] == [("pending_shipment", "shopper")]
    assert order["actions"] == ["cancel"] and order["pay_before"] is None
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", order["created_at"])
    assert (trade.stock(a), trade.stock(b), trade.sales(a), trade.sales(b)) == (8, 0, 2, 3)
    assert trade.movements(order["id"]) == [(a, -2, "sold"), (b, -3, "sold")]
    assert shop.sql(f"SELECT method, status, amount FROM payment WHERE order_id = {order['id']}") == [
        ["cod", "pending", str(order["payable_amount"])]]
    assert buyer.api.get(f"/orders/{order['id']}", expect=200).json == order


def test_an_order_to_be_paid_waits_half_an_hour(shop, trade, buyer):
    order = trade.placed(buyer, {trade.sku(): 1}, pay_method="alipay")
    assert (order["status"], order["payment_status"]) == ("pending_payment", "unpaid")
    assert order["actions"] == ["pay", "cancel"]
    assert shop.sql(f"SELECT TIMESTAMPDIFF(SECOND, created_at, pay_before) FROM orders WHERE id = {order['id']}") == [["1800"]]
    assert shop.sql(f"SELECT COUNT(*) FROM outbox WHERE kind = 'order_expire' AND subject = {order['id']}") == [["1"]]


def test_an_order_stays_as_it_was(shop, trade, buyer):
    """Prices, names, goods on sale and addresses change; what was bought does not."""
    sku = trade.sku(price=700)
    address = buyer.api.post("/me/addresses", json=ADDRESS, expect=201).json["id"]
    body = {"address_id": address, "items": lines({sku: 1}), "pay_method": "cod"}
    order = buyer.api.post("/orders", json=body, expect=201).json
    english = buyer.api.get(f"/orders/{order['id']}", headers={"Accept-Language": "en"}, expect=200).json
    assert english["lines"][0]["name"] == f"Sample {sku}" and order["lines"][0]["name"] == f"试验品{sku}"
    shop.sql(f"UPDATE sku SET price = 9, status = 'retired', image = '/x.svg' WHERE id = {sku}; "
             f"UPDATE sku_text SET name = 'x', unit = 'y' WHERE sku_id = {sku}")
    buyer.api.put(f"/me/addresses/{address}", json={**ADDRESS, "receiver": "别人"}, expect=200)
    buyer.api.delete(f"/me/addresses/{address}", expect=204)
    assert buyer.api.get(f"/orders/{order['id']}", expect=200).json == order
    assert buyer.api.get(f"/orders/{order['id']}", headers={"Accept-Language": "en"}).json == english


def test_two_orders_in_one_second(trade, buyer):
    sku = trade.sku()
    placed = [trade.placed(buyer, {sku: 1}) for _ in range(8)]
    ids = [int(order["id"]) for order in placed]
    assert len(set(ids)) == 8 and ids == sorted(ids)
    assert max(ids) < 2 ** 63
    seconds = [order["created_at"][:19] for order in placed]
    assert any(seconds.count(s) > 1 for s in seconds)


def test_a_hundred_lines_cost_as_many_statements_as_one(shop, trade, buyer):
    skus = trade.skus(101, price=30)
    one = trade.order(buyer, {skus[0]: 1}, expect=201)
    many = trade.order(buyer, {sku: 2 for sku in skus[:100]}, expect=201)
    assert len(many.json["lines"]) == 100 and many.json["goods_amount"] == 6000
    one_cost, many_cost = (shop.wait(lambda r=r: shop.log_lines(r.request_id))[0]["db"] for r in (one, many))
    assert one_cost == many_cost
    assert fields(trade.order(buyer, {sku: 1 for sku in skus}, expect=422)) == ["items"]


# ---------------------------------------------------------------- what it refuses

def test_all_lines_or_none(trade, buyer, unchanged):
    plenty, short = trade.sku(stock=100), trade.sku(stock=2)
    before = unchanged()
    reply = trade.order(buyer, {plenty: 1, short: 3}, expect=409)
    assert reply.code == "out_of_stock" and fields(reply) == ["items"] and "2" in reply.json["detail"]
    assert unchanged() == before
    trade.placed(buyer, {plenty: 1, short: 2})
    assert trade.order(buyer, {short: 1}, expect=409).code == "out_of_stock"


@pytest.mark.parametrize("how, status, code", [
    ("status = 'retired'", 404, "not_found"), ("status = 'off_sale'", 409, "out_of_stock")])
def test_goods_that_are_not_sold(shop, trade, buyer, unchanged, how, status, code):
    good, bad = trade.sku(), trade.sku()
    shop.sql(f"UPDATE sku SET {how} WHERE id = {bad}")
    before = unchanged()
    for route, more in (("/orders", {"pay_method": "cod"}), ("/orders/preview", {})):
        body = {"address_id": buyer.address, "items": lines({good: 1, bad: 1}), **more}
        assert refused(buyer, body, status, route).code == code
    assert unchanged() == before


@pytest.mark.parametrize("sku", [999999999, 2 ** 63 - 1])
def test_unknown_goods(trade, buyer, unchanged, sku):
    known = trade.sku()
    before = unchanged()
    reply = trade.order(buyer, {known: 1, sku: 1}, expect=404)
    assert reply.code == "not_found" and fields(reply) == ["items"]
    assert unchanged() == before


def test_addresses_of_others_and_of_nobody(trade, buyer, stranger, unchanged):
    sku = trade.sku()
    before = unchanged()
    details = set()
    for address in (stranger.address, 999999999, 2 ** 63 - 1):
        for route, more in (("/orders", {"pay_method": "cod"}), ("/orders/preview", {})):
            reply = refused(buyer, {"address_id": address, "items": lines({sku: 1}), **more}, 404, route)
            assert fields(reply) == ["address_id"]
            details.add(reply.json["detail"])
    assert len(details) == 1, "somebody else's address must look like none"
    assert unchanged() == before


def test_expected_amount(shop, trade, buyer, unchanged):
    sku = trade.sku(price=2500)
    trade.placed(buyer, {sku: 2}, expected_amount=payable(5000))
    before = unchanged()
    for wrong in (payable(5000) - 1, payable(5000) + 1, 5000, 0, LIMIT):
        reply = trade.order(buyer, {sku: 2}, expected_amount=wrong, expect=409)
        assert reply.code == "price_changed" and fields(reply) == ["expected_amount"]
    shop.sql(f"UPDATE sku SET price = 2499 WHERE id = {sku}")
    assert trade.order(buyer, {sku: 2}, expected_amount=payable(5000), expect=409).code == "price_changed"
    assert unchanged() == before


BAD_IDS = ["01", "1", "1abc", 1.0, 1.5, 0, -1, True, None, [], {}, 1e3]
BAD_QUANTITIES = [0, -1, 10000, 2 ** 31, 2 ** 63 - 1, -2 ** 63, 1e3, 1.5, 1.0, "1", "１２", " 1", "0x10", "", [], {}, None,
                  True]


@pytest.mark.parametrize("bad", BAD_IDS, ids=repr)
def test_ids_that_are_none(trade, buyer, unchanged, bad):
    sku = trade.sku()
    before = unchanged()
    body = {"address_id": buyer.address, "items": [{"sku_id": bad, "quantity": 1}], "pay_method": "cod"}
    assert fields(refused(buyer, body, 422)) == ["items[0].sku_id"]
    body = {"address_id": bad, "items": lines({sku: 1}), "pay_method": "cod"}
    assert fields(refused(buyer, body, 422)) == ["address_id"]
    assert unchanged() == before


@pytest.mark.parametrize("bad", BAD_QUANTITIES, ids=repr)
def test_quantities_that_are_none(trade, buyer, unchanged, bad):
    sku, other = trade.sku(), trade.sku()
    before = unchanged()
    for route, more in (("/orders", {"pay_method": "cod"}), ("/orders/preview", {})):
        items = [{"sku_id": other, "quantity": 1}, {"sku_id": sku, "quantity": bad}]
        reply = refused(buyer, {"address_id": buyer.address, "items": items, **more}, 422, route)
        assert fields(reply) == ["items[1].quantity"]
    assert unchanged() == before


@pytest.mark.parametrize("number", ["9223372036854775808", "-9223372036854775809", "1" + "0" * 400])
def test_numbers_beyond_64_bits(buyer, unchanged, number):
    before = unchanged()
    body = b'{"address_id":1,"pay_method":"cod","items":[{"sku_id":1,"quantity":%s}]}' % number.encode()
    reply = buyer.api.post("/orders", body=body, headers={"Content-Type": "application/json"})
    assert reply.status in (400, 422) and reply.code in ("malformed_json", "validation_failed")
    assert unchanged() == before


def good(buyer, sku):
    return {"address_id": buyer.address, "items": lines({sku: 1}), "pay_method": "cod"}


@pytest.mark.parametrize("change, field", [
    ({"items": []}, "items"), ({"items": None}, "items"), ({"items": {}}, "items"), ({"items": "1"}, "items"),
    ({"items": [1]}, "items[0]"), ({"items": [{}]}, "items[0].sku_id"), ({"items": [{"sku_id": 1}]}, "items[0].quantity"),
    ({"items": [{"sku_id": 1, "quantity": 1, "price": 1}]}, "items[0].price"),
    ({"pay_method": "bitcoin"}, "pay_method"), ({"pay_method": "alipay_qr"}, "pay_method"),
    ({"pay_method": "COD"}, "pay_method"), ({"pay_method": None}, "pay_method"), ({"pay_method": 1}, "pay_method"),
    ({"expected_amount": -1}, "expected_amount"), ({"expected_amount": "10"}, "expected_amount"),
    ({"expected_amount": 10.0}, "expected_amount"), ({"expected_amount": LIMIT + 1}, "expected_amount"),
    ({"note": "x" * 201}, "note"), ({"note": 5}, "note"), ({"note": "a\x1b[2J"}, "note"), ({"note": "a\u202eb"}, "note"),
    ({"note": "a\u0000b"}, None),
    ({"user_id": 1}, "user_id"), ({"status": "completed"}, "status"), ({"payable_amount": 1}, "payable_amount"),
    ({"paid": True}, "paid"), ({"coupon_code": "X"}, "coupon_code"), ({"role": "admin"}, "role"),
], ids=repr)
def test_bodies_that_are_wrong(trade, buyer, unchanged, change, field):
    sku = trade.sku()
    before = unchanged()
    reply = buyer.api.post("/orders", json={**good(buyer, sku), **change})
    if field is None:
        assert reply.status in (400, 422)
    else:
        assert reply.status == 422 and field in fields(reply), reply
    assert unchanged() == before


@pytest.mark.parametrize("missing", ["address_id", "pay_method"])
def test_bodies_that_lack_something(trade, buyer, missing):
    body = good(buyer, trade.sku())
    del body[missing]
    assert fields(refused(buyer, body, 422)) == [missing]


def test_a_sku_twice(trade, buyer, unchanged):
    a, b = trade.sku(), trade.sku()
    before = unchanged()
    for items in ([(a, 1), (a, 1)], [(a, 1), (b, 1), (a, 2)]):
        body = {**good(buyer, a), "items": [{"sku_id": sku, "quantity": n} for sku, n in items]}
        assert fields(refused(buyer, body, 422)) == ["items"]
    assert unchanged() == before


@pytest.mark.parametrize("note", ["", "a" * 200, "🦐" * 200, "两行\n都要", "{{7*7}} ${x} <% %s%n <b>", "'; DROP TABLE orders; --", "𠮷野家"])
def test_notes(trade, buyer, note):
    order = trade.placed(buyer, {trade.sku(): 1}, note=note)
    assert order["note"] == note and buyer.api.get(f"/orders/{order['id']}").json["note"] == note


@pytest.mark.parametrize("body, kind, status, code", [
    (b'{"address_id":1', "application/json", 400, "malformed_json"), (b"", "application/json", 422, "validation_failed"),
    (b"[]", "application/json", 422, "validation_failed"), (b"1", "application/json", 400, "malformed_json"),
    (b'{"address_id":1,"address_id":2}', "application/json", 400, "malformed_json"), (b"\xff\xfe", "application/json", 400, "malformed_json"),
    (b'{}', "text/plain", 415, "unsupported_media_type"), (b'{}', "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
    (b'{"note":"' + b"x" * 70000 + b'"}', "application/json", 413, "payload_too_large"),
], ids=range(9))
def test_bodies_that_are_no_order(buyer, unchanged, body, kind, status, code):
    before = unchanged()
    for route in ("/orders", "/orders/preview"):
        reply = buyer.api.post(route, body=body, headers={"Content-Type": kind})
        assert (reply.status, reply.code) == (status, code), reply
    assert unchanged() == before


def test_only_members_order(api, trade, buyer):
    body = good(buyer, trade.sku())
    for route in ("/orders", "/orders/preview"):
        assert api.post(route, json=body, expect=401).code == "unauthenticated"
        assert api.post(route, json=body, token="x" * 43, expect=401).headers["WWW-Authenticate"] == "Bearer"


def test_queries_are_refused(trade, buyer):
    reply = buyer.api.post("/orders?dry_run=1", json=good(buyer, trade.sku()), expect=422)
    assert fields(reply) == ["dry_run"]


def test_sentences_in_the_readers_language(trade, buyer):
    sku = trade.sku(stock=0)
    said = [buyer.api.post("/orders", json=good(buyer, sku), headers={"Accept-Language": lang}, expect=409).json
            for lang in ("en", "zh-CN")]
    assert f"Sample {sku}" in said[0]["detail"] and f"试验品{sku}" in said[1]["detail"]
    assert said[0]["title"] != said[1]["title"] and said[0]["code"] == said[1]["code"]
