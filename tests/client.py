# SPDX-License-Identifier: MIT
"""A plain HTTP client for tests: one connection a request, nothing retried, nothing hidden."""
import http.client
import json as json_module


class Reply:
    """status, headers (case-insensitive .get), body (bytes), text, json."""

    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json_module.loads(self.body)

    @property
    def code(self):
        """The problem's code, None where the reply is no problem."""
        kind = self.headers.get("Content-Type", "")
        return self.json["code"] if kind.startswith("application/problem+json") else None

    @property
    def request_id(self):
        return self.headers.get("X-Request-Id")

    def __repr__(self):
        return f"<{self.status} {self.body[:400]!r}>"


class Api:
    """Paths are under /api/v1 unless they start with a full "/api/" or `raw` is set. `expect` asserts the status."""

    contract = None  # once set, every reply has to be what the OpenAPI document says (contract.py)

    def __init__(self, port, token=None, headers=None):
        self.port, self.token, self.headers = port, token, dict(headers or {})

    def as_user(self, token):
        return Api(self.port, token, self.headers)

    def request(self, method, path, json=None, body=None, token=None, headers=None, expect=None, raw=False, timeout=30):
        sent = {**self.headers, **(headers or {})}
        if token or self.token:
            sent.setdefault("Authorization", f"Bearer {token or self.token}")
        if json is not None:
            body = json_module.dumps(json, ensure_ascii=False).encode()
            sent.setdefault("Content-Type", "application/json")
        if not raw and not path.startswith("/api/"):
            path = "/api/v1" + path
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, sent)
            reply = Reply(connection.getresponse())
        finally:
            connection.close()
        if expect is not None:
            assert reply.status == expect, f"{method} {path}: {expect} expected, got {reply}"
        if Api.contract:
            Api.contract.check(method, path, reply)
        return reply

    def get(self, path, **options):
        return self.request("GET", path, **options)

    def post(self, path, **options):
        return self.request("POST", path, **options)

    def put(self, path, **options):
        return self.request("PUT", path, **options)

    def patch(self, path, **options):
        return self.request("PATCH", path, **options)

    def delete(self, path, **options):
        return self.request("DELETE", path, **options)
