# SPDX-License-Identifier: MIT
"""The stock ledger as staff use it."""
import pytest

from trade import at_once


def move(staff, sku, delta, reason="received", expect=201, headers=None, **more):
    return staff.api.post(f"/admin/skus/{sku}/stock-movements", json={"delta": delta, "reason": reason, **more},
                          headers=headers, expect=expect)


def test_movements_change_the_stock(trade, staff):
    sku = trade.sku(stock=10)
    for delta, reason, stock in ((5, "received", 15), (-3, "wasted", 12), (2, "returned", 14), (-4, "counted", 10),
                                 (1, "counted", 11), (-11, "wasted", 0)):
        reply = move(staff, sku, delta, reason, note="盘点")
        assert reply.json == {"id": reply.json["id"], "sku_id": sku, "delta": delta, "reason": reason, "order_id": None,
                              "note": "盘点", "staff": "staff", "at": reply.json["at"]}
        assert reply.headers["Location"] == f"/api/v1/admin/skus/{sku}/stock-movements"
        assert trade.stock(sku) == stock
    assert move(staff, sku, -1, "wasted", expect=409).code == "out_of_stock"
    assert move(staff, sku, 1).json["note"] == ""


@pytest.mark.parametrize("delta, reason", [(0, "counted"), (-1, "received"), (-1, "returned"), (1, "wasted"), (1000001, "received"),
                                           (-1000001, "counted"), (1.0, "received"), ("1", "received"), (None, "received")])
def test_deltas_that_do_not_fit(trade, staff, delta, reason):
    sku = trade.sku(stock=10)
    assert [e["field"] for e in move(staff, sku, delta, reason, expect=422).json["errors"]] == ["delta"]
    assert trade.stock(sku) == 10


@pytest.mark.parametrize("more, field", [({"reason": "sold"}, "reason"), ({"reason": "cancelled"}, "reason"), ({"reason": ""}, "reason"),
                                         ({"order_id": "1"}, "order_id"), ({"stock": 5}, "stock"), ({"note": "x" * 201}, "note")])
def test_bodies_that_are_wrong(trade, staff, more, field):
    """What orders write ("sold", "cancelled") nobody writes by hand."""
    body = {"delta": 1, "reason": "received", **more}
    reply = staff.api.post(f"/admin/skus/{trade.sku()}/stock-movements", json=body, expect=422)
    assert [e["field"] for e in reply.json["errors"]] == [field]


@pytest.mark.parametrize("sku", ["0", "01", "x", "999999999", "9223372036854775808"])
def test_unknown_skus(staff, sku):
    move(staff, sku, 1, expect=404)
    staff.api.get(f"/admin/skus/{sku}/stock-movements", expect=404)


def test_the_ledger_by_cursor_with_orders_in_it(trade, buyer, staff):
    sku = trade.sku(stock=10)
    order = trade.placed(buyer, {sku: 4})
    trade.cancel(order, buyer, staff)
    move(staff, sku, -1, "wasted")
    got, path = [], f"/api/v1/admin/skus/{sku}/stock-movements?limit=1"
    while path:
        reply = staff.api.get(path, expect=200)
        got += [(m["delta"], m["reason"], m["order_id"], m["staff"]) for m in reply.json["items"]]
        path = reply.headers["Link"] and reply.headers["Link"][1:reply.headers["Link"].index(">")]
    assert got == [(-1, "wasted", None, "staff"), (4, "cancelled", order["id"], None), (-4, "sold", order["id"], None),
                   (10, "received", None, "staff")]


def test_a_key_makes_it_repeatable(trade, staff):
    sku, key = trade.sku(stock=0), {"Idempotency-Key": f"stock-{trade.sku()}"}
    replies = at_once([lambda: move(staff, sku, 7, expect=None, headers=key) for _ in range(12)])
    assert {r.status for r in replies} <= {201, 409} and trade.stock(sku) == 7
    assert {r.code for r in replies} <= {None, "in_progress"}
    assert len({r.json["id"] for r in replies if r.status == 201}) == 1
    assert move(staff, sku, 8, expect=422, headers=key).code == "idempotency_mismatch"


def test_waste_against_orders(trade, buyer, staff):
    """Twelve orders and twelve movements, one unit each, of eighteen: none too many."""
    sku = trade.sku(stock=18)
    replies = at_once([lambda: trade.order(buyer, {sku: 1}) for _ in range(12)]
                      + [lambda: move(staff, sku, -1, "wasted", expect=None) for _ in range(12)])
    assert sorted(r.status for r in replies) == [201] * 18 + [409] * 6
    assert {r.code for r in replies if r.status == 409} == {"out_of_stock"}
    assert trade.stock(sku) == 0
