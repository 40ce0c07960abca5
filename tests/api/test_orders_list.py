# SPDX-License-Identifier: MIT
"""GET /orders and GET /admin/orders: newest first, by cursor, while others go on ordering."""
import threading

import pytest


@pytest.fixture(scope="module")
def regular(trade, staff):
    """A shopper with eleven orders in several states, and these orders, newest first."""
    user = trade.new_shopper()
    states = ["pending_payment", "pending_shipment", "shipped", "pending_review", "completed", "cancelled"]
    made = [trade.in_state(state, user, staff) for state in states + states[:5]]
    return user, made[::-1]


def pages(api, path):
    """Every page of a list, as replies."""
    found = []
    while path:
        reply = api.get(path, expect=200)
        found.append(reply)
        link = reply.headers["Link"]
        assert (link is None) == (reply.json["next"] is None)
        if link:
            assert link.endswith('>; rel="next"') and reply.json["next"] in link
        path = link and link[1:link.index(">")]
    return found


@pytest.mark.parametrize("limit", [1, 3, 11, 100])
def test_pages_by_cursor(regular, limit):
    user, orders = regular
    found = pages(user.api, f"/api/v1/orders?limit={limit}")
    assert [o for page in found for o in page.json["items"]] == orders
    assert all(len(page.json["items"]) == limit for page in found[:-1])
    assert len(found) == (len(orders) + limit - 1) // limit


def test_the_list_shows_what_the_order_shows(regular):
    user, orders = regular
    for order in orders:
        assert user.api.get(f"/orders/{order['id']}", expect=200).json == order


@pytest.mark.parametrize("status", ["pending_payment", "pending_shipment", "shipped", "pending_review", "completed",
                                    "cancelling", "cancelled"])
def test_filter_by_status(regular, status):
    user, orders = regular
    found = pages(user.api, f"/api/v1/orders?status={status}&limit=1")
    assert [o for page in found for o in page.json["items"]] == [o for o in orders if o["status"] == status]


def test_others_are_not_listed(trade, regular):
    _, orders = regular
    mine = {o["id"] for page in pages(trade.shopper(1).api, "/api/v1/orders?limit=100") for o in page.json["items"]}
    assert not mine & {o["id"] for o in orders}


def test_an_empty_list(shop, user):
    assert user.api.get("/orders", expect=200).json == {"items": [], "next": None}


def test_names_follow_the_reader(regular):
    user, orders = regular
    english = user.api.get("/orders", headers={"Accept-Language": "en"}, expect=200).json["items"]
    assert all(o["lines"][0]["name"].startswith("Sample") for o in english)


def test_statements_do_not_grow_with_the_page(shop, regular):
    user, _ = regular
    costs = {shop.wait(lambda r=r: shop.log_lines(r.request_id))[0]["db"]
             for r in (user.api.get(f"/orders?limit={n}", expect=200) for n in (1, 5, 100))}
    assert len(costs) == 1 and costs.pop() <= 6


def test_reading_on_while_others_order(trade, staff):
    """No order twice, and none missing that was there when the reading began: for the shopper, and for staff over
    everybody's."""
    user = trade.new_shopper()
    sku = trade.sku(stock=9999)
    before = [trade.placed(user, {sku: 1})["id"] for _ in range(25)][::-1]
    stop, added = threading.Event(), []

    def go_on():
        while not stop.is_set():
            added.append(trade.placed(user, {sku: 1})["id"])

    writers = [threading.Thread(target=go_on) for _ in range(3)]
    for writer in writers:
        writer.start()
    try:
        for api, path in ((user.api, "/api/v1/orders?limit=4"), (staff.api, "/api/v1/admin/orders?limit=4"),
                          (staff.api, "/api/v1/admin/orders?limit=4&status=pending_shipment")):
            seen = [o["id"] for page in pages(api, path) for o in page.json["items"]]
            assert len(seen) == len(set(seen)) and seen == sorted(seen, key=int, reverse=True)
            assert set(before) <= set(seen)
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    assert len(added) > 3


def test_staff_see_everybodys(trade, buyer, stranger, staff):
    mine, theirs = trade.placed(buyer, {trade.sku(): 1}), trade.placed(stranger, {trade.sku(): 1})
    items = staff.api.get("/admin/orders?limit=2", expect=200).json["items"]
    assert items == [theirs, mine]
    assert staff.api.get(f"/admin/orders/{mine['id']}", expect=200).json == mine
    staff.api.get("/admin/orders/912412180969750539", expect=404)


@pytest.mark.parametrize("path", ["/orders", "/admin/orders"])
@pytest.mark.parametrize("query, field", [("limit=0", "limit"), ("limit=101", "limit"), ("limit=x", "limit"), ("status=new", "status"),
                                          ("status=SHIPPED", "status"), ("cursor=5", "cursor"), ("cursor=1-0000", "cursor"),
                                          ("page=1", "page"), ("status=shipped&status=shipped", "status")])
def test_bad_queries(staff, path, query, field):
    reply = staff.api.get(f"{path}?{query}", expect=422)
    assert [e["field"] for e in reply.json["errors"]] == [field]
