# SPDX-License-Identifier: MIT
"""GET /skus/{id} and its reviews."""
import pytest

MEMBERS = {"id", "spu_id", "type_id", "name", "summary", "price", "currency", "unit", "net", "unit_price", "image",
           "availability", "stock", "search_key", "sales", "status", "images", "detail_html", "siblings", "new_picks",
           "rating", "review_count"}


def test_detail(api, shop):
    sku = api.get("/skus/1", expect=200).json
    assert set(sku) == MEMBERS
    assert sku["name"] == "南美白虾" and sku["price"] == 4590 and sku["status"] == "on_sale"
    assert sku["images"] == ["/media/demo/shrimp.svg", "/media/demo/parcel-chilled.svg"]
    assert "<strong>" in sku["detail_html"] and "<li>" in sku["detail_html"]
    stock, sales = shop.sql("SELECT stock, sales FROM sku_stock WHERE sku_id = 1")[0]
    assert (sku["stock"], sku["sales"]) == (int(stock), int(sales))


def test_detail_in_english(api):
    sku = api.get("/skus/1", headers={"Accept-Language": "en"}, expect=200).json
    assert sku["name"] == "White Shrimp" and "poach with ginger" in sku["detail_html"]
    assert [s["name"] for s in sku["siblings"]] == ["White Shrimp, Family Pack"]


@pytest.mark.parametrize("bad", ["0", "-1", "01", "1abc", "1%20OR%201=1", "999999", "73", "9223372036854775807",
                                 "9223372036854775808", "18446744073709551616", "1" * 2000])
def test_no_such_sku(api, bad):
    """73 is retired. Every one of them is told the same."""
    reply, known = api.get(f"/skus/{bad}", expect=404), api.get("/skus/999998", expect=404)
    drop = ("request_id",)
    assert {k: v for k, v in reply.json.items() if k not in drop} == {k: v for k, v in known.json.items() if k not in drop}
    api.get(f"/skus/{bad}/reviews", expect=404)


def test_off_sale_is_shown_but_not_sold(api):
    sku = api.get("/skus/64", expect=200).json
    assert sku["status"] == "off_sale" and sku["availability"] == "sold_out"


def test_siblings_by_size_and_new_picks(api, shop, trade):
    """Other sizes of the SPU, smallest first; the two newest of the type that are another SPU's."""
    a, b, c, d, gone = trade.skus(5, type_id=2)
    newer, newest, sold_off = trade.skus(3, type_id=2)
    shop.sql(f"UPDATE sku SET spu_id = (SELECT spu_id FROM (SELECT * FROM sku) k WHERE id = {a}) "
             f"WHERE id IN ({b}, {c}, {d}, {gone}); UPDATE sku SET net_amount = 2000 WHERE id = {b}; "
             f"UPDATE sku SET net_amount = 900 WHERE id = {c}; UPDATE sku SET net_amount = 100 WHERE id = {d}; "
             f"UPDATE sku SET status = 'retired' WHERE id = {gone}; "
             f"UPDATE sku SET status = 'off_sale' WHERE id = {sold_off}")
    sku = api.get(f"/skus/{a}", expect=200).json
    assert [s["id"] for s in sku["siblings"]] == [d, c, b]
    assert [s["id"] for s in sku["new_picks"]] == [newest, newer]
    assert [s["id"] for s in api.get(f"/skus/{newest}").json["new_picks"]] == [newer, d]
    assert api.get(f"/skus/{newest}").json["siblings"] == []
    assert set(sku["siblings"][0]) == MEMBERS - {"sales", "status", "images", "detail_html", "siblings", "new_picks",
                                                 "rating", "review_count"}


def test_texts_of_staff_hold_no_script(api, shop, trade):
    sku = trade.sku()
    shop.sql("UPDATE spu_text SET detail = '# T\n\n<script>alert(1)</script>\n\n[a](javascript:alert(1)) "
             "<img src=x onerror=y> ![p](data:text/html,x) **b** {{7*7}} %s%n' "
             f"WHERE spu_id = (SELECT spu_id FROM sku WHERE id = {sku})")
    html = api.get(f"/skus/{sku}", expect=200).json["detail_html"]
    for bad in ("<script", "javascript:", "onerror", "data:text"):
        assert bad not in html.lower()
    assert "<strong>b</strong>" in html and "{{7*7}} %s%n" in html


