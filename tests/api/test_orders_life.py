# SPDX-License-Identifier: MIT
"""What may happen to an order in each state, by whom, and how often: cancel, ship, receive, review, capture."""
import itertools
import secrets

import pytest

from trade import Trade, at_once

STATES = ("pending_payment", "pending_shipment", "shipped", "pending_review", "completed", "cancelled")
PATHS = {
    "pending_payment": ["pending_payment"], "pending_shipment": ["pending_shipment"],
    "shipped": ["pending_shipment", "shipped"], "pending_review": ["pending_shipment", "shipped", "pending_review"],
    "completed": ["pending_shipment", "shipped", "pending_review", "completed"],
    "cancelled": ["pending_payment", "cancelled"],
}
ACTIONS = {"pending_payment": ["pay", "cancel"], "pending_shipment": ["cancel"], "shipped": ["receive"],
           "pending_review": ["review"], "completed": [], "cancelled": []}
# What answers with success where; everything else is 409 invalid_state.
ALLOWED = {"pending_payment": {"cancel": 200, "pay": 201, "desk cancel": 200},
           "pending_shipment": {"cancel": 200, "ship": 201, "capture": 201, "desk cancel": 200},
           "shipped": {"receive": 200, "capture": 201}, "pending_review": {"review": 201, "capture": 201},
           "completed": {}, "cancelled": {}}
STEPS = ("cancel", "pay", "receive", "review", "ship", "capture", "desk cancel")


def step(name, order, user, staff, headers=None):
    """One step, tried; its reply."""
    own, desk = f"/orders/{order['id']}", f"/admin/orders/{order['id']}"
    reviews = [{"sku_id": line["sku_id"], "rating": 4, "content": "不错"} for line in order["lines"]]
    who, path, body = {
        "cancel": (user, own + "/cancel", None), "pay": (user, own + "/payments", None),
        "receive": (user, own + "/receive", None), "review": (user, own + "/reviews", {"reviews": reviews}),
        "ship": (staff, desk + "/shipments", {"carrier": "京东", "tracking_no": "JD1"}),
        "capture": (staff, desk + "/captures", {"amount": order["payable_amount"]}),
        "desk cancel": (staff, desk + "/cancel", None),
    }[name]
    return who.api.post(path, json=body, headers=headers)


def show(order, user):
    return user.api.get(f"/orders/{order['id']}", expect=200).json


# ---------------------------------------------------------------- the state machine

@pytest.mark.parametrize("state", STATES)
def test_history_and_actions_in_each_state(trade, buyer, staff, state):
    order = trade.in_state(state, buyer, staff)
    assert [h["status"] for h in order["history"]] == PATHS[state]
    assert order["actions"] == ACTIONS[state]
    times = [h["at"] for h in order["history"]]
    assert times == sorted(times) and all(t.endswith("Z") for t in times)
    by = {"pending_payment": "shopper", "pending_shipment": "shopper", "shipped": "staff", "pending_review": "shopper",
          "cancelled": "shopper"}
    assert all(h["by"] == by[h["status"]] for h in order["history"] if h["status"] != "completed")
    assert staff.api.get(f"/admin/orders/{order['id']}", expect=200).json == order


@pytest.mark.parametrize("state, name", itertools.product(STATES, STEPS))
def test_each_step_in_each_state(shop, trade, buyer, staff, state, name):
    sku = trade.sku(stock=10)
    order = trade.in_state(state, buyer, staff, {sku: 3})
    held = trade.stock(sku)
    reply = step(name, order, buyer, staff)
    want = ALLOWED[state].get(name, 409)
    assert reply.status == want, reply
    after = show(order, buyer)
    if want == 409:
        assert reply.code == "invalid_state"
        assert after == order and trade.stock(sku) == held
    else:
        assert after["version"] > order["version"] or name in ("pay", "review")
        assert trade.stock(sku) == (10 if name.endswith("cancel") else 7)


