# SPDX-License-Identifier: MIT
"""/me/addresses: whoever has an address has exactly one default, however many changes come at once."""
import random
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest

HOME = {"receiver": "李明远", "region": "北京市海淀区", "region_code": "110108", "detail": "中关村大街 27 号",
        "zip_code": "100080", "phone": "+86 138-0013-8001"}


@pytest.fixture(scope="module")
def keeper(shop):
    """Somebody with one address, whom the tests of refusals leave as they found them."""
    user = shop.new_user()
    add(user)
    return user


def add(user, **other):
    return user.api.post("/me/addresses", json={**HOME, **other}, expect=201).json


def addresses(user):
    return user.api.get("/me/addresses", expect=200).json["items"]


def default(user):
    marked = [a["id"] for a in addresses(user) if a["is_default"]]
    assert len(marked) == 1
    return marked[0]


# ---- what one does with them

def test_an_address_is_kept_as_given(user):
    reply = user.api.post("/me/addresses", json=HOME, expect=201)
    address = {"id": reply.json["id"], **HOME, "is_default": True}
    assert reply.json == address
    assert reply.headers["Location"] == f"/api/v1/me/addresses/{address['id']}"
    assert user.api.get(f"/me/addresses/{address['id']}", expect=200).json == address
    assert user.api.get("/me/addresses", expect=200).json == {"items": [address], "next": None}


def test_nobody_begins_with_one(user):
    assert user.api.get("/me/addresses", expect=200).json == {"items": [], "next": None}


def test_what_may_be_left_out_is(user):
    least = {k: HOME[k] for k in ("receiver", "region", "detail", "phone")}
    for extra in ({}, {"zip_code": ""}):
        address = user.api.post("/me/addresses", json={**least, **extra}, expect=201).json
        assert set(address) == {"id", *least, "is_default"}


def test_the_first_is_the_default_and_a_later_one_only_where_asked(user):
    first, second = add(user), add(user)
    assert (first["is_default"], second["is_default"], default(user)) == (True, False, first["id"])
    third = add(user, is_default=True)
    assert third["is_default"] and default(user) == third["id"]
    assert [a["id"] for a in addresses(user)] == [third["id"], second["id"], first["id"]]


def test_put_replaces_the_whole(user):
    first, second = add(user), add(user)
    least = {"receiver": "王", "region": "上海市", "detail": "1 号", "phone": "02155555555"}
    path = f"/me/addresses/{second['id']}"
    assert user.api.put(path, json=least, expect=200).json == {"id": second["id"], **least, "is_default": False}
    assert user.api.put(path, json={**least, "is_default": True}, expect=200).json["is_default"] is True
    assert default(user) == second["id"]
    user.api.put(path, json={**least, "is_default": False}, expect=200)
    assert default(user) == second["id"]  # there has to be one: another takes the mark, nobody drops it
    user.api.put(f"/me/addresses/{first['id']}", json={"receiver": "x"}, expect=422)


def test_another_default(user):
    first, second = add(user), add(user)
    assert user.api.put(f"/me/addresses/{second['id']}/default", expect=200).json["is_default"] is True
    assert default(user) == second["id"]
    user.api.put(f"/me/addresses/{second['id']}/default", expect=200)
    user.api.put(f"/me/addresses/{first['id']}/default", json={}, expect=200)
    assert default(user) == first["id"]


def test_without_the_default_the_newest_takes_over(user):
    first, second, third = add(user), add(user), add(user)
    user.api.delete(f"/me/addresses/{second['id']}", expect=204)
    assert default(user) == first["id"]
    user.api.delete(f"/me/addresses/{first['id']}", expect=204)
    assert default(user) == third["id"]
    user.api.delete(f"/me/addresses/{third['id']}", expect=204)
    assert addresses(user) == []
    assert add(user)["is_default"] is True


