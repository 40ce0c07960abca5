# SPDX-License-Identifier: MIT
"""A fault relay (tests/sim/relay.c) before the house's MariaDB, and a daemon that reaches its database through it."""
import contextlib
import os
import socket

DEPENDENCY, UNKNOWN = (503, "dependency_unavailable"), (503, "outcome_unknown")


class Relay:
    """tell("cut after 0 COMMIT") and so on; see the head of relay.c."""

    def __init__(self, shop):
        self.shop = shop
        self.listen, self.control = (os.path.join(shop.sockets, name) for name in ("relay.sock", "relay.ctl"))
        shop.launch("relay", [os.path.join(shop.build, "sim", "relay"), self.listen, shop.mariadb_socket, self.control],
                    lambda: os.path.exists(self.control) and self.status())

    def tell(self, order):
        with socket.socket(socket.AF_UNIX) as s:
            s.settimeout(10)
            s.connect(self.control)
            s.sendall(order.encode() + b"\n")
            words = s.makefile().readline().split()
        assert words[:1] == ["links"], f"{order!r}: {words}"
        return dict(zip(words[::2], map(int, words[1::2])))

    def status(self):
        return self.tell("status")

    def struck(self):
        return self.status()["struck"]

    def close(self):
        self.shop.children.pop("relay").stop(1)


@contextlib.contextmanager
def relayed(shop, settings=None):
    """(relay, Api of a daemon behind it)."""
    relay = Relay(shop)
    try:
        with shop.second({("db", "socket"): relay.listen, **(settings or {})}) as api:
            yield relay, api
            relay.tell("clear")
    finally:
        relay.close()
