# SPDX-License-Identifier: MIT
"""A walk over every operation of the OpenAPI document: what each must refuse, whoever wrote it. A new route is walked as
soon as it is in the daemon's tables."""
import copy
import inspect
import re

import pytest
from client import Api

BAD_IDS = ["0", "-1", "01", "+1", "1abc", "1.0", "1e3", "0x1", "%201", "1%20OR%201=1", "%EF%BC%99", "9223372036854775808",
           "18446744073709551616", "1" * 10240]
EXTRA = {"role": "admin", "roles": ["admin"], "price": 1, "paid": True, "user_id": 1, "is_staff": True}
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get", "X")
# Collections whose ids belong to one person; to be told for each that a signed-in person's route names.
OWNED = ("orders", "addresses", "sessions")


class Walker:
    """Sends operations as somebody who may: the staff, a shopper, or nobody."""

    def __init__(self, shop, staff):
        self.shop, self.staff, self.person = shop, staff, shop.new_user()

    def send(self, operation, path=None, method=None, **options):
        who = self.staff.api if operation.roles else self.person.api if operation.needs_session else self.shop.api()
        return self.send_as(who, operation, path, method, **options)

    def send_as(self, api, operation, path=None, method=None, **options):
        return api.request(method or operation.method, path or filled(operation), raw=True, **options)


@pytest.fixture(scope="module")
def walker(shop, staff):
    return Walker(shop, staff)


def walk(where):
    """Makes a test of test(walker, operation, …): called for every operation that where() picks, it tells of all that
    failed."""
    def wrap(test):
        def walked(walker, **fixtures):
            picked = [operation for operation in Api.contract.operations if where(operation)]
            failures = []
            for operation in picked:
                try:
                    test(walker, operation, **fixtures)
                except AssertionError as failure:
                    failures.append(f"{operation}: {failure}")
            assert picked and not failures, "\n".join([f"{len(failures)} of {len(picked)} operations:", *failures])

        parameters = list(inspect.signature(test).parameters.values())
        walked.__name__, walked.__doc__ = test.__name__, test.__doc__
        walked.__signature__ = inspect.Signature([parameters[0], *parameters[2:]])
        return walked
    return wrap


def every(operation):
    return True


def has_session(operation):
    """It looks at credentials, needed or not."""
    return bool(operation.op["security"])


def has_body(operation):
    return operation.body is not None


def has_number_hole(operation):
    return any(hole.endswith("id") for hole in operation.holes)


def is_page(operation):
    return "pages" in operation.op["tags"]


def is_refusal(reply, status, code):
    assert (reply.status, reply.code) == (status, code), reply
    return True


def refused_fields(reply):
    assert is_refusal(reply, 422, "validation_failed")
    return {error["field"] for error in reply.json.get("errors", [])}


# ---- requests made of the document


def filled(operation, **holes):
    return re.sub(r"\{(\w+)\}", lambda hole: str(holes.get(hole[1], 1)), operation.path)


def sample(contract, schema):
    """A value that the schema allows."""
    schema = contract.resolve(schema)
    kind = schema["type"]
    if "enum" in schema:
        return schema["enum"][0]
    if kind == "object":
        return {name: sample(contract, member) for name, member in schema["properties"].items()}
    if kind == "array":
        return [sample(contract, schema["items"])] * max(1, schema["minItems"])
    if kind == "string" and schema.get("format") == "email":
        return "walker@example.com"
    return {"integer": schema.get("minimum"), "boolean": True, "string": "1" * max(1, schema.get("minLength", 0))}[kind]


def body_of(operation):
    return sample(operation.contract, operation.body) if operation.body else None


def places(contract, schema, path=()):
    """Every member of a body: its path ("items", 0, "quantity"), its schema, and whether it is required."""
    schema = contract.resolve(schema)
    if schema["type"] == "object":
        for name, member in schema["properties"].items():
            member = contract.resolve(member)
            yield path + (name,), member, name in schema["required"]
            yield from places(contract, member, path + (name,))
    elif schema["type"] == "array":
        yield from places(contract, schema["items"], path + (0,))


