# SPDX-License-Identifier: MIT
"""shopctl and shopd agree: every request that a command sends, and every field that it lists, is in the OpenAPI
document that the daemon makes of its own routes."""

import re

import pytest
from fake_shop import Reply

LOCAL = ("completion", "explain", "help")


class OpenApi:
    """What has to be known of the document: operations by method and path, their members and their replies."""

    def __init__(self, doc):
        self.doc = doc

    def resolve(self, schema):
        while "$ref" in schema:
            found = self.doc
            for part in schema["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            schema = found
        for part in schema.get("allOf", []):
            inner = self.resolve(part)
            schema = {**schema, "properties": {**schema.get("properties", {}), **inner.get("properties", {})}}
        return schema

    def operation(self, method, path):
        for template, operations in self.doc["paths"].items():
            pattern = re.sub(r"\\\{[a-z_]+\\\}", "[^/]+", re.escape(template))
            if method.lower() in operations and re.fullmatch(pattern, path):
                return operations[method.lower()]
        return None

    def query_members(self, operation):
        return {p["name"] for p in map(self.resolve, operation.get("parameters", [])) if p["in"] == "query"}

    def body_members(self, operation):
        content = self.resolve(operation.get("requestBody", {})).get("content", {})
        return set(self.resolve(content.get("application/json", {}).get("schema", {})).get("properties", {}))

    def reply_members(self, operation):
        """Dotted names of the members of the success reply, or of its items where it is a list."""
        status = min(status for status in operation["responses"] if status.startswith("2"))
        content = self.resolve(operation["responses"][status]).get("content", {})
        schema = self.resolve(content.get("application/json", {}).get("schema", {}))
        members = schema.get("properties", {})
        if "items" in members:
            members = self.resolve(self.resolve(members["items"])["items"]).get("properties", {})
        return members

    def has(self, members, path):
        name, _, rest = path.partition(".")
        if name not in members:
            return False
        return not rest or self.has(self.resolve(members[name]).get("properties", {}), rest)


@pytest.fixture(scope="module")
def openapi(shop):
    return OpenApi(shop.api().get("/api/openapi.json", expect=200).json)


def commands(home):
    lines = home.run("help", "--tree").out.splitlines()
    return [line[2:24].split() for line in lines if line[2] != " "]


def example(home, command):
    """The first example of its help, as words."""
    line = home.run("help", *command).out.splitlines()[1]
    return re.sub(r"'([^']*)'", lambda m: m[1].replace(" ", "_"), line).split()[1:]


def request_of(home, fake, command):
    home.sign_in()
    fake.replies = {"GET /me/addresses/3": Reply(200, {"receiver": "A"}),
                    "GET /me/addresses": Reply(200, {"items": [{"id": 3, "is_default": True}]})}
    words = example(home, command)
    if command in (["login"], ["register"]):
        words.append("--password-stdin")
    home.run(*words, "--yes", "--timeout", "200ms", stdin="a password\n")
    return fake.last


def test_every_request_is_declared(home, fake, openapi):
    wrong = []
    for command in commands(home):
        if command[0] in LOCAL:
            continue
        request = request_of(home, fake, command)
        operation = openapi.operation(request.method, request.path)
        if operation is None:
            wrong.append(f"{' '.join(command)}: no {request.method} {request.path}")
            continue
        for name in set(request.query) - openapi.query_members(operation):
            wrong.append(f"{' '.join(command)}: no query member {name}")
        for name in set(request.body or {}) - openapi.body_members(operation):
            wrong.append(f"{' '.join(command)}: no body member {name}")
    assert not wrong, "\n".join(wrong)


def test_fields_are_those_of_the_replies(home, fake, openapi):
    wrong = []
    for command in commands(home):
        if command[0] in (*LOCAL, "api", "logout"):
            continue
        request = request_of(home, fake, command)
        operation = openapi.operation(request.method, request.path)
        if operation is None:
            continue
        members = openapi.reply_members(operation)
        listed = [row.split("\t")[0] for row in home.run(*example(home, command), "--json=?").out.splitlines()]
        if not members:  # 204
            continue
        wrong += [f"{' '.join(command)}: lists {path}" for path in listed if not openapi.has(members, path)]
        tops = {path.split(".")[0] for path in listed} | {"token"}  # which is never printed
        wrong += [f"{' '.join(command)}: knows no {name}" for name in set(members) - tops]
    assert not wrong, "\n".join(wrong)
