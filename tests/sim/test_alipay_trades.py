# SPDX-License-Identifier: MIT
"""Trades in the Alipay simulator: pages, QR codes, ends and refunds follow the protocol's rules."""
import json
import re
import time
import urllib.parse

from alipay_merchant import (APP, REFUND, REFUND_QUERY, SELLER, Forms, beijing, path_of, precreate, refund,
                             sign_text, until)


# ---------------------------------------------------------------- the page

def test_the_page_is_a_test_payment_and_nothing_else(sim):
    page = sim.open(total="1234.50", subject="<script>alert(1)</script>\"'&amp; 鱼")
    assert page.status == 200 and "<title>TEST PAYMENT</title>" in page.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp; 鱼" in page.html and "1234.50" in page.html
    assert not {"script", "iframe", "img", "style"} & Forms(page.html).tags
    assert page.headers["X-Frame-Options"] == "DENY" and page.headers["Cache-Control"] == "no-store"
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert policy.endswith("form-action 'self' http://127.0.0.1:1")  # or a browser would not follow the redirect


def test_the_first_form_pays_the_others_follow(sim):
    forms = sim.open().forms
    assert [f["action"].rsplit("/", 1)[1] for f in forms] == ["pay", "fail", "leave"]
    assert all(f["method"] == "post" and f["inputs"] for f in forms)
    assert all(i["type"] == "hidden" for f in forms for i in f["inputs"])
    assert sim.http("GET", "/pay.css")[0].status == 200


def test_paying_redirects_with_signed_parameters_and_notifies(sim, keys):
    number = sim.order()
    page = sim.open(number, body="about fish", passback_params="a%3D1%26b%3D2", subject="A&B=C+D %41 鱼")
    assert sim.query(number)["sub_code"] == "ACQ.TRADE_NOT_EXIST"  # an open page is no trade
    paid = page.submit()
    assert paid.status == 302 and paid.headers["Location"].startswith("http://127.0.0.1:1/back?lang=en&charset=utf-8&")
    back = {k: v for k, v in paid.way_back.items() if k != "lang"}
    assert keys.verifies(sign_text(back, "sign_type"), back["sign"]) and back["sign_type"] == "RSA2"
    assert "trade_status" not in back and back["method"] == "alipay.trade.page.pay.return"
    assert {"out_trade_no": number, "total_amount": "88.88", "app_id": APP, "seller_id": SELLER}.items() <= back.items()

    notify = until(lambda: sim.shop.about(number))[0]
    assert keys.verifies(sign_text(notify, "sign_type"), notify["sign"])
    assert not keys.verifies(sign_text(notify), notify["sign"])  # sign_type is not part of the text
    expected = {"app_id": APP, "auth_app_id": APP, "seller_id": SELLER, "total_amount": "88.88", "charset": "utf-8",
                "trade_status": "TRADE_SUCCESS", "notify_type": "trade_status_sync", "trade_no": back["trade_no"],
                "subject": "A&B=C+D %41 鱼", "body": "about fish", "passback_params": "a%3D1%26b%3D2",
                "buyer_pay_amount": "88.88", "version": "1.0", "sign_type": "RSA2"}
    assert expected.items() <= notify.items() and not {"refund_fee", "gmt_refund", "gmt_close"} & notify.keys()
    assert json.loads(notify["fund_bill_list"]) == [{"amount": "88.88", "fundChannel": "ALIPAYACCOUNT"}]

    node = sim.query(number)
    assert (node["code"], node["trade_status"], node["total_amount"]) == ("10000", "TRADE_SUCCESS", "88.88")
    assert all(isinstance(v, str) for v in node.values()) and "fund_bill_list" not in node
    assert sim.query(number, query_options=["fund_bill_list"])["fund_bill_list"][0]["amount"] == "88.88"
    by_trade_no = sim.call("alipay.trade.query", {"trade_no": back["trade_no"], "out_trade_no": "other"})
    assert by_trade_no["out_trade_no"] == number  # trade_no wins


def test_a_second_click_pays_nothing(sim):
    number = sim.order()
    page = sim.open(number)
    assert [page.submit().status, page.submit().status] == [302, 302]
    until(lambda: sim.shop.about(number))
    time.sleep(0.1)
    assert len(sim.shop.about(number)) == 1
    assert sim.admin("GET", "book")["by_trade"][number]["paid"] == 8888


