# SPDX-License-Identifier: MIT
"""A merchant and a buyer for the Alipay simulator. Signatures are made and checked by the openssl program, so
that neither the daemon's nor the simulator's code is its own judge."""
import base64
import http.client
import http.server
import json
import os
import re
import signal
import subprocess
import tempfile
import threading
import time
import urllib.parse
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("ALIPAY_SIM", os.path.join(ROOT, "build/sim/alipay_sim"))
REFUND, REFUND_QUERY = "alipay.trade.refund", "alipay.trade.fastpay.refund.query"
APP, SELLER = "2021000000000001", "2088000000000001"
SCALE = 0.00003  # of the waits between deliveries: 15 hours become 1.6 s


def openssl(*words, data=None):
    return subprocess.run(["openssl", *words], input=data, capture_output=True, check=True).stdout


def beijing(seconds=0):
    return (datetime.now(timezone(timedelta(hours=8))) + timedelta(seconds=seconds)).strftime("%Y-%m-%d %H:%M:%S")


def until(what, seconds=8):
    """Waits for a true value of what() and returns it."""
    end = time.monotonic() + seconds
    while True:
        value = what()
        if value:
            return value
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.01)


def sign_text(fields, *without):
    return "&".join(f"{k}={v}" for k, v in sorted(fields.items()) if k not in ("sign", *without) and v != "")


class Keys:
    def __init__(self, folder):
        self.folder = folder
        for who in ("app", "alipay", "stranger"):
            openssl("genrsa", "-out", self.file(who), "2048")
            openssl("rsa", "-in", self.file(who), "-pubout", "-out", self.file(who + ".pub"))

    def file(self, name):
        return os.path.join(self.folder, name + ".pem")

    def sign(self, text, who="app", digest="-sha256"):
        return base64.b64encode(openssl("dgst", digest, "-sign", self.file(who), data=text.encode())).decode()

    def verifies(self, text, sign, who="alipay"):
        with tempfile.NamedTemporaryFile() as f:
            f.write(base64.b64decode(sign, validate=True))
            f.flush()
            return subprocess.run(["openssl", "dgst", "-sha256", "-verify", self.file(who + ".pub"), "-signature",
                                   f.name], input=text.encode(), capture_output=True).returncode == 0


class Shop:
    """The merchant's notify_url: keeps what is posted and answers what it is told to."""

    def __init__(self, port=0):
        self.posts, self.answers = [], []  # answers: (status, body, seconds to wait), used up one by one
        shop = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                shop.posts.append(dict(urllib.parse.parse_qsl(body, strict_parsing=True)))
                status, text, wait = shop.answers.pop(0) if shop.answers else (200, "success", 0)
                time.sleep(wait)
                try:
                    self.send_response(status)
                    self.send_header("Location", shop.url + "/elsewhere")
                    self.end_headers()
                    self.wfile.write(text.encode())
                except OSError:
                    pass  # the caller has gone

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.port = self.server.server_port
        self.url = f"http://127.0.0.1:{self.port}/notify"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def about(self, number):
        return [p for p in self.posts if p["out_trade_no"] == number]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Forms(HTMLParser):
    """The forms of a page: [{method, action, inputs}]."""

    def __init__(self, html):
        super().__init__()
        self.forms, self.tags, self.text = [], set(), ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.add(tag)
        if tag == "form":
            self.forms.append({"method": attrs["method"], "action": attrs["action"], "inputs": []})
        elif tag == "input":
            self.forms[-1]["inputs"].append(attrs)

    def handle_data(self, data):
        self.text += data


class Page:
    def __init__(self, simulator, response, body):
        self.simulator, self.status, self.headers, self.html = simulator, response.status, response.headers, body
        self.forms = Forms(body).forms if "html" in (response.getheader("Content-Type") or "") else []

    def submit(self, verb="pay", **changes):
        form = next(f for f in self.forms if f["action"].endswith("/" + verb))
        fields = {i["name"]: i["value"] for i in form["inputs"]} | changes
        return self.simulator.post(form["action"], fields)

    @property
    def way_back(self):
        """The signed parameters of a redirect to the merchant."""
        return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.headers["Location"]).query))