def test_the_same_key_adds_once(user):
    key = {"Idempotency-Key": "home"}
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lambda _: user.api.post("/me/addresses", json=HOME, headers=key), range(6)))
    assert {r.status for r in replies} == {201} and len({r.body for r in replies}) == 1
    assert len({r.headers["Location"] for r in replies}) == 1 and len(addresses(user)) == 1
    assert user.api.post("/me/addresses", json={**HOME, "receiver": "x"}, headers=key,
                         expect=422).code == "idempotency_mismatch"


def test_two_requests_at_once_under_one_key(user):
    """Whichever comes first wins; the other is told that it is another request, not to come back."""
    for n in range(6):
        key, bodies = {"Idempotency-Key": f"two-{n}"}, [{**HOME, "receiver": name} for name in ("王", "李") * 3]
        with ThreadPoolExecutor(6) as pool:
            replies = list(pool.map(lambda body: user.api.post("/me/addresses", json=body, headers=key), bodies))
        assert sorted(r.status for r in replies) == [201] * 3 + [422] * 3, replies
        assert {r.code for r in replies} == {None, "idempotency_mismatch"}
        assert len({r.json["id"] for r in replies if r.status == 201}) == 1


def test_fifty_are_enough(user):
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda _: user.api.post("/me/addresses", json=HOME), range(53)))
    assert sorted(r.status for r in replies) == [201] * 50 + [409] * 3
    assert {r.code for r in replies} == {None, "conflict"} and len(addresses(user)) == 50
    default(user)


# ---- whose they are

@pytest.mark.parametrize("method, tail", [("GET", ""), ("PUT", ""), ("DELETE", ""), ("PUT", "/default")])
def test_somebody_elses_address_is_not_there(shop, user, method, tail):
    stranger = shop.new_user()
    theirs, mine = add(stranger), add(user)
    body = HOME if method == "PUT" and not tail else None
    reply = user.api.request(method, f"/me/addresses/{theirs['id']}{tail}", json=body, expect=404)
    missing = user.api.request(method, f"/me/addresses/999999999{tail}", json=body, expect=404)
    assert (reply.code, reply.json["detail"]) == (missing.code, missing.json["detail"])
    assert addresses(stranger) == [theirs] and addresses(user) == [mine]


@pytest.mark.parametrize("id", ["0", "-1", "01", "1abc", "1e3", "９", "9223372036854775808", "18446744073709551616",
                                "1%20OR%201=1", "x" * 1000])
def test_ids_that_are_none(keeper, id):
    for method in ("GET", "PUT", "DELETE"):
        body = HOME if method == "PUT" else None
        reply = keeper.api.request(method, f"/me/addresses/{quote(id, safe='%')}", json=body)
        assert reply.status == 404 and reply.code == "not_found"


# ---- bad input

@pytest.mark.parametrize("field, value", [
    ("receiver", ""), ("receiver", " "), ("receiver", "x" * 41), ("receiver", None), ("receiver", 7),
    ("receiver", "a\nb"), ("receiver", "a\x1b[2Jb"), ("receiver", "a\u202eb"), ("receiver", "\ufeff"),
    ("receiver", "\u200b\u200d"), ("receiver", "\u3000"), ("detail", "\u3164"), ("region", "\u2800 "),
    ("receiver", "e" + "\u0301" * 30), ("region", ""), ("region", "x" * 101), ("detail", ""), ("detail", "x" * 201),
    ("detail", "a\r\nb"), ("region_code", ""), ("region_code", "11010"), ("region_code", "1101080"),
    ("region_code", "11010a"), ("region_code", "１１０１０８"), ("region_code", 110108), ("zip_code", "1" * 11),
    ("zip_code", "SW1A 1AA"), ("zip_code", 100080), ("phone", ""), ("phone", "1234"), ("phone", "1" * 21),
    ("phone", "call me"), ("phone", "138+0013"), ("phone", "++8613800"), ("phone", "-----"), ("phone", "１３８００１３８"),
    ("phone", 13800138001), ("is_default", "yes"), ("is_default", 1), ("id", 1), ("user_id", 2), ("version", 1),
    ("default_of", 1)])
