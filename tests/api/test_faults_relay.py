# SPDX-License-Identifier: MIT
"""Answers of the database that are lost, connections that break: an order is placed once or not at all, and its key
finds out which."""
import secrets
import time

import pytest

from relay import DEPENDENCY, UNKNOWN, relayed
from trade import at_once, lines


@pytest.fixture(scope="module")
def behind(shop):
    with relayed(shop) as pair:
        yield pair


@pytest.fixture
def relay(behind):
    yield behind[0]
    behind[0].tell("clear")


@pytest.fixture
def api(behind):
    return behind[1]


def outcome(reply):
    return reply.status, reply.code


def settle(trade, buyer, items, key, api, seconds=10):
    """Repeats an order with its key until it is answered by 201, as a client does."""
    end = time.monotonic() + seconds
    while True:
        reply = trade.order(buyer, items, key=key, api=api)
        if reply.status == 201:
            return reply
        assert outcome(reply) in (DEPENDENCY, UNKNOWN, (409, "in_progress")) and time.monotonic() < end, reply
        assert int(reply.headers["Retry-After"]) >= 1
        time.sleep(0.1)


def orders_by(shop, user):
    return int(shop.sql(f"SELECT COUNT(*) FROM orders WHERE user_id = {user.id}")[0][0])


# ---------------------------------------------------------------- the commit

def test_the_answer_to_commit_is_lost(shop, trade, buyer, relay, api):
    """The order exists; the client is told that nobody knows; the same key finds it."""
    sku, key = trade.sku(stock=10), secrets.token_hex(8)
    before = orders_by(shop, buyer)
    relay.tell("cut after 0 COMMIT")
    reply = trade.order(buyer, {sku: 3}, key=key, api=api)
    assert outcome(reply) == UNKNOWN and reply.headers["Retry-After"]
    assert relay.struck() and orders_by(shop, buyer) == before + 1 and trade.stock(sku) == 7
    again = trade.order(buyer, {sku: 3}, key=key, api=api, expect=201)
    assert again.headers["Idempotent-Replayed"] == "true" and len(trade.movements(again.json["id"])) == 1
    assert orders_by(shop, buyer) == before + 1 and trade.stock(sku) == 7


def test_the_connection_breaks_before_commit(shop, trade, buyer, relay, api):
    """Nobody can know that the server never saw it; the same key places it."""
    sku, key = trade.sku(stock=10), secrets.token_hex(8)
    before = orders_by(shop, buyer)
    relay.tell("cut before 0 COMMIT")
    assert outcome(trade.order(buyer, {sku: 3}, key=key, api=api)) == UNKNOWN
    assert orders_by(shop, buyer) == before and trade.stock(sku) == 10
    again = trade.order(buyer, {sku: 3}, key=key, api=api, expect=201)
    assert again.headers["Idempotent-Replayed"] is None
    assert orders_by(shop, buyer) == before + 1 and trade.stock(sku) == 7


@pytest.mark.parametrize("when", ["before", "after"])
def test_broken_at_every_command(shop, trade, buyer, relay, api, when):
    """A connection is cut at the first, second, third … command of an order: each converges to one order."""
    sku = trade.sku(stock=1000)
    start = orders_by(shop, buyer)
    commands = shop.wait(lambda: shop.log_lines(trade.order(buyer, {sku: 2}, key=secrets.token_hex(8), expect=201)
                                                .request_id))[0]["db"]
    seen = []
    for skip in range(commands + 2):
        key = secrets.token_hex(8)
        relay.tell(f"cut {when} {skip} *")
        first = trade.order(buyer, {sku: 2}, key=key, api=api)
        assert outcome(first) in ((201, None), DEPENDENCY, UNKNOWN), first
        seen.append(outcome(first))
        relay.tell("clear")
        order = settle(trade, buyer, {sku: 2}, key, api).json
        if first.status == 201:
            assert first.json["id"] == order["id"]
        assert trade.movements(order["id"]) == [(sku, -2, "sold")]
    placed = commands + 3
    assert orders_by(shop, buyer) == start + placed and trade.stock(sku) == 1000 - 2 * placed
    assert {DEPENDENCY, UNKNOWN} <= set(seen) and seen.count(DEPENDENCY) > commands // 3


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", ["cancel", "ship", "receive", "capture"])
def test_other_steps_whose_commit_is_lost(shop, trade, buyer, staff, relay, api, step, when):
    sku = trade.sku(stock=10)
    state = {"cancel": "pending_shipment", "ship": "pending_shipment"}.get(step, "shipped")
    order = trade.in_state(state, buyer, staff, {sku: 4})
    who, path, body = {
        "cancel": (buyer, f"/orders/{order['id']}/cancel", None), "receive": (buyer, f"/orders/{order['id']}/receive", None),
        "ship": (staff, f"/admin/orders/{order['id']}/shipments", {"carrier": "x", "tracking_no": "1"}),
        "capture": (staff, f"/admin/orders/{order['id']}/captures", {"amount": order["payable_amount"]})}[step]
    headers, api = {"Idempotency-Key": secrets.token_hex(8)}, api.as_user(who.token)
    relay.tell(f"cut {when} 0 COMMIT")
    assert outcome(api.post(path, json=body, headers=headers)) == UNKNOWN
    again = api.post(path, json=body, headers=headers)
    assert again.status in (200, 201)
    assert again.headers["Idempotent-Replayed"] == ("true" if when == "after" else None)
    assert trade.stock(sku) == (10 if step == "cancel" else 6)


