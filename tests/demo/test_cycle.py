# SPDX-License-Identifier: MIT
"""make demo as a person uses it: start, stop, start again, two at once, and what it says when something is wrong."""
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from glob import glob

import pytest
from client import Api
from shop import ROOT, house, make_place

ENV = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS", "SHOP"))}


class Demo:
    """One `make demo`; lines are what it printed up to the ready line."""

    def __init__(self, folder, port=None, pay_port=None, command=("make", "--no-print-directory", "demo")):
        free = house.free_ports(2)
        self.folder, self.port, self.pay_port = str(folder), port or free[0], pay_port or free[1]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
            env={**ENV, "SHOP_DIR": self.folder, "SHOP_PORT": str(self.port), "SHOP_PAY_PORT": str(self.pay_port)})
        self.lines = []

    def until_ready(self):
        began = time.monotonic()
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            if line.startswith("ready "):
                self.seconds = time.monotonic() - began
                self.api = Api(self.port)
                return self
        raise AssertionError(f"not ready: {self.lines} {self.process.stderr.read()}")

    def end(self, number=None):
        """Sends a signal to make alone, waits; what was printed since, the exit code, how long it took."""
        began = time.monotonic()
        if number:
            self.process.send_signal(number)
        out, err = self.process.communicate(timeout=30)
        return out, err, self.process.returncode, time.monotonic() - began

    def pid(self, name):
        with open(os.path.join(self.folder, "run", name + ".pid")) as f:
            return int(f.read())

    def remains(self):
        """Pid files, sockets, ports and processes that are still there."""
        run = os.path.join(self.folder, "run")
        found = glob(f"{glob_escape(run)}/*.pid") + glob(f"{glob_escape(run)}/*.sock")
        found += [f"port {p}" for p in (self.port, self.pay_port) if house.listens(p)]
        for path in glob("/proc/[0-9]*/cmdline"):
            try:
                with open(path, "rb") as f:
                    words = f.read()
            except OSError:
                continue
            if os.fsencode(self.folder) + b"/" in words:
                found.append(words.replace(b"\0", b" ").decode())
        return found


def glob_escape(path):
    return re.sub(r"([*?[])", r"[\1]", path)


@pytest.fixture
def place():
    path = tempfile.mkdtemp(prefix="demo-", dir=make_place())
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def start():
    """start(folder, …) gives a Demo that is stopped at the end, come what may."""
    demos = []

    def begin(folder, **options):
        demos.append(Demo(folder, **options))
        return demos[-1]

    yield begin
    for demo in demos:
        if demo.process.poll() is None:
            demo.end(signal.SIGTERM)


def register(demo, name):
    return demo.api.post("/users", json={"username": name, "email": f"{name}@example.com",
                                         "password": "correct-horse-2026"}).status


def test_start_stop_start(place, start):
    first = start(place).until_ready()
    assert first.lines[-1] == f"ready http://127.0.0.1:{first.port}/"
    assert any("demo / demo-fresh-2026" in line and "staff / staff-fresh-2026" in line for line in first.lines)
    assert first.seconds < 60
    assert register(first, "stays") == 201
    out, _, code, seconds = first.end(signal.SIGTERM)
    assert code != 0 and seconds < 5 and out == ""
    assert first.remains() == []

    again = start(place).until_ready()
    assert again.seconds < 10
    assert register(again, "stays") == 409
    assert again.end(signal.SIGTERM)[3] < 5
    assert again.remains() == []


@pytest.mark.parametrize("line", ["making the database", "starting MariaDB", "loading the demo", "starting the payment"])
def test_stopped_while_it_starts(place, start, line):
    demo = start(place)
    assert any(line in text for text in demo.process.stdout)
    assert demo.end(signal.SIGTERM)[3] < 5
    assert demo.remains() == []
    start(place).until_ready()


def test_two_side_by_side(place, start):
    one, two = (start(os.path.join(place, name)) for name in ("one", "two"))
    one.until_ready(), two.until_ready()
    assert register(one, "neighbour") == 201
    assert register(two, "neighbour") == 201
    one.end(signal.SIGTERM)
    assert register(two, "neighbour") == 409


def test_interrupt_stops_in_order(place, start):
    """Ctrl-C reaches make and the supervisor, but none of the servers: those are stopped one by one."""
    demo = start(place).until_ready()
    os.killpg(demo.process.pid, signal.SIGINT)
    assert demo.end()[3] < 5
    assert demo.remains() == []
    with open(os.path.join(place, "log", "mariadb.log")) as f:
        assert "Shutdown complete" in f.read()


def test_long_path_with_a_space(place, start):
    folder = os.path.join(place, "a shop " + "x" * 150)
    demo = start(folder).until_ready()
    assert register(demo, "deep") == 201
    demo.end(signal.SIGTERM)
    assert demo.remains() == []
    assert not glob(os.path.join(tempfile.gettempdir(), "daily-fresh-*", "house", "run", "lock"))


def test_a_server_that_dies_ends_the_demo(place, start):
    demo = start(place).until_ready()
    os.kill(demo.pid("redis"), signal.SIGKILL)
    _, err, code, _ = demo.end()
    assert code != 0 and "redis was ended by SIGKILL" in err
    assert demo.remains() == []


def test_killed_supervisor_leaves_nothing(place, start):
    demo = start(place).until_ready()
    with open(os.path.join(place, "run", "lock")) as f:
        os.kill(int(f.read()), signal.SIGKILL)
    demo.end()
    again = start(place).until_ready()
    assert again.seconds < 10
    again.end(signal.SIGTERM)
    assert again.remains() == []


def complaint(folder, start, **options):
    """What the supervisor alone says when it can't start: exactly one line."""
    _, err, code, _ = start(folder, command=("deploy/demo/run",), **options).end()
    assert code == 1
    lines = err.splitlines()
    assert len(lines) == 1, err
    return lines[0]


@pytest.mark.parametrize("which", ["port", "pay_port"])
def test_port_in_use(place, start, which):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"Port {port} is in use" in complaint(place, start, **{which: port})


def test_two_in_one_folder(place, start):
    start(place).until_ready()
    assert "already running" in complaint(place, start)


def test_folder_that_is_none(place, start):
    path = os.path.join(place, "file")
    with open(path, "w"):
        pass
    assert path in complaint(path, start)
    assert "/proc/nowhere" in complaint("/proc/nowhere", start)


def test_bad_port(place, start):
    assert "'many'" in complaint(place, start, port="many")


def test_missing_package(place, start, monkeypatch):
    """Without the database server on the machine."""
    hide = os.path.join(place, "run.py")
    with open(hide, "w") as f:
        f.write("import runpy, shutil, sys\n"
                "which = shutil.which\n"
                "shutil.which = lambda name, **k: None if name.startswith('mariadb') else which(name, **k)\n"
                f"sys.path.insert(0, {ROOT + '/deploy/demo'!r})\n"
                f"runpy.run_path({ROOT + '/deploy/demo/run'!r}, run_name='__main__')\n")
    _, err, code, _ = start(os.path.join(place, "v"), command=(sys.executable, hide)).end()
    assert code == 1 and "mariadb-server-core" in err and len(err.splitlines()) == 1, err
