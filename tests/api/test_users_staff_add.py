# SPDX-License-Identifier: MIT
"""`shopd staff add`: the first administrator is made on the machine, and it is written down."""
import fcntl
import json
import os
import pty
import select
import subprocess
import termios
import time

import pytest

PASSWORD = "boss-fresh-2026"


def add(shop, *words, password=None):
    words = ("staff", "add", *words) + (("--password-stdin",) if password is not None else ())
    return shop.run_shopd(*words, input=(password or "") + "\n")


def roles(shop, name, password):
    return shop.login(name, password).api.get("/me", expect=200).json["roles"]


def test_a_new_administrator(shop):
    done = add(shop, "boss_one", "--role", "admin", password=PASSWORD)
    assert (done.returncode, done.stdout, done.stderr) == (0, "boss_one is staff now: admin\n", "")
    assert roles(shop, "boss_one", PASSWORD) == ["admin"]


def test_somebody_who_is_there_gets_the_roles_at_once(shop, user):
    assert user.api.get("/me", expect=200).json["roles"] == []
    assert add(shop, user.name, "--role", "orders,support").returncode == 0
    assert add(shop, user.email.upper(), "--role", "orders,finance").returncode == 0
    shop.wait(lambda: user.api.get("/me").json["roles"] == ["orders", "support", "finance"], seconds=3)
    rows = shop.sql("SELECT actor, action, before_doc, after_doc FROM audit_log "
                    f"WHERE object = 'user:{user.id}' ORDER BY id")
    assert [row[:2] for row in rows] == [["shopd staff add", "staff.add"]] * 2
    assert rows[0][2] == "NULL" and json.loads(rows[1][2]) == {"roles": ["orders", "support"]}
    assert json.loads(rows[1][3]) == {"roles": ["orders", "support", "finance"]}


def test_who_was_not_active_is(shop, api):
    api.post("/users", json={"username": "late_boss", "email": "late@example.com", "password": PASSWORD}, expect=201)
    assert add(shop, "late_boss", "--role", "admin").returncode == 0
    assert roles(shop, "late_boss", PASSWORD) == ["admin"]


def test_a_chinese_name_needs_a_mailbox(shop):
    done = add(shop, "老板娘", "--role", "admin", password=PASSWORD)
    assert done.returncode == 1 and "--email" in done.stderr
    assert add(shop, "老板娘", "--role", "admin", "--email", "Boss@Example.com", password=PASSWORD).returncode == 0
    assert shop.login("boss@example.com", PASSWORD).name == "老板娘"


@pytest.mark.parametrize("words", [
    [], ["x_y"], ["x_y", "--role"], ["x_y", "--role", ""], ["x_y", "--role", "boss"], ["x_y", "--role", "admin,"],
    ["x_y", "--role", "admin,boss"], ["x_y", "z", "--role", "admin"], ["x_y", "--role", "admin", "--what"]])
def test_wrong_usage(shop, words):
    done = add(shop, *words, password=PASSWORD)
    assert done.returncode == 2 and "usage: shopd staff add" in done.stderr and done.stdout == ""


@pytest.mark.parametrize("words, password, why", [
    (["x_y", "--role", "admin"], "short", "10 to 128"), (["x_y", "--role", "admin"], "x" * 129, "10 to 128"),
    (["x_y", "--role", "admin"], "", "10 to 128"), (["a b c", "--role", "admin"], PASSWORD, "user name"),
    (["x_y", "--role", "admin", "--email", "demo@example.com"], PASSWORD, "account already"),
    (["x_y", "--role", "admin", "--email", "nowhere"], PASSWORD, "--email")])
def test_refusals_change_nothing(shop, words, password, why):
    count = "SELECT (SELECT COUNT(*) FROM user), (SELECT COUNT(*) FROM staff), (SELECT COUNT(*) FROM audit_log)"
    before = shop.sql(count)
    done = add(shop, *words, password=password)
    assert done.returncode == 1 and why in done.stderr and len(done.stderr.splitlines()) == 1
    assert shop.sql(count) == before


def test_without_a_terminal_it_says_how(shop):
    done = shop.run_shopd("staff", "add", "no_terminal", "--role", "admin", stdin=subprocess.DEVNULL)
    assert done.returncode == 1 and "--password-stdin" in done.stderr


class Terminal:
    """shopd on a terminal of its own, with somebody who types."""

    def __init__(self, shop, *words):
        self.main, self.side = pty.openpty()
        self.seen = ""
        self.child = subprocess.Popen(shop.shopd("staff", "add", *words), stdin=self.side, stdout=self.side,
                                      stderr=self.side, start_new_session=True,
                                      preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))

    def wait_for(self, text):
        while text not in self.seen:
            if not select.select([self.main], [], [], 10)[0]:
                self.child.kill()
                pytest.fail(f"it never said {text!r}, only {self.seen!r}")
            self.seen += os.read(self.main, 4096).decode()
        self.seen = self.seen.split(text, 1)[1]

    def type(self, text):
        time.sleep(0.2)  # the prompt stands before the echo is off
        os.write(self.main, text.encode())


def test_the_terminal_is_asked_twice_and_shows_nothing(shop):
    t = Terminal(shop, "typed_boss", "--role", "admin")
    for prompt in ("Password: ", "Once more: "):
        t.wait_for(prompt)
        t.type(PASSWORD + "\n")
    t.wait_for("typed_boss is staff now: admin")
    assert t.child.wait(10) == 0
    assert PASSWORD not in t.seen
    assert roles(shop, "typed_boss", PASSWORD) == ["admin"]


@pytest.mark.parametrize("second, why", [("other-fresh-2026\n", "two different"), ("\x03", "interrupted"),
                                         ("\x04", "interrupted")])
def test_a_slip_or_ctrl_c_makes_nobody(shop, second, why):
    t = Terminal(shop, "nobody_boss", "--role", "admin")
    t.wait_for("Password: ")
    t.type(PASSWORD + "\n")
    t.wait_for("Once more: ")
    t.type(second)
    t.wait_for(why)
    assert t.child.wait(10) == 1
    assert shop.sql("SELECT COUNT(*) FROM user WHERE username = 'nobody_boss'") == [["0"]]
