# SPDX-License-Identifier: MIT
"""GET /api/openapi.json: is it OpenAPI 3.1, and is every route in it and nothing else?"""
import re
from glob import glob

import jsonschema
import pytest
from contract import Contract
from shop import ROOT

STRINGS = {"type": "array", "items": {"type": "string"}}
REF = {"type": "object", "required": ["$ref"], "properties": {
    "$ref": {"pattern": r"^#/components/(schemas|responses|parameters|headers)/[A-Za-z0-9._-]+$"}}}


def form(required, optional=None, **more):
    """An object with these members and no others."""
    return {"type": "object", "required": list(required), "properties": {**required, **(optional or {})},
            "additionalProperties": False, **more}


def each(schema, names=None):
    return {"type": "object", "additionalProperties": schema, **({"propertyNames": {"pattern": names}} if names else {})}


def ref_or(schema):
    return {"if": {"required": ["$ref"]}, "then": {**REF, "additionalProperties": False}, "else": schema}


TEXT = {"type": "string", "minLength": 1}
SCHEMA = {"type": "object"}  # looked at more closely below
PARAMETER = form({"name": TEXT, "in": {"enum": ["path", "query", "header"]}, "schema": SCHEMA},
                 {"required": {"type": "boolean"}, "description": TEXT})
HEADER = form({"schema": SCHEMA}, {"description": TEXT})
CONTENT = {**each(form({}, {"schema": SCHEMA}), r"^[a-z]+/([a-z0-9.+-]+|\*)$"), "minProperties": 1, "maxProperties": 1}
RESPONSE = form({"description": TEXT, "headers": each(ref_or(HEADER), r"^[A-Z][A-Za-z-]+$")}, {"content": CONTENT})
SECURITY = {"type": "array", "items": each({"const": []}, "^(bearer|cookie|csrf)$"), "uniqueItems": True}
OPERATION = form({"operationId": {"type": "string", "pattern": "^[a-z][a-z0-9_]*[a-z0-9]$"},
                  "tags": {**STRINGS, "minItems": 1}, "summary": TEXT, "parameters": {"type": "array", "items": ref_or(PARAMETER)},
                  "security": SECURITY, "responses": {**each(ref_or(RESPONSE), "^[2345][0-9][0-9]$"), "minProperties": 2}},
                 {"x-roles": {**STRINGS, "minItems": 1, "uniqueItems": True},
                  "requestBody": form({"required": {"type": "boolean"}, "content": CONTENT})})
PATH = form({"parameters": {"type": "array", "items": ref_or(PARAMETER)}},
            {method: OPERATION for method in ("get", "post", "put", "patch", "delete")}, minProperties=2)
SCHEME = {"oneOf": [form({"type": {"const": "http"}, "scheme": {"const": "bearer"}}, {"description": TEXT}),
                    form({"type": {"const": "apiKey"}, "in": {"enum": ["cookie", "header"]}, "name": TEXT}, {"description": TEXT})]}
NAMES = "^[A-Za-z0-9._-]+$"
DOCUMENT = form({
    "openapi": {"const": "3.1.0"},
    "info": form({"title": TEXT, "version": TEXT, "description": TEXT, "license": form({"name": TEXT, "identifier": TEXT})}),
    "servers": {"type": "array", "items": form({"url": TEXT}), "minItems": 1},
    "paths": each(PATH, "^/"),
    "components": form({"schemas": each(SCHEMA, NAMES), "responses": each(RESPONSE, NAMES), "headers": each(HEADER, NAMES),
                        "parameters": each(PARAMETER, NAMES), "securitySchemes": each(SCHEME, NAMES)})})


@pytest.fixture(scope="module")
def contract(shop):
    return Contract(shop.api().get("/api/openapi.json", expect=200).json)


def nodes(node, path=()):
    yield path, node
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield from nodes(value, path + (key,))


def test_it_has_the_form_of_openapi(contract):
    faults = list(jsonschema.Draft202012Validator(DOCUMENT).iter_errors(contract.doc))
    assert not faults, [(list(fault.absolute_path), fault.message[:200]) for fault in faults[:5]]


def test_references_lead_somewhere_and_nothing_is_left_over(contract):
    used = {node["$ref"] for _, node in nodes(contract.doc) if isinstance(node, dict) and isinstance(node.get("$ref"), str)}
    there = {f"#/components/{kind}/{name}" for kind in ("schemas", "responses", "parameters", "headers")
             for name in contract.doc["components"][kind]}
    assert used == there