def test_rating_is_the_mean_of_the_stars(api, shop):
    rows = shop.sql("SELECT r.sku_id, r.reviews, r.stars FROM sku_rating r JOIN sku k ON k.id = r.sku_id "
                    "WHERE k.status = 'on_sale' ORDER BY r.reviews DESC LIMIT 3")
    for sku, reviews, stars in rows:
        got = api.get(f"/skus/{sku}", expect=200).json
        assert got["review_count"] == int(reviews)
        assert abs(got["rating"] - int(stars) / int(reviews)) <= 0.05
    unrated = api.get("/skus/2", expect=200).json if not shop.sql("SELECT 1 FROM sku_rating WHERE sku_id = 2") else None
    assert unrated is None or (unrated["rating"], unrated["review_count"]) == (0, 0)


# ---------------------------------------------------------------- reviews

@pytest.fixture
def reviewed(trade, shop, staff):
    """(SKU, ids of its seven reviews, newest first)."""
    sku = trade.sku()
    for _ in range(7):
        trade.in_state("completed", trade.shopper(0), staff, {sku: 1})
    return sku, [int(row[0]) for row in shop.sql(f"SELECT id FROM review WHERE sku_id = {sku} ORDER BY id DESC")]


def test_reviews_by_cursor(api, trade, staff, reviewed):
    """A review that comes while somebody reads on is neither shown nor does it push others to another page."""
    sku, want = reviewed
    got, path = [], f"/api/v1/skus/{sku}/reviews?limit=3"
    while path:
        reply = api.get(path, expect=200)
        assert set(reply.json) == {"items", "next"}
        got += [r["id"] for r in reply.json["items"]]
        link = reply.headers["Link"]
        assert (link is None) == (reply.json["next"] is None)
        path = link and link[1:link.index(">")]
        if len(got) == 3:
            trade.in_state("completed", trade.shopper(0), staff, {sku: 1})
    assert got == want and len(got) == 7
    assert len(api.get(f"/skus/{sku}/reviews", expect=200).json["items"]) == 8


def test_a_review_names_nobody(api, trade, shop, reviewed):
    sku, _ = reviewed
    review = api.get(f"/skus/{sku}/reviews?limit=1", expect=200).json["items"][0]
    name = trade.shopper(0).name
    assert review["username"] == name[0] + "***" and review["rating"] == 5 and review["content"] == "好"
    assert set(review) == {"id", "username", "rating", "content", "created_at"}
    shop.sql(f"UPDATE review SET reply = '谢谢', replied_at = UTC_TIMESTAMP(6) WHERE id = {review['id']}")
    replied = api.get(f"/skus/{sku}/reviews?limit=1").json["items"][0]
    assert replied["reply"] == "谢谢" and replied["replied_at"].endswith("Z")


def test_masks_of_names_are_whole_characters(api, shop):
    names = [r["username"] for row in shop.sql("SELECT DISTINCT sku_id FROM review WHERE user_id IN (4, 9)")
             for r in api.get(f"/skus/{row[0]}/reviews").json["items"]]
    assert "豆***" in names and "阿***" in names


def test_hidden_reviews_are_not_shown(api, shop, reviewed):
    sku, want = reviewed
    shop.sql(f"UPDATE review SET hidden = TRUE WHERE id = {want[0]}; "
             f"UPDATE sku_rating SET reviews = reviews - 1, stars = stars - 5 WHERE sku_id = {sku}")
    assert [r["id"] for r in api.get(f"/skus/{sku}/reviews").json["items"]] == want[1:]
    assert api.get(f"/skus/{sku}").json["review_count"] == 6


def test_cursors_that_are_not_ours(api, reviewed):
    sku, _ = reviewed
    ours = api.get(f"/skus/{sku}/reviews?limit=1").json["next"]
    edited = ("1" if ours[0] != "1" else "2") + ours[1:]
    for bad in (edited, "x", "1", "1-", "-0000", ours + "0", ours[:-1], "%00", "ffffffffffffffff-0000", "1" * 41):
        reply = api.get(f"/skus/{sku}/reviews?cursor={bad}")
        assert reply.status in (400, 422), (bad, reply)
        assert reply.status == 400 or reply.json["errors"][0]["field"] == "cursor"
    for bad in ("0", "101", "x"):
        assert api.get(f"/skus/{sku}/reviews?limit={bad}", expect=422).json["errors"][0]["field"] == "limit"
