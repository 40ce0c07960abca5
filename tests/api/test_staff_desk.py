# SPDX-License-Identifier: MIT
"""The order desk: which role may do what, ship and capture, and the audit log that remembers it."""
import json

import pytest

ROLES = ("catalogue", "orders", "support", "finance", "admin")
# Who may call what of /admin/…; `admin` may all of it. A route that is missing here fails the last test.
MAY = {
    ("GET", "/admin/orders"): {"orders", "support", "finance"},
    ("GET", "/admin/orders/{id}"): {"orders", "support", "finance"},
    ("POST", "/admin/orders/{id}/shipments"): {"orders"},
    ("POST", "/admin/orders/{id}/captures"): {"orders", "finance"},
    ("POST", "/admin/orders/{id}/cancel"): {"orders", "support"},
    ("GET", "/admin/skus/{id}/stock-movements"): {"catalogue", "orders"},
    ("POST", "/admin/skus/{id}/stock-movements"): {"catalogue"},
    ("POST", "/admin/books/audit"): {"finance"},
    ("GET", "/admin/audit"): set(),
    ("GET", "/admin/jobs"): set(),
    ("POST", "/admin/jobs/{id}/retry"): set(),
}
NOBODY = 912412180969750539  # the id of no order, SKU or job


@pytest.fixture(scope="module")
def people(shop, trade):
    """A member of staff of each role alone, a shopper, and somebody without a session."""
    found = {}
    for role in ROLES:
        found[role] = shop.new_user()
        assert shop.run_shopd("staff", "add", found[role].name, "--role", role).returncode == 0
        found[role] = shop.login(found[role].name, found[role].password)
        assert found[role].api.get("/me").json["roles"] == [role]
    return {role: user.api for role, user in found.items()} | {"shopper": trade.shopper(0).api, "anon": shop.api()}


def refusal(api, method, path):
    """401, 403, or None where the route let this person in (and then failed or not)."""
    reply = api.request(method, path.format(id=NOBODY), json={} if method == "POST" else None)
    assert reply.status < 500, reply
    codes = {401: "unauthenticated", 403: "forbidden"}
    assert reply.status not in codes or reply.code == codes[reply.status]
    return reply.status if reply.status in codes else None


@pytest.mark.parametrize("route", MAY, ids=" ".join)
def test_roles(people, route):
    got = {who: refusal(api, *route) for who, api in people.items()}
    want = {role: None if role in MAY[route] | {"admin"} else 403 for role in ROLES}
    assert got == {**want, "shopper": 403, "anon": 401}


def test_every_staff_route_has_its_row(api):
    paths = api.get("/api/openapi.json", expect=200).json["paths"]
    known = {(method, path.replace("{sku_id}", "{id}")) for method, path in MAY}
    found = {(method.upper(), path.removeprefix("/api/v1")) for path, row in paths.items() for method in row
             if "/admin/" in path and method in ("get", "post", "put", "patch", "delete")}
    assert found == known


def test_a_role_that_was_taken_away(shop, people):
    user = shop.new_user()
    shop.run_shopd("staff", "add", user.name, "--role", "orders")
    user = shop.login(user.name, user.password)
    user.api.get("/admin/orders", expect=200)
    shop.sql(f"DELETE FROM staff WHERE user_id = {user.id}; UPDATE user SET auth_epoch = auth_epoch + 1 WHERE id = {user.id}")
    again = shop.login(user.name, user.password)
    again.api.get("/admin/orders", expect=403)


# ---------------------------------------------------------------- shipping and cash

@pytest.mark.parametrize("body, field", [
    ({}, "carrier"), ({"carrier": "顺丰"}, "tracking_no"), ({"carrier": "", "tracking_no": "1"}, "carrier"),
    ({"carrier": "x" * 41, "tracking_no": "1"}, "carrier"), ({"carrier": "x", "tracking_no": "1" * 65}, "tracking_no"),
    ({"carrier": "x", "tracking_no": 5}, "tracking_no"), ({"carrier": "x\n", "tracking_no": "1\r\n2"}, "tracking_no"),
    ({"carrier": "x", "tracking_no": "1", "at": "now"}, "at"),
], ids=range(8))
def test_shipments_that_are_none(trade, buyer, staff, body, field):
    order = trade.placed(buyer, {trade.sku(): 1})
    reply = staff.api.post(f"/admin/orders/{order['id']}/shipments", json=body, expect=422)
    assert field in [e["field"] for e in reply.json["errors"]]
    assert buyer.api.get(f"/orders/{order['id']}").json == order