def test_many_at_once_with_lost_commits(shop, trade, relay, api):
    sku, people = trade.sku(stock=1000), [trade.shopper(n) for n in range(8)]
    before = sum(orders_by(shop, user) for user in people)

    def buy(n):
        for _ in range(4):
            key = secrets.token_hex(8)
            if n % 4 == 0:
                relay.tell(f"cut {'after' if n % 8 else 'before'} 1 COMMIT")
            settle(trade, people[n % 8], {sku: 1}, key, api)

    at_once([lambda n=n: buy(n) for n in range(24)])
    assert sum(orders_by(shop, user) for user in people) == before + 96 and trade.stock(sku) == 1000 - 96
    assert relay.struck() > 4


# ---------------------------------------------------------------- the connection

def test_all_connections_are_reset(trade, buyer, relay, api):
    """As after a restart of the database: whoever comes next notices nothing."""
    sku = trade.sku(stock=100)
    at_once([lambda: trade.order(buyer, {sku: 1}, api=api, expect=201) for _ in range(12)])
    relay.tell("reset")
    for _ in range(5):
        trade.order(buyer, {sku: 1}, api=api, expect=201)
        api.get("/skus?per_page=1", expect=200)


@pytest.mark.parametrize("n", [0, 1, 3, 4, 5, 90, 130, 300, 1000, 5000, 20000])
def test_cut_within_an_answer(relay, api, shop, n):
    """A list is whole or it is a 503, wherever the connection broke."""
    want = shop.api().get("/skus?per_page=100", expect=200).json
    relay.tell("reset")
    relay.tell(f"bytes {n}")
    for _ in range(3):
        reply = api.get("/skus?per_page=100")
        assert outcome(reply) in ((200, None), DEPENDENCY), reply
        assert reply.status == 503 or reply.json == want
    shop.wait(lambda: api.get("/skus?per_page=100").status == 200, seconds=3)


def test_a_slow_network(trade, buyer, relay, api):
    """100 ms to the database and back, for every statement."""
    relay.tell("delay 100")
    began = time.monotonic()
    at_once([lambda: trade.order(buyer, {trade_sku: 1}, api=api, expect=201) for trade_sku in trade.skus(6)])
    assert time.monotonic() - began < 6


# ---------------------------------------------------------------- silence

def test_a_silent_database(shop, trade, buyer, relay, api):
    """Every request ends within its 8 seconds, the daemon is alive meanwhile and comes back by itself."""
    sku, key = trade.sku(stock=10), secrets.token_hex(8)
    trade.order(buyer, {sku: 1}, api=api, expect=201)
    relay.tell("stall")
    began = time.monotonic()

    def timed(call):
        reply = call()
        return reply, time.monotonic() - began

    def healthy():
        slowest = 0
        while time.monotonic() - began < 5:
            asked = time.monotonic()
            api.get("/healthz", raw=True, expect=200)
            slowest = max(slowest, time.monotonic() - asked)
            time.sleep(0.1)
        return slowest

    body = {"address_id": buyer.address, "items": lines({sku: 1})}
    signed_in = api.as_user(buyer.token)
    *got, slowest = at_once([lambda: timed(lambda: trade.order(buyer, {sku: 1}, key=key, api=api)),
                             lambda: timed(lambda: signed_in.get("/orders")), lambda: timed(lambda: api.get("/skus")),
                             lambda: timed(lambda: signed_in.post("/orders/preview", json=body)), healthy])
    for reply, seconds in got:
        assert outcome(reply) == DEPENDENCY and reply.headers["Retry-After"] and seconds < 8.5, (reply, seconds)
    assert slowest < 1
    shop.wait(lambda: api.get("/readyz", raw=True).status == 503, seconds=4)
    relay.tell("go")
    shop.wait(lambda: api.get("/readyz", raw=True).status == 200, seconds=4)
    settle(trade, buyer, {sku: 1}, key, api)
    assert trade.stock(sku) == 8
