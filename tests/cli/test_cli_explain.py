# SPDX-License-Identifier: MIT
"""`explain` says of a document what the daemon's OpenAPI document says, and sends nothing."""

import json
import re
import subprocess

import pytest
from shopctl import ROOT


@pytest.fixture(scope="module")
def schemas():
    done = subprocess.run([ROOT / "build" / "shopd", "openapi"], env={}, capture_output=True, check=True)
    return json.loads(done.stdout)["components"]["schemas"]


@pytest.fixture
def offline(home):
    home.env["SHOPCTL_URL"] = "http://127.0.0.1:1"
    return home


def rows(home, *words):
    done = home.run("explain", *words, "--json")
    assert (done.code, done.err) == (0, "")
    return {item["name"]: item for item in json.loads(done.out)["items"]}


def test_a_member(offline, schemas):
    order = schemas["Order"]["properties"]
    done = offline.run("explain", "order.status", "--json")
    assert json.loads(done.out) == {"name": "order.status", "type": "string", "values": order["status"]["enum"],
                                    "about": order["status"]["description"]}
    shown = offline.run("explain", "order.status", "--output", "table").out
    assert ", ".join(order["status"]["enum"]) in shown and order["status"]["description"] in shown


@pytest.mark.parametrize("name, kind, values, about", [
    ("order.lines.price", "integer", "[]", "In fen"),
    ("order.pay_before", "string (RFC 3339) or null", "[]", ""),
    ("order.currency", "string", '["CNY"]', ""),
])
def test_types(offline, name, kind, values, about):
    assert offline.run("explain", name, "--output", "tsv").out == f"{name}\t{kind}\t{values}\t{about}\n"


def test_ranges_are_values(offline, schemas):
    low, high = (schemas["OrderItem"]["properties"]["quantity"][key] for key in ("minimum", "maximum"))
    assert rows(offline, "order_request.items")["order_request.items.quantity"]["values"] == [f"{low}..{high}"]


def test_every_document_and_its_members(offline, schemas):
    listed = rows(offline)
    snake = {re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower(): name for name in schemas}
    assert list(listed) == list(snake) and "sku_summary" in listed
    for name in snake:
        assert list(rows(offline, name)) == [f"{name}.{member}" for member in schemas[snake[name]]["properties"]]
    assert rows(offline, "order")["order.lines"]["type"] == "list of order_line"
    assert list(rows(offline, "order.lines")) == [f"order.lines.{m}" for m in schemas["OrderLine"]["properties"]]


@pytest.mark.parametrize("spelt", ["SkuSummary.unit_price", "SKU_SUMMARY.Unit-Price", "skusummary.unitPrice"])
def test_spelling(offline, spelt):
    assert rows(offline, spelt) == rows(offline, "sku_summary.unit_price")


@pytest.mark.parametrize("name, error", [
    ("ordr", "the API has no document 'ordr'\n  did you mean 'order'?\n  see 'shopctl explain'\n"),
    ("order.statsu", "'order' has no member 'statsu'\n  did you mean 'order.status'?\n  see 'shopctl explain order'\n"),
    ("order.status.x", "'order.status' has no member 'x'\n  see 'shopctl explain order.status'\n"),
])
def test_unknown_names(offline, name, error):
    done = offline.run("explain", name)
    assert (done.code, done.out, done.err) == (2, "", f"shopctl: {error}")


def test_sends_nothing(home, fake):
    home.sign_in()
    home.run("explain", "order")
    assert fake.requests == []
