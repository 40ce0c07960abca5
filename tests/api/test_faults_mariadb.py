# SPDX-License-Identifier: MIT
"""MariaDB frozen, and killed under load: what was answered exists afterwards, the rest is found out by its key."""
import http.client
import os
import secrets
import threading
import time

import pytest

from relay import DEPENDENCY, UNKNOWN
from trade import at_once


class AckBook:
    """Every answered order, on disk before it counts: what the shop has promised."""

    def __init__(self, path):
        self.file, self.lock, self.orders = open(path, "a"), threading.Lock(), {}

    def add(self, key, order):
        with self.lock:
            self.file.write(f"{key} {order['id']} {order['payable_amount']}\n")
            self.file.flush()
            os.fdatasync(self.file.fileno())
            self.orders.setdefault(key, []).append((order["id"], order["payable_amount"]))


@pytest.fixture
def acks(tmp_path):
    book = AckBook(tmp_path / "acks")
    yield book
    book.file.close()


def buy_until(trade, api, user, sku, acks, done, seen):
    """Orders with a key each, every one repeated until it is answered."""
    while not done.is_set():
        key, end = secrets.token_hex(8), time.monotonic() + 30
        while True:
            reply = trade.order(user, {sku: 1}, key=key, api=api)
            if reply.status == 201:
                acks.add(key, reply.json)
                break
            seen.add((reply.status, reply.code))
            assert (reply.status, reply.code) in (DEPENDENCY, UNKNOWN, (409, "in_progress")), reply
            assert reply.headers["Retry-After"] and time.monotonic() < end
            time.sleep(0.2)


def under_load(shop, trade, acks, fault, workers=8):
    """Runs fault() while orders come in over two daemons; then compares books and tables. The refusals seen."""
    sku, people, done, seen = trade.sku(stock=100000), [trade.shopper(n) for n in range(8)], threading.Event(), set()
    with shop.second() as second:
        daemons = (shop.api(), second)
        threads = [threading.Thread(target=buy_until, args=(trade, daemons[n % 2], people[n], sku, acks, done, seen))
                   for n in range(workers)]
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        fault()
        before = len(acks.orders)
        shop.wait(lambda: len(acks.orders) > before + 50, seconds=20)
        done.set()
        for thread in threads:
            thread.join()
    rows = shop.sql(f"SELECT o.id, o.payable_amount FROM orders o JOIN order_line l ON l.order_id = o.id WHERE l.sku_id = {sku}")
    kept = {row[0]: int(row[1]) for row in rows}
    promised = [pair for pairs in acks.orders.values() for pair in pairs]
    assert all(len(set(pairs)) == 1 for pairs in acks.orders.values()), "one key, two orders"
    assert all(kept.get(order) == amount for order, amount in promised), "an answered order is lost"
    assert len(kept) == len(acks.orders), "an order that nobody was told of"
    assert trade.stock(sku) == 100000 - len(kept)
    return seen


def test_killed_under_load(shop, trade, acks):
    seen = under_load(shop, trade, acks, lambda: shop.kill9("mariadb"))
    assert seen, "nobody noticed that the database was dead"


def test_frozen_for_six_seconds(shop, trade, buyer, acks):
    """Requests give up after their time, the daemon stays alive; whatever hung in the database at that moment is
    found by its key."""
    slowest = []

    def freeze():
        shop.pause_child("mariadb")
        began = time.monotonic()
        try:
            api = shop.api()

            def ask():
                asked = time.monotonic()
                reply = api.get("/skus?per_page=1")
                slowest.append(time.monotonic() - asked)
                assert (reply.status, reply.code) == DEPENDENCY and reply.headers["Retry-After"]

            def look():
                while time.monotonic() - began < 6:
                    asked = time.monotonic()
                    api.get("/healthz", raw=True, expect=200)
                    assert time.monotonic() - asked < 1
                    time.sleep(0.2)

            at_once([ask, ask, ask, look])
        finally:
            shop.resume_child("mariadb")

    assert under_load(shop, trade, acks, freeze)
    assert max(slowest) < 8.5
    trade.order(buyer, {trade.sku(): 1}, expect=201)


def test_dead_database(shop, trade, buyer):
    """Prompt refusals while it is away, work as before when it is back; shopd is not started again."""
    sku = trade.sku()
    process = shop.children["serve"].process.pid
    with shop.without("mariadb"):
        for _ in range(3):
            began = time.monotonic()
            reply = trade.order(buyer, {sku: 1}, key=secrets.token_hex(8))
            assert (reply.status, reply.code) == DEPENDENCY and reply.headers["Retry-After"]
            assert time.monotonic() - began < 3
        shop.wait(lambda: shop.api().get("/readyz", raw=True).status == 503, seconds=5)
        shop.api().get("/healthz", raw=True, expect=200)
    shop.wait(lambda: trade.order(buyer, {sku: 1}).status == 201, seconds=5)
    shop.wait(lambda: shop.api().get("/readyz", raw=True).status == 200, seconds=5)
    assert shop.children["serve"].process.pid == process


def test_killed_daemon_under_load(shop, trade, acks):
    """kill -9 of one of two daemons: its clients repeat on the other."""
    sku, people, done = trade.sku(stock=100000), [trade.shopper(n) for n in range(6)], threading.Event()
    with shop.second() as second:
        daemons = [shop.api(), second]

        def buy(n):
            turn = n
            while not done.is_set():
                key, answered = secrets.token_hex(8), False
                while not answered:
                    try:
                        reply = trade.order(people[n], {sku: 1}, key=key, api=daemons[turn % 2])
                    except (OSError, EOFError, http.client.HTTPException):
                        turn += 1
                        continue
                    assert (reply.status, reply.code) in ((201, None), (409, "in_progress")), reply
                    answered = reply.status == 201
                acks.add(key, reply.json)

        threads = [threading.Thread(target=buy, args=(n,)) for n in range(6)]
        for thread in threads:
            thread.start()
        for _ in range(2):
            time.sleep(0.5)
            shop.kill9("serve")
        time.sleep(0.3)
        done.set()
        for thread in threads:
            thread.join()
    rows = {row[0] for row in shop.sql(f"SELECT order_id FROM order_line WHERE sku_id = {sku}")}
    assert rows == {pair[0] for pairs in acks.orders.values() for pair in pairs}
    assert all(len(set(pairs)) == 1 for pairs in acks.orders.values()) and trade.stock(sku) == 100000 - len(rows)
