# SPDX-License-Identifier: MIT
"""The whole main job, once by shopctl alone and once by the API alone: register, activate, browse, cart, order,
pay at the simulator's page, ship, receive, review."""
import html.parser
import json
import os
import subprocess
import urllib.parse
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ADDRESS = {"receiver": "林小满", "region": "上海市徐汇区", "detail": "衡山路 1 号", "phone": "13800000000"}


class FirstForm(html.parser.HTMLParser):
    """Method, action and hidden inputs of a page's first form."""

    def __init__(self, page):
        super().__init__()
        self.form, self.fields, self.closed = None, {}, False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form" and self.form is None:
            self.form = attrs
        elif tag == "input" and self.form and not self.closed:
            self.fields[attrs["name"]] = attrs.get("value", "")

    def handle_endtag(self, tag):
        self.closed = self.closed or tag == "form"


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def pay_as_a_browser(pay_url):
    """Opens the page, submits its first form as it stands, and gives the address that the browser is sent to."""
    page = urllib.request.urlopen(pay_url, timeout=10).read().decode()
    assert "TEST PAYMENT" in page
    form = FirstForm(page)
    assert form.form["method"].upper() == "POST"
    target = urllib.parse.urljoin(pay_url, form.form["action"])
    opener = urllib.request.build_opener(NoRedirect)
    try:
        reply = opener.open(target, urllib.parse.urlencode(form.fields).encode(), timeout=10)
    except urllib.error.HTTPError as redirect:
        reply = redirect
    assert reply.status == 302
    return reply.headers["Location"]


class Person:
    """Somebody at a prompt of their own: shopctl with a private home."""

    def __init__(self, shop, home):
        self.env = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_STATE_HOME": str(home / "state"),
                    "SHOPCTL_URL": shop.site, "SHOPCTL_LANG": "en", "LC_ALL": "C.UTF-8"}
        home.mkdir(exist_ok=True)

    def shopctl(self, *words, stdin="", code=0):
        run = subprocess.run([os.path.join(ROOT, "build/shopctl"), *map(str, words)], input=stdin, env=self.env,
                             capture_output=True, text=True, timeout=60)
        assert run.returncode == code, f"{words}: {run.returncode}: {run.stdout}{run.stderr}"
        return run.stdout

    def json(self, *words, **options):
        return json.loads(self.shopctl(*words, "--json", **options))


def test_by_shopctl_alone(shop, tmp_path):
    shopper, staff = Person(shop, tmp_path / "shopper"), Person(shop, tmp_path / "staff")
    shopper.shopctl("register", "firstbuyer", "firstbuyer@example.com", "--password-stdin", stdin="first-order-2026\n")
    shopper.shopctl("login", "firstbuyer", "--password-stdin", stdin="first-order-2026\n", code=4)
    shopper.shopctl("activate", shop.mail_to("firstbuyer@example.com", "user/activate"))
    shopper.shopctl("login", "firstbuyer", "--password-stdin", stdin="first-order-2026\n")
    assert shopper.json("whoami")["username"] == "firstbuyer"

    found = shopper.json("goods", "search", "shrimp")["items"]
    assert any(sku["id"] == 1 for sku in found)
    assert shopper.json("goods", "show", 1)["price"] == 4590
    address = shopper.json("address", "add", "--receiver", ADDRESS["receiver"], "--region", ADDRESS["region"],
                           "--detail", ADDRESS["detail"], "--phone", ADDRESS["phone"])
    shopper.shopctl("cart", "add", 1, 2)
    shopper.shopctl("cart", "add", 3)
    quote = shopper.json("order", "preview", "--address", address["id"])
    assert quote["payable_amount"] == 2 * 4590 + 890

    order = shopper.json("order", "place", "--address", address["id"], "--pay", "alipay", "--expect", "100.70")
    assert (order["status"], order["payable_amount"]) == ("pending_payment", 10070)
    shopper.shopctl("order", "wait", order["id"], "--for", "paid", "--timeout", "1", code=8)
    back = pay_as_a_browser(shopper.json("order", "pay", order["id"])["pay_url"])
    assert back.startswith(shop.site)
    shopper.shopctl("order", "wait", order["id"], "--for", "paid", "--timeout", "20")
    shop.wait(lambda: not shopper.json("cart", "list")["items"])

    staff.shopctl("login", "staff", "--password-stdin", stdin="staff-fresh-2026\n")
    staff.shopctl("admin", "order", "ship", order["id"], "--carrier", "SF", "--tracking-no", "SF1234567890")
    shopper.shopctl("order", "receive", order["id"], "--yes")
    shopper.shopctl("order", "review", order["id"], "1=5:Sweet and fresh", "3=4:Crisp")
    done = shopper.json("order", "show", order["id"])
    assert (done["status"], done["payment_status"], done["actions"]) == ("completed", "paid", [])
    assert [e["status"] for e in done["history"]] == ["pending_payment", "pending_shipment", "shipped", "pending_review",
                                                     "completed"]
    assert any(r["content"] == "Sweet and fresh" for r in shopper.json("goods", "reviews", 1)["items"])
    assert staff.json("admin", "books", "audit")["balanced"]


def test_by_the_api_alone(shop, user, staff):
    address = user.api.post("/me/addresses", json=ADDRESS, expect=201).json
    assert address["is_default"]
    user.api.post("/cart/items", json={"sku_id": 5, "quantity": 1}, expect=201)
    order = user.api.post("/orders", json={"address_id": address["id"], "pay_method": "alipay"},
                          headers={"Idempotency-Key": "the-first"}, expect=201).json
    payment = user.api.post(f"/orders/{order['id']}/payments", expect=201).json
    assert (payment["status"], payment["amount"]) == ("pending", order["payable_amount"])
    pay_as_a_browser(payment["pay_url"])

    def paid():
        return user.api.get(f"/orders/{order['id']}/payment").json["status"] == "paid"

    shop.wait(paid, 20)
    staff.api.post(f"/admin/orders/{order['id']}/shipments", json={"carrier": "SF", "tracking_no": "SF2"}, expect=201)
    user.api.post(f"/orders/{order['id']}/receive", expect=200)
    done = user.api.post(f"/orders/{order['id']}/reviews",
                         json={"reviews": [{"sku_id": 5, "rating": 5, "content": "嫩，火候好掌握。"}]}, expect=201).json
    assert done["status"] == "completed"
    assert [s["tracking_no"] for s in done["shipments"]] == ["SF2"]
