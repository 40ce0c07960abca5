# SPDX-License-Identifier: MIT
"""GET /types, /skus and /home: orders, filters, pages, languages, caching, and what they cost the database."""
import pytest

SORTS = {
    "default": lambda s: (-s["id"],), "new": lambda s: (-s["id"],), "price": lambda s: (s["price"], s["id"]),
    "-price": lambda s: (-s["price"], -s["id"]), "hot": lambda s: (-s["sales"], -s["id"]),
    "name": lambda s: (s["key"].encode(), s["id"]),
}


@pytest.fixture(scope="module")
def shelf(shop, trade):
    """Every SKU on sale as the tables have it; some of one price, some sold out, one without English texts."""
    trade.skus(3, price=1500)
    trade.skus(2, stock=0, price=1500)
    trade.skus(2, price=1500, status="off_sale")
    alone = trade.sku(price=1500)
    shop.sql(f"DELETE FROM sku_text WHERE sku_id = {alone} AND lang = 'en'")
    rows = shop.sql("SELECT k.id, k.type_id, k.price, s.stock, s.sales, z.search_key, COALESCE(e.search_key, z.search_key) "
                    "FROM sku k JOIN sku_stock s ON s.sku_id = k.id "
                    "JOIN sku_text z ON z.sku_id = k.id AND z.lang = 'zh-CN' "
                    "LEFT JOIN sku_text e ON e.sku_id = k.id AND e.lang = 'en' WHERE k.status = 'on_sale'")
    names = ("id", "type_id", "price", "stock", "sales")
    return [{**dict(zip(names, map(int, row[:5]))), "key": row[5], "key_en": row[6]} for row in rows]


def ids(reply):
    return [item["id"] for item in reply.json["items"]]


def cost(shop, reply):
    """Round trips to MariaDB."""
    return shop.wait(lambda: shop.log_lines(reply.request_id))[0]["db"]


# ---------------------------------------------------------------- orders and pages

@pytest.mark.parametrize("type_id", [None, 1, 4])
@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_over_all_pages(api, shelf, sort, type_id):
    want = [s["id"] for s in sorted(shelf, key=SORTS[sort]) if type_id in (None, s["type_id"])]
    query = f"sort={sort}&per_page=17" + (f"&type={type_id}" if type_id else "")
    got, page = [], 1
    while True:
        reply = api.get(f"/skus?{query}&page={page}", expect=200)
        assert reply.json["page"] == page and reply.json["per_page"] == 17 and reply.json["total"] == len(want)
        if not reply.json["items"]:
            break
        got += ids(reply)
        page += 1
    assert got == want
    assert page == (len(want) + 16) // 17 + 1


def test_default_is_newest_first_twenty_a_page(api, shelf):
    reply = api.get("/skus", expect=200)
    assert ids(reply) == sorted((s["id"] for s in shelf), reverse=True)[:20]
    assert reply.json["per_page"] == 20


def test_names_sort_by_the_language_asked_for(api, shelf):
    chinese = ids(api.get("/skus?sort=name&per_page=100"))
    english = ids(api.get("/skus?sort=name&per_page=100", headers={"Accept-Language": "en"}))
    assert chinese == [s["id"] for s in sorted(shelf, key=SORTS["name"])][:100]
    assert english == [s["id"] for s in sorted(shelf, key=lambda s: (s["key_en"].encode(), s["id"]))][:100]
    assert chinese != english


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("type_id", [None, 1])
def test_no_sku_is_missing_from_the_order_by_name(api, shelf, language, type_id):
    """Also where it has no text in that language."""
    query = "/skus?sort=name&per_page=100" + (f"&type={type_id}" if type_id else "")
    got, page = [], 1
    while page == 1 or reply.json["items"]:
        reply = api.get(f"{query}&page={page}", headers={"Accept-Language": language}, expect=200)
        got += ids(reply)
        page += 1
    assert sorted(got) == sorted(s["id"] for s in shelf if type_id in (None, s["type_id"]))
    assert len(got) == reply.json["total"]


