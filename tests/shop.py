# SPDX-License-Identifier: MIT
"""A private house for tests: the same that `make demo` brings up (deploy/demo), on free ports, in build/test/.

SHOP_BUILD=build/san-address takes the programs from there. Start and stop servers from the main thread only.
"""
import contextlib
import email
import email.policy
import fcntl
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from glob import glob

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "deploy", "demo"))

import config  # noqa: E402
import house  # noqa: E402
from child import Trouble  # noqa: E402, F401
from client import Api  # noqa: E402

os.environ.setdefault("LSAN_OPTIONS", f"print_suppressions=0:suppressions={ROOT}/tests/lsan.txt")
PASSWORD = "correct-horse-2026"
SETTINGS = {("limits", "registrations_per_hour"): 0}
_numbers = itertools.count(1)


class User:
    """An account with a session: name, email, password, id, token, and api, which is signed in."""

    def __init__(self, shop, login, password, token, user):
        self.name, self.email, self.id = user["username"], user["email"], user["id"]
        self.login, self.password, self.token = login, password, token
        self.api = shop.api(token)


class Shop(house.House):
    def __init__(self, settings=None):
        folder = tempfile.mkdtemp(prefix="house-", dir=make_place())
        port, pay_port = house.free_ports(2)
        super().__init__(folder, port, pay_port, build=os.environ.get("SHOP_BUILD", "build"),
                         settings={**SETTINGS, **(settings or {})})

    def bring_up(self):
        try:
            self.open()
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def take_down(self, keep_logs):
        """Stops all and returns what sanitizers said. The logs of a failed run stay in build/test/logs."""
        self.stop()
        reports = []
        for path in glob(os.path.join(self.dir, "log", "*.log")):
            with open(path, errors="replace") as f:
                reports += [f"{os.path.basename(path)}: {line.strip()}" for line in f
                            if "Sanitizer" in line or "runtime error:" in line]
        if keep_logs or reports:
            logs = os.path.join(os.path.dirname(self.dir), "logs")
            shutil.rmtree(logs, ignore_errors=True)
            shutil.move(os.path.join(self.dir, "log"), logs)
        shutil.rmtree(self.dir, ignore_errors=True)
        return reports

    # ---- talking to it

    @property
    def site(self):
        return f"http://127.0.0.1:{self.port}"

    def api(self, token=None, **headers):
        return Api(self.port, token, headers)

    def redis(self, *words):
        """What redis-cli prints: one string, a list's members on lines of their own."""
        run = subprocess.run(["redis-cli", "-s", self.redis_socket, *map(str, words)], capture_output=True, text=True,
                             timeout=10, check=True)
        return run.stdout.rstrip("\n")

    def run_shopd(self, *words, conf=None, **options):
        """A command of shopd beside the daemon, to its end: returncode, stdout, stderr. `options` as subprocess.run."""
        return subprocess.run([os.path.join(self.build, "shopd"), "-c", conf or self.config, *words],
                              **{"capture_output": True, "text": True, "timeout": 60, **options})

    def audit(self):
        return self.run_shopd("audit")

    def wait(self, what, seconds=10, every=0.05):
        """Calls what() until it gives something true, and returns that; fails after `seconds`."""
        end = time.monotonic() + seconds
        while True:
            got = what()
            if got:
                return got
            assert time.monotonic() < end, f"nothing came of it within {seconds} s"
            time.sleep(every)

    # ---- people

    def mails(self, to=None):
        """Parsed mails, oldest first, of one mailbox or all."""
        paths = sorted(glob(os.path.join(self.dir, "mail", "*.eml")), key=os.path.getmtime)
        mails = []
        for path in paths:
            with open(path, "rb") as f:
                mails.append(email.message_from_binary_file(f, policy=email.policy.default))
        return [m for m in mails if to is None or to.lower() in (m["To"] or "").lower()]

    def mail_to(self, address, path, seconds=10):
        """The token of the newest mail to that mailbox with a link {site}/PATH/{token} on a line of its own."""
        link = re.compile(rf"^{re.escape(self.site)}/{path}/(\S+)$", re.M)

        def newest():
            for mail in reversed(self.mails(address)):
                found = link.search(mail.get_body(("plain",)).get_content().replace("\r\n", "\n"))
                if found:
                    return found[1]
            return None

        return self.wait(newest, seconds)

    def new_user(self, name=None, password=PASSWORD):
        """Registers, reads the activation mail, activates, logs in."""
        name = name or f"u{os.getpid() % 10000}x{next(_numbers)}"
        address = f"{name}@example.com"
        self.api().post("/users", json={"username": name, "email": address, "password": password}, expect=201)
        token = self.mail_to(address, "user/activate")
        self.api().post("/users/activation", json={"token": token}, expect=200)
        return self.login(name, password)

    def login(self, name, password):
        session = self.api().post("/sessions", json={"login": name, "password": password}, expect=201).json
        return User(self, name, password, session["token"], session["user"])

    # ---- breaking it

    def restart(self):
        """shopd serve and the worker end politely and come back."""
        for name in ("work", "serve"):
            self.children.pop(name).stop(15)
        self.start_serve()
        self.start_work()

    def kill9(self, name="serve", back=True):
        """SIGKILL to serve, work, redis, mariadb or alipay-sim; `back` starts it again."""
        self.children.pop(name).kill()
        if back:
            self.start_again(name)

    def start_again(self, name):
        {"serve": self.start_serve, "work": self.start_work, "alipay-sim": self.start_simulator,
         "redis": self.start_redis, "mariadb": self.start_mariadb}[name]()

    @contextlib.contextmanager
    def without(self, name):
        """The body runs while that server is dead."""
        self.kill9(name, back=False)
        try:
            yield
        finally:
            self.start_again(name)

    def pause_child(self, name):
        self.children[name].signal(signal.SIGSTOP)

    def resume_child(self, name):
        self.children[name].signal(signal.SIGCONT)

    @contextlib.contextmanager
    def second(self, settings=None):
        """An equal daemon on the same database and Redis, or one with settings of its own; gives its Api."""
        port = house.free_ports(1)[0]
        path = os.path.join(self.dir, f"second-{port}.conf")
        self.write(path, config.text(self, port, {**self.settings, **(settings or {})}))
        name = f"serve-{port}"
        self.launch(name, [os.path.join(self.build, "shopd"), "-c", path, "serve"], lambda: house.ready(port))
        try:
            yield Api(port)
        finally:
            self.children.pop(name).stop(15)

    @contextlib.contextmanager
    def worker(self, settings=None, name="work-2"):
        """A further worker, with settings of its own; gives its Child. Inside without("work") it is the only one."""
        path = os.path.join(self.dir, name + ".conf")
        self.write(path, config.text(self, self.port, {**self.settings, **(settings or {})}))

        def works():
            child = self.children[name]
            with open(child.log, "rb") as f:
                f.seek(child.log_start)
                return b'"working"' in f.read()

        try:
            yield self.launch(name, [os.path.join(self.build, "shopd"), "-c", path, "work"], works)
        finally:
            if name in self.children:
                self.resume_child(name)
                self.children.pop(name).stop(15)

    def log_lines(self, request_id=None, name="serve"):
        """The daemon's log lines as objects, of one request or all; a line that is no JSON fails the test."""
        with open(os.path.join(self.dir, "log", name + ".log"), encoding="utf-8") as f:
            rows = [json.loads(line) for line in f]
        return [row for row in rows if request_id is None or row.get("request_id") == request_id]


def make_place():
    """build/test, without the houses of runs that were killed."""
    place = os.path.join(ROOT, "build", "test")
    os.makedirs(place, exist_ok=True)
    for old in glob(os.path.join(place, "house-*")):
        with contextlib.suppress(OSError), open(os.path.join(old, "run", "lock")) as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(old, ignore_errors=True)
    return place
