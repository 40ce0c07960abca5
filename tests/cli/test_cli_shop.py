# SPDX-License-Identifier: MIT
"""Every command on the real shop: a shopper's and the staff's."""

import json
import re

import pytest
from shopctl import Home

PASSWORD = "correct-horse-2026"


@pytest.fixture
def house(shop, books):
    return shop


@pytest.fixture
def staff_home(house, tmp_path):
    (tmp_path / "staff").mkdir()
    one = Home(tmp_path / "staff", house.site)
    assert one.run("login", "staff", "--password-stdin", stdin="staff-fresh-2026\n").code == 0
    return one


class Shopper(Home):
    """What a script would have around shopctl: a result that has to be good, one field of it, all of it."""

    def do(self, *words, **more):
        done = self.run(*words, **more)
        assert done.code == 0, done
        return done.out

    def field(self, name, *words):
        return self.do(*words, "--output", "tsv", "--json", name).rstrip("\n")

    def doc(self, *words):
        return json.loads(self.do(*words, "--json"))


@pytest.fixture
def shopper(house, tmp_path, request):
    """Registered, activated with the token of the mail, signed in, with an address: all through shopctl."""
    one = Shopper(tmp_path, house.site)
    name = "cli" + re.sub(r"\W", "", request.node.name)[-20:].lower()
    address = f"{name}@example.com"
    one.do("register", name, address, "--password-stdin", stdin=PASSWORD + "\n")
    one.do("activate", house.mail_to(address, "user/activate"))
    one.do("login", name, "--password-stdin", stdin=PASSWORD + "\n")
    assert one.field("username", "whoami") == name
    one.do("address", "add", "--receiver", "林小满", "--region", "上海市徐汇区", "--detail", "衡山路1号", "--phone", "13800000000")
    one.address = one.field("id", "address", "list")
    return one


def ship_receive_review(shopper, staff_home, order, skus):
    assert order in staff_home.run("admin", "order", "list", "--status", "pending_shipment", "--all").out
    assert staff_home.run("admin", "order", "ship", order, "--carrier", "SF", "--tracking-no", "SF1").code == 0
    shopper.do("order", "wait", order, "--for", "shipped")
    shopper.do("order", "receive", order)
    shopper.do("order", "review", order, *[f"{sku}=5:又脆又甜" for sku in skus])


def test_cart_and_history(shopper):
    sku = shopper.field("id", "goods", "search", "Eggs", "--in-stock", "--limit", "1")
    shopper.do("goods", "show", sku)
    assert shopper.field("id", "history", "list") == sku
    shopper.do("cart", "add", sku)
    shopper.do("cart", "add", sku, "2")
    assert shopper.do("cart", "set", sku, "5", "--output", "tsv", "--json", "total_quantity") == "5\n"
    cart = shopper.doc("cart", "list")
    assert [line["sku"]["id"] for line in cart["items"]] == [int(sku)] and cart["total_quantity"] == 5
    assert f"total quantity: 5\ntotal amount: {cart['total_amount'] // 100}." in shopper.do("cart", "list", "--output", "table")
    assert shopper.doc("order", "preview")["goods_amount"] == cart["total_amount"]
    assert shopper.run("cart", "add", sku, "9999").code == 5
    shopper.do("cart", "remove", sku)
    shopper.do("cart", "add", sku)
    shopper.do("cart", "clear")
    shopper.do("history", "clear")
    assert shopper.do("cart", "list") == shopper.do("history", "list") == ""


def test_an_order_paid_in_cash(shopper, staff_home):
    items = ["--item", "7=2", "--item", "8=1"]
    amount = shopper.field("payable_amount", "order", "preview", *items)
    place = ["order", "place", "--address", shopper.address, "--pay", "cod", *items]
    assert shopper.run(*place, "--expect", "0.01").code == 5
    order = shopper.field("id", *place, "--expect", amount)
    ship_receive_review(shopper, staff_home, order, ["7", "8"])
    assert shopper.field("status", "order", "show", order) != "completed"  # the cash is not taken yet
    assert staff_home.run("admin", "order", "capture", order, amount).code == 0
    assert shopper.field("status", "order", "show", order) == "completed"
    assert "又脆又甜" in shopper.do("goods", "reviews", "7")


def test_stock_comes_back_when_an_order_is_cancelled(shopper, staff_home):
    before = json.loads(staff_home.run("admin", "stock", "show", "7", "--all", "--json", "delta").out)["items"]
    order = shopper.field("id", "order", "place", "--address", shopper.address, "--pay", "cod", "--item", "7=3")
    assert shopper.run("order", "cancel", order).code == 2  # nobody to ask
    shopper.do("order", "cancel", order, "--yes")
    assert shopper.run("order", "wait", order, "--for", "shipped", "--timeout", "1s").code == 5
    after = json.loads(staff_home.run("admin", "stock", "show", "7", "--all", "--json", "delta").out)["items"]
    assert [m["delta"] for m in after[:len(after) - len(before)]] == [3, -3]


def test_staff_see_the_books_and_the_audit_log(staff_home):
    assert staff_home.run("admin", "stock", "move", "9", "5", "--reason", "received", "--note", "lot 7").code == 0
    assert staff_home.run("admin", "stock", "move", "9", "-100000", "--reason", "wasted").code == 5
    assert staff_home.run("admin", "books", "audit").code == 0
    entry = json.loads(staff_home.run("admin", "audit", "list", "--limit", "1", "--json", "action,object").out)
    assert entry["items"] == [{"action": "stock.move", "object": "sku:9"}]
    assert staff_home.run("admin", "job", "list").code == 0
    assert staff_home.run("admin", "job", "retry", "999999999").code == 3


def test_shoppers_are_no_staff(shopper):
    for words in (["order", "list"], ["audit", "list"], ["job", "list"], ["books", "audit"], ["stock", "show", "7"]):
        assert shopper.run("admin", *words).code == 4


def test_somebody_elses_order_is_not_found(shopper, staff_home):
    order = shopper.field("id", "order", "place", "--address", shopper.address, "--pay", "cod", "--item", "7=1")
    assert staff_home.run("order", "show", order).code == 3
    assert staff_home.run("order", "cancel", order, "--yes").code == 3
    shopper.do("order", "cancel", order, "--yes")


def test_texts_in_both_languages(shopper):
    names = {language: shopper.do("goods", "show", "7", "--output", "tsv", "--json", "name", "--lang", language)
             for language in ("en", "zh-CN")}
    assert names["en"].isascii() and not names["zh-CN"].isascii()
    assert shopper.run("goods", "show", "999999", "--lang", "zh-CN").err.splitlines()[0] == "shopctl: 未找到"