def test_capture_is_exact(shop, trade, buyer, staff):
    order = trade.in_state("shipped", buyer, staff, {trade.sku(price=4550): 2})
    due, path = order["payable_amount"], f"/admin/orders/{order['id']}/captures"
    for wrong in (due - 1, due + 1, 0, due * 100):
        reply = staff.api.post(path, json={"amount": wrong}, expect=422)
        assert [e["field"] for e in reply.json["errors"]] == ["amount"]
    for wrong in (-due, str(due), float(due), None, due / 100, 2 ** 63 - 1):
        assert [e["field"] for e in staff.api.post(path, json={"amount": wrong}, expect=422).json["errors"]] == ["amount"]
    assert shop.sql(f"SELECT COUNT(*) FROM capture WHERE order_id = {order['id']}") == [["0"]]
    paid = staff.api.post(path, json={"amount": due}, expect=201)
    assert paid.json["payment_status"] == "paid" and paid.headers["Location"] == f"/api/v1/admin/orders/{order['id']}"
    assert shop.sql(f"SELECT amount, accepted, source, staff_id FROM capture WHERE order_id = {order['id']}") == [
        [str(due), "1", "staff", str(staff.id)]]
    assert staff.api.post(path, json={"amount": due}, expect=409).code == "invalid_state"


def test_no_cash_for_an_order_that_is_paid_elsewhere(trade, buyer, staff):
    order = trade.placed(buyer, {trade.sku(): 1}, pay_method="alipay")
    buyer.api.post(f"/orders/{order['id']}/payments", expect=201)
    reply = staff.api.post(f"/admin/orders/{order['id']}/captures", json={"amount": order["payable_amount"]}, expect=409)
    assert reply.code == "invalid_state"


def test_unknown_orders(staff):
    for tail, body in (("shipments", {"carrier": "x", "tracking_no": "1"}), ("captures", {"amount": 1}), ("cancel", None)):
        assert staff.api.post(f"/admin/orders/{NOBODY}/{tail}", json=body, expect=404).code == "not_found"


# ---------------------------------------------------------------- the audit log

def newest(staff, limit=1):
    return staff.api.get(f"/admin/audit?limit={limit}", expect=200).json["items"]


def test_every_change_is_written_down(trade, buyer, staff):
    order = trade.placed(buyer, {trade.sku(): 1})
    shipped = staff.api.post(f"/admin/orders/{order['id']}/shipments", json={"carrier": '"顺丰"', "tracking_no": "S\\1"},
                             headers={"X-Request-Id": "desk-test-1"}, expect=201)
    staff.api.post(f"/admin/orders/{order['id']}/captures", json={"amount": order["payable_amount"]}, expect=201)
    other = trade.placed(buyer, {trade.sku(): 1})
    staff.api.post(f"/admin/orders/{other['id']}/cancel", expect=200)
    cancel, capture, ship = newest(staff, 3)
    assert (ship["action"], ship["object"]) == ("order.ship", f"order:{order['id']}")
    assert json.loads(ship["after"]) == {"carrier": '"顺丰"', "tracking_no": "S\\1"}
    assert ship["request_id"] == shipped.request_id == "desk-test-1"
    assert (ship["actor"], ship["actor_id"], ship["address"]) == ("staff", staff.id, "127.0.0.1")
    assert (capture["action"], json.loads(capture["after"])) == ("order.capture", {"amount": order["payable_amount"]})
    assert (cancel["action"], cancel["object"]) == ("order.cancel", f"order:{other['id']}")


def test_what_was_refused_is_not_written_down(trade, buyer, staff):
    order = trade.in_state("completed", buyer, staff)
    before = newest(staff)
    staff.api.post(f"/admin/orders/{order['id']}/cancel", expect=409)
    staff.api.post(f"/admin/orders/{order['id']}/shipments", json={"carrier": "x", "tracking_no": "1"}, expect=409)
    staff.api.post(f"/admin/orders/{order['id']}/captures", json={"amount": 1}, expect=409)
    staff.api.post("/admin/skus/1/stock-movements", json={"delta": -1000000, "reason": "wasted"}, expect=409)
    assert newest(staff) == before


def test_the_log_by_cursor(trade, buyer, staff):
    sku = trade.sku()
    for n in range(1, 8):
        staff.api.post(f"/admin/skus/{sku}/stock-movements", json={"delta": n, "reason": "received"}, expect=201)
    got, path = [], "/api/v1/admin/audit?limit=3"
    while len(got) < 7:
        reply = staff.api.get(path, expect=200)
        got += [json.loads(e["after"])["delta"] for e in reply.json["items"] if e["object"] == f"sku:{sku}"]
        path = reply.headers["Link"][1:reply.headers["Link"].index(">")]
    assert got == [7, 6, 5, 4, 3, 2, 1]
    assert staff.api.get("/admin/audit?cursor=1", expect=422).json["errors"][0]["field"] == "cursor"


def test_the_daemon_cannot_edit_the_log(shop, staff):
    """Its database user may add lines to append-only tables, and nothing else."""
    for table in ("audit_log", "stock_movement", "order_history", "capture", "payment_notice"):
        for change in (f"UPDATE {table} SET at = at", f"DELETE FROM {table}", f"TRUNCATE {table}", f"DROP TABLE {table}"):
            with pytest.raises(Exception, match="denied"):
                shop.sql(change, user="serve")
