# SPDX-License-Identifier: MIT
"""The mails that anybody can ask for, forgotten and changed passwords, moving to another mailbox."""
import itertools
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

NEW = "another-horse-2026"
numbers = itertools.count(1)


@pytest.fixture(scope="module")
def keeper(shop):
    """Somebody whom the tests of refusals leave as they found them."""
    return shop.new_user()


def login(api, user, password, expect):
    return api.post("/sessions", json={"login": user.name, "password": password}, expect=expect)


def ask_reset(shop, user):
    """Asks for a reset and gives the token of its mail."""
    before = len(shop.mails(user.email))
    shop.api().post("/password-resets", json={"email": user.email}, expect=202)
    shop.wait(lambda: len(shop.mails(user.email)) > before)
    return shop.mail_to(user.email, "user/reset")


def jobs_done(shop):
    return shop.sql("SELECT COUNT(*) FROM outbox WHERE kind LIKE 'mail%' AND status = 'ready'") == [["0"]]


# ---- asking for mails

@pytest.mark.parametrize("path", ["/users/activation-mail", "/password-resets"])
def test_known_and_unknown_mailboxes_get_the_same_answer(shop, api, user, path):
    replies = [api.post(path, json={"email": e}, expect=202) for e in (user.email, "nobody-at-all@example.com")]
    assert replies[0].body == replies[1].body
    assert [list(r.headers.keys()) for r in replies][0] == [list(r.headers.keys()) for r in replies][1]
    shop.wait(lambda: jobs_done(shop))
    assert shop.mails("nobody-at-all@example.com") == []


def test_and_as_fast(shop, api, user):
    def cost(mailboxes):
        times = []
        for email in mailboxes:
            began = time.monotonic()
            api.post("/password-resets", json={"email": email}, expect=202)
            times.append(time.monotonic() - began)
        return statistics.median(times)

    known = [f"many{n}@example.com" for n in range(20)]
    shop.sql("".join(f"INSERT INTO user (username, username_key, email, email_key, password_hash, active, created_at, updated_at)"
                     f" VALUES ('many{n}', 'many{n}', '{e}', '{e}', '*', TRUE, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));"
                     for n, e in enumerate(known)))
    unknown = [e.replace("many", "none") for e in known]
    cost(["warm@example.com"] * 3)
    one, other = cost(known), cost(unknown)
    assert max(one, other) < 3 * min(one, other) + 0.002


@pytest.mark.parametrize("path", ["/users/activation-mail", "/password-resets"])
@pytest.mark.parametrize("body", [{}, {"email": ""}, {"email": "x"}, {"email": 1}, {"email": "a@b.cn\r\nBcc: x@y.cn"},
                                  {"email": ["a@b.cn"]}, {"email": "a@b.cn", "user_id": 1}])
def test_what_is_no_mailbox(api, path, body):
    api.post(path, json=body, expect=422)


@pytest.mark.parametrize("known", [True, False])
def test_five_mails_an_hour_whatever_their_kind(shop, user, known):
    email = user.email if known else f"unknown{next(numbers)}@example.com"
    paths = ["/users/activation-mail", "/password-resets"] * 4
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda path: shop.api().post(path, json={"email": email.upper()}), paths))
    assert sorted(r.status for r in replies) == [202] * 5 + [429] * 3
    late = next(r for r in replies if r.status == 429)
    assert late.code == "rate_limited" and 0 < int(late.headers["Retry-After"]) <= 3600
    assert late.headers["RateLimit-Limit"] == "5"


def test_a_key_counts_a_mail_once(shop, api, user):
    key = {"Idempotency-Key": f"mail-{user.name}"}
    for _ in range(7):
        assert api.post("/password-resets", json={"email": user.email}, headers=key, expect=202).json == {"accepted": True}
    assert shop.sql("SELECT COUNT(*) FROM outbox WHERE kind = 'mail_reset' AND "
                    f"JSON_VALUE(payload, '$.email') = '{user.email}'") == [["1"]]


