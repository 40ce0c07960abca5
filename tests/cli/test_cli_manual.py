# SPDX-License-Identifier: MIT
"""The manual page says what the program does: every command with its options, every global option and variable."""

import re
import subprocess

import pytest
from shopctl import ROOT, SHOPCTL

PAGES = [ROOT / "man" / "shopctl.1", ROOT / "man" / "zh_CN" / "shopctl.1"]


def shopctl(*words):
    return subprocess.run([SHOPCTL, *words, "--lang", "en"], capture_output=True, text=True, check=True).stdout


def commands():
    return [line[2:24].strip() for line in shopctl("help", "--tree").splitlines() if line[2] != " "]


@pytest.fixture(scope="module", params=PAGES, ids=["en", "zh_CN"])
def page(request):
    return request.param.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def entries(page):
    """The entries of the page's lists: how they begin, without macros, to what stands under it."""
    heads = re.findall(r"^\.It (?:Xo\n([\s\S]*?)\n\.Xc|(.*))$", page, re.M)
    return [re.sub(r"\s+", " ", re.sub(r"(^|\s)\.?(Cm|Ar|Fl|Op|Ev|Ns)\b", " ", long or short)).strip()
            for long, short in heads]


def test_every_command_and_its_options(entries):
    for command in commands():
        entry = next((e for e in entries if e == command or e.startswith(command + " ")), None)
        assert entry is not None, f"{command} is not in the manual"
        usage = re.search(r"^Usage:\n((?: +.*\n)+)", shopctl("help", *command.split()), re.M).group(1)
        for option in re.findall(r"(?<=-)-([a-z-]+)", usage):
            assert f"-{option}" in entry.split(), f"{command} --{option} is not in the manual"


def test_no_command_that_is_not(entries):
    known = commands()
    documented = [e for e in entries if re.match(r"[a-z]+ [a-z]+( |$)", e)]
    for entry in documented:
        assert any(entry == c or entry.startswith(c + " ") for c in known), entry


def test_every_global_option_and_variable(entries, page):
    options = re.findall(r"^  --([a-z-]+)", shopctl("help").split("any command:")[1], re.M)
    assert len(options) == 14
    for option in options:
        assert any(re.match(rf"(h , )?-{option}( |$)", e) for e in entries), option
        if option not in ("help", "version"):
            assert "SHOPCTL_" + option.replace("-", "_").upper() in page


def test_every_exit_code(page):
    codes = re.findall(r"^  (\d+) ", shopctl("help", "exit-codes"), re.M)
    status = page.split(".Sh EXIT STATUS")[1].split(".Sh")[0]
    assert re.findall(r"^\.It (\d+)$", status, re.M) == codes


def test_statuses_are_listed(page):
    usage = shopctl("help", "order", "wait")
    listed = re.search(r"wait for: ((?:[a-z_, \n])+)", usage).group(1)
    for status in re.split(r"[,\s]+", listed.strip()):
        assert status in page, status
