# SPDX-License-Identifier: MIT
"""A whole private shop in one folder: MariaDB, Redis, the Alipay simulator, shopd and its worker.

`make demo` (deploy/demo/run) and the tests (tests/shop.py) bring it up with the same code. Only Python's own library.
"""
import contextlib
import errno
import fcntl
import http.client
import os
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from glob import glob

import config
import servers
from child import DISK_FULL, Child, Trouble, free_room, program, stop_leftovers

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDERS = ("run", "redis", "mail", "media", "secrets", "log")
SOCKET_PATH_MAX = 90  # a unix socket's address holds 107 bytes
ROOM_NEEDED = 300 << 20  # bytes for a new house: an empty MariaDB takes about 150 MB
# In the order of starting; stopped the other way round, and all of that within 5 seconds.
STOP_SECONDS = {"mariadb": 1.6, "redis": 0.7, "alipay-sim": 0.4, "serve": 1.3, "work": 0.8}


class House:
    """One shop. `say` takes the lines that tell how far it is; `pause` sleeps and may raise to break off."""

    def __init__(self, folder, port, pay_port, say=lambda line: None, pause=time.sleep, build="build", settings=None):
        self.dir = os.path.abspath(folder)
        if re.search(r"[\x00-\x1f\x7f'\";\\]", self.dir):
            raise Trouble(f"SHOP_DIR may not hold quotes, semicolons, backslashes or control characters: {self.dir!r}.")
        self.port, self.pay_port = port, pay_port
        self.say, self.pause = say, pause
        self.build = os.path.join(ROOT, build)
        self.settings = settings or {}
        self.children = {}  # name -> Child, in the order of starting
        self.sockets = self.short = self.mariadb_socket = self.redis_socket = None  # see _place_sockets
        self._lock = None

    # ---- the folder

    def open(self):
        """Takes the folder for this process alone and makes everything in it that is not a server."""
        os.umask(0o077)
        try:
            os.makedirs(self.dir, exist_ok=True)
            self._take_lock()
            for name in FOLDERS:
                self.folder(name)
            self._need_room()
        except OSError as e:
            raise self.refused(e) from None
        if not stop_leftovers(self.dir, STOP_SECONDS):
            raise Trouble(f"A process that an earlier demo left in {self.dir} does not stop.")
        self._place_sockets()
        self._make_keys("app")
        self._make_keys("alipay")

    def refused(self, e):
        """An error of the file system as a sentence."""
        if e.errno in (errno.ENOSPC, errno.EDQUOT):
            return Trouble(f"The disk that holds {self.dir} is full.")
        return Trouble(f"The folder {self.dir} can't be used: {e.filename or ''}: {e.strerror}.")

    def folder(self, *names):
        path = os.path.join(self.dir, *names)
        os.makedirs(path, exist_ok=True)
        if os.stat(path).st_uid != os.getuid():
            raise Trouble(f"{path} belongs to somebody else; choose another folder with SHOP_DIR=….")
        return path

    def write(self, path, text):
        """Whole or not at all, readable by its owner alone."""
        with open(path + ".new", "w") as f:
            f.write(text)
            f.flush()
            os.fsync(f.fileno())
        os.replace(path + ".new", path)

    def secret(self, name):
        """A password, made at the first call and kept in secrets/NAME."""
        path = self.secret_file(name)
        if not os.path.exists(path):
            self.write(path, secrets.token_urlsafe(24) + "\n")
        with open(path) as f:
            return f.read().strip()

    def secret_file(self, name):
        return os.path.join(self.dir, "secrets", name)

    def _take_lock(self):
        path = os.path.join(self.folder("run"), "lock")
        self._lock = open(path, "a+")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._lock.seek(0)
            owner = self._lock.read().strip()
            self._lock = None
            raise Trouble(f"A demo is already running in {self.dir} (process {owner}); stop it, or take another "
                          "folder and ports: make demo SHOP_DIR=… SHOP_PORT=… SHOP_PAY_PORT=….") from None
        self._lock.truncate(0)
        self._lock.write(f"{os.getpid()}\n")
        self._lock.flush()

    def _need_room(self):
        free = free_room(self.dir)
        needed = DISK_FULL if os.path.isdir(os.path.join(self.dir, "db")) else ROOM_NEEDED
        if free < needed:
            raise Trouble(f"The disk that holds {self.dir} is too full: {needed >> 20} MB are needed, "
                          f"{free >> 20} MB are free.")

    def _place_sockets(self):
        """run/, or a temporary folder where that path is too long; run/sockets then says where. That folder also
        holds a short name of the whole house: inih reads no line above 200 bytes, mariadb-install-db no spaces."""
        run = os.path.join(self.dir, "run")
        note = os.path.join(run, "sockets")
        if os.path.exists(note):  # of a demo that was killed
            with open(note) as f:
                shutil.rmtree(f.read().strip(), ignore_errors=True)
            os.remove(note)
        self.sockets, self.short = run, self.dir
        if len(os.fsencode(run)) + len("/mariadb.sock") > SOCKET_PATH_MAX or " " in run:
            self.sockets = tempfile.mkdtemp(prefix="daily-fresh-")
            self.short = os.path.join(self.sockets, "house")
            os.symlink(self.dir, self.short)
            self.write(note, self.sockets + "\n")
        self.mariadb_socket = os.path.join(self.sockets, "mariadb.sock")
        self.redis_socket = os.path.join(self.sockets, "redis.sock")

    def _make_keys(self, who):
        """secrets/WHO_private.pem and WHO_public.pem: RSA 2048, as the payment gateway wants them."""
        private, public = (self.secret_file(f"{who}_{kind}.pem") for kind in ("private", "public"))
        if os.path.exists(public):
            return
        openssl = program("openssl", "openssl")
        self.step("openssl", [openssl, "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048",
                              "-out", private])
        self.step("openssl", [openssl, "pkey", "-in", private, "-pubout", "-out", public + ".new"])
        os.replace(public + ".new", public)

    # ---- processes

    def step(self, name, command, stdin=None, limit=180):
        """A command that has to succeed before the next one; its output goes to log/NAME.log."""
        child = Child(self.dir, name, command, stdin=stdin)
        try:
            self._wait(child, limit, child.ended)
        finally:
            child.kill()
        if child.process.returncode != 0:
            raise child.trouble(f"{name} {child.ended()}")

    def launch(self, name, command, answers, executable=None, limit=60):
        """Starts a server and waits until answers() says that it works."""
        child = self.children[name] = Child(self.dir, name, command, executable)

        def up_or_ended():
            if child.ended():
                raise child.trouble(f"{name} did not start: it {child.ended()}")
            return answers()

        self._wait(child, limit, up_or_ended)
        return child

    def _wait(self, child, limit, done):
        """A full disk is looked for too: MariaDB would wait for room without end."""
        end = time.monotonic() + limit
        while not done():
            if child.disk_is_full():
                raise child.trouble(f"{child.name} can't go on")
            if time.monotonic() > end:
                raise child.trouble(f"{child.name} is not done after {limit} s")
            self.pause(0.02)

    def start(self):
        """Everything, in order. Raises Trouble; stop() then cleans up."""
        self._need_programs()
        for name, port in (("SHOP_PORT", self.port), ("SHOP_PAY_PORT", self.pay_port)):
            need_port(name, port)
        self.start_stores()
        self.write_config()
        self.say("bringing the schema up to date")
        self.step("migrate", self.shopd("migrate"))
        self.load_demo()
        self.say("starting the payment simulator, shopd and its worker")
        self.start_simulator()
        self.start_work()
        self.start_serve()
        if self.dead():
            raise self.dead().trouble(f"{self.dead().name} did not start: it {self.dead().ended()}")

    def _need_programs(self):
        for path, goal in (("shopd", "all"), ("sim/alipay_sim", "sims")):
            path = os.path.join(self.build, path)
            if not os.access(path, os.X_OK):
                raise Trouble(f"{path} is missing: run `make {goal}` first.")

    def start_stores(self):
        servers.install_mariadb(self)
        self.say("starting MariaDB and Redis")
        self.start_mariadb()
        self.start_redis()

    def start_mariadb(self):
        self.launch("mariadb", servers.mariadb_command(self), lambda: servers.mariadb_answers(self))

    def start_redis(self):
        argv, executable = servers.redis_command(self)
        self.launch("redis", argv, lambda: servers.redis_answers(self), executable)

    def start_simulator(self):
        self.launch("alipay-sim", [
            os.path.join(self.build, "sim/alipay_sim"), "--test-gateway", "--port", str(self.pay_port),
            "--app-id", config.APP_ID, "--seller-id", config.SELLER_ID,
            "--app-public-key", self.secret_file("app_public.pem"),
            "--private-key", self.secret_file("alipay_private.pem"),
            "--book", os.path.join(self.dir, "alipay-book")], lambda: listens(self.pay_port))

    def start_serve(self):
        return self.launch("serve", self.shopd("serve"), lambda: ready(self.port))

    def start_work(self):
        return self.launch("work", self.shopd("work"), lambda: True)

    def shopd(self, *words):
        return [os.path.join(self.build, "shopd"), "-c", self.config, *words]

    def dead(self):
        """The first child that ended although nobody stopped it, or None."""
        return next((child for child in self.children.values() if child.ended()), None)

    def stop(self):
        """Everything: whoever needs another ends before it, each within its own limit."""
        order = list(STOP_SECONDS)
        for name in sorted(self.children, key=lambda n: -order.index(n) if n in order else -len(order)):
            if not self.children.pop(name).stop(STOP_SECONDS.get(name, 1)):
                self.say(f"{name} did not stop in time and was killed")
        for path in (self.mariadb_socket, self.redis_socket):
            if path and os.path.exists(path):  # its server was killed
                os.remove(path)
        if self.sockets and self.sockets != os.path.join(self.dir, "run"):
            shutil.rmtree(self.sockets, ignore_errors=True)
            os.remove(os.path.join(self.dir, "run", "sockets"))
        self.sockets = None
        if self._lock:
            self._lock.close()
            self._lock = None

    # ---- configuration and data

    @property
    def config(self):
        return os.path.join(self.dir, "shopd.conf")

    def write_config(self):
        self.write(self.config, config.text(self, self.port, self.settings))

    def mariadb_client(self, user="migrate"):
        """The command line of the database's own client, with its password in a private file."""
        path = self.secret_file(f"{user}.cnf")
        self.write(path, f"[client]\nuser={user}\npassword={self.secret('db_' + user)}\n")
        return [program("mariadb", "mariadb-client-core"), f"--defaults-file={path}",
                f"--socket={self.mariadb_socket}", "--default-character-set=utf8mb4"]

    def sql(self, query, user="migrate"):
        """The rows of one query, each a list of strings (NULL is "NULL")."""
        run = subprocess.run([*self.mariadb_client(user), "--batch", "--skip-column-names", "shop"], input=query,
                             capture_output=True, text=True, timeout=30)
        if run.returncode != 0:
            raise Trouble(f"The database refused {query!r}: {run.stderr.strip()}")
        return [line.split("\t") for line in run.stdout.splitlines()]

    def load_demo(self):
        """The demo catalogue, once: the mark that it is there is a row of the same transaction."""
        pictures = self.folder("media", "demo")
        for picture in glob(os.path.join(ROOT, "sql/demo/pictures/*.svg")):
            shutil.copy(picture, pictures)
        if self.sql("SELECT 1 FROM setting WHERE name = 'demo.loaded'"):
            return
        self.say("loading the demo catalogue (the first time only)")
        with tempfile.TemporaryFile() as script:
            script.write(b"START TRANSACTION;\nINSERT INTO setting (name, value, updated_at) "
                         b"VALUES ('demo.loaded', 'true', UTC_TIMESTAMP(6));\n")
            for path in sorted(glob(os.path.join(ROOT, "sql/demo/*.sql"))):
                with open(path, "rb") as f:
                    shutil.copyfileobj(f, script)
                script.write(b"\n")
            script.write(b"COMMIT;\n")
            script.seek(0)
            self.step("demo-data", [*self.mariadb_client(), "shop"], stdin=script)


def need_port(name, port):
    """Trouble where nobody could listen on that port of the loopback."""
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind(("127.0.0.1", port))
            s.listen()
        except PermissionError:
            raise Trouble(f"Port {port} needs more rights than this user has; choose another: "
                          f"make demo {name}={port + 8000}.") from None
        except OSError:
            raise Trouble(f"Port {port} is in use by another program; choose another: "
                          f"make demo {name}={port + 10}.") from None


def free_ports(count):
    """Ports of the loopback that nobody listens on just now, all different."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for s in sockets:
            s.bind(("127.0.0.1", 0))
        return [s.getsockname()[1] for s in sockets]


def listens(port):
    with socket.socket() as s:
        s.settimeout(0.5)
        return s.connect_ex(("127.0.0.1", port)) == 0


def ready(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