def test_only_the_amount_that_was_shown_is_paid(sim):
    number = sim.order()
    assert sim.open(number).submit(total_amount="0.01").status == 400
    assert sim.query(number)["sub_code"] == "ACQ.TRADE_NOT_EXIST"


def test_a_failed_payment_can_be_tried_again(sim):
    number = sim.order()
    again = sim.open(number).submit("fail")
    assert again.status == 200 and "failed" in again.html
    node = sim.query(number)
    assert (node["trade_status"], node["buyer_pay_amount"]) == ("WAIT_BUYER_PAY", "0.00")
    assert "send_pay_date" not in node
    assert again.submit().status == 302
    assert sim.query(number)["trade_status"] == "TRADE_SUCCESS"


def test_leaving_does_nothing(sim):
    number = sim.order()
    assert "left without paying" in sim.open(number).submit("leave").html
    assert sim.query(number)["sub_code"] == "ACQ.TRADE_NOT_EXIST"


def test_the_same_request_opens_the_same_checkout(sim):
    number = sim.order()
    assert sim.open(number).forms == sim.open(number).forms
    assert sim.open(number).forms != sim.open(number, total="88.89").forms


def test_a_trade_cannot_change(sim):
    number = sim.order()
    sim.open(number).submit("fail")
    for changed in ({"total": "88.89"}, {"subject": "Other"}, {"method": "alipay.trade.wap.pay"}):
        page = sim.open(number, **changed)
        assert page.status == 400 and "ACQ.CONTEXT_INCONSISTENT" in page.html
    sim.open(number).submit()
    assert "ACQ.TRADE_HAS_SUCCESS" in sim.open(number).html


def test_errors_of_page_pay_are_shown_to_the_buyer(sim):
    fields = sim.params("alipay.trade.page.pay", {}, sign="AAAA")
    page = sim.page("GET", "/gateway.do?" + urllib.parse.urlencode(fields))
    assert page.status == 400 and "TEST PAYMENT" in page.html and "isv.invalid-signature" in page.html
    assert "ACQ.INVALID_PARAMETER" in sim.open(product_code="QUICK_WAP_WAY").html
    assert "ACQ.INVALID_PARAMETER" in sim.open(time_expire=beijing(-1)).html
    assert sim.http("GET", "/page/00000000000000000000000000000000")[0].status == 404
    assert sim.http("GET", "/page/x/../pay")[0].status == 404
    assert sim.http("GET", sim.open().forms[0]["action"])[0].status == 405


def test_phones_get_their_own_method(sim):
    number = sim.order()
    page = sim.open(number, method="alipay.trade.wap.pay", quit_url="http://127.0.0.1:1/quit")
    assert page.submit("leave").headers["Location"] == "http://127.0.0.1:1/quit"
    assert page.submit().way_back["method"] == "alipay.trade.wap.pay.return"


def test_the_form_may_be_posted(sim):
    biz = {"out_trade_no": sim.order(), "total_amount": "1", "subject": "s", "product_code": "FAST_INSTANT_TRADE_PAY"}
    fields = sim.params("alipay.trade.page.pay", biz)
    assert "TEST PAYMENT" in sim.post("/gateway.do", fields).html


# ---------------------------------------------------------------- QR codes

def test_a_qr_code_is_no_trade_before_it_is_scanned(sim):
    number = sim.order()
    node = precreate(sim, number)
    for method in ("alipay.trade.query", "alipay.trade.close"):
        assert sim.call(method, {"out_trade_no": number})["sub_code"] == "ACQ.TRADE_NOT_EXIST"
    page = sim.page("GET", path_of(node))  # closing closed nothing: the code still works
    assert page.status == 200 and "35.00" in page.html
    assert sim.query(number)["trade_status"] == "WAIT_BUYER_PAY"
    assert "Paid" in page.submit().html
    assert sim.query(number)["trade_status"] == "TRADE_SUCCESS"
    assert until(lambda: sim.shop.about(number))[0]["trade_status"] == "TRADE_SUCCESS"


def test_a_qr_code_is_paid_without_a_page(sim):
    number = sim.order()
    assert sim.http("POST", path_of(precreate(sim, number)) + "/pay")[0].status == 200
    assert sim.query(number)["trade_status"] == "TRADE_SUCCESS"


def test_a_number_keeps_its_qr_code_and_parameters(sim):
    number = sim.order()
    assert precreate(sim, number) == precreate(sim, number)
    assert precreate(sim, number, total_amount="35.01")["sub_code"] == "ACQ.CONTEXT_INCONSISTENT"