def test_schemas_are_json_schema(contract):
    for path, node in nodes(contract.doc):
        if path[-1:] == ("schema",) or path[:2] == ("components", "schemas") and len(path) == 3:
            jsonschema.Draft202012Validator.check_schema(node)
            for inner, schema in nodes(node):
                if isinstance(schema, dict) and isinstance(schema.get("required"), list):
                    assert set(schema["required"]) <= set(schema["properties"]), path + inner
                    assert schema["type"] == "object"


def test_every_route_is_in_it_and_nothing_else(shop, contract):
    listed = [tuple(line.split()[:2]) for line in shop.run_shopd("routes").stdout.splitlines()]
    assert len(listed) > 50 and len(set(listed)) == len(listed)
    assert {(operation.method, operation.path) for operation in contract.operations} == set(listed)


def test_operations_have_names_of_their_own_and_parameters_for_their_holes(contract):
    names = [operation.op["operationId"] for operation in contract.operations]
    assert len(set(names)) == len(names)
    for operation in contract.operations:
        assert list(operation.named("path")) == operation.holes, operation
        assert all(p["required"] for p in operation.named("path").values()), operation
        keys = [(p["in"], p["name"]) for p in operation.parameters]
        assert len(keys) == len(set(keys)), operation


def test_ids_of_paths_have_the_form_that_documents_show(contract):
    """Integers, or strings of digits where JavaScript could not hold the number."""
    kinds = {"types": "integer", "skus": "integer", "addresses": "integer", "sessions": "integer", "items": "integer",
             "jobs": "integer", "orders": "string"}
    for operation in contract.operations:
        for before, hole in re.findall(r"(\w+)/\{(\w*id)\}", operation.path):
            assert operation.named("path")[hole]["schema"]["type"] == kinds[before], operation


def test_what_a_row_says_is_in_it(contract):
    by_name = {operation.name: operation for operation in contract.operations}
    order = by_name["POST /api/v1/orders"]
    assert order.needs_session and {"cookie": [], "csrf": []} in order.op["security"] and not order.roles
    assert "Idempotency-Key" in order.named("header") and order.response(201)["headers"]["Location"]
    codes = order.response(409)["content"]["application/problem+json"]["schema"]["properties"]["code"]["enum"]
    assert codes == ["in_progress", "out_of_stock", "price_changed"]
    assert order.body["additionalProperties"] is False and order.body["required"] == ["address_id", "pay_method"]
    item = contract.resolve(order.body["properties"]["items"]["items"])
    assert item["properties"]["quantity"]["minimum"] == 1 and item["additionalProperties"] is False
    ship = by_name["POST /api/v1/admin/orders/{id}/shipments"]
    assert ship.roles == ["orders", "admin"] and ship.response(403) and ship.response(404)
    skus = by_name["GET /api/v1/skus"]
    assert skus.named("query")["per_page"]["schema"]["maximum"] == 100 and skus.response(304)
    assert skus.named("query")["sort"]["schema"]["enum"][0] == "default" and not skus.needs_session
    assert by_name["POST /api/v1/sessions"].op["security"] == []
    assert list(by_name["GET /metrics"].response(200)["content"]) == ["text/plain"]
    for operation in contract.operations:
        assert operation.response(500) and operation.response(422) and operation.response(400), operation


def test_reserved_words_are_not_in_it(contract):
    for word in ("coupon", "flash"):
        assert word not in str(contract.doc)


def test_no_two_tables_have_the_same_name():
    """The document takes a schema by its name: a second table of that name would be shown as the first."""
    names = []
    for path in glob(f"{ROOT}/server/**/*.c", recursive=True):
        with open(path, encoding="utf-8") as f:
            names += re.findall(r'\b(?:DOC|FIELDS)\(\s*"(\w+)"', f.read())
    assert len(names) > 40 and sorted(names) == sorted(set(names))


def test_it_is_kept_by_clients(shop, api):
    first = api.get("/api/openapi.json", expect=200)
    api.get("/api/openapi.json", headers={"If-None-Match": first.headers["ETag"]}, expect=304)
    with shop.second() as other:
        assert other.get("/api/openapi.json", expect=200).body == first.body


def test_over_https_the_cookie_has_its_other_name(shop, api):
    def cookie(client):
        return client.get("/api/openapi.json", expect=200).json["components"]["securitySchemes"]["cookie"]["name"]

    with shop.second({("http", "site"): "https://shop.example"}) as other:
        assert (cookie(api), cookie(other)) == ("shop_session", "__Host-shop_session")
