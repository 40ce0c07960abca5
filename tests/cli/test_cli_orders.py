# SPDX-License-Identifier: MIT
"""The commands that a row of the table can't say: preview, pay, wait, address edit, api."""

import json
import time

import pytest
from documents import ORDER_ID, address, numbered_pages, order, payment
from fake_shop import Reply, problem


@pytest.fixture(autouse=True)
def signed_in(home):
    home.sign_in()


def test_preview_takes_the_default_address(home, fake):
    fake.on("GET /me/addresses", Reply(200, {"items": [address(2, is_default=False), address(3)]}))
    fake.on("POST /orders/preview", Reply(200, {"goods_amount": 2580, "payable_amount": 3580, "lines": []}))
    done = home.run("order", "preview", "--item", "7=2", "--json", "payable_amount")
    assert (done.code, json.loads(done.out)) == (0, {"payable_amount": 3580})
    assert fake.last.body == {"items": [{"sku_id": 7, "quantity": 2}], "address_id": 3}
    home.run("order", "preview", "--address", "2")
    assert fake.last.body == {"address_id": 2}


def test_preview_without_any_address(home, fake):
    fake.on("GET /me/addresses", Reply(200, {"items": []}))
    done = home.run("order", "preview")
    assert done.code == 6 and "shopctl address add" in done.err


def test_pay_prints_the_address(home, fake):
    fake.on(f"POST /orders/{ORDER_ID}/payments", Reply(201, payment()))
    done = home.run("order", "pay", ORDER_ID)
    assert done.code == 0 and "\thttp://pay.example/gateway.do?sign=x\t" in done.out
    assert fake.last.body is None
    assert home.run("order", "pay", ORDER_ID, "--output", "tsv", "--json", "pay_url").out == \
        "http://pay.example/gateway.do?sign=x\n"
    home.run("order", "pay", ORDER_ID, "--method", "alipay_qr")
    assert fake.last.body == {"method": "alipay_qr"}


def test_pay_draws_a_code(home, fake):
    fake.on(f"POST /orders/{ORDER_ID}/payments", Reply(201, payment(qr_code="https://qr.example/1")))
    out = home.tty("order", "pay", ORDER_ID, env={"NO_COLOR": "1"}).out
    code = [line for line in out.splitlines() if line and set(line) <= set(" ▀▄█")]
    assert len(code) >= 15 and len({len(line) for line in code}) == 1
    quiet = len(code[0])
    assert code[0] == code[1] == "█" * quiet  # four modules of quiet zone: two rows of half blocks
    assert all(line.startswith("████") and line.endswith("████") for line in code[:-1])
    narrow = home.tty("order", "pay", ORDER_ID, columns=20).out
    assert "█" not in narrow and "too narrow for the QR code" in narrow


def test_wait_until_reached(home, fake):
    fake.on(f"GET /orders/{ORDER_ID}", [Reply(200, order()), Reply(200, order("pending_shipment", "paid"))])
    begin = time.monotonic()
    done = home.run("order", "wait", ORDER_ID, "--for", "paid", "--json", "payment_status")
    assert (done.code, json.loads(done.out)) == (0, {"payment_status": "paid"})
    assert 0.9 < time.monotonic() - begin < 3


@pytest.mark.parametrize("status, payment_status, wanted, exit_code", [
    ("pending_payment", "unpaid", "paid", 8),
    ("pending_payment", "unpaid", "pending_payment", 0),
    ("completed", "paid", "shipped", 0),  # passed
    ("completed", "refunded", "paid", 0),
    ("shipped", "cod_due", "paid", 8),
    ("cancelled", "unpaid", "paid", 5),
    ("cancelled", "unpaid", "shipped", 5),
    ("cancelled", "unpaid", "cancelling", 0),
    ("cancelling", "unpaid", "cancelled", 8),
    ("cancelled", "paid", "refunded", 8),
    ("completed", "paid", "cancelled", 5),
])
def test_wait_judges(home, fake, status, payment_status, wanted, exit_code):
    fake.on(f"GET /orders/{ORDER_ID}", Reply(200, order(status, payment_status)))
    done = home.run("order", "wait", ORDER_ID, "--for", wanted, "--timeout", "100ms")
    assert done.code == exit_code, done
    assert bool(done.out) == (exit_code == 0) and bool(done.err) == (exit_code != 0)