def test_a_new_activation_mail_ends_the_first_link(shop, api):
    n = next(numbers)
    person = {"username": f"again{n}", "email": f"again{n}@example.com", "password": NEW}
    api.post("/users", json=person, expect=201)
    first = shop.mail_to(person["email"], "user/activate")
    api.post("/users/activation-mail", json={"email": person["email"]}, expect=202)
    shop.wait(lambda: len(shop.mails(person["email"])) == 2)
    second = shop.mail_to(person["email"], "user/activate")
    api.post("/users/activation", json={"token": first}, expect=422)
    api.post("/users/activation", json={"token": second}, expect=200)


def test_who_is_active_gets_no_activation_mail(shop, api, user):
    before = len(shop.mails(user.email))
    api.post("/users/activation-mail", json={"email": user.email}, expect=202)
    shop.wait(lambda: jobs_done(shop))
    assert len(shop.mails(user.email)) == before


@pytest.mark.parametrize("lang, subject", [("en", "Activate your account"), ("zh-CN", "激活您的账号")])
def test_mails_are_in_the_language_of_the_registration(shop, api, lang, subject):
    n = next(numbers)
    email = f"lang{n}@example.com"
    api.post("/users", json={"username": f"lang{n}", "email": email, "password": NEW}, expect=201,
             headers={"Accept-Language": lang, "Host": "evil.example", "X-Forwarded-Host": "evil.example"})
    token = shop.mail_to(email, "user/activate")
    mail = shop.mails(email)[-1]
    text = mail.get_body(("plain",)).get_content()
    assert mail["Subject"] == subject and f"lang{n}" in text
    assert f"{shop.site}/user/activate/{token}" in text.splitlines() and "evil" not in str(mail)


# ---- a forgotten password

def test_a_reset_ends_all_sessions_and_old_passwords(shop, api, user):
    token = ask_reset(shop, user)
    reply = api.put(f"/password-resets/{token}", json={"password": NEW}, expect=204)
    assert reply.body == b""
    assert user.api.get("/me").status == 401
    login(api, user, user.password, 401)
    login(api, user, NEW, 201)
    assert api.put(f"/password-resets/{token}", json={"password": NEW}, expect=404).code == "not_found"


def test_of_ten_resets_at_once_one_counts(shop, api, user):
    token = ask_reset(shop, user)
    passwords = [f"parallel-horse-{n}" for n in range(10)]
    with ThreadPoolExecutor(10) as pool:
        replies = list(pool.map(lambda p: shop.api().put(f"/password-resets/{token}", json={"password": p}), passwords))
    assert sorted(r.status for r in replies) == [204] + [404] * 9
    winner = passwords[[r.status for r in replies].index(204)]
    login(api, user, winner, 201)


def test_a_new_request_ends_the_old_link(shop, api, user):
    first, second = ask_reset(shop, user), ask_reset(shop, user)
    assert first != second
    api.put(f"/password-resets/{first}", json={"password": NEW}, expect=404)
    api.put(f"/password-resets/{second}", json={"password": NEW}, expect=204)


def test_links_end_with_time_and_with_a_changed_password(shop, api, user):
    token = ask_reset(shop, user)
    shop.sql(f"UPDATE auth_token SET expires_at = UTC_TIMESTAMP(6) WHERE user_id = {user.id}")
    api.put(f"/password-resets/{token}", json={"password": NEW}, expect=404)
    token = ask_reset(shop, user)
    user.api.put("/me/password", json={"old_password": user.password, "new_password": NEW}, expect=204)
    api.put(f"/password-resets/{token}", json={"password": "third-horse-2026"}, expect=404)
    login(api, user, NEW, 201)


