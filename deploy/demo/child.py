# SPDX-License-Identifier: MIT
"""One process of the house: started with a log and a pid file, stopped by pid, never by name.

Not here: what is started and in which order (house.py).
"""
import ctypes
import os
import shutil
import signal
import subprocess
import threading
import time

PR_SET_PDEATHSIG = 1
DISK_FULL = 16 << 20  # bytes: with less room than this, the room is what is wrong
LOG_LIMIT = 20 << 20  # bytes; a larger log is set aside when its process starts again
_libc = ctypes.CDLL(None, use_errno=True)


class Trouble(Exception):
    """Something that a person has to know, in one clear sentence; str() is all that is shown."""


def program(name, package):
    """The path of an installed program, or Trouble that names the package."""
    path = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/bin:/sbin:/bin")
    if not path:
        raise Trouble(f"{name} is missing: install the package {package}, or run `make packages`.")
    return path


def free_room(path):
    """Bytes that are free where path is."""
    disk = os.statvfs(path)
    return disk.f_bavail * disk.f_frsize


def _die_with_parent():
    """Between fork and exec: should the supervisor be killed outright, its servers hear of it."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Child:
    """A process whose output goes to log/NAME.log and whose pid is in run/NAME.pid."""

    def __init__(self, folder, name, command, executable=None, stdin=None):
        # The kernel ties a child's life to the thread that forked it (PR_SET_PDEATHSIG).
        assert threading.current_thread() is threading.main_thread()
        self.name = name
        self.log = os.path.join(folder, "log", name + ".log")
        self.pid_file = os.path.join(folder, "run", name + ".pid")
        if os.path.exists(self.log) and os.path.getsize(self.log) > LOG_LIMIT:
            os.replace(self.log, self.log + ".old")
        # The demo's own settings mean nothing to its children, and make's would confuse them.
        env = {k: v for k, v in os.environ.items() if not k.startswith(("SHOP", "MAKE", "MFLAGS"))}
        with open(self.log, "ab") as log:
            self.log_start = log.tell()
            self.process = subprocess.Popen(
                command, executable=executable, stdin=stdin or subprocess.DEVNULL, stdout=log, stderr=log, env=env,
                start_new_session=True,  # Ctrl-C reaches the supervisor alone, which then stops all in order
                preexec_fn=_die_with_parent)
        with open(self.pid_file, "w") as f:
            f.write(f"{self.process.pid}\n")

    def ended(self):
        """None while it runs, else how it ended, in words."""
        code = self.process.poll()
        if code is None:
            return None
        return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"

    def log_tail(self, lines=12):
        with open(self.log, "rb") as log:
            log.seek(max(self.log_start, os.path.getsize(self.log) - 8192))
            return log.read().decode(errors="replace").strip().splitlines()[-lines:]

    def disk_is_full(self):
        return free_room(self.log) < DISK_FULL

    def trouble(self, what):
        """`what` as a sentence, and the end of the log below it."""
        if self.disk_is_full():
            return Trouble(f"{what}: the disk that holds {self.log} is full.")
        tail = "\n".join("    " + line for line in self.log_tail())
        return Trouble(f"{what}. The end of {self.log}:\n{tail}" if tail else f"{what}. {self.log} is empty.")

    def signal(self, number):
        if self.process.poll() is None:
            self.process.send_signal(number)

    def stop(self, seconds):
        """SIGTERM, and kill() after `seconds`. True where it ended by itself."""
        self.signal(signal.SIGTERM)
        try:
            self.process.wait(seconds)
            polite = True
        except subprocess.TimeoutExpired:
            polite = False
        self.kill()
        return polite

    def kill(self):
        """SIGKILL where it still runs, with everything that it started; then there is no pid file any more."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if os.path.exists(self.pid_file):
            os.remove(self.pid_file)


def stop_leftovers(folder, names, seconds=5):
    """Stops what a supervisor that was killed left running, known by its pid file and its command line."""
    pids = []
    for name in names:
        path = os.path.join(folder, "run", name + ".pid")
        try:
            with open(path) as f:
                pid = int(f.read())
            with open(f"/proc/{pid}/cmdline", "rb") as f:
                ours = os.fsencode(folder) + b"/" in f.read()
        except (OSError, ValueError):
            continue
        if ours:
            pids.append(pid)
    for number, limit in ((signal.SIGTERM, seconds), (signal.SIGKILL, 1)):
        pids = [pid for pid in pids if _send(pid, number)]
        end = time.monotonic() + limit
        while pids and time.monotonic() < end:
            time.sleep(0.05)
            pids = [pid for pid in pids if _send(pid, 0)]
    return not pids


def _send(pid, number):
    try:
        os.kill(pid, number)
        return True
    except OSError:
        return False
