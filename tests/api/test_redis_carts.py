# SPDX-License-Identifier: MIT
"""Carts and histories while Redis is emptied, killed, frozen, restarted with old data, or full of rubbish: nothing
that was copied is lost, nothing old comes back, nobody sees an error."""
import contextlib
import copy
import os
import shlex
import shutil
import socket
import subprocess
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from carts import Goods, add, cart, history, keyed, lines, look, put, replayed

COPIED = 2.0  # seconds within which a change has reached MariaDB
one_client = threading.Lock()  # of MariaDB


@pytest.fixture(scope="module")
def goods(shop):
    goods = Goods(shop)
    yield goods
    goods.take_off()


@pytest.fixture(scope="module")
def watcher(shop):
    return shop.new_user()


@pytest.fixture
def back(shop, watcher):
    """back() waits until the daemon and then the worker use Redis again."""
    def used():
        watcher.api.get("/skus/1", expect=200)
        return "\nshopd_redis_up 1\n" in shop.api().get("/metrics", raw=True).text

    def wait():
        shop.wait(used, every=0.2)
        shop.wait(lambda: shop.redis("SCARD", "cart_dirty") == "0")

    return wait


@pytest.fixture(autouse=True)
def redis_is_back(back):
    """No test leaves Redis unused behind."""
    yield
    back()


def rows(shop, user):
    with one_client:
        found = shop.sql(f"SELECT sku_id, quantity FROM cart_line WHERE user_id = {user.id}")
    return {int(sku): int(n) for sku, n in found}


def row_views(shop, user):
    return [int(sku) for [sku] in shop.sql(f"SELECT sku_id FROM view_history WHERE user_id = {user.id} ORDER BY place")]


def live(shop, user):
    words = list(map(int, shop.redis("HGETALL", f"cart_{user.id}").split()))
    return dict(zip(words[::2], words[1::2]))


def copied(shop, user):
    """Waits until MariaDB holds what Redis does; fails where that takes longer than promised."""
    shop.wait(lambda: rows(shop, user) == live(shop, user) and shop.redis("SISMEMBER", "cart_dirty", user.id) == "0",
              seconds=COPIED)


def everything(user, sku):
    """Every route of cart and history once, on a cart that holds {sku: 1} before and after."""
    assert lines(user) == {sku: 1}
    add(user, sku, 2, expect=201)
    assert lines(user) == {sku: 3}
    put(user, sku, 5, expect=200)
    user.api.delete(f"/cart/items/{sku}", expect=204)
    user.api.delete(f"/cart/items/{sku}", expect=404)
    assert lines(user) == {}
    assert add(user, sku, 9999).code == "out_of_stock"
    keyed(user, f"{time.monotonic()}", sku, 4, expect=201)
    user.api.delete("/cart", expect=204)
    add(user, sku, 1, expect=201)
    user.api.delete("/me/history", expect=204)
    look(user, 1, 2, 3, 2)
    assert history(user) == [2, 3, 1]
    assert lines(user) == {sku: 1}


def redis_lines(shop, commands):
    subprocess.run(["redis-cli", "-s", shop.redis_socket], input=commands, capture_output=True, text=True, timeout=30,
                   check=True)


@contextlib.contextmanager
def frozen(shop, name):
    shop.pause_child(name)
    try:
        yield
    finally:
        shop.resume_child(name)


# ---- the copy

def test_changes_reach_mariadb_in_time(shop, user, goods):
    a, b = goods(), goods()
    add(user, a, 2, expect=201)
    look(user, 1, 2)
    copied(shop, user)
    assert (rows(shop, user), row_views(shop, user)) == ({a: 2}, [2, 1])
    put(user, a, 1, expect=200)
    add(user, b, 3, expect=201)
    copied(shop, user)
    assert rows(shop, user) == {a: 1, b: 3}
    user.api.delete("/cart", expect=204)
    user.api.delete("/me/history", expect=204)
    copied(shop, user)
    assert (rows(shop, user), row_views(shop, user)) == ({}, [])


def test_the_copy_of_many_is_in_time_too(shop, goods):
    sku, users = goods(stock=9999), [shop.new_user() for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda u: [add(u, sku, 1, expect=201) for _ in range(40)], users))
    for user in users:
        copied(shop, user)
        assert rows(shop, user) == {sku: 40}