def test_wait_backs_off_and_ends(home, fake):
    fake.on(f"GET /orders/{ORDER_ID}", Reply(200, order()))
    begin = time.monotonic()
    done = home.run("order", "wait", ORDER_ID, "--for", "paid", "--timeout", "5s")
    assert (done.code, done.err) == (8, "shopctl: still pending_payment and unpaid\n")
    assert 3 < time.monotonic() - begin < 5.5 and len(fake.requests) == 4  # at 0, 1, 2.25 and 3.8 s


def test_wait_outlives_a_restart_of_the_shop(home, fake):
    fake.on(f"GET /orders/{ORDER_ID}", [problem(503, "dependency_unavailable", "Later")] * 6 + [Reply(200, order("shipped", "paid"))])
    assert home.run("order", "wait", ORDER_ID, "--for", "shipped", "--timeout", "15s").code == 0


def test_wait_for_nobodys_order(home, fake):
    assert home.run("order", "wait", ORDER_ID, "--for", "paid").code == 3
    assert home.run("order", "wait", ORDER_ID, "--for", "payed").code == 2


def test_address_edit_keeps_the_rest(home, fake):
    fake.on("GET /me/addresses/3", Reply(200, address()))
    fake.on("PUT /me/addresses/3", Reply(200, address(phone="1")))
    assert home.run("address", "edit", "3", "--phone", "1").code == 0
    assert fake.last.body == {"receiver": "林小满", "region": "上海市徐汇区", "region_code": "310104", "detail": "衡山路1号",
                              "zip_code": "200031", "phone": "1"}
    home.run("address", "edit", "3", "--region", "北京市")
    assert "region_code" not in fake.last.body  # it named the old region
    assert home.run("address", "edit", "3").code == 2


def test_books_that_do_not_balance(home, fake):
    good = {"balanced": True, "rules": 6, "faults": []}
    fault = {"rule": "I1", "about": "stock is the ledger's sum", "id": "7", "want": 3, "have": 4}
    fake.on("POST /admin/books/audit", [Reply(200, good), Reply(200, {**good, "balanced": False, "faults": [fault]})])
    assert home.run("admin", "books", "audit").code == 0
    done = home.run("admin", "books", "audit", "--json", "balanced")
    assert (done.code, json.loads(done.out)) == (1, {"balanced": False})


def test_api(home, fake):
    fake.on("GET /skus", numbered_pages(250))
    assert json.loads(home.run("api", "GET", "/skus", "-f", "type=2").out)["page"] == 1
    assert fake.last.query == {"type": "2"}
    assert len(json.loads(home.run("api", "GET", "/skus", "--all").out)["items"]) == 250
    assert home.run("api", "GET", "/skus?per_page=2", "--output", "tsv", "--json", "id").out == "1\n2\n"
    fake.on("POST /x", Reply(200, {"ok": True}))
    assert home.run("api", "POST", "x", "-f", "a=1", "-f", "b:=[1]").out == '{\n  "ok": true\n}\n'
    assert fake.last.path == "/api/v1/x" and fake.last.body == {"a": "1", "b": [1]}
    assert home.run("api", "POST", "/x", "-f", "a:=b").code == 2


def test_api_prints_what_is_no_json(home, fake):
    fake.on("GET /metrics", Reply(200, raw=b"up 1\n\x1b[31m", headers={"Content-Type": "text/plain"}))
    assert home.run("api", "GET", "/metrics").out == "up 1\n\ufffd[31m\n"
    assert fake.last.path == "/metrics"
    fake.on("DELETE /x", Reply(204))
    assert home.run("api", "DELETE", "/x").out == ""
