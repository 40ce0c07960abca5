# SPDX-License-Identifier: MIT
"""How the Alipay simulator tells a shop, and how it misbehaves when it is told to."""
import http.client
import json
import time
import urllib.parse

import pytest

from alipay_merchant import REFUND, REFUND_QUERY, SCALE, Shop, refund, sign_text, until


# ---------------------------------------------------------------- notifies

def deliveries(sim, number):
    return [d for d in sim.admin("GET", "deliveries")["deliveries"] if d["out_trade_no"] == number]


def test_a_notify_is_repeated_until_it_is_answered(sim):
    sim.shop.answers += [(200, "fail", 0), (500, "success", 0), (200, "success\n", 0), (302, "success", 0)]
    number = sim.pay()
    posts = until(lambda: len(sim.shop.about(number)) == 5 and sim.shop.about(number))
    until(lambda: len(deliveries(sim, number)) == 5)
    time.sleep(0.1)
    assert len(sim.shop.about(number)) == 5
    assert len({p["notify_id"] for p in posts}) == 1
    assert [p["notify_time"] for p in posts] == sorted(p["notify_time"] for p in posts)
    log = deliveries(sim, number)
    assert [(d["try"], d["status"], d["answer"], d["ok"]) for d in log] == [
        (1, 200, "fail", False), (2, 500, "success", False), (3, 200, "success\n", False), (4, 302, "success", False),
        (5, 200, "success", True)]
    assert dict(urllib.parse.parse_qsl(log[4]["body"])) == posts[4]


def test_a_notify_is_given_up_after_eight_deliveries(sim):
    sim.shop.answers += [(200, "fail", 0)] * 9
    number = sim.pay()
    until(lambda: len(deliveries(sim, number)) == 8)
    notice = next(n for n in sim.admin("GET", "deliveries")["notices"] if n["out_trade_no"] == number)
    assert notice["state"] == "given up"
    at = [d["at"] for d in deliveries(sim, number)]
    for wait, minutes in zip((b - a for a, b in zip(at, at[1:])), (4, 10, 10, 60, 120, 360, 900)):
        assert 0 <= wait - int(minutes * 60000 * SCALE) < 400


def test_a_shop_that_is_down_hears_later(own):
    simulator = own("--time-scale", "0.001")
    simulator.shop.close()
    number = simulator.pay()
    log = until(lambda: len(deliveries(simulator, number)) == 3 and deliveries(simulator, number))
    assert {(d["status"], d["error"]) for d in log} == {(0, "Couldn't connect to server")}
    reopened = Shop(simulator.shop.port)
    until(lambda: reopened.about(number))
    assert until(lambda: deliveries(simulator, number)[3:])[0]["ok"]
    reopened.close()


def test_speaks_to_no_other_machine(sim):
    number = sim.order()
    sim.open(number, changes={"notify_url": "http://192.0.2.1/notify"}).submit()
    log = until(lambda: deliveries(sim, number))
    assert log[0]["status"] == 0 and log[0]["error"] == "this address is not on this machine"


def test_without_notify_url_nobody_is_told(sim):
    number = sim.order()
    sim.open(number, changes={"notify_url": None}).submit()
    assert sim.query(number)["trade_status"] == "TRADE_SUCCESS"
    assert not [n for n in sim.admin("GET", "deliveries")["notices"] if n["out_trade_no"] == number]


# ---------------------------------------------------------------- faults

@pytest.mark.parametrize("fault, done", [("drop_before", False), ("drop_after", True), ("unknown_before", False),
                                         ("unknown_after", True)])
def test_an_answer_is_lost_before_or_after_the_work(sim, fault, done):
    number = sim.pay()
    sim.fault(REFUND, fault)
    if fault.startswith("drop"):
        with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
            refund(sim, number, "10", "R1")
    else:
        node = refund(sim, number, "10", "R1")
        assert (node["code"], node["sub_code"]) == ("20000", "isp.unknow-error")
    status = sim.call(REFUND_QUERY, {"out_trade_no": number, "out_request_no": "R1"}).get("refund_status")
    assert (status == "REFUND_SUCCESS") == done
    assert refund(sim, number, "10", "R1")["fund_change"] == ("N" if done else "Y")  # struck once
    assert sim.admin("GET", "book")["by_trade"][number]["refunded"] == 1000


def test_fund_change_can_be_withheld(sim):
    number = sim.pay()
    sim.fault(REFUND, "fund_change_n")
    assert refund(sim, number, "10", "R1")["fund_change"] == "N"
    assert sim.call(REFUND_QUERY, {"out_trade_no": number, "out_request_no": "R1"})["refund_status"] == "REFUND_SUCCESS"


def test_work_can_be_refused(sim):
    number = sim.pay()
    sim.fault(REFUND, "refuse", sub_code="ACQ.SELLER_BALANCE_NOT_ENOUGH")
    assert refund(sim, number, "10", "R1")["sub_code"] == "ACQ.SELLER_BALANCE_NOT_ENOUGH"
    assert sim.admin("GET", "book")["by_trade"][number]["refunded"] == 0