def test_what_a_killed_worker_left_is_copied_by_the_next(shop, user, goods):
    sku = goods()
    shop.kill9("work", back=False)
    add(user, sku, 2, expect=201)
    assert shop.redis("SMOVE", "cart_dirty", "cart_busy", user.id) == "1"  # so far it had come
    shop.start_again("work")
    shop.wait(lambda: rows(shop, user) == {sku: 2})
    shop.wait(lambda: shop.redis("EXISTS", "cart_busy") == "0")


def test_a_worker_killed_at_any_time_loses_nothing(shop, user, goods):
    sku, n = goods(stock=9999), 0
    for _ in range(4):
        end = time.monotonic() + 1.1
        while time.monotonic() < end:
            add(user, sku, 1, expect=201)
            n += 1
        shop.kill9("work")
    shop.wait(lambda: rows(shop, user) == {sku: n})


def test_an_old_copy_is_not_written_over_a_newer_one(shop, user, goods):
    """As a worker that was frozen between reading and writing would: its state has an older number."""
    sku = goods()
    add(user, sku, 2, expect=201)
    copied(shop, user)
    with frozen(shop, "work"):
        put(user, sku, 5, expect=200)
        shop.sql(f"UPDATE cart_line SET quantity = 9 WHERE user_id = {user.id}; "
                 f"UPDATE cart_copy SET number = number + 1000000000 WHERE user_id = {user.id}")
    shop.wait(lambda: shop.redis("SCARD", "cart_dirty") == "0")
    time.sleep(0.5)
    assert rows(shop, user) == {sku: 9}
    assert lines(user) == {sku: 9}


# ---- emptied

def test_flushall_loses_nothing_that_was_copied(shop, user, goods):
    a, b = goods(), goods()
    add(user, a, 2, expect=201)
    add(user, b, 3, expect=201)
    look(user, 1, 2, 3)
    copied(shop, user)
    shop.redis("FLUSHALL")
    assert lines(user) == {a: 2, b: 3}
    shop.redis("FLUSHALL")
    assert history(user) == [3, 2, 1]
    assert live(shop, user) == {a: 2, b: 3}


@pytest.mark.parametrize("change,after", [
    (lambda u, sku: add(u, sku, 1, expect=201), 6),
    (lambda u, sku: keyed(u, "after", sku, 1, expect=201), 6),
    (lambda u, sku: put(u, sku, 1, expect=200), 1),
    (lambda u, sku: u.api.delete(f"/cart/items/{sku}", expect=204), 0),
    (lambda u, sku: u.api.delete("/cart", expect=204), 0),
    (lambda u, sku: look(u, 4), 5),
], ids=["add", "keyed", "put", "remove", "clear", "view"])
def test_the_first_use_after_flushall_may_be_any(shop, user, goods, change, after):
    sku = goods()
    add(user, sku, 5, expect=201)
    look(user, 1)
    copied(shop, user)
    shop.redis("FLUSHALL")
    change(user, sku)
    assert lines(user) == ({sku: after} if after else {})
    assert 1 in history(user)
    copied(shop, user)


def test_many_at_once_after_flushall_all_count(shop, user, goods):
    sku = goods(stock=1000)
    add(user, sku, 5, expect=201)
    copied(shop, user)
    for n in range(1, 4):
        shop.redis("FLUSHALL")
        with ThreadPoolExecutor(16) as pool:
            assert {r.status for r in pool.map(lambda _: add(user, sku, 1), range(16))} == {201}
        assert lines(user) == {sku: 5 + 16 * n}
        copied(shop, user)


def test_an_emptied_cart_does_not_fill_again_by_flushall(shop, user, goods):
    add(user, goods(), 5, expect=201)
    look(user, 1)
    copied(shop, user)
    user.api.delete("/cart", expect=204)
    user.api.delete("/me/history", expect=204)
    copied(shop, user)
    shop.redis("FLUSHALL")
    assert (lines(user), history(user)) == ({}, [])


def test_a_key_outlives_flushall_with_its_effect(shop, user, goods):
    sku = goods()
    keyed(user, "flushed", sku, 2, expect=201)
    copied(shop, user)
    shop.redis("FLUSHALL")
    assert replayed(keyed(user, "flushed", sku, 2, expect=201))
    assert lines(user) == {sku: 2}


# ---- dead

