# SPDX-License-Identifier: MIT
"""The command line as it is read: help, suggestions, nothing abbreviated, nothing run by mistake."""

import os
import stat
import statistics
import subprocess
import time

import pytest
from shopctl import SHOPCTL
from documents import ORDER_ID


@pytest.mark.parametrize("line, error", [
    (["odrer", "list"], "shopctl: there is no command 'odrer'\n  did you mean 'order'?\n  see 'shopctl help'\n"),
    (["order", "lits"], "shopctl: 'order' has no command 'lits'\n  did you mean 'list'?\n  see 'shopctl help order'\n"),
    (["ord", "list"], "shopctl: there is no command 'ord'\n  did you mean 'order'?\n  see 'shopctl help'\n"),
    (["order"], "shopctl: 'order' alone is no command\n  see 'shopctl help order'\n"),
    (["order", "list", "--stauts", "paid"],
     "shopctl: 'list' has no option '--stauts'\n  did you mean '--status'?\n  see 'shopctl help order list'\n"),
    (["order", "show"], "shopctl: ID is missing\n  see 'shopctl help order show'\n"),
])
def test_mistakes(home, fake, line, error):
    home.sign_in()
    done = home.run(*line)
    assert (done.code, done.out, done.err) == (2, "", error)
    assert fake.requests == []


def test_help_agrees(home):
    top = home.run("help").out
    assert top == home.run().out == home.run("-h").out == home.run("--help").out
    one = home.run("help", "order", "place").out
    assert one == home.run("order", "place", "-h").out == home.run("order", "--help", "place").out
    assert one == home.run("-h", "order", "place").out
    assert one.startswith("Examples:\n  shopctl order place ")


def test_every_help_page(home):
    tree = home.run("help", "--tree").out
    commands = [line[2:24].split() for line in tree.splitlines() if line[2] != " "]
    assert ["order", "place"] in commands and ["admin", "order", "ship"] in commands and len(commands) > 40
    for language in ("en", "zh-CN"):
        for words in [[], ["--tree"], ["exit-codes"], ["output"], ["environment"], ["admin"], *commands]:
            done = home.run("help", *words, "--lang", language)
            assert done.code == 0, words
            for line in done.out.splitlines():
                width = sum(2 if ord(c) >= 0x2E80 else 1 for c in line)
                assert width <= 80 or line.startswith("  shopctl "), line


def test_help_on_nothing(home):
    done = home.run("help", "odrer")
    assert (done.code, done.err) == (2, "shopctl: there is no command 'odrer'\n  did you mean 'order'?\n")


def test_exit_codes_are_told(home):
    out = home.run("help", "exit-codes").out
    assert [line.split()[0] for line in out.splitlines() if not line.startswith("   ")] == \
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "130"]


def test_dry_run_sends_nothing(home, fake):
    done = home.run("order", "place", "--address", "3", "--pay", "cod", "--item", "7=2", "--dry-run")
    assert (done.code, done.err) == (0, "")
    assert done.out == ('POST\t/api/v1/orders\t{"address_id":3,"pay_method":"cod",'
                        '"items":[{"sku_id":7,"quantity":2}]}\n')
    assert home.run("order", "cancel", ORDER_ID, "--dry-run", "--json", "id").out == \
        f'{{\n  "method": "POST",\n  "path": "/api/v1/orders/{ORDER_ID}/cancel"\n}}\n'
    assert home.run("login", "lin", "--dry-run").out == 'POST\t/api/v1/sessions\t{"login":"lin","password":"***"}\n'
    assert fake.requests == []


@pytest.mark.parametrize("line", [["order", "cancel", ORDER_ID], ["address", "remove", "3"],
                                  ["admin", "order", "cancel", ORDER_ID]])
def test_asks_before_what_cannot_be_undone(home, fake, line):
    home.sign_in()
    done = home.run(*line)
    assert done.code == 2 and "--yes" in done.err
    assert "nothing was done" in home.tty(*line, answers=[("[y/N]", "\n")]).out
    assert fake.requests == []
    home.tty(*line, answers=[("[y/N]", "y\n")])
    home.run(*line, "--yes")
    assert len(fake.requests) == 2


@pytest.mark.parametrize("line", [["cart", "clear"], ["history", "clear"], ["cart", "remove", "7"]])
def test_does_not_ask_for_less(home, fake, line):
    from fake_shop import Reply
    home.sign_in()
    fake.replies = {"DELETE /cart": Reply(204), "DELETE /me/history": Reply(204), "DELETE /cart/items/7": Reply(204)}
    done = home.run(*line)
    assert (done.code, done.out, done.err) == (0, "", "")


def test_nothing_is_created_elsewhere(home, fake):
    for line in (["goods", "list"], ["help"], ["completion", "bash"], ["order", "list"], ["login", "x"], ["logout"]):
        home.run(*line, stdin="")
    assert list(home.path.iterdir()) == []


@pytest.mark.parametrize("line, limit", [(["--version"], 5), (["help"], 10), (["help", "explain"], 10), (["__complete", "--", "or"], 10)])
def test_starts_quickly(home, line, limit):
    times = []
    for _ in range(21):
        begin = time.perf_counter()
        subprocess.run([SHOPCTL, *line], env=home.env, stdout=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - begin) * 1000)
    # The quickest half: the machine may be busy with other tests, and a sanitizer is not what is measured.
    assert statistics.median(sorted(times)[:11]) < limit or "san-" in SHOPCTL


def test_version_needs_no_libcurl():
    assert b"libcurl" not in subprocess.run(["ldd", SHOPCTL], capture_output=True, check=True).stdout
    assert os.stat(SHOPCTL).st_mode & stat.S_IXUSR