def test_bad_members_are_named(keeper, field, value):
    kept = addresses(keeper)[0]
    for method, path in (("POST", "/me/addresses"), ("PUT", f"/me/addresses/{kept['id']}")):
        reply = keeper.api.request(method, path, json={**HOME, field: value}, expect=422)
        assert [e["field"] for e in reply.json["errors"]] == [field]
    assert addresses(keeper) == [kept]


@pytest.mark.parametrize("field", ["receiver", "region", "detail", "phone"])
def test_missing_members_are_named(keeper, field):
    body = {k: v for k, v in HOME.items() if k != field}
    reply = keeper.api.post("/me/addresses", json=body, expect=422)
    assert [(e["field"], e["code"]) for e in reply.json["errors"]] == [(field, "required")]


@pytest.mark.parametrize("text", ["{{7*7}}", "${x}", "%s%n", "<script>alert(1)</script>", "'; DROP TABLE address; --", "𠀀𡃁",
                                  "👨‍👩‍👧", "a'b\"c\\d", "=1+1"])
def test_texts_are_kept_as_they_are(keeper, text):
    kept = add(keeper, receiver=text, detail=text)
    shown = keeper.api.get(f"/me/addresses/{kept['id']}", expect=200).json
    assert (shown["receiver"], shown["detail"]) == (text, text)
    keeper.api.delete(f"/me/addresses/{kept['id']}", expect=204)


def test_blanks_at_the_ends_go_and_characters_are_composed(user):
    assert add(user, receiver="  Zoe\u0308 ")["receiver"] == "Zoë"


def test_a_query_is_refused(keeper):
    keeper.api.get("/me/addresses?page=1", expect=422)


# ---- at once

def test_ten_first_addresses_at_once_have_one_default(user):
    with ThreadPoolExecutor(10) as pool:
        replies = list(pool.map(lambda _: user.api.post("/me/addresses", json=HOME), range(10)))
    assert {r.status for r in replies} == {201}
    assert len(addresses(user)) == 10
    default(user)


def test_changes_at_once_leave_one_default(user):
    """Adds, replaces, removes and marks from 12 threads; whenever anybody looks there is at most one default, and in
    the end exactly one."""
    for _ in range(6):
        add(user)

    def change(seed):
        dice = random.Random(seed)
        ids = [a["id"] for a in addresses(user)] or [1]
        one = dice.choice(ids)
        return [lambda: user.api.post("/me/addresses", json={**HOME, "is_default": dice.random() < 0.5}),
                lambda: user.api.delete(f"/me/addresses/{one}"),
                lambda: user.api.put(f"/me/addresses/{one}/default"),
                lambda: user.api.put(f"/me/addresses/{one}", json={**HOME, "is_default": True}),
                lambda: user.api.get("/me/addresses")][dice.randrange(5)]()

    with ThreadPoolExecutor(12) as pool:
        replies = list(pool.map(change, range(150)))
    assert {r.status for r in replies} <= {200, 201, 204, 404}
    for reply in replies:
        if reply.status == 200 and "items" in reply.json:
            items = reply.json["items"]
            assert sum(a["is_default"] for a in items) == (1 if items else 0)
    items = addresses(user)
    assert sum(a["is_default"] for a in items) == (1 if items else 0)


def test_opposite_marks_meet_no_deadlock(shop):
    users = [shop.new_user() for _ in range(2)]
    pairs = [(u, add(u)["id"], add(u)["id"]) for u in users]

    def mark(n):
        user, one, other = pairs[n % 2]
        return user.api.put(f"/me/addresses/{one if n % 4 < 2 else other}/default").status

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(mark, range(60))) == {200}
    for user, _, _ in pairs:
        default(user)