def test_everything_works_without_redis(shop, user, goods, back):
    sku = goods()
    add(user, sku, 1, expect=201)
    look(user, 5)
    copied(shop, user)
    with shop.without("redis"):
        assert history(user) == [5]
        everything(user, sku)
        put(user, sku, 7, expect=200)
    back()
    assert (lines(user), history(user)) == ({sku: 7}, [2, 3, 1])
    assert live(shop, user) == {sku: 7}
    add(user, sku, 1, expect=201)
    copied(shop, user)
    assert rows(shop, user) == {sku: 8}


def test_what_is_emptied_without_redis_does_not_come_back(shop, user, goods, back):
    add(user, goods(), 3, expect=201)
    look(user, 1)
    copied(shop, user)
    with shop.without("redis"):
        user.api.delete("/cart", expect=204)
        user.api.delete("/me/history", expect=204)
    back()
    assert (lines(user), history(user)) == ({}, [])
    time.sleep(COPIED)
    assert (lines(user), rows(shop, user)) == ({}, {})


def test_stale_carts_are_dropped_from_redis_before_it_is_used(shop, user, goods, back):
    sku = goods()
    add(user, sku, 3, expect=201)
    copied(shop, user)
    with shop.without("redis"):
        put(user, sku, 1, expect=200)
        assert shop.sql(f"SELECT away FROM cart_copy WHERE user_id = {user.id}") == [["1"]]
    back()
    assert shop.redis("EXISTS", f"cart_{user.id}", f"cart_epoch_{user.id}", f"history_{user.id}") == "0"
    shop.wait(lambda: shop.sql(f"SELECT away FROM cart_copy WHERE user_id = {user.id}") == [["0"]])


def test_what_another_daemon_wrote_without_redis_is_seen_at_once(shop, user, goods):
    """One daemon may have lost its way to Redis while the others have not."""
    sku, other = goods(), goods()
    add(user, sku, 3, expect=201)
    copied(shop, user)
    written = f"""START TRANSACTION;
                  UPDATE cart_copy SET number = number + 4194304, away = TRUE WHERE user_id = {user.id};
                  UPDATE cart_line SET quantity = quantity + 1 WHERE user_id = {user.id};
                  COMMIT"""
    shop.sql(written)
    assert lines(user) == {sku: 4}
    for change, after in ((lambda: add(user, sku, 1, expect=201), 6), (lambda: put(user, other, 1, expect=200), 7),
                          (lambda: user.api.delete(f"/cart/items/{other}", expect=204), 8),
                          (lambda: keyed(user, "k", sku, 1, expect=201), 10)):
        copied(shop, user)
        shop.sql(written)
        change()
        assert lines(user)[sku] == after
    shop.wait(lambda: shop.sql(f"SELECT away FROM cart_copy WHERE user_id = {user.id}") == [["0"]])
    assert lines(user)[sku] == 10


def test_parallel_changes_without_redis(shop, user, goods, back):
    sku, scarce = goods(stock=1000), goods(stock=10)
    add(user, sku, 1, expect=201)
    copied(shop, user)
    with shop.without("redis"), ThreadPoolExecutor(8) as pool:
        assert {r.status for r in pool.map(lambda _: add(user, sku, 1), range(24))} == {201}
        replies = list(pool.map(lambda _: add(user, scarce, 1), range(16)))
        assert sorted(r.status for r in replies) == [201] * 10 + [409] * 6
    back()
    assert lines(user) == {sku: 25, scarce: 10}


def test_a_key_is_known_in_whichever_store(shop, user, goods, back):
    sku = goods()
    keyed(user, "before", sku, 1, expect=201)
    copied(shop, user)
    with shop.without("redis"):
        assert replayed(keyed(user, "before", sku, 1, expect=201))
        assert not replayed(keyed(user, "during", sku, 1, expect=201))
        assert replayed(keyed(user, "during", sku, 1, expect=201))
        assert keyed(user, "during", sku, 2).code == "idempotency_mismatch"
    back()
    for key in ("before", "during"):
        assert replayed(keyed(user, key, sku, 1, expect=201))
    assert lines(user) == {sku: 2}