def test_the_whole_way(trade, buyer, staff):
    """Cash on delivery: what the order says after each step."""
    sku = trade.sku(stock=5, price=20000)
    order = trade.placed(buyer, {sku: 1})
    shipped = step("ship", order, buyer, staff).json
    assert shipped["status"] == "shipped" and shipped["actions"] == ["receive"]
    assert [(s["carrier"], s["tracking_no"]) for s in shipped["shipments"]] == [("京东", "JD1")]
    assert isinstance(shipped["shipments"][0]["id"], str)
    received = step("receive", order, buyer, staff).json
    assert received["status"] == "pending_review" and received["payment_status"] == "cod_due"
    reviewed = step("review", order, buyer, staff).json
    assert reviewed["status"] == "pending_review" and reviewed["actions"] == [] and reviewed["lines"][0]["reviewed"]
    paid = step("capture", order, buyer, staff).json
    assert paid["status"] == "completed" and paid["payment_status"] == "paid"
    assert buyer.api.get(f"/orders/{order['id']}/payment", expect=200).json["status"] == "paid"


def test_captured_before_it_was_reviewed(trade, buyer, staff):
    order = trade.in_state("pending_review", buyer, staff)
    assert step("capture", order, buyer, staff).json["status"] == "pending_review"
    done = step("review", order, buyer, staff).json
    assert done["status"] == "completed" and done["history"][-1]["by"] == "shopper"


# ---------------------------------------------------------------- cancel

@pytest.mark.parametrize("method", ["cod", "alipay"])
@pytest.mark.parametrize("who", ["cancel", "desk cancel"])
def test_cancel_gives_everything_back(shop, trade, buyer, staff, method, who):
    a, b = trade.sku(stock=9), trade.sku(stock=4)
    order = trade.placed(buyer, {a: 2, b: 4}, pay_method=method)
    reply = step(who, order, buyer, staff)
    assert (reply.status, reply.json["status"], reply.json["payment_status"]) == (200, "cancelled", "unpaid")
    assert (trade.stock(a), trade.stock(b), trade.sales(a), trade.sales(b)) == (9, 4, 0, 0)
    assert trade.movements(order["id"]) == [(a, -2, "sold"), (b, -4, "sold"), (a, 2, "cancelled"), (b, 4, "cancelled")]
    assert reply.json["history"][-1]["by"] == ("staff" if who == "desk cancel" else "shopper")
    assert shop.sql(f"SELECT COUNT(*) FROM payment WHERE order_id = {order['id']} AND status = 'pending'") == [["0"]]


@pytest.mark.parametrize("method", ["cod", "alipay"])
def test_parallel_cancels_give_stock_back_once(trade, buyer, staff, method):
    sku = trade.sku(stock=50)
    order = trade.placed(buyer, {sku: 7}, pay_method=method)
    replies = at_once([lambda i=i: step("desk cancel" if i % 3 == 0 else "cancel", order, buyer, staff) for i in range(24)])
    assert sorted(r.status for r in replies) == [200] + [409] * 23
    assert {r.code for r in replies} == {None, "invalid_state"}
    assert trade.stock(sku) == 50 and len(trade.movements(order["id"])) == 2


def test_cancel_against_ship(trade, buyer, staff):
    """Whoever is first: never shipped with its stock given back."""
    sku, ends = trade.sku(stock=100), set()
    for _ in range(8):
        order = trade.placed(buyer, {sku: 1})
        replies = at_once([lambda: step("cancel", order, buyer, staff), lambda: step("ship", order, buyer, staff)])
        assert sorted(r.status for r in replies) in ([200, 409], [201, 409])
        ends.add(show(order, buyer)["status"])
    assert ends <= {"shipped", "cancelled"}
    # `shopd audit` at the module's end compares each order's state with its stock.


# ---------------------------------------------------------------- once only

@pytest.mark.parametrize("name, state", [("ship", "pending_shipment"), ("receive", "shipped"), ("capture", "shipped"),
                                         ("review", "pending_review")])
def test_parallel_steps_happen_once(shop, trade, buyer, staff, name, state):
    order = trade.in_state(state, buyer, staff)
    replies = at_once([lambda: step(name, order, buyer, staff) for _ in range(16)])
    good = [r for r in replies if r.status < 300]
    assert len(good) == 1 and all(r.status == 409 for r in replies if r not in good)
    counts = shop.sql(f"SELECT (SELECT COUNT(*) FROM shipment WHERE order_id = {order['id']}), "
                      f"(SELECT COUNT(*) FROM capture WHERE order_id = {order['id']}), "
                      f"(SELECT COUNT(*) FROM review WHERE order_id = {order['id']})")[0]
    assert [int(n) for n in counts] == [int(name == "ship" or state != "pending_shipment"), int(name == "capture"),
                                        int(name == "review")]


