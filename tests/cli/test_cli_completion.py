# SPDX-License-Identifier: MIT
"""Completion as bash does it, with the script that shopctl prints."""

import subprocess
import time

import pytest
from shopctl import SHOPCTL
from documents import ORDER_ID, order
from fake_shop import Reply

DRIVER = """
source <("$0" completion bash)
COMP_WORDS=("$0" "$@") COMP_CWORD=$#
_shopctl "$0"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def complete(home, *words, env=None):
    done = subprocess.run(["bash", "-c", DRIVER, SHOPCTL, *words], env={**home.env, **(env or {})}, capture_output=True,
                          timeout=10, check=True)
    assert done.stderr == b""
    return done.stdout.decode().split()


@pytest.mark.parametrize("words, offered", [
    (["ord"], ["order"]),
    (["order", "p"], ["preview", "place", "pay"]),
    (["order", "place", "--pa"], ["--pay"]),
    (["order", "place", "--pay", "c"], ["cod"]),
    (["goods", "list", "--sort", "=", "n"], ["new", "name"]),  # bash splits at "="
    (["goods", "list", "--sort", "="], ["default", "price", "-price", "hot", "new", "name"]),
    (["explain", "order_l"], ["order_line"]),
    (["explain", "order.pay"], ["order.payment_status", "order.pay_method", "order.payable_amount", "order.pay_before"]),
    (["explain", "xyzzy."], []),
    (["xyzzy", ""], []),
])
def test_words(home, words, offered):
    assert complete(home, *words) == offered


def test_recent_orders(home, fake):
    home.sign_in()
    fake.on("GET /orders", Reply(200, {"items": [order(), order(id="99")], "next": None}))
    assert complete(home, "order", "show", "") == [ORDER_ID, "99"]
    assert complete(home, "order", "show", "14") == [ORDER_ID]


def test_offline_is_quiet_and_quick(home, fake):
    home.sign_in()
    begin = time.monotonic()
    assert complete(home, "order", "show", "", env={"SHOPCTL_URL": "http://127.0.0.1:1"}) == []
    fake.on("GET /orders", Reply(200, {"items": []}, delay=5))
    assert complete(home, "order", "show", "") == []
    assert time.monotonic() - begin < 2
    home.token_file.chmod(0o644)
    assert complete(home, "order", "show", "") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_has_a_script(home, shell):
    done = home.run("completion", shell)
    assert done.code == 0 and "__complete" in done.out