def test_bought_lines_leave_once_in_whichever_store(shop, user, goods, back):
    sku = goods()
    address = user.api.post("/me/addresses", expect=201, json={
        "receiver": "李明远", "region": "北京市海淀区", "detail": "中关村大街 27 号", "phone": "+86 138-0013-8001"}).json["id"]

    def order():
        user.api.post("/orders", expect=201, json={"address_id": address, "pay_method": "cod",
                                                   "items": [{"sku_id": sku, "quantity": 2}]})

    def again():
        shop.sql(f"""UPDATE outbox SET status = 'ready', tries = 0, claimed_until = NULL, run_at = UTC_TIMESTAMP(6)
                     WHERE kind = 'cart_bought' AND subject = {user.id}""")
        shop.wait(lambda: shop.sql(f"""SELECT COUNT(*) FROM outbox WHERE kind = 'cart_bought' AND status <> 'done'
                                       AND subject = {user.id}""") == [["0"]])

    add(user, sku, 9, expect=201)
    order()
    shop.wait(lambda: lines(user) == {sku: 7})
    copied(shop, user)
    with shop.without("redis"):
        again()
        assert lines(user) == {sku: 7}
        order()
        shop.wait(lambda: lines(user) == {sku: 5})
        again()
        assert lines(user) == {sku: 5}
    back()
    again()
    assert lines(user) == {sku: 5}


# ---- killed and restarted

def test_a_restart_keeps_what_was_not_copied_yet(shop, user, goods):
    """Redis' own log outlives kill -9; carts that it gives back are newer than MariaDB's copy."""
    sku = goods()
    add(user, sku, 1, expect=201)
    copied(shop, user)
    with frozen(shop, "work"):
        add(user, sku, 4, expect=201)
        look(user, 7)
        keyed(user, "uncopied", sku, 1, expect=201)
        shop.kill9("redis")
        shop.wait(lambda: rows(shop, user) == {sku: 6})  # the daemon copies it before it uses Redis again
        assert history(user) == [7]
        assert replayed(keyed(user, "uncopied", sku, 1, expect=201))
    assert lines(user) == {sku: 6}


def test_a_restart_with_old_data_brings_nothing_old_back(shop, user, goods, back):
    """A backup, or a replica that was behind and is the primary now."""
    sku = goods()
    add(user, sku, 1, expect=201)
    look(user, 1)
    copied(shop, user)
    data = os.path.join(shop.dir, "redis")
    shutil.copytree(data, data + ".old")
    put(user, sku, 9, expect=200)
    look(user, 2)
    copied(shop, user)
    shop.kill9("redis", back=False)
    shutil.rmtree(data)
    os.rename(data + ".old", data)
    shop.start_again("redis")
    back()
    assert live(shop, user) == {sku: 1}  # it is there
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: add(user, sku, 1, expect=201), range(8)))
    assert (lines(user), history(user)) == ({sku: 17}, [2, 1])
    copied(shop, user)
    assert (rows(shop, user), row_views(shop, user)) == ({sku: 17}, [2, 1])


def test_an_old_mark_brings_nothing_old_back(shop, user, goods, back):
    sku = goods()
    with frozen(shop, "work"):
        add(user, sku, 1, expect=201)
        data = os.path.join(shop.dir, "redis")
        shop.redis("BGREWRITEAOF")
        shop.wait(lambda: "aof_rewrite_in_progress:0" in shop.redis("INFO", "persistence"))
        shutil.copytree(data, data + ".old")  # with the user in cart_dirty
    put(user, sku, 9, expect=200)
    copied(shop, user)
    shop.kill9("redis", back=False)
    shutil.rmtree(data)
    os.rename(data + ".old", data)
    shop.start_again("redis")
    back()
    time.sleep(COPIED)
    assert (lines(user), rows(shop, user)) == ({sku: 9}, {sku: 9})


# ---- frozen

def test_everything_works_while_redis_hangs(shop, user, goods, back):
    sku = goods()
    add(user, sku, 1, expect=201)
    copied(shop, user)
    with frozen(shop, "redis"):
        everything(user, sku)
        put(user, sku, 7, expect=200)
    back()
    assert (lines(user), history(user)) == ({sku: 7}, [2, 3, 1])
    time.sleep(COPIED)
    assert (lines(user), rows(shop, user)) == ({sku: 7}, {sku: 7})


def test_a_change_that_redis_did_not_answer_is_made_once(shop, goods, back):
    """Its commands lie in Redis' socket and are carried out when it wakes up."""
    sku, users = goods(stock=9999), [shop.new_user() for _ in range(6)]
    for user in users:
        add(user, sku, 1, expect=201)
    for user in users:
        copied(shop, user)
    with frozen(shop, "redis"), ThreadPoolExecutor(6) as pool:  # at once, so that each meets a Redis thought alive
        list(pool.map(lambda u: add(u, sku, 2, expect=201), users))
    back()
    assert [lines(user) for user in users] == [{sku: 3}] * 6
    time.sleep(COPIED)
    assert [lines(user) for user in users] == [{sku: 3}] * 6
    assert [rows(shop, user) for user in users] == [{sku: 3}] * 6


