"""shopd(8) and shopd.conf(5) say what the program has: every command, every setting, and nothing else."""
import os
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as f:
        return f.read()


def test_every_command_has_its_entry():
    text = subprocess.run([os.path.join(ROOT, "build/shopd"), "--help"], capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"^  ([a-z]+(?: [a-z]+)?)(?=  )", text, re.M)
    entries = re.findall(r"^\.It Ic ([a-z]+(?: (?:check|add|sql))?)", read("man/shopd.8"), re.M)
    assert "serve" in commands
    assert sorted(commands) == sorted(entries)


def test_every_setting_has_its_entry():
    program = subprocess.run([os.path.join(ROOT, "build/shopd"), "config", "check", "--print"], capture_output=True, text=True).stdout
    section, settings = "", []
    for line in program.splitlines():
        if head := re.match(r"\[(\w+)\]", line):
            section = head[1]
        elif key := re.match(r"(\w+) = ", line):
            settings.append((section, key[1]))
    section, entries = "", []
    for line in read("man/shopd.conf.5").splitlines():
        if head := re.match(r"\.Ss \[(\w+)\]", line):
            section = head[1]
        elif key := re.match(r"\.It Ic (\w+) =", line):
            entries.append((section, key[1]))
    assert ("http", "listen") in settings
    assert settings == entries


def test_every_route_has_its_entry():
    routes = subprocess.run([os.path.join(ROOT, "build/shopd"), "routes"], capture_output=True, text=True, check=True).stdout
    have = [tuple(line.split()[:2]) for line in routes.splitlines()]
    entries = re.findall(r"^\.It Ic ([A-Z]+) Pa (\S+)$", read("man/shop-api.7"), re.M)
    assert ("POST", "/api/v1/orders") in have
    assert sorted(have) == sorted(entries)