class Simulator:
    def __init__(self, keys, shop, folder, *options):
        self.keys, self.shop, self.folder, self.options = keys, shop, folder, options
        self.book = os.path.join(folder, "book")
        self.process = None
        self.number = 0
        self.start()

    def command(self, *more):
        return [PROGRAM, "--test-gateway", "--app-id", APP, "--seller-id", SELLER, "--app-public-key",
                self.keys.file("app.pub"), "--private-key", self.keys.file("alipay"), "--book", self.book, *more]

    def start(self):
        self.process = subprocess.Popen(self.command(*self.options), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        text=True)
        line = self.process.stdout.readline()
        ready = re.fullmatch(r"alipay-sim ready http://127\.0\.0\.1:(\d+)/\n", line)
        assert ready, line + self.process.stderr.read()
        self.port = int(ready[1])

    def stop(self):
        """Ends it as an operator would; returns how long that took."""
        if self.process.poll() is None:
            began = time.monotonic()
            self.process.send_signal(signal.SIGTERM)
            assert self.process.wait(10) == 0, self.process.stderr.read()
            complaints = self.process.stderr.read()
            assert complaints == "", complaints
            self.process.stdout.close()
            self.process.stderr.close()
            return time.monotonic() - began

    # ---- plain HTTP

    def http(self, method, target, body=None, headers=None, timeout=15):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, target, body, headers or {})
            response = connection.getresponse()
            return response, response.read().decode()
        finally:
            connection.close()

    def page(self, method, target, body=None, headers=None):
        return Page(self, *self.http(method, target, body, headers))

    def post(self, target, fields):
        return self.page("POST", target, urllib.parse.urlencode(fields),
                         {"Content-Type": "application/x-www-form-urlencoded"})

    def admin(self, method, path, wish=None, status=200):
        headers = {"Content-Type": "application/json"} if wish is not None else {}
        response, body = self.http(method, "/sim/" + path, wish if wish is None else json.dumps(wish), headers)
        assert response.status == status, body
        return json.loads(body)

    def fault(self, method, fault, count=1, **more):
        self.admin("POST", "faults", {"method": method, "fault": fault, "count": count, **more})

    # ---- the merchant

    def order(self):
        """A new out_trade_no."""
        self.number += 1
        return f"T{int(time.time() * 1000)}N{self.number}"

    def params(self, method, biz, **changes):
        """A signed request; a change to None leaves a parameter out, `sign` is set after signing."""
        fields = {"app_id": APP, "method": method, "charset": "utf-8", "sign_type": "RSA2", "version": "1.0",
                  "timestamp": beijing(),
                  "biz_content": biz if isinstance(biz, str) else json.dumps(biz, ensure_ascii=False)}
        if method.endswith(".pay") or method.endswith("precreate"):
            fields["notify_url"] = self.shop.url
        sign = changes.pop("sign", "")
        fields = {k: v for k, v in (fields | changes).items() if v is not None}
        fields["sign"] = self.keys.sign(sign_text(fields)) if sign == "" else sign
        return {k: v for k, v in fields.items() if v is not None}

    def gateway(self, fields):
        """Posts as the vendor's client does: biz_content in the body, all else in the query."""
        query = urllib.parse.urlencode({k: v for k, v in fields.items() if k != "biz_content"})
        body = urllib.parse.urlencode({k: v for k, v in fields.items() if k == "biz_content"})
        return self.http("POST", "/gateway.do?" + query, body,
                         {"Content-Type": "application/x-www-form-urlencoded;charset=UTF-8"})

    def read(self, raw, key, who="alipay"):
        """The node of a signed answer; its signature covers the raw text."""
        start = len('{"%s":' % key)
        assert raw.startswith('{"%s":{' % key), raw
        node, end = json.JSONDecoder().raw_decode(raw, start)
        assert self.keys.verifies(raw[start:end], json.loads(raw)["sign"], who), raw
        return node

    def call(self, method, biz, **changes):
        response, raw = self.gateway(self.params(method, biz, **changes))
        assert response.status == 200
        return self.read(raw, method.replace(".", "_") + "_response")

    def query(self, number, **more):
        return self.call("alipay.trade.query", {"out_trade_no": number, **more})

    # ---- the buyer

    def open(self, number=None, total="88.88", method="alipay.trade.page.pay", changes=None, **biz):
        """Opens the payment page in the browser."""
        product = "FAST_INSTANT_TRADE_PAY" if "page" in method else "QUICK_WAP_WAY"
        biz = {"out_trade_no": number or self.order(), "total_amount": total, "subject": "Order of fish",
               "product_code": product, **biz}
        fields = self.params(method, biz, **({"return_url": "http://127.0.0.1:1/back?lang=en"} | (changes or {})))
        return self.page("GET", "/gateway.do?" + urllib.parse.urlencode(fields))

    def pay(self, number=None, total="88.88", **biz):
        """A paid trade."""
        number = number or self.order()
        assert self.open(number, total, **biz).submit().status == 302
        return number


# ---- what many tests do with a simulator

def precreate(sim, number, **biz):
    return sim.call("alipay.trade.precreate",
                    {"out_trade_no": number, "total_amount": "35.00", "subject": "QR", **biz})


def path_of(node):
    return urllib.parse.urlsplit(node["qr_code"]).path


def refund(sim, number, amount, request):
    return sim.call(REFUND, {"out_trade_no": number, "refund_amount": amount, "out_request_no": request})
