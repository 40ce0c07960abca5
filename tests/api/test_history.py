# SPDX-License-Identifier: MIT
"""The SKUs that a shopper looked at last."""
import pytest
from carts import history, look


def test_nobody_begins_with_one(user):
    assert user.api.get("/me/history", expect=200).json == {"items": [], "next": None}


def test_newest_first_each_once_five_at_most(shop, user):
    look(user, 1, 2, 3)
    assert history(user) == [3, 2, 1]
    look(user, 2)
    assert history(user) == [2, 3, 1]
    look(user, 2)
    assert history(user) == [2, 3, 1]
    look(user, 4, 5, 6)
    assert history(user) == [6, 5, 4, 2, 3]
    look(user, 3)
    assert history(user) == [3, 6, 5, 4, 2]
    assert shop.redis("LRANGE", f"history_{user.id}", 0, -1).split() == ["3", "6", "5", "4", "2"]


def test_it_shows_sku_summaries(user):
    look(user, 7)
    [shown] = user.api.get("/me/history", expect=200).json["items"]
    page = user.api.get(f"/skus?per_page=100&type={shown['type_id']}", expect=200).json
    listed = [sku for sku in page["items"] if sku["id"] == 7]
    assert [shown] == listed


def test_a_view_is_noted_though_the_client_knows_the_document(user):
    etag = user.api.get("/skus/8", expect=200).headers["ETag"]
    user.api.delete("/me/history", expect=204)
    user.api.get("/skus/8", headers={"If-None-Match": etag}, expect=304)
    assert history(user) == [8]


def test_what_is_not_found_is_not_noted(user):
    for path in ("/skus/888888", "/skus/0", "/skus/01", "/skus/x"):
        assert user.api.get(path).status == 404
    assert history(user) == []


def test_retired_goods_leave_it(shop, user):
    look(user, 1, 2, 3)
    shop.sql("UPDATE sku SET status = 'retired' WHERE id = 2")
    try:
        assert history(user) == [3, 1]
    finally:
        shop.sql("UPDATE sku SET status = 'on_sale' WHERE id = 2")


def test_clearing(user):
    look(user, 1, 2)
    assert user.api.delete("/me/history", expect=204).body == b""
    assert history(user) == []
    user.api.delete("/me/history", expect=204)
    look(user, 3)
    assert history(user) == [3]


def test_it_is_its_owners_alone(shop, user, api):
    other = shop.new_user()
    api.get("/skus/4", expect=200)
    look(user, 5)
    look(other, 6)
    other.api.delete("/me/history", expect=204)
    assert (history(user), history(other)) == ([5], [])


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_nobody_without_a_session_has_one(api, method):
    assert api.request(method, "/me/history").status == 401


def test_it_takes_no_query_and_no_body(user):
    assert user.api.get("/me/history?page=2").status == 422
    assert user.api.delete("/me/history", json={"all": True}).status == 422


def test_an_empty_history_leaves_the_cart_alone(user):
    user.api.post("/cart/items", json={"sku_id": 1, "quantity": 2}, expect=201)
    look(user, 1)
    user.api.delete("/me/history", expect=204)
    assert user.api.get("/cart", expect=200).json["total_quantity"] == 2