def test_the_buyer_can_be_quicker_than_a_close(sim):
    number = sim.order()
    sim.open(number)
    sim.fault("alipay.trade.close", "paid_before")
    assert sim.call("alipay.trade.close", {"out_trade_no": number})["sub_code"] == "ACQ.TRADE_STATUS_ERROR"
    assert sim.query(number)["trade_status"] == "TRADE_SUCCESS"


def raw_query(sim, number):
    return sim.gateway(sim.params("alipay.trade.query", {"out_trade_no": number}))[1]


def test_signatures_can_be_wrong_or_missing(sim, keys):
    number = sim.pay()
    sim.fault("alipay.trade.query", "bad_signature")
    raw = raw_query(sim, number)
    with pytest.raises(AssertionError):
        sim.read(raw, "alipay_trade_query_response")
    assert len(json.loads(raw)["sign"]) == 344
    sim.fault("alipay.trade.query", "unsigned")
    assert list(json.loads(raw_query(sim, number))) == ["alipay_trade_query_response"]


def test_answers_can_be_no_answers(sim):
    number = sim.pay()
    sim.fault("alipay.trade.query", "html")
    assert raw_query(sim, number).startswith("<!doctype html>")
    sim.fault("alipay.trade.query", "huge")
    raw = raw_query(sim, number)
    assert len(raw) > 32 << 20 and json.loads(raw)
    sim.fault("alipay.trade.query", "delay", ms=300)
    began = time.monotonic()
    raw_query(sim, number)
    assert 0.3 <= time.monotonic() - began < 2
    sim.fault("alipay.trade.query", "slow")
    with pytest.raises(TimeoutError):
        fields = sim.params("alipay.trade.query", {"out_trade_no": number})
        connection = http.client.HTTPConnection("127.0.0.1", sim.port, timeout=30)
        connection.request("GET", "/gateway.do?" + urllib.parse.urlencode(fields))
        response, began = connection.getresponse(), time.monotonic()
        while len(response.read(1)) == 1:
            if time.monotonic() - began > 0.5:
                raise TimeoutError


def test_notifies_can_lie(sim, keys):
    number = sim.order()
    sim.fault("notify", "wrong_amount")
    sim.fault("notify", "bad_signature", 2)
    sim.shop.answers += [(200, "fail", 0)] * 2
    sim.pay(number)
    first, second, third = until(lambda: len(sim.shop.about(number)) == 3 and sim.shop.about(number))
    good = [keys.verifies(sign_text(p, "sign_type"), p["sign"]) for p in (first, second, third)]
    assert good == [False, False, True]
    assert (first["total_amount"], second["total_amount"], third["total_amount"]) == ("88.90", "88.90", "88.88")
    other = sim.order()
    sim.fault("notify", "wrong_amount")
    sim.pay(other)
    told = until(lambda: sim.shop.about(other))[0]
    assert told["total_amount"] == "88.89" and keys.verifies(sign_text(told, "sign_type"), told["sign"])


def test_notifies_can_come_twice_or_never(sim):
    sim.fault("notify", "duplicate")
    number = sim.pay()
    until(lambda: len(sim.shop.about(number)) == 2)
    sim.fault("notify", "parallel")
    sim.shop.answers += [(200, "success", 0.3)] * 2
    number = sim.pay()
    until(lambda: len(sim.shop.about(number)) == 2, 0.28)
    assert len({p["notify_id"] for p in sim.shop.about(number)}) == 1
    sim.fault("notify", "lost")
    number = sim.pay()
    time.sleep(0.2)
    assert not sim.shop.about(number)


def test_notifies_can_come_out_of_order(sim):
    sim.fault("notify", "out_of_order")
    number = sim.pay()
    refund(sim, number, "88.88", "R1")
    posts = until(lambda: len(sim.shop.about(number)) == 2 and sim.shop.about(number))
    assert [p["trade_status"] for p in posts] == ["TRADE_CLOSED", "TRADE_SUCCESS"]


def test_a_notify_can_come_before_the_redirect(sim):
    sim.fault("pay", "notify_first")
    number = sim.order()
    page = sim.open(number)
    sim.shop.answers.append((200, "success", 0.3))
    began = time.monotonic()
    assert page.submit().status == 302
    assert time.monotonic() - began >= 0.3 and len(sim.shop.about(number)) == 1
    sim.fault("notify", "delay", ms=300)
    number = sim.pay()
    assert not sim.shop.about(number)
    until(lambda: sim.shop.about(number))


def test_plans_are_checked_listed_and_taken_back(sim):
    for wish in ({}, {"method": "alipay.trade.query", "fault": "nonsense", "count": 1},
                 {"method": "notify", "fault": "html", "count": 1}, {"method": "notify", "fault": "lost"},
                 {"method": "notify", "fault": "delay", "count": 1}, {"method": REFUND, "fault": "refuse", "count": 1}):
        assert "error" in sim.admin("POST", "faults", wish, 400)
    sim.fault("alipay.trade.query", "html", 3)
    assert sim.admin("GET", "faults")["plans"] == [{"method": "alipay.trade.query", "fault": "html", "count": 3}]
    sim.fault("alipay.trade.query", "html", 0)
    assert sim.admin("GET", "faults")["plans"] == [] and len(sim.admin("GET", "faults")["faults"]) > 15