@pytest.mark.parametrize("name, state", [("cancel", "pending_shipment"), ("pay", "pending_payment"), ("receive", "shipped"),
                                         ("review", "pending_review"), ("ship", "pending_shipment"), ("capture", "shipped"),
                                         ("desk cancel", "pending_payment")])
def test_a_key_makes_steps_repeatable(trade, buyer, staff, name, state):
    order = trade.in_state(state, buyer, staff)
    headers = {"Idempotency-Key": f'"{secrets.token_hex(8)}"'}
    first = step(name, order, buyer, staff, headers)
    assert first.status < 300 and first.headers["Idempotent-Replayed"] is None
    again = step(name, order, buyer, staff, headers)
    assert again.status == first.status and again.headers["Idempotent-Replayed"] == "true"
    drop = ("pay_url",)
    assert {k: v for k, v in again.json.items() if k not in drop} == {k: v for k, v in first.json.items() if k not in drop}
    assert again.headers["Location"] == first.headers["Location"]
    bare = {"Idempotency-Key": headers["Idempotency-Key"].strip('"')}
    assert step(name, order, buyer, staff, bare).headers["Idempotent-Replayed"] == "true"


def test_a_refused_step_leaves_its_key_free(trade, buyer, staff):
    order = trade.in_state("pending_shipment", buyer, staff)
    headers = {"Idempotency-Key": secrets.token_hex(8)}
    assert step("receive", order, buyer, staff, headers).status == 409
    Trade.ship(order, buyer, staff)
    first = step("receive", order, buyer, staff, headers)
    assert first.status == 200 and first.headers["Idempotent-Replayed"] is None


# ---------------------------------------------------------------- reviews

def reviews(*rows):
    return {"reviews": [{"sku_id": sku, "rating": rating, "content": content} for sku, rating, content in rows]}


def test_each_line_is_reviewed_once(shop, trade, buyer, staff):
    a, b, foreign = trade.skus(3)
    order = trade.in_state("pending_review", buyer, staff, {a: 1, b: 2})
    path = f"/orders/{order['id']}/reviews"
    for wrong in (reviews((foreign, 5, "x")), reviews((a, 5, "x"), (foreign, 5, "x")), reviews((a, 5, "x"), (a, 4, "y"))):
        assert buyer.api.post(path, json=wrong, expect=409).code == "conflict"
    assert shop.sql(f"SELECT COUNT(*) FROM review WHERE order_id = {order['id']}") == [["0"]]
    half = buyer.api.post(path, json=reviews((b, 1, "太小")), expect=201).json
    assert [line["reviewed"] for line in half["lines"]] == [False, True] and half["actions"] == ["review"]
    assert buyer.api.post(path, json=reviews((b, 5, "again")), expect=409).code == "conflict"
    assert buyer.api.post(path, json=reviews((a, 4, "甜"), (b, 5, "x")), expect=409).code == "conflict"
    Trade.capture(order, buyer, staff)
    assert buyer.api.post(path, json=reviews((a, 4, "甜\n脆")), expect=201).json["status"] == "completed"
    assert shop.sql(f"SELECT sku_id, rating, content FROM review WHERE order_id = {order['id']} ORDER BY sku_id") == [
        [str(a), "4", "甜\\n脆"], [str(b), "1", "太小"]]
    assert buyer.api.get(f"/skus/{b}").json["rating"] == 1.0 and buyer.api.get(f"/skus/{a}").json["review_count"] == 1