@pytest.mark.parametrize("change", ["email = CONCAT('x', email)", "disabled = TRUE"])
def test_a_link_ends_with_the_mailbox_that_it_went_to(shop, api, user, change):
    token = ask_reset(shop, user)
    shop.sql(f"UPDATE user SET {change} WHERE id = {user.id}")
    api.put(f"/password-resets/{token}", json={"password": NEW}, expect=404)
    shop.sql(f"UPDATE user SET disabled = FALSE WHERE id = {user.id}")
    login(api, user, user.password, 201)


def test_a_reset_lives_half_an_hour(shop, user):
    ask_reset(shop, user)
    seconds = shop.sql("SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), expires_at) FROM auth_token "
                       f"WHERE user_id = {user.id} AND kind = 'reset'")
    assert 1790 <= int(seconds[0][0]) <= 1800


def test_a_link_opens_one_kind_of_door(shop, api, user):
    token = ask_reset(shop, user)
    api.post("/users/activation", json={"token": token}, expect=422)
    user.api.post("/me/email/confirmation", json={"token": token}, expect=422)
    api.put(f"/password-resets/{token}", json={"password": NEW}, expect=204)


@pytest.mark.parametrize("token", ["x", "x" * 43, "x" * 3000, "%27%20OR%201=1", "%E2%80%AE"])
def test_unknown_links_are_not_found(api, token):
    assert api.put(f"/password-resets/{token}", json={"password": NEW}).status == 404


def test_a_refused_password_does_not_use_the_link_up(shop, api, user):
    token = ask_reset(shop, user)
    for body in ({}, {"password": "short"}, {"password": "x" * 129}, {"password": None}, {"password": NEW, "user_id": 1}):
        api.put(f"/password-resets/{token}", json=body, expect=422)
    api.put(f"/password-resets/{token}", json={"password": NEW}, expect=204)


def test_a_reset_opens_a_closed_account(shop, api, user):
    far = shop.api(**{"X-Forwarded-For": f"198.51.100.{100 + next(numbers)}"})
    for _ in range(10):
        login(far, user, "wrong-horse-1", 401)
    login(api, user, user.password, 429)
    api.put(f"/password-resets/{ask_reset(shop, user)}", json={"password": NEW}, expect=204)
    login(api, user, NEW, 201)


# ---- another password

def test_changing_the_password_ends_every_session(shop, api, user):
    other = shop.login(user.name, user.password)
    user.api.put("/me/password", json={"old_password": user.password, "new_password": NEW}, expect=204)
    for session in (user, other):
        assert session.api.get("/me").status == 401
    login(api, user, user.password, 401)
    login(api, user, NEW, 201)


def test_sessions_end_at_once_on_every_daemon(shop, user):
    with shop.second() as second:
        second.get("/me", token=user.token, expect=200)
        user.api.put("/me/password", json={"old_password": user.password, "new_password": NEW}, expect=204)
        assert second.get("/me", token=user.token).status == 401


def test_the_old_password_has_to_be_right_and_tries_are_counted(user):
    body = {"old_password": "wrong-horse-1", "new_password": NEW}
    for _ in range(10):
        reply = user.api.put("/me/password", json=body, headers={"X-Forwarded-For": "198.51.100.50"}, expect=422)
        assert [e["field"] for e in reply.json["errors"]] == ["old_password"]
    assert user.api.put("/me/password", json={**body, "old_password": user.password}, expect=429).code == "rate_limited"


@pytest.mark.parametrize("body", [{}, {"old_password": "x", "new_password": "short"}, {"new_password": NEW},
                                  {"old_password": "x", "new_password": "x" * 129},
                                  {"old_password": "x" * 129, "new_password": NEW},
                                  {"old_password": "x", "new_password": NEW, "user_id": 2}])
def test_bad_password_changes(keeper, body):
    keeper.api.put("/me/password", json=body, expect=422)
    keeper.api.get("/me", expect=200)


