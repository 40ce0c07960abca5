# SPDX-License-Identifier: MIT
"""POST /users and POST /users/activation: who may join under which name, and that a link works once."""
import itertools
from concurrent.futures import ThreadPoolExecutor

import pytest

PASSWORD = "correct-horse-2026"
numbers = itertools.count(1)


def person(**other):
    n = next(numbers)
    return {"username": f"reg{n}", "email": f"reg{n}@example.com", "password": PASSWORD, **other}


def fields(reply):
    return {e["field"]: e["code"] for e in reply.json["errors"]}


def register(api, **other):
    return api.post("/users", json=person(**other), expect=201).json


# ---- joining

def test_registration_answers_the_account_and_where_it_is(api):
    p = person(email="Reg.Upper@Example.COM")
    reply = api.post("/users", json=p, expect=201)
    assert reply.json == {"id": reply.json["id"], "username": p["username"], "email": "reg.upper@example.com",
                          "active": False}
    assert isinstance(reply.json["id"], int)
    assert reply.headers["Location"] == "/api/v1/me"


@pytest.mark.parametrize("name", ["abc", "a_1", "x" * 30, "豆豆妈妈", "王小明2026", "㐀䶿一鿿", "___"])
def test_names_of_letters_digits_and_chinese_characters(api, name):
    assert register(api, username=name)["username"] == name


@pytest.mark.parametrize("name", [
    "ab", "x" * 31, "a b c", "a-b-c", "a.b.c", "name@example", "аdmin", "ａｄｍｉｎ", "admin\u0301", "日本語ひらがな",
    "a\r\nBcc: x@y.cn", "a\u202ebc", "\ufeffabc", "abc\u0000", "{{7*7}}", "<b>x</b>", "😀😀😀", "한국어", "",
    "abc\u200b", "𠀀𠀀𠀀"])
def test_other_names_are_refused_by_field(api, name):
    reply = api.post("/users", json=person(username=name))
    if "\u0000" in name:
        assert reply.status == 400
    else:
        assert reply.status == 422 and list(fields(reply)) == ["username"], reply


@pytest.mark.parametrize("email", [
    "", "x", "x@y", "@example.com", "a b@example.com", "a@b@example.com", "a@example.com\r\nBcc: x@y.cn", "a@-x.com",
    "a@example..com", "a..b@example.com", "é@example.com", "a@例子.cn", "\"a b\"@example.com", "a@[127.0.0.1]",
    "x" * 65 + "@example.com", "a@" + "x" * 260 + ".com", "<a@example.com>"])
def test_other_mailboxes_are_refused_by_field(api, email):
    reply = api.post("/users", json=person(email=email), expect=422)
    assert list(fields(reply)) == ["email"]


@pytest.mark.parametrize("password, good", [
    ("x" * 9, False), ("x" * 10, True), ("密码" * 5, True), ("密码" * 64, True), ("x" * 129, False), ("密" * 129, False),
    ("x" * 60000, False), ("\x01" * 12, False)])
def test_passwords_have_10_to_128_characters(api, password, good):
    p = person(password=password)
    reply = api.post("/users", json=p, expect=201 if good else 422)
    if good:
        assert api.post("/sessions", json={"login": p["username"], "password": password}).code == "not_activated"
    else:
        assert list(fields(reply)) == ["password"]


def test_a_megabyte_of_password_is_not_read(api):
    reply = api.post("/users", json=person(password="x" * 1_000_000))
    assert reply.status == 413


@pytest.mark.parametrize("extra", ["id", "active", "role", "roles", "is_staff", "user_id", "disabled", "USERNAME"])
def test_members_that_nobody_asked_for_are_refused(api, extra):
    reply = api.post("/users", json=person(**{extra: 1}), expect=422)
    assert fields(reply) == {extra: "unknown"}


@pytest.mark.parametrize("body, status", [
    (b"", 422), (b"{", 400), (b"[]", 422), (b"null", 400), (b'{"username":"a","username":"b"}', 400), (b"\xff\xfe{}", 400),
    (b'{"username":"\\ud800aa"}', 400), (b"[" * 10000, 400), (b'{"username":1e999}', 400)])
def test_bodies_that_are_no_registration(api, body, status):
    assert api.post("/users", body=body, headers={"Content-Type": "application/json"}).status == status


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_only_json_is_read(api, kind):
    assert api.post("/users", body=b"{}", headers={"Content-Type": kind} if kind else {}).status == 415


def test_every_fault_is_told_at_once_and_in_the_language_asked_for(api):
    bad = {"username": "x", "password": "short", "email": "nobody"}
    reply = api.post("/users", json=bad, headers={"Accept-Language": "zh-CN"}, expect=422)
    assert set(fields(reply)) == {"username", "password", "email"}
    reply = api.post("/users", json=person(username="a b c"), headers={"Accept-Language": "zh-CN"}, expect=422)
    assert "汉字" in reply.json["errors"][0]["detail"]


# ---- names that are taken

def test_a_taken_name_or_mailbox_is_named(api):
    first = person()
    api.post("/users", json=first, expect=201)
    for again, taken in [({"username": first["username"]}, {"username"}), ({"email": first["email"]}, {"email"}),
                         ({"username": first["username"].upper()}, {"username"}),
                         ({"email": first["email"].upper()}, {"email"}),
                         ({"username": " " + first["username"] + " "}, {"username"}),
                         ({"username": first["username"], "email": first["email"]}, {"username", "email"})]:
        reply = api.post("/users", json=person(**again), expect=409)
        assert reply.code == "conflict" and set(fields(reply)) == taken


