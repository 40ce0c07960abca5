# SPDX-License-Identifier: MIT
"""The private MariaDB and Redis of a house: their folders, settings and command lines.

Both listen on unix sockets alone, read no file of the machine's own, and belong to whoever starts them.
"""
import os
import shutil
import socket

from child import program

MARIADB_SETTINGS = [
    "--skip-networking", "--skip-name-resolve", "--skip-log-bin",
    "--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin",
    # What was acknowledged is on disk.
    "--sync-binlog=1", "--innodb-flush-log-at-trx-commit=1",
    # shopd counts on READ COMMITTED with guarded statements, not on 1020 "record has changed".
    "--loose-innodb-snapshot-isolation=OFF",
    # No statement reads or writes files.
    "--local-infile=0", "--symbolic-links=0",
    # Small: two houses fit beside a browser.
    "--innodb-buffer-pool-size=64M", "--innodb-log-file-size=32M", "--key-buffer-size=1M", "--max-connections=200",
    "--performance-schema=OFF",
]


def install_mariadb(house):
    """Makes the folder of the database once. It gets its name when it is whole: a kill in between costs nothing."""
    final, new = os.path.join(house.dir, "db"), os.path.join(house.dir, "db.new")
    if os.path.isdir(final):
        return
    house.say("making the database's folder (the first time only)")
    shutil.rmtree(new, ignore_errors=True)
    house.step("mariadb-install", [
        program("mariadb-install-db", "mariadb-server-core"), "--no-defaults", f"--datadir={house.short}/db.new",
        "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve",
        "--innodb-log-file-size=32M", *_as_root()])
    os.rename(new, final)


def _as_root():
    return ["--user=root"] if os.getuid() == 0 else []


def mariadb_command(house):
    init = os.path.join(house.dir, "run", "mariadb.init.sql")
    house.write(init, _init_sql(house))
    tmp = house.folder("run", "tmp")
    return [program("mariadbd", "mariadb-server-core"), "--no-defaults", f"--datadir={house.dir}/db",
            f"--socket={house.mariadb_socket}", f"--pid-file={house.dir}/db/mariadbd.pid", f"--tmpdir={tmp}",
            f"--secure-file-priv={tmp}", f"--init-file={init}", *MARIADB_SETTINGS, *_as_root()]


def _init_sql(house):
    """Run by mariadbd itself before it takes a connection, so that nobody ever logs in without a password."""
    lines = ["CREATE DATABASE IF NOT EXISTS shop CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;"]
    for user in ("migrate", "serve"):
        lines.append(f"CREATE USER IF NOT EXISTS '{user}'@'localhost';")
    for user in ("root", "migrate", "serve"):
        lines.append(f"ALTER USER '{user}'@'localhost' IDENTIFIED BY '{house.secret('db_' + user)}';")
    lines.append("GRANT ALL ON shop.* TO 'migrate'@'localhost' WITH GRANT OPTION;")  # `shopd migrate` grants to serve
    return "\n".join(lines) + "\n"


def mariadb_answers(house):
    """The server greets whoever connects, as soon as it has run the init file."""
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(1)
        try:
            s.connect(house.mariadb_socket)
            return len(s.recv(5)) > 0
        except OSError:
            return False


def redis_command(house):
    """(argv, executable). Debian's redis-server package brings a service; the program itself is also in redis-tools,
    under the name redis-check-rdb: it looks at argv[0] to know what to be."""
    conf = os.path.join(house.dir, "run", "redis.conf")
    data = house.folder("redis")
    house.write(conf, f'''port 0
unixsocket "{house.redis_socket}"
unixsocketperm 700
dir "{data}"
appendonly yes
appendfsync everysec
save ""
daemonize no
set-proc-title no
''')
    path = shutil.which("redis-server") or program("redis-check-rdb", "redis-tools")
    return ["redis-server", conf], path


def redis_answers(house):
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(1)
        try:
            s.connect(house.redis_socket)
            s.sendall(b"PING\r\n")
            return s.recv(16).startswith(b"+PONG")
        except OSError:
            return False