@pytest.mark.parametrize("low, high", [(1500, 1500), (0, 1499), (1501, None), (None, 0), (2000, 1000), (10000000000, None)])
@pytest.mark.parametrize("in_stock", [None, "true", "false"])
def test_filters_of_price_and_stock(api, shelf, low, high, in_stock):
    wanted = {s["id"] for s in shelf if (low or 0) <= s["price"] <= (10000000000 if high is None else high)
              and (in_stock != "true" or s["stock"] > 0)}
    query = "&".join(f"{k}={v}" for k, v in (("min_price", low), ("max_price", high), ("in_stock", in_stock))
                     if v is not None)
    got, page = set(), 1
    while page == 1 or reply.json["items"]:
        reply = api.get(f"/skus?per_page=100&page={page}&{query}", expect=200)
        got |= set(ids(reply))
        page += 1
    assert got == wanted and reply.json["total"] == len(wanted)


def test_filters_go_together_with_types_and_sorts(api, shelf):
    reply = api.get("/skus?type=1&sort=hot&in_stock=true&min_price=1500&max_price=5000&per_page=100", expect=200)
    want = [s["id"] for s in sorted(shelf, key=SORTS["hot"])
            if s["type_id"] == 1 and 1500 <= s["price"] <= 5000 and s["stock"] > 0]
    assert ids(reply) == want


def test_a_page_past_the_end_is_empty(api, shelf):
    for page in (99, 10000):
        reply = api.get(f"/skus?page={page}", expect=200)
        assert reply.json["items"] == [] and reply.json["total"] == len(shelf)
    empty = api.get("/skus?type=999999", expect=200).json
    assert empty == {"items": [], "page": 1, "per_page": 20, "total": 0}


@pytest.mark.parametrize("query, field", [
    ("page=10001", "page"), ("page=0", "page"), ("page=-1", "page"), ("page=1.0", "page"), ("page=01", "page"),
    ("page=%EF%BC%91", "page"), ("page=99999999999999999999", "page"), ("per_page=0", "per_page"),
    ("per_page=101", "per_page"), ("sort=cheap", "sort"), ("sort=Price", "sort"), ("type=0", "type"), ("type=x", "type"),
    ("type=1%20OR%201=1", "type"), ("min_price=-1", "min_price"), ("max_price=10000000001", "max_price"),
    ("max_price=1e3", "max_price"), ("in_stock=maybe", "in_stock"), ("page=1&page=2", "page"), ("colour=red", "colour"),
])
def test_bad_queries_name_the_field(api, query, field):
    reply = api.get("/skus?" + query, expect=422)
    assert reply.code == "validation_failed" and [e["field"] for e in reply.json["errors"]] == [field]


def test_per_page_from_1_to_100(api):
    assert len(ids(api.get("/skus?per_page=1", expect=200))) == 1
    assert len(ids(api.get("/skus?per_page=100", expect=200))) == 100


def links(reply):
    """rel -> target of the Link header."""
    parts = [part.split(">; rel=") for part in reply.headers["Link"].split(", ")]
    return {rel.strip('"'): target.lstrip("<") for target, rel in parts}


def test_link_headers_lead_through_all_pages(api, shelf):
    target, got, seen = "/api/v1/skus?type=1&per_page=7&sort=price", [], 0
    while target:
        reply = api.get(target, expect=200)
        got += ids(reply)
        found = links(reply)
        assert ("prev" in found) == (seen > 0)
        seen += 1
        target = found.get("next")
    want = [s["id"] for s in sorted(shelf, key=SORTS["price"]) if s["type_id"] == 1]
    assert got == want
    assert ids(api.get(found["last"])) == ids(reply) and ids(api.get(found["first"])) == want[:7]
    assert ids(api.get(found["prev"])) == got[(seen - 2) * 7:(seen - 1) * 7]


