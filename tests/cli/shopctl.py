# SPDX-License-Identifier: MIT
"""shopctl as a person or a script runs it: in a home of its own, piped or on a terminal."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHOPCTL = os.environ.get("SHOPCTL_PROGRAM", str(ROOT / "build" / "shopctl"))


class Result:
    def __init__(self, code, out, err, echo=None):
        self.code, self.out, self.err = code, out, err
        self.echo = echo  # whether the terminal echoes afterwards

    def __repr__(self):
        return f"exit {self.code}\n--- stdout\n{self.out}\n--- stderr\n{self.err}"


class Home:
    """One user's machine: an empty home, the shop's address in the environment."""

    def __init__(self, path, url):
        self.path = path
        self.env = {"HOME": str(path), "PATH": os.environ["PATH"], "SHOPCTL_URL": url, "LANG": "C.UTF-8",
                    "TERM": "xterm"}
        self.token_file = path / ".local/state/shop/token"

    def sign_in(self, token="secret-token"):
        self.token_file.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
        self.token_file.write_text(token + "\n")
        self.token_file.chmod(0o600)
        return self

    def run(self, *args, stdin="", env=None, timeout=20):
        done = subprocess.run([SHOPCTL, *args], input=stdin.encode(), capture_output=True, timeout=timeout,
                              env={**self.env, **(env or {})}, start_new_session=True)
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    def tty(self, *args, answers=(), columns=80, env=None, timeout=20):
        """On a terminal of its own (stdin, stdout and stderr); `answers` are (prompt, what is typed) pairs."""
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        process = subprocess.Popen([SHOPCTL, *args], stdin=follower, stdout=follower, stderr=follower,
                                   env={**self.env, **(env or {})}, start_new_session=True, close_fds=True,
                                   preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        seen, waiting, until = b"", list(answers), time.monotonic() + timeout
        while time.monotonic() < until:
            if waiting and waiting[0][0].encode() in seen:
                os.write(leader, waiting.pop(0)[1].encode())
            if not select.select([leader], [], [], 0.05)[0]:
                if process.poll() is not None:
                    break
                continue
            try:
                part = os.read(leader, 65536)
            except OSError:
                break
            if not part:
                break
            seen += part
        if time.monotonic() >= until:
            process.kill()
        code = process.wait()
        echo = bool(termios.tcgetattr(follower)[3] & termios.ECHO)
        os.close(follower)
        os.close(leader)
        return Result(code, seen.decode().replace("\r\n", "\n"), "", echo)
