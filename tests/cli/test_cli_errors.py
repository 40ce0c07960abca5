# SPDX-License-Identifier: MIT
"""What goes wrong: exit codes, what is told, retries, time limits, and keys that make a repeat harmless."""

import json
import re
import signal
import socket
import subprocess
import time

import pytest
from shopctl import SHOPCTL
from documents import ORDER_ID, numbered_pages, order, sku
from fake_shop import Reply, problem


@pytest.mark.parametrize("status, code, exit_code", [
    (422, "validation_failed", 6), (400, "malformed_json", 6), (400, "bad_request", 6), (401, "unauthenticated", 4),
    (403, "not_activated", 4), (403, "forbidden", 4), (403, "csrf_failed", 4), (404, "not_found", 3),
    (405, "method_not_allowed", 1), (409, "conflict", 5), (409, "out_of_stock", 5), (409, "price_changed", 5),
    (409, "invalid_state", 5), (409, "shop_closed", 5), (411, "length_required", 1), (412, "precondition_failed", 5),
    (413, "payload_too_large", 6), (415, "unsupported_media_type", 6), (422, "idempotency_mismatch", 6),
    (429, "rate_limited", 9), (500, "internal", 1), (502, "payment_provider_error", 1),
    # What no shopd of today says: judged by the status, and never a success.
    (409, "from_the_future", 5), (418, "teapot", 6), (404, "ok", 3), (500, "pending", 1), (302, "moved", 1),
])
def test_exit_codes(home, fake, status, code, exit_code):
    fake.on("GET /skus/7", problem(status, code, "Sorry"))
    done = home.run("goods", "show", "7")
    assert (done.code, done.out) == (exit_code, "")


@pytest.mark.parametrize("reply, exit_code", [
    (Reply(502, raw=b"<html>Bad gateway</html>", headers={"Content-Type": "text/html"}), 1),
    (Reply(404, raw=b"", headers={"Content-Type": "text/plain"}), 3),
    (Reply(200, raw=b"{not json"), 1),
    (Reply(500, raw=b"[]"), 1),
])
def test_replies_that_are_no_problem_documents(home, fake, reply, exit_code):
    fake.on("GET /skus/7", reply)
    done = home.run("goods", "show", "7")
    assert (done.code, done.out) == (exit_code, "") and done.err.startswith("shopctl: ")


def test_an_error_is_told_whole(home, fake):
    home.sign_in()
    fake.on("POST /cart/items", problem(422, "validation_failed", "The request holds invalid data", "2 fields are wrong",
                                        [{"field": "sku_id", "code": "unknown", "detail": "there is no such SKU"},
                                         {"field": "quantity", "code": "too_large", "detail": "at most 9999"}]))
    done = home.run("cart", "add", "7", "99999")
    assert (done.code, done.out) == (6, "")
    assert done.err == ("shopctl: The request holds invalid data: 2 fields are wrong\n"
                        "  sku_id: there is no such SKU\n"
                        "  quantity: at most 9999\n"
                        "  request id: req-1\n")


def test_a_field_is_not_told_twice(home, fake):
    fake.on("GET /skus/7", problem(422, "validation_failed", "Invalid", "is missing",
                                   [{"field": "region", "code": "required", "detail": "is missing"}]))
    assert home.run("goods", "show", "7").err == "shopctl: Invalid\n  region: is missing\n  request id: req-1\n"


def test_advice(home, fake):
    fake.on("GET /skus/7", problem(401, "unauthenticated", "Please sign in"))
    assert home.run("goods", "show", "7").err == \
        "shopctl: Please sign in\n  sign in with: shopctl login USER\n  request id: req-1\n"
    fake.on("GET /skus/7", problem(429, "rate_limited", "Too many attempts", headers={"Retry-After": "17"}))
    assert "\n  try again in 17 s\n" in home.run("goods", "show", "7").err


def test_problem_document_unchanged_with_json(home, fake):
    raw = b'{"title":"\xe6\xb2\xa1\xe6\x9c\x89",  "code":"not_found","status":404}'
    fake.on("GET /skus/7", Reply(404, raw=raw, headers={"Content-Type": "application/problem+json"}))
    for option in (["--json"], ["--json", "id"], ["--output", "json"]):
        done = home.run("goods", "show", "7", *option)
        assert (done.code, done.out, done.err) == (3, "", raw.decode() + "\n")


def test_needs_a_session(home, fake):
    done = home.run("cart", "add", "7")
    assert (done.code, done.err) == (4, "shopctl: Please sign in\n  sign in with: shopctl login USER\n")
    assert json.loads(home.run("cart", "list", "--json").err)["code"] == "unauthenticated"
    assert fake.requests == []


