# SPDX-License-Identifier: MIT
"""The Alipay simulator as a program: its arguments, its strictness about the envelope, its book."""
import json
import socket
import subprocess
import urllib.parse

import pytest

from alipay_merchant import (APP, PROGRAM, REFUND, REFUND_QUERY, SELLER, beijing, path_of, precreate, refund,
                             sign_text, until)


# ---------------------------------------------------------------- the program

def test_starts_only_as_a_test_gateway(tmp_path, keys):
    run = subprocess.run([PROGRAM, "--app-id", APP, "--seller-id", SELLER, "--app-public-key", keys.file("app.pub"),
                          "--private-key", keys.file("alipay"), "--book", str(tmp_path / "book")],
                         capture_output=True, text=True, timeout=5)
    assert run.returncode == 1 and "--test-gateway" in run.stderr
    assert not (tmp_path / "book").exists()


@pytest.mark.parametrize("change, sentence", [
    (("--port", "99999"), "--port 99999 is no port"),
    (("--port", "x"), "--port x is no port"),
    (("--time-scale", "-1"), "--time-scale -1 is no number"),
    (("--private-key", "/nowhere"), "/nowhere cannot be read"),
    (("--private-key", __file__), "holds no private RSA key"),
    (("--app-public-key", __file__), "holds no public RSA key"),
    (("--book", "/"), "/ cannot be opened"),
    (("--book", __file__), "line 1 is no page of a book"),
    (("surplus",), "usage:"),
])
def test_says_what_is_wrong_with_its_arguments(sim, tmp_path, change, sentence):
    command = sim.command()
    command[command.index("--book") + 1] = str(tmp_path / "book")
    run = subprocess.run(command + list(change), capture_output=True, text=True, timeout=5)
    assert run.returncode in (1, 2) and sentence in run.stderr
    assert run.stdout == ""


def test_takes_bare_base64_keys(keys, own, tmp_path):
    for name in ("app.pub", "alipay"):
        with open(keys.file(name)) as pem:
            text = "".join(line for line in pem if not line.startswith("-"))
        (tmp_path / name).write_text(text if name == "alipay" else text.replace("\n", ""))
    simulator = own("--app-public-key", str(tmp_path / "app.pub"), "--private-key", str(tmp_path / "alipay"))
    assert simulator.query("M1")["code"] == "40004"