def test_of_twenty_at_once_one_gets_the_name(shop):
    name = person()["username"]
    bodies = [person(username=name if i % 2 else name.upper()) for i in range(20)]
    with ThreadPoolExecutor(20) as pool:
        replies = list(pool.map(lambda body: shop.api().post("/users", json=body), bodies))
    assert sorted(r.status for r in replies) == [201] + [409] * 19
    assert all(fields(r) == {"username": "taken"} for r in replies if r.status == 409)


# ---- repeated requests

def test_the_same_key_registers_once_and_shows_the_account_again(shop, api):
    body, key = person(), {"Idempotency-Key": '"first-try"'}
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda _: shop.api().post("/users", json=body, headers=key), range(8)))
    assert {r.status for r in replies} == {201} and len({r.body for r in replies}) == 1
    assert sum(r.headers.get("Idempotent-Replayed") == "true" for r in replies) == 7
    assert shop.sql(f"SELECT COUNT(*) FROM user WHERE username = '{body['username']}'") == [["1"]]
    assert shop.sql("SELECT COUNT(*) FROM outbox WHERE kind = 'mail_activation' AND "
                    f"subject = {replies[0].json['id']}") == [["1"]]
    other = api.post("/users", json=person(), headers=key, expect=422)
    assert other.code == "idempotency_mismatch"


def test_a_password_is_not_part_of_what_is_remembered(api):
    body, key = person(), {"Idempotency-Key": "k-secret"}
    api.post("/users", json=body, headers=key, expect=201)
    assert api.post("/users", json={**body, "password": "another-horse-1"}, headers=key, expect=201).headers[
        "Idempotent-Replayed"] == "true"


# ---- limits

def test_registrations_are_limited_by_address(shop, monkeypatch):
    monkeypatch.setitem(shop.settings, ("limits", "registrations_per_hour"), 3)
    with shop.second() as second:
        here = {"X-Forwarded-For": "198.51.100.1"}
        left = [second.post("/users", json=person(), headers=here, expect=201).headers["RateLimit-Remaining"]
                for _ in range(3)]
        assert left == ["2", "1", "0"]
        reply = second.post("/users", json=person(), headers=here, expect=429)
        assert reply.code == "rate_limited" and 0 < int(reply.headers["Retry-After"]) <= 3600
        assert reply.headers["RateLimit-Limit"] == "3"
        second.post("/users", json=person(), headers={"X-Forwarded-For": "198.51.100.2"}, expect=201)


def test_addresses_of_one_ipv6_network_count_together(shop, monkeypatch):
    monkeypatch.setitem(shop.settings, ("limits", "registrations_per_hour"), 1)
    with shop.second() as second:
        for address, status in [("2001:db8:1:2::1", 201), ("2001:db8:1:2:ffff::9", 429), ("2001:db8:1:3::1", 201)]:
            second.post("/users", json=person(), headers={"X-Forwarded-For": address}, expect=status)


# ---- activation

@pytest.fixture
def joined(shop, api):
    """A new account and the token of its mail."""
    account = register(api)
    return account, shop.mail_to(account["email"], "user/activate")


def test_activation_lets_in(api, joined):
    account, token = joined
    login = {"login": account["username"], "password": PASSWORD}
    assert api.post("/sessions", json=login, expect=403).code == "not_activated"
    assert api.post("/users/activation", json={"token": token}, expect=200).json == {**account, "active": True}
    assert api.post("/sessions", json=login, expect=201).json["user"]["active"] is True


def test_a_link_works_once_of_ten_at_once(shop, joined):
    _, token = joined
    with ThreadPoolExecutor(10) as pool:
        replies = list(pool.map(lambda _: shop.api().post("/users/activation", json={"token": token}), range(10)))
    assert sorted(r.status for r in replies) == [200] + [422] * 9
    assert all(fields(r) == {"token": "token"} for r in replies if r.status == 422)


def test_a_lost_answer_is_repeated_by_key(api, joined):
    account, token = joined
    key = {"Idempotency-Key": "activate-" + token}
    for _ in range(2):
        assert api.post("/users/activation", json={"token": token}, headers=key, expect=200).json["id"] == account["id"]


def test_an_expired_link_does_nothing(shop, api, joined):
    account, token = joined
    shop.sql(f"UPDATE auth_token SET expires_at = UTC_TIMESTAMP(6) WHERE user_id = {account['id']}")
    api.post("/users/activation", json={"token": token}, expect=422)
    assert shop.sql(f"SELECT active FROM user WHERE id = {account['id']}") == [["0"]]


@pytest.mark.parametrize("token", ["", "x", "x" * 43, "x" * 101, "' OR 1=1 -- ", "../../etc", 7, None, ["a"]])
def test_what_is_no_token(api, token):
    assert list(fields(api.post("/users/activation", json={"token": token}, expect=422))) == ["token"]


def test_the_token_is_stored_nowhere(shop, joined):
    account, token = joined
    assert shop.sql(f"SELECT COUNT(*) FROM outbox WHERE payload LIKE '%{token}%'") == [["0"]]
    stored = shop.sql(f"SELECT token_hash = UNHEX(SHA2('{token}', 256)), LENGTH(token_hash) FROM auth_token "
                      f"WHERE user_id = {account['id']}")
    assert stored == [["1", "32"]]
    assert token not in str(shop.log_lines()) + str(shop.log_lines(name="work"))


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "TRACE"])
def test_other_methods_are_not_obeyed(api, method):
    reply = api.request(method, "/users", headers={"X-HTTP-Method-Override": "POST"})
    assert reply.status == 405 and "POST" in reply.headers["Allow"]


def test_an_old_session_does_not_stand_in_the_way(api):
    api.post("/users", json=person(), token="x" * 43, expect=201)