def test_a_qr_code_expires(sim):
    number, other = sim.order(), sim.order()
    short = path_of(precreate(sim, number, qr_code_timeout_express="5m"))
    plain = path_of(precreate(sim, other))
    sim.admin("POST", "clock", {"ahead_seconds": 301})
    assert sim.http("GET", short)[0].status == 409 and sim.query(number)["sub_code"] == "ACQ.TRADE_NOT_EXIST"
    sim.admin("POST", "clock", {"ahead_seconds": 7201})
    assert sim.http("POST", plain + "/pay")[0].status == 409


# ---------------------------------------------------------------- close, cancel, expiry

def test_only_a_waiting_trade_can_be_closed(sim):
    number = sim.order()
    page = sim.open(number)
    page.submit("fail")
    node = sim.call("alipay.trade.close", {"out_trade_no": number, "operator_id": "system"})
    assert node["code"] == "10000" and node["trade_no"] == sim.query(number)["trade_no"]
    assert sim.query(number)["trade_status"] == "TRADE_CLOSED"
    assert sim.call("alipay.trade.close", {"out_trade_no": number})["sub_code"] == "ACQ.TRADE_STATUS_ERROR"
    assert page.submit().status == 409  # the buyer is too late
    notify = until(lambda: sim.shop.about(number))[0]
    assert notify["trade_status"] == "TRADE_CLOSED" and "gmt_close" in notify and "refund_fee" not in notify
    assert sim.call("alipay.trade.close", {"out_trade_no": sim.pay()})["sub_code"] == "ACQ.TRADE_STATUS_ERROR"
    assert sim.admin("GET", "book")["by_trade"][number]["paid"] == 0


def test_cancel_closes_or_refunds(sim):
    cancel = "alipay.trade.cancel"
    unknown = sim.call(cancel, {"out_trade_no": sim.order()})
    assert (unknown["code"], unknown["retry_flag"]) == ("10000", "N") and "action" not in unknown
    waiting, paid, refunded = sim.order(), sim.pay(), sim.pay()
    sim.open(waiting).submit("fail")
    for _ in range(2):
        assert sim.call(cancel, {"out_trade_no": waiting})["action"] == "close"
        assert sim.call(cancel, {"out_trade_no": paid})["action"] == "refund"
    assert sim.query(waiting)["trade_status"] == sim.query(paid)["trade_status"] == "TRADE_CLOSED"
    sums = sim.admin("GET", "book")["by_trade"]
    assert sums[paid]["refunded"] == 8888 and sums[waiting]["refunded"] == 0
    sim.call(REFUND, {"out_trade_no": refunded, "refund_amount": "1", "out_request_no": "R1"})
    assert sim.call(cancel, {"out_trade_no": refunded})["sub_code"] == "ACQ.REASON_TRADE_REFUND_FEE_ERR"
    late = sim.pay()
    sim.admin("POST", "clock", {"ahead_seconds": 86401})
    assert sim.call(cancel, {"out_trade_no": late})["sub_code"] == "ACQ.TRADE_CANCEL_TIME_OUT"


def test_a_page_expires_at_time_expire(sim):
    number = sim.order()
    page = sim.open(number, time_expire=beijing(600), timeout_express="1d")
    page.submit("fail")
    sim.admin("POST", "clock", {"ahead_seconds": 601})
    assert sim.query(number)["trade_status"] == "TRADE_CLOSED"
    assert page.submit().status == 409
    idle = sim.open(time_expire=beijing(1200))
    sim.admin("POST", "clock", {"ahead_seconds": 1201})
    assert idle.submit().status == 409
    assert not sim.shop.about(number)  # page pay announces no expiry


def test_timeout_express_counts_from_the_login(sim):
    number = sim.order()
    page = sim.open(number, timeout_express="5m")
    sim.admin("POST", "clock", {"ahead_seconds": 3600})
    page.submit("fail")  # an hour later the page is still good
    sim.admin("POST", "clock", {"ahead_seconds": 3600 + 299})
    assert sim.query(number)["trade_status"] == "WAIT_BUYER_PAY"
    sim.admin("POST", "clock", {"ahead_seconds": 3600 + 301})
    assert sim.query(number)["trade_status"] == "TRADE_CLOSED"