def test_listens_on_loopback_only(sim):
    with open("/proc/net/tcp") as f:
        rows = [line.split() for line in f]
    local = [row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{sim.port:04X}")]
    assert local == [f"0100007F:{sim.port:04X}"]


def test_stops_at_once_whatever_it_is_doing(own):
    simulator = own()
    simulator.shop.answers.append((200, "success", 3))
    number = simulator.pay()
    until(lambda: simulator.shop.about(number))  # a notify hangs
    simulator.fault("alipay.trade.query", "delay", ms=60000)
    waiting = socket.create_connection(("127.0.0.1", simulator.port))
    query = urllib.parse.urlencode(simulator.params("alipay.trade.query", {"trade_no": "1"}))
    waiting.sendall(f"GET /gateway.do?{query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    until(lambda: not simulator.admin("GET", "faults")["plans"])
    assert simulator.stop() < 0.4
    waiting.close()


# ---------------------------------------------------------------- the envelope

def test_answers_are_signed_over_raw_bytes_with_escaped_slashes(sim):
    number = sim.order()
    fields = sim.params("alipay.trade.precreate", {"out_trade_no": number, "total_amount": "1", "subject": "鱼/fish"})
    _, raw = sim.gateway(fields)
    node = sim.read(raw, "alipay_trade_precreate_response")
    assert f'"qr_code":"http:\\/\\/127.0.0.1:{sim.port}\\/qr\\/' in raw
    assert node == {"code": "10000", "msg": "Success", "out_trade_no": number, "qr_code": node["qr_code"]}


def test_parameters_may_stand_anywhere(sim):
    fields = sim.params("alipay.trade.query", {"out_trade_no": "M1"})
    encoded = urllib.parse.urlencode(fields)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    bodies = [sim.gateway(fields)[1], sim.http("GET", "/gateway.do?" + encoded)[1],
              sim.http("GET", "/gateway.do?" + encoded.replace("+", "%20"))[1],
              sim.http("POST", "/gateway.do", encoded, form)[1]]
    for raw in bodies:
        assert sim.read(raw, "alipay_trade_query_response")["sub_code"] == "ACQ.TRADE_NOT_EXIST"


def test_an_unknown_app_gets_an_unsigned_error(sim):
    for app_id, sub_code in ("2021000000000009", "isv.invalid-app-id"), (None, "isv.missing-app-id"):
        _, raw = sim.gateway(sim.params("alipay.trade.query", {"out_trade_no": "M1"}, app_id=app_id))
        assert list(json.loads(raw)) == ["error_response"]
        assert json.loads(raw)["error_response"]["sub_code"] == sub_code


@pytest.mark.parametrize("change, code, sub_code", [
    ({"charset": "GBK"}, "40002", "isv.invalid-charset"),
    ({"charset": None}, "40001", "isv.missing-charset"),
    ({"version": "2.0"}, "40002", "isv.invalid-version"),
    ({"sign_type": "RSA"}, "40002", "isv.invalid-signature-type"),
    ({"sign_type": None}, "40001", "isv.missing-signature-type"),
    ({"sign": None}, "40001", "isv.missing-signature"),
    ({"sign": "AAAA"}, "40002", "isv.invalid-signature"),
    ({"timestamp": None}, "40001", "isv.missing-timestamp"),
    ({"timestamp": "2026-01-02T03:04:05"}, "40002", "isv.invalid-timestamp"),
    ({"timestamp": "2026-02-30 00:00:00"}, "40002", "isv.invalid-timestamp"),
    ({"timestamp": beijing(-8 * 3600)}, "40002", "isv.invalid-timestamp"),  # UTC instead of Beijing's time
    ({"timestamp": beijing(-16 * 60)}, "40002", "isv.invalid-timestamp"),
    ({"timestamp": beijing(2 * 3600)}, "40002", "isv.invalid-timestamp"),
    ({"format": "XML"}, "40002", "isv.invalid-format"),
    ({"format": "JSON"}, "40004", "ACQ.TRADE_NOT_EXIST"),
    ({"notify_url": ""}, "40004", "ACQ.TRADE_NOT_EXIST"),  # empty values are not signed
    ({"surplus": "1"}, "40002", "isv.invalid-parameter"),
    ({"notify_url": "http://127.0.0.1/n?a=1"}, "40002", "isv.invalid-parameter"),
    ({"notify_url": "/notify"}, "40002", "isv.invalid-parameter"),
    ({"return_url": "javascript:alert(1)"}, "40002", "isv.invalid-parameter"),
    ({"return_url": "http://127.0.0.1/\r\nX: y"}, "40002", "isv.invalid-parameter"),
])
def test_judges_every_parameter_of_the_envelope(sim, change, code, sub_code):
    node = sim.call("alipay.trade.query", {"out_trade_no": "M1"}, **change)
    assert (node["code"], node["sub_code"]) == (code, sub_code)


def test_a_bad_signature_is_answered_with_the_text_that_was_built(sim, keys):
    biz = {"out_trade_no": "M1"}
    good = sim.params("alipay.trade.query", biz)
    text = sign_text(good)
    bad = [keys.sign(text, "stranger"), keys.sign(text, digest="-sha1"), keys.sign(text + " "),
           keys.sign(sign_text(good, "sign_type")), good["sign"][:-4], good["sign"] + "\n", "=" + good["sign"][1:]]
    for sign in bad:
        _, raw = sim.gateway(good | {"sign": sign})
        node = sim.read(raw, "alipay_trade_query_response")
        assert (node["code"], node["sub_code"]) == ("40002", "isv.invalid-signature")
        assert node["sub_msg"].endswith("：" + text)
    _, raw = sim.gateway(good | {"biz_content": '{"out_trade_no":"M2"}'})
    assert "isv.invalid-signature" in raw


@pytest.mark.parametrize("query, wrong", [
    ("&charset=utf-8", "a field twice"), ("&biz%5Fcontent=1", "a field twice"), ("&x=%zz", "escape"),
    ("&x=%", "escape"), ("&x=%ff", "UTF-8"), ("&x=%00", "cannot be"), ("&x", "without ="), ("&", "without ="),
])
def test_refuses_forms_that_can_be_read_in_two_ways(sim, query, wrong):
    fields = urllib.parse.urlencode(sim.params("alipay.trade.query", {"out_trade_no": "M1"}))
    node = json.loads(sim.http("GET", "/gateway.do?" + fields + query)[1])["alipay_trade_query_response"]
    assert node["sub_code"] == "isv.invalid-parameter" and wrong in node["sub_msg"]


def test_unknown_methods_are_refused(sim):
    for method in ("alipay.data.dataservice.bill.downloadurl.query", "x"):
        _, raw = sim.gateway(sim.params(method, {}))
        assert sim.read(raw, "error_response")["sub_code"] == "isv.invalid-method"


@pytest.mark.parametrize("method, biz", [
    ("alipay.trade.query", "[]"), ("alipay.trade.query", "{"), ("alipay.trade.query", {}),
    ("alipay.trade.query", '{"out_trade_no":"a","out_trade_no":"a"}'),
    ("alipay.trade.query", {"out_trade_no": 1}), ("alipay.trade.query", {"out_trade_no": "a b"}),
    ("alipay.trade.query", {"out_trade_no": "a" * 65}),
    ("alipay.trade.query", {"out_trade_no": "a", "outTradeNo": "a"}),
    (REFUND, {"out_trade_no": "a"}), (REFUND, {"out_trade_no": "a", "refund_amount": 1}),
    (REFUND, {"out_trade_no": "a", "refund_amount": "0.00"}), (REFUND, {"out_trade_no": "a", "refund_amount": "1.001"}),
    (REFUND, {"out_trade_no": "a", "refund_amount": "-1"}), (REFUND, {"out_trade_no": "a", "refund_amount": "1e2"}),
    (REFUND, {"out_trade_no": "a", "refund_amount": "100000000.01"}), (REFUND_QUERY, {"out_trade_no": "a"}),
    ("alipay.trade.precreate", {"out_trade_no": "a", "total_amount": "1"}),
    ("alipay.trade.precreate", {"out_trade_no": "a", "total_amount": "1", "subject": "鱼" * 257}),
    ("alipay.trade.precreate", {"out_trade_no": "a", "total_amount": "1", "subject": "s", "timeout_express": "16d"}),
    ("alipay.trade.precreate", {"out_trade_no": "a", "total_amount": "1", "subject": "s", "time_expire": "tomorrow"}),
    ("alipay.trade.precreate", {"out_trade_no": "a", "total_amount": "1", "subject": "s",
                                "time_expire": "2099-02-30 00:00:00"}),
    ("alipay.trade.precreate", {"out_trade_no": "a", "total_amount": "1", "subject": "s",
                                "time_expire": "2099-1-1 00:00:00"}),
])
def test_biz_content_is_judged_strictly(sim, method, biz):
    node = sim.call(method, biz)
    assert (node["code"], node["sub_code"]) == ("40002", "isv.invalid-parameter")


# ---------------------------------------------------------------- the admin's side

def test_admin_takes_json_only_from_those_who_mean_it(sim):
    body = '{"method":"notify","fault":"lost","count":1}'
    response, _ = sim.http("POST", "/sim/faults", body, {"Content-Type": "text/plain"})
    assert response.status == 400 and sim.admin("GET", "faults")["plans"] == []
    assert sim.http("POST", "/sim/faults", "[", {"Content-Type": "application/json"})[0].status == 400
    assert sim.http("PUT", "/sim/faults", "{}")[0].status == 405
    assert sim.http("GET", "/sim/nothing")[0].status == 404
    assert sim.http("GET", "/nothing")[0].status == 404
    assert "TEST PAYMENT" in sim.http("GET", "/")[1]
    assert sim.http("POST", "/gateway.do", "x" * 70000)[0].status == 413


def test_a_buyer_without_a_browser_pays(sim):
    number = sim.order()
    assert sim.admin("POST", "pay", {"out_trade_no": number}, 400)["error"] == "ACQ.TRADE_NOT_EXIST"
    sim.open(number)
    sim.admin("POST", "pay", {"out_trade_no": number})
    assert sim.query(number)["trade_status"] == "TRADE_SUCCESS"


def test_the_sums_are_those_of_the_trades(sim):
    number = sim.pay(total="100000000.00")
    refund(sim, number, "99999999.99", "R1")
    book = sim.admin("GET", "book")
    assert book["by_trade"][number]["paid"] == 10**10 and book["by_trade"][number]["refunded"] == 10**10 - 1
    assert book["paid"] == sum(t["paid"] for t in book["by_trade"].values())
    assert book["refunded"] == sum(t["refunded"] for t in book["by_trade"].values())
    trade = next(t for t in sim.admin("GET", "trades")["trades"] if t["out_trade_no"] == number)
    assert trade["refunds"]["R1"]["fen"] == 10**10 - 1 and trade["status"] == "TRADE_SUCCESS"


# ---------------------------------------------------------------- the book

def test_a_restart_forgets_nothing(own):
    first = own("--time-scale", "0.001")
    first.shop.answers.append((200, "fail", 0))
    paid, opened, coded = first.pay(), first.order(), first.order()
    page = first.open(opened)
    code = path_of(precreate(first, coded))
    refund(first, paid, "10", "R1")
    until(lambda: [p["trade_status"] for p in first.shop.about(paid)] == ["TRADE_SUCCESS"] * 2)
    until(lambda: len(first.admin("GET", "deliveries")["deliveries"]) == 2)
    before = [first.admin("GET", "trades"), first.admin("GET", "book"), first.admin("GET", "deliveries")["deliveries"]]
    first.stop()
    second = own("--time-scale", "0.001")
    after = [second.admin("GET", "trades"), second.admin("GET", "book")]
    assert after == before[:2] and second.admin("GET", "deliveries")["deliveries"][:2] == before[2]
    until(lambda: len(second.shop.about(paid)) == 3)  # what was not yet told is told
    assert refund(second, paid, "10", "R1")["fund_change"] == "N"
    page.simulator = second
    assert page.submit().status == 302
    assert second.http("POST", code + "/pay")[0].status == 200


def test_a_killed_simulator_keeps_what_it_answered(own):
    first = own()
    paid = first.pay()
    first.process.kill()
    first.process.wait()
    with open(first.book, "a") as book:
        book.write('{"kind":"trade","key":"half a li')  # killed in the middle of a line
    second = own()
    assert second.query(paid)["trade_status"] == "TRADE_SUCCESS"
    other = second.pay()
    second.stop()
    third = own()
    assert third.query(paid)["trade_status"] == third.query(other)["trade_status"] == "TRADE_SUCCESS"


def test_a_book_belongs_to_one_simulator(own):
    simulator = own()
    run = subprocess.run(simulator.command(), capture_output=True, text=True, timeout=5)
    assert run.returncode == 1 and "in use" in run.stderr