def test_summaries_say_what_the_tables_say(api, shop, shelf, trade):
    sku = trade.sku(stock=10, price=1000, net=(300, "ml"))
    item = next(i for i in api.get("/skus", expect=200).json["items"] if i["id"] == sku)
    spu = int(shop.sql(f"SELECT spu_id FROM sku WHERE id = {sku}")[0][0])
    assert item == {"id": sku, "spu_id": spu, "type_id": 1, "name": f"试验品{sku}", "summary": "试", "price": 1000,
                    "currency": "CNY", "unit": "盒", "net": {"amount": 300, "unit": "ml"},
                    "unit_price": {"amount": 1667, "per": 500, "unit": "ml"}, "image": "/media/demo/crate.svg",
                    "availability": "low", "stock": 10, "search_key": f"shiyanpin{sku}"}
    shop.sql(f"UPDATE sku SET status = 'off_sale' WHERE id = {sku}")
    assert sku not in ids(api.get("/skus", expect=200))


@pytest.mark.parametrize("stock, word", [(0, "sold_out"), (1, "low"), (10, "low"), (11, "in_stock")])
def test_availability_follows_the_stock(api, trade, stock, word):
    sku = trade.sku(stock=stock)
    assert next(i for i in api.get("/skus").json["items"] if i["id"] == sku)["availability"] == word


# ---------------------------------------------------------------- types and home

def test_types(api, shop):
    want = shop.sql("SELECT g.id, t.name FROM goods_type g JOIN goods_type_text t ON t.type_id = g.id AND t.lang = 'en' "
                    "WHERE NOT g.retired ORDER BY g.position, g.id")
    items = api.get("/types", headers={"Accept-Language": "en"}, expect=200).json["items"]
    assert [(str(t["id"]), t["name"]) for t in items] == [tuple(row) for row in want] and len(items) == 6
    for item in items:
        one = api.get(f"/types/{item['id']}", headers={"Accept-Language": "en"}, expect=200).json
        assert one == item and set(one) == {"id", "name", "logo", "image"}


@pytest.mark.parametrize("bad", ["0", "7", "-1", "01", "1abc", "9223372036854775807", "9223372036854775808", "%31x"])
def test_unknown_types(api, bad):
    assert api.get(f"/types/{bad}", expect=404).code == "not_found"


def test_a_retired_type_is_gone(api, shop):
    shop.sql("UPDATE goods_type SET retired = TRUE WHERE id = 6")
    try:
        assert 6 not in ids(api.get("/types", expect=200))
        api.get("/types/6", expect=404)
        assert [t["id"] for t in api.get("/home", expect=200).json["types"]] == [1, 2, 3, 4, 5]
    finally:
        shop.sql("UPDATE goods_type SET retired = FALSE WHERE id = 6")


def test_home(api, shop):
    home = api.get("/home", headers={"Accept-Language": "en"}, expect=200).json
    assert set(home) == {"banners", "promotions", "types"}
    assert [b["id"] for b in home["banners"]] == [1, 2, 3, 4] and set(home["banners"][0]) == {"id", "sku_id", "title", "image"}
    assert [p["url"] for p in home["promotions"]] == ["/list/2/1", "/list/6/1", "/list/5/1"]
    assert [t["id"] for t in home["types"]] == [t["id"] for t in api.get("/types").json["items"]]
    for kind in home["types"]:
        for member, display in (("titles", "title"), ("picks", "picture")):
            want = shop.sql(f"SELECT sku_id FROM home_pick WHERE type_id = {kind['id']} AND display = '{display}' "
                            "ORDER BY position")
            assert [s["id"] for s in kind[member]] == [int(row[0]) for row in want]
            assert want and all(s["name"].isascii() for s in kind[member])