def test_a_hash_of_old_parameters_is_renewed_at_login(shop, api, user):
    def stored():
        return shop.sql(f"SELECT password_hash FROM user WHERE id = {user.id}")[0][0]

    shop.sql(f"UPDATE user SET password_hash = '{weak_hash(user.password)}' WHERE id = {user.id}")
    assert stored().startswith("$argon2id$v=19$m=8,t=1,p=1$")
    login(api, user, user.password, 201)
    assert stored().startswith("$argon2id$v=19$m=65536,t=2,p=1$")
    login(api, user, user.password, 201)


def weak_hash(password):
    """By libsodium itself, with its least parameters."""
    import ctypes
    sodium = ctypes.CDLL("libsodium.so.23")
    out = ctypes.create_string_buffer(128)
    text = password.encode()
    assert sodium.crypto_pwhash_str_alg(out, text, ctypes.c_ulonglong(len(text)), ctypes.c_ulonglong(1),
                                        ctypes.c_size_t(8192), 2) == 0
    return out.value.decode()


# ---- another mailbox

def move(shop, user, email=None):
    """Asks to move; gives the new mailbox and the token that was sent there."""
    email = email or f"moved{next(numbers)}@example.com"
    user.api.put("/me/email", json={"email": email, "password": user.password}, expect=202)
    return email, shop.mail_to(email, "user/email")


def test_the_old_mailbox_stays_until_the_new_one_confirms(shop, user):
    email, token = move(shop, user, f"Moved.Up{next(numbers)}@Example.com")
    assert user.api.get("/me").json["email"] == user.email
    account = user.api.post("/me/email/confirmation", json={"token": token}, expect=200).json
    assert account["email"] == email.lower() and account["active"] is True
    assert user.api.get("/me").json["email"] == email.lower()
    user.api.post("/me/email/confirmation", json={"token": token}, expect=422)
    shop.login(email, user.password)


def test_a_reset_link_in_the_old_mailbox_ends(shop, api, user):
    reset = ask_reset(shop, user)
    _, token = move(shop, user)
    user.api.post("/me/email/confirmation", json={"token": token}, expect=200)
    api.put(f"/password-resets/{reset}", json={"password": NEW}, expect=404)


def test_only_who_asked_can_confirm(shop, user):
    stranger = shop.new_user()
    _, token = move(shop, user)
    stranger.api.post("/me/email/confirmation", json={"token": token}, expect=422)
    user.api.post("/me/email/confirmation", json={"token": token}, expect=200)


def test_a_taken_mailbox_is_neither_told_nor_mailed(shop, user):
    other = shop.new_user()
    before = len(shop.mails(other.email))
    free = user.api.put("/me/email", json={"email": "free@example.com", "password": user.password}, expect=202)
    taken = user.api.put("/me/email", json={"email": other.email, "password": user.password}, expect=202)
    assert free.body == taken.body
    shop.wait(lambda: jobs_done(shop))
    assert len(shop.mails(other.email)) == before


def test_a_mailbox_taken_meanwhile_is_a_conflict(shop, api, user):
    email, token = move(shop, user)
    api.post("/users", json={"username": f"quick{next(numbers)}", "email": email, "password": NEW}, expect=201)
    reply = user.api.post("/me/email/confirmation", json={"token": token}, expect=409)
    assert reply.code == "conflict" and [e["field"] for e in reply.json["errors"]] == ["email"]
    assert user.api.get("/me").json["email"] == user.email


@pytest.mark.parametrize("body, field", [
    ({"email": "x@example.com"}, "password"), ({"email": "x", "password": "y"}, "email"),
    ({"email": "x@example.com", "password": "wrong-horse-1"}, "password"),
    ({"email": "x@example.com", "password": "wrong-horse-1", "user_id": 1}, "user_id")])
def test_bad_mailbox_changes(keeper, body, field):
    reply = keeper.api.put("/me/email", json=body, headers={"X-Forwarded-For": "198.51.100.51"}, expect=422)
    assert [e["field"] for e in reply.json["errors"]] == [field]
