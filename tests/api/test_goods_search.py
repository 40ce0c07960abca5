# SPDX-License-Identifier: MIT
"""GET /search: words in both languages and pinyin, taken literally; facets; safe highlights."""
import urllib.parse

import pytest


def search(api, words, expect=200, language="zh-CN", **more):
    query = urllib.parse.urlencode({"q": words, **more})
    return api.get("/search?" + query, headers={"Accept-Language": language}, expect=expect)


def ids(reply):
    return [item["id"] for item in reply.json["items"]]


@pytest.mark.parametrize("words", ["白虾", "White Shrimp", "white SHRIMP", "nanmeibaixia", "nmbx"])
def test_finds_by_name_and_pinyin(api, words):
    assert {1, 2} <= set(ids(search(api, words)))
    assert {1, 2} <= set(ids(search(api, words, language="en")))


def test_nothing_found(api):
    got = search(api, "飞机大炮").json
    assert got["items"] == [] and got["total"] == 0 and got["facets"]["types"] == []


@pytest.mark.parametrize("words", ["%", "_", "\\", "%虾%", "白_", "' OR 1=1 -- ", "\" OR \"\"=\""])
def test_words_are_literal(api, words):
    assert ids(search(api, words)) == []


def test_names_are_escaped_and_highlighted(api, shop, trade):
    sku = trade.sku()
    shop.sql(f"UPDATE sku_text SET name = 'A<b>&\"Zqx\" 100%' WHERE sku_id = {sku} AND lang = 'zh-CN'")
    hit = search(api, "zqx").json["items"][0]
    assert hit["id"] == sku and hit["name"] == 'A<b>&"Zqx" 100%'
    assert hit["name_html"] == "A&lt;b&gt;&amp;&quot;<em>Zqx</em>&quot; 100%"
    assert ids(search(api, "100%")) == [sku]


def test_filters_facets_and_pages(api, trade):
    cheap, mid, dear = trade.sku(price=1999), trade.sku(price=2000, type_id=2), trade.sku(price=10000, stock=0)
    everything = search(api, "试验品", per_page=100).json
    mine = {cheap, mid, dear}
    assert mine <= {i["id"] for i in everything["items"]} and everything["total"] == len(everything["items"])
    assert sum(t["count"] for t in everything["facets"]["types"]) == everything["total"]
    assert sum(p["count"] for p in everything["facets"]["prices"]) == everything["total"]
    only = search(api, "试验品", type=2).json
    assert {i["id"] for i in only["items"]} == {mid} and only["total"] == 1
    assert dear not in ids(search(api, "试验品", in_stock="true"))
    assert set(ids(search(api, "试验品", min_price=1999, max_price=2000))) & mine == {cheap, mid}
    prices = [i["price"] for i in search(api, "试验品", sort="price", per_page=100).json["items"]]
    assert prices == sorted(prices)
    assert ids(search(api, "试验品", sort="new"))[:3] == [dear, mid, cheap]
    paged = [i for page in range(1, everything["total"] + 2) for i in ids(search(api, "试验品", page=page, per_page=1))]
    assert paged == [i["id"] for i in everything["items"]]


def test_off_sale_is_not_found(api, trade, shop):
    sku = trade.sku()
    shop.sql(f"UPDATE sku SET status = 'off_sale' WHERE id = {sku}")
    assert sku not in ids(search(api, f"试验品{sku}"))


@pytest.mark.parametrize("query, field", [("", "q"), ("q=", "q"), ("q=%20", "q"), ("q=" + "x" * 101, "q"), ("q=a&page=10001", "page"),
                                          ("q=a&sort=best", "sort"), ("q=a&q=b", "q"), ("q=%E2%80%AE", "q"), ("q=a&lang=en", "lang")])
def test_bad_searches(api, query, field):
    reply = api.get("/search?" + query, expect=422)
    assert [e["field"] for e in reply.json["errors"]] == [field]
