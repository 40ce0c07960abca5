# SPDX-License-Identifier: MIT
"""Every reply of the daemon held against the OpenAPI document that it makes of its own routes.

tests/conftest.py lets the API client (client.py) show each exchange to Contract.check().
"""
import json
import re
import urllib.parse

import jsonschema

# What the daemon may answer before a route is found, or about how a request was framed: on any path.
ANYWHERE = {400, 404, 405, 411, 413, 415}
# Headers that a reply bears only where the document says so.
DECLARED = ("ETag", "Location", "Link", "Retry-After", "WWW-Authenticate", "Idempotent-Replayed", "RateLimit-Limit",
            "RateLimit-Remaining", "RateLimit-Reset", "X-Cart-Token")
TIME = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z")

formats = jsonschema.FormatChecker(formats=())
formats.checks("date-time")(lambda text: not isinstance(text, str) or TIME.fullmatch(text) is not None)
formats.checks("uri")(lambda text: not isinstance(text, str) or urllib.parse.urlsplit(text).scheme in ("http", "https"))
formats.checks("int64")(lambda number: not isinstance(number, int) or -2**63 <= number < 2**63)
# 1.0 is no integer here: the wire never has a float where an integer is meant.
Validator = jsonschema.validators.extend(
    jsonschema.Draft202012Validator,
    type_checker=jsonschema.Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)))


class Operation:
    """One method of one path: `op` is what the document says of it, with the path item's parameters in it."""

    def __init__(self, contract, method, path, op, shared):
        self.contract, self.method, self.path, self.op = contract, method, path, op
        self.name = f"{method} {path}"
        self.holes = re.findall(r"\{(\w+)\}", path)
        self.parameters = [contract.resolve(p) for p in shared + op.get("parameters", [])]
        self.roles = op.get("x-roles", [])
        self.needs_session = bool(op["security"]) and {} not in op["security"]
        content = op.get("requestBody", {}).get("content", {})
        self.body = contract.resolve(content["application/json"]["schema"]) if "application/json" in content else None

    def __repr__(self):
        return self.name

    def named(self, where):
        return {p["name"]: p for p in self.parameters if p["in"] == where}

    def response(self, status):
        found = self.op["responses"].get(str(status))
        return found and self.contract.resolve(found)


class Contract:
    def __init__(self, doc):
        self.doc = doc
        self.strict = close(json.loads(json.dumps(doc)))
        self.resolver = jsonschema.RefResolver("", self.strict)
        self.operations = [Operation(self, method.upper(), path, op, item.get("parameters", []))
                           for path, item in doc["paths"].items() for method, op in item.items() if method != "parameters"]
        self.seen = set()  # (operation, status) of every reply so far

    def resolve(self, node):
        while "$ref" in node:
            ref = node["$ref"]
            node = self.doc
            for part in ref.removeprefix("#/").split("/"):
                node = node[part]
        return node

    def find(self, path):
        """The operations of a path by method; words win over holes, a hole in …id} takes ids only."""
        path = urllib.parse.unquote(path.split("?")[0])
        by_method = {}
        for operation in self.operations:
            if re.fullmatch(pattern(operation.path), path):
                known = by_method.get(operation.method)
                if not known or len(operation.holes) < len(known.holes):
                    by_method[operation.method] = operation
        return by_method

    def check(self, method, path, reply):
        """AssertionError where the document does not allow this reply."""
        where = f"{method} {path} answered {reply.status}"
        assert reply.request_id, f"{where} without X-Request-Id"
        found = self.find(path)
        operation = found.get("GET" if method == "HEAD" else method)
        response = operation and operation.response(reply.status)
        if response:
            self.seen.add((operation.name, reply.status))
            self.check_headers(where, response, reply)
            self.check_body(where, response, reply, method == "HEAD")
        elif method == "OPTIONS" and found:
            assert reply.status == 204 and reply.headers["Allow"], where
        else:
            assert reply.status in ANYWHERE, f"{where}, which is not in the document: {reply}"
            assert operation or reply.status != 405 or reply.headers["Allow"], where
            self.check_problem(where, {"$ref": "#/components/schemas/Problem"}, reply, method == "HEAD")

    def check_headers(self, where, response, reply):
        for name in DECLARED:
            if name in reply.headers:
                assert name in response["headers"], f"{where} with {name}, which is not in the document"
        for name in ("ETag", "Location", "WWW-Authenticate"):
            if name in response["headers"]:
                assert name in reply.headers, f"{where} without {name}"

    def check_body(self, where, response, reply, is_head):
        if "content" not in response or reply.status == 304:
            assert reply.body == b"", f"{where} with a body: {reply}"
            return
        kind = reply.headers.get("Content-Type", "").split(";")[0]
        known = response["content"]
        media = known.get(kind, known.get(kind.split("/")[0] + "/*"))
        assert media is not None, f"{where} as {kind!r}, the document says {list(known)}"
        if "application/problem+json" in known:
            self.check_problem(where, media["schema"], reply, is_head)
        elif "schema" in media and not is_head:
            self.check_schema(where, media["schema"], reply)

    def check_problem(self, where, schema, reply, is_head):
        assert reply.headers.get("Content-Type") == "application/problem+json", where
        if not is_head:
            problem = self.check_schema(where, schema, reply)
            assert problem["status"] == reply.status and problem["request_id"] == reply.request_id, where
            assert problem["type"].endswith("/problems/" + problem["code"]), where

    def check_schema(self, where, schema, reply):
        schema = close(json.loads(json.dumps(schema)))
        document = json.loads(reply.body, object_pairs_hook=without_repetition)
        faults = sorted(Validator(schema, resolver=self.resolver, format_checker=formats).iter_errors(document),
                        key=lambda fault: list(map(str, fault.absolute_path)))
        assert not faults, f"{where}, which is not what the document says:\n" + "\n".join(
            f"  {'.'.join(map(str, fault.absolute_path)) or 'the document'}: {fault.message[:300]}" for fault in faults[:10])
        return document


def pattern(template):
    """The regular expression of a path: {…id} is a number from 1 in 64 bits, other holes are words."""
    parts = re.split(r"(\{\w+\})", template)
    return "".join(re.escape(part) if not part.startswith("{") else "[1-9][0-9]{0,18}" if part.endswith("id}") else "[^/]+"
                   for part in parts)


def close(schema):
    """Members that are not described are faults: clients must bear them, the daemon must not send them."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and isinstance(schema.get("properties"), dict):
            schema.setdefault("additionalProperties", False)
        for value in schema.values():
            close(value)
    elif isinstance(schema, list):
        for value in schema:
            close(value)
    return schema


def without_repetition(pairs):
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), f"a name stands twice: {names}"
    return dict(pairs)