# ---- unanswered

class Relay:
    """Before Redis. Armed, it passes the next EXEC on and keeps the answer."""

    def __init__(self, shop):
        self.path, self.redis, self.armed = os.path.join(shop.sockets, "redis-relay.sock"), shop.redis_socket, False
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(self.path)
        self.listener.listen()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, server = self.listener.accept()[0], socket.socket(socket.AF_UNIX)
            server.connect(self.redis)
            mute = threading.Event()
            threading.Thread(target=self.carry, args=(client, server, mute, None), daemon=True).start()
            threading.Thread(target=self.carry, args=(server, client, None, mute), daemon=True).start()

    def carry(self, source, to, mute, muted):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if mute and self.armed and b"EXEC" in data:
                    self.armed = False
                    mute.set()
                if not (muted and muted.is_set()):
                    to.sendall(data)
            to.shutdown(socket.SHUT_WR)


@pytest.fixture(scope="module")
def deaf(shop):
    """deaf(user): the same user at a daemon that does not hear the next answer of Redis to a change."""
    relay = Relay(shop)
    with shop.second({("redis", "socket"): relay.path}) as api:
        def at(user):
            twin = copy.copy(user)
            twin.api = api.as_user(user.token)
            shop.wait(lambda: "\nshopd_redis_up 1\n" in twin.api.get("/metrics", raw=True).text)
            twin.api.get("/me/history", expect=200)
            relay.armed = True
            return twin

        yield at


def test_a_change_that_was_made_but_not_answered_is_made_once(shop, user, goods, deaf):
    sku = goods()
    add(user, sku, 1, expect=201)
    copied(shop, user)
    for change, after in ((lambda: add(deaf(user), sku, 2, expect=201), 3),
                          (lambda: keyed(deaf(user), "deaf", sku, 2, expect=201), 5),
                          (lambda: put(deaf(user), sku, 7, expect=200), 7)):
        change()
        assert lines(user) == {sku: after}  # at once, and at the daemon that still thinks well of Redis
        time.sleep(COPIED)
        assert (lines(user), rows(shop, user)) == ({sku: after}, {sku: after})
    assert replayed(keyed(user, "deaf", sku, 2, expect=201))


def test_a_change_that_was_made_but_refused_is_not_made(shop, user, goods, deaf):
    sku = goods(stock=5)
    add(user, sku, 4, expect=201)
    copied(shop, user)
    assert add(deaf(user), sku, 2).code == "out_of_stock"
    assert lines(user) == {sku: 4}
    time.sleep(COPIED)
    assert (lines(user), rows(shop, user)) == ({sku: 4}, {sku: 4})


# ---- full of rubbish

POISON = {
    "cart_{id}": ["SET {key} rubbish", "RPUSH {key} 1 2", "HSET {key} 1 many", "HSET {key} one 1", "HSET {key} 1 -5",
                  "HSET {key} 1 0", "HSET {key} 01 1", "HSET {key} 1 99999999999999999999", "HSET {key} 1 1.5",
                  "HSET {key} 1 \"\"", "HSET {key} \"\" 1", "HSET {key} 1 １", "HSET {key} {sku} rubbish",
                  "HSET {key} {sku} -3"],
    "cart_epoch_{id}": ["SET {key} 7", "HSET {key} number x", "HDEL {key} number", "HSET {key} life another",
                        "HSET {key} number -1", "HSET {key} number 9223372036854775807", "DEL {key}"],
    "history_{id}": ["SET {key} 1", "HSET {key} 1 1", "RPUSH {key} x"],
    "cart_keys_{id}": ["SET {key} x"],
}


@pytest.mark.parametrize("key", POISON)
def test_rubbish_is_a_lost_cart(shop, goods, key):
    """What is not copied yet is the other half's alone: rubbish in the history loses no line, nor the reverse."""
    skus = [goods() for _ in POISON[key]]
    with ThreadPoolExecutor(7) as pool:
        list(pool.map(lambda sku, poison: survive(shop, sku, key, poison), skus, POISON[key]))