def members(operation):
    return list(places(operation.contract, operation.body))


def name_of(path):
    """As problems name it: items[0].quantity"""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def changed(body, path, *value):
    """The body with one member set, or left out where there is no value."""
    body = copy.deepcopy(body)
    inner = body
    for part in path[:-1]:
        inner = inner[part]
    if value:
        inner[path[-1]] = value[0]
    else:
        del inner[path[-1]]
    return body


# ---- who may


@walk(every)
def test_without_a_session(walker, operation):
    reply = walker.send_as(walker.shop.api(), operation)
    assert operation.response(reply.status), reply
    assert not operation.needs_session or is_refusal(reply, 401, "unauthenticated")


@walk(has_session)
def test_with_a_session_that_is_none(walker, operation):
    for token in ("x", "0" * 43, "' OR 1=1", "Ω", "a" * 4000):
        reply = walker.send_as(walker.shop.api(), operation, headers={"Authorization": f"Bearer {token}".encode()})
        assert is_refusal(reply, 401, "unauthenticated")


@walk(lambda operation: operation.roles)
def test_shoppers_are_no_staff(walker, operation):
    assert is_refusal(walker.send_as(walker.person.api, operation), 403, "forbidden")


@walk(lambda operation: has_session(operation) and operation.method != "GET")
def test_a_cookie_alone_changes_nothing(walker, operation):
    for headers in ({}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": "0" * 64}):
        headers["Cookie"] = f"shop_session={walker.person.token}"
        assert is_refusal(walker.send_as(walker.shop.api(), operation, headers=headers), 403, "csrf_failed")


@pytest.fixture(scope="module")
def belongings(trade):
    """Somebody's things: whose, and one id of each collection."""
    owner = trade.new_shopper()
    order = trade.placed(owner, {trade.sku(): 1}, pay_method="alipay")
    session = owner.api.get("/sessions", expect=200).json["items"][0]["id"]
    return owner, {"orders": order["id"], "addresses": owner.address, "sessions": session}


@walk(lambda operation: operation.needs_session and not operation.roles and "{id}" in operation.path)
def test_somebody_elses_is_as_if_it_were_not_there(walker, operation, belongings):
    collection = re.search(r"(\w+)/\{id\}", operation.path)[1]
    assert collection in OWNED, f"whose are {collection}? Say it in this test"
    owner, ids = belongings
    theirs, none = (walker.send(operation, filled(operation, id=id), json=body_of(operation))
                    for id in (ids[collection], "4611686018427387904"))
    assert is_refusal(theirs, 404, "not_found")
    assert {**theirs.json, "request_id": ""} == {**none.json, "request_id": ""}
    assert ids["sessions"] in [session["id"] for session in owner.api.get("/sessions", expect=200).json["items"]]
    assert owner.api.get(f"/me/addresses/{ids['addresses']}", expect=200).json["is_default"]
    assert owner.api.get(f"/orders/{ids['orders']}", expect=200).json["status"] == "pending_payment"


# ---- methods and paths


@walk(every)
def test_only_its_methods(walker, operation):
    path = filled(operation)
    known = Api.contract.find(path)
    allow = {*known, "OPTIONS", *(["HEAD"] if "GET" in known else [])}
    for method in set(METHODS) - set(known):
        reply = walker.send(operation, method=method, headers={"X-HTTP-Method-Override": operation.method})
        assert reply.status == 405 and set(reply.headers["Allow"].split(", ")) == allow, (method, reply)
    origin = {"Origin": "http://evil.example", "Access-Control-Request-Method": operation.method}
    options = walker.send(operation, method="OPTIONS", headers=origin, expect=204)
    assert set(options.headers["Allow"].split(", ")) == allow
    assert not [name for name in options.headers if name.lower().startswith("access-control")]


@walk(lambda operation: operation.method == "GET" and operation.path != "/metrics")
def test_head_is_get_without_the_body(walker, operation):
    whole, head = walker.send(operation), walker.send(operation, method="HEAD")
    assert (head.status, head.body) == (whole.status, b"")
    for name in ("Content-Type", "Content-Length", "ETag", "Cache-Control"):
        assert head.headers[name] == whole.headers[name], name


@walk(has_number_hole)
def test_ids_that_are_none(walker, operation):
    for hole in operation.holes:
        for bad in BAD_IDS if hole.endswith("id") else ():
            reply = walker.send(operation, filled(operation, **{hole: bad}), json=body_of(operation))
            assert is_refusal(reply, 404, "not_found"), bad[:30]


@walk(every)
def test_paths_beside_it(walker, operation):
    path = filled(operation)
    for beside in (path + "/x/y/z", "/x" + path, path + "%20/x/y/z", path.replace("/", "//")):
        assert walker.send(operation, beside).status in (400, 404), beside


# ---- queries


@walk(lambda operation: not is_page(operation))  # pages bear what trackers append
def test_unknown_parameters(walker, operation):
    for name in ("pagee", "role", "PAGE", "%F0%9F%8D%89"):
        assert is_refusal(walker.send(operation, f"{filled(operation)}?{name}=1"), 422, "validation_failed"), name


def bad_parameters(schema):
    """Texts, encoded, that are no value of this schema."""
    if "enum" in schema:
        return ["nonsense", schema["enum"][0].upper(), schema["enum"][0] + "%20x"]
    if schema["type"] == "integer":
        return [str(schema["minimum"] - 1), str(schema["maximum"] + 1), "9223372036854775808", "9" * 40, "1.5", "1e3", "0x10",
                "%201", "%2B1", "01", "one", "%EF%BC%91%EF%BC%92", "1,2", "true"]
    if schema["type"] == "boolean":
        return ["yes", "TRUE", "2", "-1"]
    return ["x" * (schema["maxLength"] + 1), "a%01b", "a%0Ab", "a%E2%80%AEb", "%EF%BB%BFa"]


@walk(lambda operation: operation.named("query"))
def test_bad_parameters(walker, operation):
    queries = operation.named("query")
    for name, parameter in queries.items():
        others = "".join(f"{other}=x&" for other, p in queries.items() if p["required"] and other != name)
        target = f"{filled(operation)}?{others}{name}="
        for value in bad_parameters(parameter["schema"]):
            assert refused_fields(walker.send(operation, target + value)) == {name}, value
        assert name in refused_fields(walker.send(operation, f"{target}1&{name}=1"))
        for value in ("%", "%4", "%zz", "%00", "%FF", "%C0%AF", "%ED%A0%80"):
            assert is_refusal(walker.send(operation, target + value), 400, "bad_request"), value


# ---- bodies


@walk(lambda operation: "requestBody" not in operation.op and not is_page(operation))
def test_a_body_where_none_is_known(walker, operation):
    assert is_refusal(walker.send(operation, json=EXTRA), 422, "validation_failed")


@walk(has_body)
def test_members_that_nobody_may_set(walker, operation):
    for name, value in EXTRA.items():
        assert refused_fields(walker.send(operation, json={**body_of(operation), name: value})) == {name}
    for path, schema, _ in members(operation):
        if schema["type"] == "array":
            inner = path + (0, "price")
            assert refused_fields(walker.send(operation, json=changed(body_of(operation), inner, 1))) == {name_of(inner)}


@walk(has_body)
def test_members_that_are_missing(walker, operation):
    required = {name_of(path) for path, _, needed in members(operation) if needed and len(path) == 1}
    if required:
        assert refused_fields(walker.send(operation, json={})) == required
        assert refused_fields(walker.send(operation)) == required
    for path, _, needed in members(operation):
        if needed:
            assert refused_fields(walker.send(operation, json=changed(body_of(operation), path))) == {name_of(path)}
            assert refused_fields(walker.send(operation, json=changed(body_of(operation), path, None))) == {name_of(path)}


EVIL_TEXTS = ("\x1b[2J", "\x7f", "\x9b", "\u202e", "\ufeff", "\ufdd0", "e" + "\u0301" * 50)
BAD_MAILBOXES = ("", "a", "a@b", "@example.com", "a@", "a b@example.com", "a@example.com\r\nBcc: b@example.com",
                 '"a"@example.com', "a@[127.0.0.1]", "a@b..example.com", "é@example.com", "a@example.com,b@example.com",
                 "a" * 243 + "@example.com")


def bad_texts(schema):
    is_mailbox = schema.get("format") == "email"
    for evil in EVIL_TEXTS:
        yield f"walker{evil}@example.com" if is_mailbox else "1" * 5 + evil
    if is_mailbox:
        yield from BAD_MAILBOXES
    elif "enum" in schema:
        yield from ("nonsense", "", schema["enum"][0] + " ")
    else:
        yield from ("1" * (schema["maxLength"] + 1), "号" * (schema["maxLength"] + 1))
        if schema["minLength"]:
            yield "1" * (schema["minLength"] - 1)


def bad_members(schema):
    """JSON values that are none of this schema."""
    kind = schema["type"]
    if kind == "integer":
        yield from (schema["minimum"] - 1, schema["maximum"] + 1, 2**63, -2**63 - 1, 10**40, 1.5, 1000.0, 1e300, "1", "１２",
                    True, [], [1], {})
    elif kind == "boolean":
        yield from (0, 1, "true", "", [], {})
    elif kind == "array":
        yield from ({}, "1", 1, True, [1], [None], [[]], ["a"], [{}] * (schema["maxItems"] + 1), [{}] * (schema["minItems"] - 1))
    else:
        yield from (1, 1.5, True, [], {}, ["a"], *bad_texts(schema))


@walk(has_body)
def test_members_that_are_wrong(walker, operation):
    for path, schema, _ in members(operation):
        for bad in bad_members(schema):
            reply = walker.send(operation, json=changed(body_of(operation), path, bad))
            assert reply.status == 422, (name_of(path), bad, reply)
            fields = refused_fields(reply)
            assert fields and all(field.startswith(name_of(path)) for field in fields), (name_of(path), bad, fields)


@walk(has_body)
def test_other_kinds_of_body(walker, operation):
    for kind in (None, "", "text/plain", "text/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
                 "application/jsonx", "application/xml", "application/problem+json"):
        headers = {} if kind is None else {"Content-Type": kind}
        assert is_refusal(walker.send(operation, body=b'{"a":1}', headers=headers), 415, "unsupported_media_type"), kind
    reply = walker.send(operation, json=body_of(operation), headers={"Content-Encoding": "gzip"})
    assert is_refusal(reply, 415, "unsupported_media_type")


@walk(has_body)
def test_bodies_that_are_no_object(walker, operation):
    for body in (b"[]", b"[{}]", b"[1]"):
        reply = walker.send(operation, body=body, headers={"Content-Type": "application/json"})
        assert is_refusal(reply, 422, "validation_failed"), body


@walk(has_body)
def test_bodies_that_are_no_json(walker, operation):
    for body in (b"{", b"nonsense", b"{}{}", b"null", b"true", b"1", b'"x"', b'{"a":1,"a":2}', b'{"a":1e999}', b'{"a":NaN}',
                 b'{"a":-Infinity}', b"\xef\xbb\xbf{}", b'{"a":"\xff"}', b'{"a":"\\u0000"}', b'{"a":"\\ud800"}', b"\0", b" "):
        reply = walker.send(operation, body=body, headers={"Content-Type": "application/json; charset=utf-8"})
        assert is_refusal(reply, 400, "malformed_json"), body


@walk(lambda operation: "Idempotency-Key" in operation.named("header"))
def test_keys_that_are_none(walker, operation):
    for key in ("", "a b", "a\tb", "é", '"', '""', 'a"b', "x" * 129):
        reply = walker.send(operation, json=body_of(operation), headers={"Idempotency-Key": key.encode()})
        assert is_refusal(reply, 400, "bad_request"), key