def test_a_waiting_trade_expires_by_itself(sim):
    number = sim.order()
    sim.open(number, method="alipay.trade.wap.pay", time_expire=beijing(2)).submit("fail")
    assert until(lambda: sim.shop.about(number))[0]["trade_status"] == "TRADE_CLOSED"  # wap pay announces it


# ---------------------------------------------------------------- refunds

def test_refunds_in_parts_up_to_the_whole(sim):
    number = sim.pay()
    first = refund(sim, number, "10.01", "R1")
    assert (first["fund_change"], first["refund_fee"], first["send_back_fee"]) == ("Y", "10.01", "10.01")
    assert sim.query(number)["trade_status"] == "TRADE_SUCCESS"
    assert refund(sim, number, "78.88", "R2")["sub_code"] == "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL"
    rest = refund(sim, number, "78.87", "R2")
    assert (rest["fund_change"], rest["refund_fee"]) == ("Y", "88.88")
    assert sim.query(number)["trade_status"] == "TRADE_CLOSED"
    assert refund(sim, number, "0.01", "R3")["sub_code"] == "ACQ.TRADE_HAS_CLOSE"
    posts = {p.get("out_biz_no"): p for p in until(lambda: len(sim.shop.about(number)) == 3 and sim.shop.about(number))}
    assert (posts["R1"]["trade_status"], posts["R1"]["refund_fee"]) == ("TRADE_SUCCESS", "10.01")
    assert (posts["R2"]["trade_status"], posts["R2"]["refund_fee"]) == ("TRADE_CLOSED", "88.88")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}", posts["R2"]["gmt_refund"])
    assert len({p["notify_id"] for p in posts.values()}) == 3
    assert sim.admin("GET", "book")["by_trade"][number] == {
        "trade_no": first["trade_no"], "status": "TRADE_CLOSED", "paid": 8888, "refunded": 8888}


def test_a_repeated_refund_is_one_refund(sim):
    number = sim.pay()
    assert refund(sim, number, "10", "R1")["fund_change"] == "Y"
    again = refund(sim, number, "10.00", "R1")
    assert (again["code"], again["fund_change"], again["refund_fee"]) == ("10000", "N", "10.00")
    assert refund(sim, number, "10.01", "R1")["sub_code"] == "ACQ.DISCORDANT_REPEAT_REQUEST"
    refund(sim, number, "78.88", "R2")
    assert refund(sim, number, "10", "R1")["fund_change"] == "N"  # also when the trade is closed


def test_only_paid_trades_are_refunded(sim):
    number = sim.order()
    assert refund(sim, number, "1", "R1")["sub_code"] == "ACQ.TRADE_NOT_EXIST"
    sim.open(number).submit("fail")
    assert refund(sim, number, "1", "R1")["sub_code"] == "ACQ.TRADE_STATUS_ERROR"
    finished = sim.pay()
    sim.admin("POST", "finish", {"out_trade_no": finished})
    assert sim.query(finished)["trade_status"] == "TRADE_FINISHED"
    assert refund(sim, finished, "1", "R1")["sub_code"] == "ACQ.TRADE_HAS_FINISHED"


def test_a_part_needs_a_number_of_its_own(sim):
    number = sim.pay()
    part = sim.call(REFUND, {"out_trade_no": number, "refund_amount": "1"})
    assert part["sub_code"] == "ACQ.REASON_TRADE_REFUND_FEE_ERR"
    assert sim.call(REFUND, {"out_trade_no": number, "refund_amount": "88.88"})["fund_change"] == "Y"


def test_refund_query_answers_10000_without_status_for_what_it_does_not_know(sim):
    number = sim.pay()
    unknown = sim.call(REFUND_QUERY, {"out_trade_no": number, "out_request_no": "R1"})
    assert unknown == {"code": "10000", "msg": "Success"}
    refund(sim, number, "10.01", "R1")
    node = sim.call(REFUND_QUERY, {"out_trade_no": number, "out_request_no": "R1", "query_options": ["gmt_refund_pay"]})
    assert (node["refund_status"], node["refund_amount"], node["total_amount"]) == ("REFUND_SUCCESS", "10.01", "88.88")
    assert "gmt_refund_pay" in node
    unknown = sim.call(REFUND_QUERY, {"out_trade_no": sim.order(), "out_request_no": "R1"})
    assert unknown["sub_code"] == "ACQ.TRADE_NOT_EXIST"
