# SPDX-License-Identifier: MIT
"""A shop that answers what it is told to and remembers what it was asked: for tests of shopctl alone."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


class Request:
    """One request as it came in."""

    def __init__(self, handler, body):
        target = urlsplit(handler.path)
        self.method = handler.command
        self.path = target.path
        self.query = dict(parse_qsl(target.query, keep_blank_values=True))
        self.headers = handler.headers
        self.body = json.loads(body) if body else None

    def __repr__(self):
        return f"{self.method} {self.path} {self.query} {self.body}"


class Reply:
    """What is answered: a document, or bytes as they are."""

    def __init__(self, status=200, doc=None, headers=None, raw=None, delay=0, drop=False):
        self.status, self.doc, self.raw = status, doc, raw
        self.headers = headers or {}
        self.delay, self.drop = delay, drop


def problem(status, code, title, detail="", errors=None, headers=None):
    doc = {"type": "about:blank", "title": title, "status": status, "detail": detail, "code": code,
           "request_id": "req-1"}
    if errors:
        doc["errors"] = errors
    return Reply(status, doc, {"Content-Type": "application/problem+json", **(headers or {})})


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        request = Request(self, self.rfile.read(length) if length else b"")
        reply = self.server.shop.reply_to(request)
        if reply.delay:
            self.server.shop.closing.wait(reply.delay)
        if reply.drop:
            self.close_connection = True
            return
        body = reply.raw
        if body is None:
            body = b"" if reply.doc is None else json.dumps(reply.doc, ensure_ascii=False).encode()
        self.send_response(reply.status)
        headers = {"Content-Type": "application/json", "X-Request-Id": "req-1", **reply.headers}
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer


class FakeShop:
    """The fake: `replies` maps "METHOD /path" (below /api/v1) to a Reply, a list of them (one after the other, the
    last one for ever) or a function of the request."""

    def __init__(self):
        self.replies = {}
        self.requests = []
        self.closing = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.shop = self
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()

    def close(self):
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def on(self, route, reply):
        self.replies[route] = reply
        return self

    def reply_to(self, request):
        self.requests.append(request)
        path = request.path.removeprefix("/api/v1")
        reply = self.replies.get(f"{request.method} {path}")
        if callable(reply):
            return reply(request)
        if isinstance(reply, list):
            return reply.pop(0) if len(reply) > 1 else reply[0]
        return reply or problem(404, "not_found", "Not found")

    @property
    def last(self):
        return self.requests[-1]
