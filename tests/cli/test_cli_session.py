# SPDX-License-Identifier: MIT
"""register, login, logout: passwords and the token's file."""

import os
import stat
import subprocess
import time

import pytest
from shopctl import SHOPCTL
from fake_shop import Reply, problem

SESSION = {"token": "tok-1234567890", "expires_at": "2026-12-22T00:00:00.000Z",
           "user": {"id": 1, "username": "lin", "email": "lin@example.com"}}


@pytest.fixture
def house(fake):
    fake.on("POST /sessions", Reply(201, SESSION))
    fake.on("GET /me", Reply(200, {**SESSION["user"], "active": True, "csrf_token": None}))
    fake.on("DELETE /sessions/current", Reply(204))
    return fake


def test_login_keeps_the_token(home, house):
    done = home.run("login", "lin", "--password-stdin", stdin="open sesame\n")
    assert (done.code, done.err) == (0, "")
    assert done.out == "1\tlin\tlin@example.com\t2026-12-22T00:00:00.000Z\t\t\n"
    assert house.last.body == {"login": "lin", "password": "open sesame"}
    assert home.token_file.read_text() == "tok-1234567890\n"
    assert stat.S_IMODE(home.token_file.stat().st_mode) == 0o600
    for folder in (home.token_file.parent, home.path / ".local", home.path / ".local/state"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [str(p.relative_to(home.path)) for p in home.path.rglob("*") if p.is_file()] == [".local/state/shop/token"]
    assert home.run("whoami").code == 0
    assert house.last.headers["Authorization"] == "Bearer tok-1234567890"


def test_password_is_asked_without_echo(home, house):
    done = home.tty("login", "lin", answers=[("Password: ", "open sesame\n")])
    assert done.code == 0
    assert house.last.body["password"] == "open sesame"
    assert "sesame" not in done.out
    assert f"the session is kept in {home.token_file}" in done.out


def test_register_asks_twice(home, fake):
    fake.on("POST /users", Reply(201, {"id": 9, "username": "lin", "email": "lin@example.com", "active": False}))
    line = ("register", "lin", "lin@example.com")
    done = home.tty(*line, answers=[("Password: ", "one password\n"), ("Once more: ", "another one\n")])
    assert done.code == 6 and fake.requests == []
    done = home.tty(*line, answers=[("Password: ", "one password\n"), ("Once more: ", "one password\n")])
    assert done.code == 0
    assert fake.last.body == {"username": "lin", "email": "lin@example.com", "password": "one password"}


def test_no_terminal_no_question(home, house):
    done = home.run("login", "lin", stdin="open sesame\n")
    assert done.code == 2 and "--password-stdin" in done.err
    assert house.requests == []
    assert home.run("login", "lin", "--password-stdin", stdin="").code == 2


def test_interrupted_question_gives_the_echo_back(home, house):
    done = home.tty("login", "lin", answers=[("Password: ", "\x03")])
    assert done.code == 130 and house.requests == []
    assert done.echo


def test_refused_login_keeps_nothing(home, fake):
    fake.on("POST /sessions", problem(401, "unauthenticated", "Please sign in", "Wrong name or password"))
    assert home.run("login", "lin", "--password-stdin", stdin="x\n").code == 4
    assert not home.token_file.exists()


def test_login_replaces_a_session(home, house):
    home.sign_in("old")
    assert home.run("login", "lin", "--password-stdin", stdin="x\n").code == 0
    assert home.token_file.read_text() == "tok-1234567890\n"
    assert os.listdir(home.token_file.parent) == ["token"]


def test_logout(home, house):
    home.sign_in()
    assert home.run("logout").code == 0
    assert house.last.headers["Authorization"] == "Bearer secret-token"
    assert not home.token_file.exists()
    assert home.run("logout").code == 0
    assert len(house.requests) == 1


def test_logout_of_a_dead_session(home, house):
    home.sign_in()
    house.on("DELETE /sessions/current", problem(401, "unauthenticated", "Please sign in"))
    assert home.run("logout").code == 0
    assert not home.token_file.exists()
    home.sign_in()
    house.on("DELETE /sessions/current", problem(500, "internal", "Sorry"))
    assert home.run("logout").code == 1
    assert home.token_file.exists()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_token_file_that_others_can_read(home, house, mode):
    home.sign_in().token_file.chmod(mode)
    done = home.run("whoami")
    assert done.code == 4 and "chmod 600" in done.err
    assert house.requests == []


@pytest.mark.parametrize("content", ["", "\n", "two words\n", "a\x01b\n", "x" * 5000], ids=range(5))
def test_a_token_file_with_something_else(home, house, content):
    home.sign_in().token_file.write_text(content)
    assert home.run("whoami").code == 4
    assert house.requests == []


def test_state_elsewhere(home, house, tmp_path):
    env = {"XDG_STATE_HOME": str(tmp_path / "state")}
    home.run("login", "lin", "--password-stdin", stdin="x\n", env=env)
    assert (tmp_path / "state/shop/token").read_text() == "tok-1234567890\n"
    home.run("login", "lin", "--password-stdin", "--token-file", str(tmp_path / "mine"), stdin="x\n", env=env)
    assert (tmp_path / "mine").read_text() == "tok-1234567890\n"
    assert not (tmp_path / ".local").exists()


def test_the_token_is_on_no_command_line(home, house):
    home.sign_in("never-shown")
    house.on("GET /me", Reply(200, SESSION["user"], delay=0.5))
    process = subprocess.Popen([SHOPCTL, "whoami"], env=home.env, stdout=subprocess.DEVNULL)
    while not house.requests:
        time.sleep(0.01)
    with open(f"/proc/{process.pid}/cmdline", "rb") as cmdline, open(f"/proc/{process.pid}/environ", "rb") as environ:
        assert b"never-shown" not in cmdline.read() + environ.read()
    assert process.wait(10) == 0