def test_unreachable(home):
    home.sign_in()
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    begin = time.monotonic()
    done = home.run("cart", "add", "7", "--url", f"http://127.0.0.1:{port}")
    assert done.code == 7 and "is shopd running there?" in done.err
    assert 2 < time.monotonic() - begin < 8
    json_error = home.run("goods", "show", "7", "--json", "--timeout", "100ms", "--url", f"http://127.0.0.1:{port}").err
    assert json.loads(json_error)["code"] == "unreachable"


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "127.0.0.1:8080", "http://[", "http://127.0.0.1:99999"])
def test_bad_address(home, url):
    assert home.run("goods", "list", "--url", url, "--timeout", "300ms").code == 2


def test_no_proxy_for_this_machine(home, fake):
    fake.on("GET /skus/7", Reply(200, sku()))
    assert home.run("goods", "show", "7", env={"http_proxy": "http://127.0.0.1:1", "ALL_PROXY": "http://127.0.0.1:1"}).code == 0


def test_get_is_repeated(home, fake):
    busy = problem(503, "dependency_unavailable", "Later")
    fake.on("GET /skus/7", [busy, Reply(drop=True), Reply(200, sku())])
    assert home.run("goods", "show", "7").code == 0
    assert len(fake.requests) == 3


def test_retry_after_is_kept(home, fake):
    fake.on("GET /skus/7", [problem(503, "dependency_unavailable", "Later", headers={"Retry-After": "1"}),
                            Reply(200, sku())])
    begin = time.monotonic()
    assert home.run("goods", "show", "7").code == 0
    assert time.monotonic() - begin >= 1


def test_no_retry_beyond_the_time(home, fake):
    fake.on("GET /skus/7", problem(503, "dependency_unavailable", "Later", headers={"Retry-After": "60"}))
    begin = time.monotonic()
    assert home.run("goods", "show", "7", "--timeout", "5").code == 7
    assert time.monotonic() - begin < 2 and len(fake.requests) == 1


def test_post_keeps_its_key(home, fake):
    home.sign_in()
    body = ["order", "place", "--address", "3", "--pay", "cod"]
    fake.on("POST /orders", [Reply(drop=True), problem(503, "outcome_unknown", "Unknown"),
                             problem(409, "in_progress", "Wait"), Reply(201, order())])
    assert home.run(*body).code == 0
    keys = [request.headers["Idempotency-Key"] for request in fake.requests]
    assert len(keys) == 4 and len(set(keys)) == 1 and re.fullmatch("[0-9a-f]{32}", keys[0])
    home.run(*body)
    assert fake.last.headers["Idempotency-Key"] != keys[0]


@pytest.mark.parametrize("route, line", [("PUT /cart/items/7", ["cart", "set", "7", "2"]),
                                         ("DELETE /cart", ["cart", "clear"])])
def test_without_key_nothing_is_repeated(home, fake, route, line):
    home.sign_in()
    fake.on(route, problem(503, "dependency_unavailable", "Later"))
    assert home.run(*line).code == 7
    assert len(fake.requests) == 1
    assert fake.last.headers["Idempotency-Key"] is None


def test_other_errors_are_not_repeated(home, fake):
    fake.on("GET /skus/7", problem(500, "internal", "Sorry"))
    home.run("goods", "show", "7")
    assert len(fake.requests) == 1


def test_timeout(home, fake):
    home.sign_in()
    fake.on("PUT /cart/items/7", Reply(200, {}, delay=10))
    begin = time.monotonic()
    done = home.run("cart", "set", "7", "2", "--timeout", "500ms")
    assert done.code == 7 and "it is not known whether this was carried out" in done.err
    assert time.monotonic() - begin < 3


def test_interrupted(home, fake):
    fake.on("GET /skus/7", Reply(200, sku(), delay=10))
    process = subprocess.Popen([SHOPCTL, "goods", "show", "7"], env=home.env, stdout=subprocess.DEVNULL)
    while not fake.requests:
        time.sleep(0.01)
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert process.wait(5) == 130
    assert time.monotonic() - begin < 0.5


def test_failure_in_the_middle_of_a_list(home, fake):
    pages = numbered_pages(300)
    fake.on("GET /skus", lambda r: pages(r) if r.query.get("page", "1") == "1" else problem(500, "internal", "Sorry"))
    done = home.run("goods", "list", "--all")
    assert done.code == 1 and len(done.out.splitlines()) == 100 and done.err.startswith("shopctl: Sorry")
    whole = home.run("goods", "list", "--all", "--json")
    assert (whole.code, whole.out) == (1, "")


def test_debug_masks_secrets(home, fake):
    home.sign_in("top-secret-token")
    fake.on(f"GET /orders/{ORDER_ID}", Reply(200, order()))
    err = home.run("order", "show", ORDER_ID, "--debug").err
    assert f"> GET {fake.url}/api/v1/orders/{ORDER_ID}\n" in err and "> Authorization: ***\n" in err and "< 200\n" in err
    assert "top-secret-token" not in err
    fake.on("POST /sessions", Reply(201, {"token": "new-secret-token", "expires_at": None, "user": {"id": 1}}))
    done = home.run("login", "lin", "--password-stdin", "--debug", "--json", stdin="pass-word-secret\n")
    assert done.code == 0
    assert "secret" not in done.err + done.out