def test_home_leaves_out_picks_that_are_not_on_sale(api, shop):
    shop.sql("UPDATE sku SET status = 'off_sale' WHERE id = 1")
    try:
        seafood = api.get("/home", expect=200).json["types"][0]
        assert [s["id"] for s in seafood["picks"]] == [13, 26, 63]
    finally:
        shop.sql("UPDATE sku SET status = 'on_sale' WHERE id = 1")


# ---------------------------------------------------------------- languages and caching

def test_languages(api, trade, shop):
    sku = trade.sku()
    for sent, name, said in (("en", f"Sample {sku}", "en"), ("zh-CN", f"试验品{sku}", "zh-CN"), ("fr", f"试验品{sku}", "zh-CN"),
                             ("en-GB,zh;q=0.5", f"Sample {sku}", "en")):
        reply = api.get("/skus", headers={"Accept-Language": sent}, expect=200)
        assert reply.json["items"][0]["name"] == name and reply.headers["Content-Language"] == said
        assert "Accept-Language" in reply.headers["Vary"]
    shop.sql(f"DELETE FROM sku_text WHERE sku_id = {sku} AND lang = 'en'")
    assert api.get("/skus", headers={"Accept-Language": "en"}).json["items"][0]["name"] == f"试验品{sku}"


@pytest.mark.parametrize("path", ["/home", "/types", "/types/1", "/skus?sort=name&per_page=3", "/skus/5", "/skus/5/reviews",
                                  "/search?q=a"])
def test_etags(api, path):
    first = api.get(path, expect=200)
    tag = first.headers["ETag"]
    assert tag.startswith('"') and tag.endswith('"') and len(tag) > 10
    assert api.get(path).headers["ETag"] == tag
    for sent in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        reply = api.get(path, headers={"If-None-Match": sent}, expect=304)
        assert reply.body == b"" and reply.headers["ETag"] == tag
    for sent in ('"other"', tag[:-2] + '"'):
        assert api.get(path, headers={"If-None-Match": sent}, expect=200).body == first.body
    assert first.headers["Cache-Control"].startswith("public")


def test_etags_differ_where_the_bytes_do(api, shop, trade):
    sku = trade.sku(price=100)
    tags = {api.get(f"/skus/{sku}", headers={"Accept-Language": lang}).headers["ETag"] for lang in ("en", "zh-CN")}
    shop.sql(f"UPDATE sku SET price = 101 WHERE id = {sku}")
    tags.add(api.get(f"/skus/{sku}").headers["ETag"])
    assert len(tags) == 3


def test_replies_to_members_are_private(buyer):
    assert buyer.api.get("/skus", expect=200).headers["Cache-Control"] == "private, no-store"


def test_head_is_get_without_a_body(api):
    get, head = api.get("/skus?per_page=2"), api.request("HEAD", "/skus?per_page=2", expect=200)
    assert head.body == b"" and head.headers["Content-Length"] == str(len(get.body))
    assert head.headers["ETag"] == get.headers["ETag"]


# ---------------------------------------------------------------- cost

@pytest.mark.parametrize("paths", [
    [f"/skus?per_page={n}" for n in (1, 10, 100)],
    [f"/skus?type=1&sort=hot&in_stock=1&per_page={n}" for n in (1, 10, 100)],
    [f"/search?q=a&per_page={n}" for n in (1, 10, 100)],
    [f"/skus/{sku}" for sku in (1, 5, 42)],
    [f"/skus/5/reviews?limit={n}" for n in (1, 100)],
], ids=["list", "filtered", "search", "detail", "reviews"])
def test_statements_do_not_grow_with_the_page(api, shop, paths):
    """No statement a row."""
    counts = {cost(shop, api.get(path, expect=200)) for path in paths}
    assert len(counts) == 1 and counts.pop() <= 5


def test_home_costs_few_statements(api, shop):
    assert cost(shop, api.get("/home", expect=200)) <= 6