@pytest.mark.parametrize("body, field", [
    ({}, "reviews"), ({"reviews": []}, "reviews"), ({"reviews": {}}, "reviews"), ({"reviews": [5]}, "reviews[0]"),
    ({"reviews": [{"sku_id": 1, "rating": 5, "content": "x"}] * 101}, "reviews"),
    ({"reviews": [{"sku_id": 1, "rating": 0, "content": "x"}]}, "reviews[0].rating"),
    ({"reviews": [{"sku_id": 1, "rating": 6, "content": "x"}]}, "reviews[0].rating"),
    ({"reviews": [{"sku_id": 1, "rating": 4.5, "content": "x"}]}, "reviews[0].rating"),
    ({"reviews": [{"sku_id": 1, "rating": "5", "content": "x"}]}, "reviews[0].rating"),
    ({"reviews": [{"sku_id": "1", "rating": 5, "content": "x"}]}, "reviews[0].sku_id"),
    ({"reviews": [{"sku_id": 1, "rating": 5, "content": ""}]}, "reviews[0].content"),
    ({"reviews": [{"sku_id": 1, "rating": 5, "content": "  "}]}, "reviews[0].content"),
    ({"reviews": [{"sku_id": 1, "rating": 5, "content": "x" * 1001}]}, "reviews[0].content"),
    ({"reviews": [{"sku_id": 1, "rating": 5, "content": "a\x1b]0;t\x07"}]}, "reviews[0].content"),
    ({"reviews": [{"sku_id": 1, "rating": 5}]}, "reviews[0].content"),
    ({"reviews": [{"sku_id": 1, "rating": 5, "content": "x", "hidden": False}]}, "reviews[0].hidden"),
], ids=range(16))
def test_reviews_that_are_none(shop, trade, buyer, staff, waiting, body, field):
    reply = buyer.api.post(f"/orders/{waiting['id']}/reviews", json=body, expect=422)
    assert field in [e["field"] for e in reply.json["errors"]]
    assert show(waiting, buyer) == waiting


@pytest.fixture(scope="module")
def waiting(trade, staff):
    """An order that waits for its review; nobody may change it."""
    return trade.in_state("pending_review", trade.shopper(0), staff)


# ---------------------------------------------------------------- others

ROUTES = [("GET", "", None), ("GET", "/payment", None), ("POST", "/payments", None), ("POST", "/cancel", None),
          ("POST", "/receive", None), ("POST", "/reviews", reviews((1, 5, "x")))]


@pytest.mark.parametrize("method, tail, body", ROUTES)
@pytest.mark.parametrize("state", ["pending_payment", "shipped", "pending_review"])
def test_orders_of_others_do_not_exist(trade, buyer, stranger, staff, state, method, tail, body):
    """Also for staff on the shopper's routes: the same answer as for a number that nobody has."""
    order = trade.in_state(state, buyer, staff)
    for who in (stranger, staff):
        reply = who.api.request(method, f"/orders/{order['id']}{tail}", json=body, expect=404)
        none = who.api.request(method, f"/orders/912412180969750539{tail}", json=body, expect=404)
        assert {**reply.json, "request_id": ""} == {**none.json, "request_id": ""}
    assert show(order, buyer) == order


@pytest.mark.parametrize("method, tail, body", ROUTES)
def test_only_members(api, waiting, method, tail, body):
    assert api.request(method, f"/orders/{waiting['id']}{tail}", json=body, expect=401).code == "unauthenticated"


@pytest.mark.parametrize("method, tail, body", ROUTES)
@pytest.mark.parametrize("bad", ["0", "-1", "01", "1abc", "x", "9223372036854775808", "%20", "1" * 1000])
def test_ids_in_paths_that_are_none(buyer, method, tail, body, bad):
    assert buyer.api.request(method, f"/orders/{bad}{tail}", json=body, expect=404).code == "not_found"


@pytest.mark.parametrize("tail", ["/cancel", "/receive"])
def test_bodies_where_none_belongs(buyer, waiting, tail):
    assert buyer.api.post(f"/orders/{waiting['id']}{tail}", json={"reason": "x"}, expect=422).code == "validation_failed"
    assert buyer.api.post(f"/orders/{waiting['id']}{tail}", body=b"x=1", headers={
        "Content-Type": "application/x-www-form-urlencoded"}, expect=415).code == "unsupported_media_type"


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_wrong_methods(buyer, waiting, method):
    reply = buyer.api.request(method, f"/orders/{waiting['id']}/cancel", expect=405)
    assert reply.code == "method_not_allowed" and "POST" in reply.headers["Allow"]