def survive(shop, sku, key, poison):
    user = shop.new_user()
    key = key.format(id=user.id)
    words = [word.format(key=key, sku=sku) for word in shlex.split(poison)]

    def spoil():
        if words[0] in ("SET", "RPUSH") or key.startswith("history"):
            shop.redis("DEL", key)
        shop.redis(*words)

    add(user, sku, 1, expect=201)
    look(user, 9)
    copied(shop, user)
    spoil()
    assert lines(user) == {sku: 1}, poison
    assert history(user) == [9], poison
    for change, after in ((lambda: add(user, sku, 1, expect=201), 2), (lambda: put(user, sku, 3, expect=200), 3),
                          (lambda: keyed(user, "key", sku, 1, expect=201), 4)):
        copied(shop, user)
        spoil()
        change()
        look(user, 8)
        assert lines(user) == {sku: after}, poison
        assert history(user) == [8, 9], poison
    spoil()
    user.api.delete("/me/history", expect=204)
    assert history(user) == [], poison
    spoil()
    user.api.delete(f"/cart/items/{sku}", expect=204)
    assert lines(user) == {}, poison


def test_a_huge_cart_is_a_lost_one(shop, user, goods):
    sku = goods()
    add(user, sku, 1, expect=201)
    copied(shop, user)
    pairs = "".join(f"HSET cart_{user.id} " + " ".join(f"{n} 1" for n in range(k, k + 1000)) + "\n"
                    for k in range(1, 60001, 1000))
    redis_lines(shop, pairs)
    assert lines(user) == {sku: 1}
    redis_lines(shop, pairs)
    assert add(user, sku, 1, expect=201).json == {"count": 1, "total_quantity": 2}
    shop.redis("SADD", "cart_dirty", user.id)
    copied(shop, user)


@pytest.mark.parametrize("poison", [("SET", "cart_dirty", "x"), ("SET", "cart_busy", "x"), ("SET", "cart_life", "x"),
                                    ("RPUSH", "cart_life", "x"), ("SADD", "cart_dirty", "x", "0", "-1", "01", ""),
                                    ("SADD", "cart_busy", "x", "99999999999999999999"), ("SADD", "cart_dirty", "888888888")],
                         ids=" ".join)
def test_rubbish_among_the_marks_does_not_stop_the_copying(shop, user, goods, poison):
    sku = goods()
    if poison[0] != "SADD":
        shop.redis("DEL", poison[1])
    shop.redis(*poison)
    add(user, sku, 2, expect=201)
    look(user, 3)
    shop.wait(lambda: rows(shop, user) == {sku: 2}, seconds=COPIED + 1)
    shop.wait(lambda: shop.redis("EXISTS", "cart_dirty", "cart_busy") == "0")


def test_a_cart_that_cannot_be_read_does_not_stop_the_others(shop, user, goods):
    sku, spoilt = goods(), shop.new_user()
    for u in (spoilt, user):
        add(u, sku, 1, expect=201)
        copied(shop, u)
    with frozen(shop, "work"):
        add(spoilt, sku, 1, expect=201)
        shop.redis("HSET", f"cart_{spoilt.id}", "x", "y")
        add(user, sku, 1, expect=201)
    shop.wait(lambda: rows(shop, user) == {sku: 2})
    assert rows(shop, spoilt) == {sku: 1}


# ---- under load

@pytest.mark.parametrize("fault", ["kill", "freeze", "flush"])
def test_nobody_sees_an_error(shop, goods, fault, back):
    sku, users, stop, seen = goods(stock=9999), [shop.new_user() for _ in range(4)], threading.Event(), []

    def shopper(user):
        n = 0
        while not stop.is_set():
            n += 1
            for reply in (add(user, sku, 1), user.api.get("/cart"), put(user, sku, n % 50 + 1), user.api.get("/skus/3"),
                          user.api.get("/me/history"), user.api.delete("/cart"), keyed(user, f"{fault}{n}", sku, 1)):
                seen.append((reply.status, reply.code))

    with ThreadPoolExecutor(4) as pool:
        running = [pool.submit(shopper, user) for user in users]
        time.sleep(0.5)
        if fault == "kill":
            shop.kill9("redis", back=False)
            time.sleep(1.5)
            shop.start_again("redis")
        elif fault == "freeze":
            shop.pause_child("redis")
            time.sleep(1.5)
            shop.resume_child("redis")
        else:
            shop.redis("FLUSHALL")
        time.sleep(1.5)
        stop.set()
        for f in running:
            f.result()
    assert set(seen) == {(200, None), (201, None), (204, None)}
    back()
    for user in users:
        put(user, sku, 7, expect=200)
        copied(shop, user)
        assert rows(shop, user) == {sku: 7}
