# SPDX-License-Identifier: MIT
"""Many shoppers at once: stock is never sold twice, no deadlock reaches anybody, nobody pays a price that was not
shown. `shopd audit` at the module's end proves that the books balance."""
import random
import threading
import time
from collections import Counter

from trade import at_once, payable


def outcomes(replies):
    return Counter((r.status, r.code) for r in replies)


def test_a_thousand_buyers_of_three_hundred(shop, trade):
    sku, people = trade.sku(stock=300), [trade.shopper(n) for n in range(8)]
    with shop.second() as second:
        daemons = (shop.api(), second)
        replies = at_once([lambda n=n: trade.order(people[n % 8], {sku: 1}, api=daemons[n % 2], timeout=60)
                           for n in range(1000)])
    assert outcomes(replies) == {(201, None): 300, (409, "out_of_stock"): 700}
    assert trade.stock(sku) == 0 and trade.sales(sku) == 300
    ids = {r.json["id"] for r in replies if r.status == 201}
    assert len(ids) == 300
    assert shop.sql(f"SELECT COUNT(*), SUM(delta) FROM stock_movement WHERE sku_id = {sku} AND reason = 'sold'") == [
        ["300", "-300"]]


def test_goods_in_opposite_orders(trade):
    """{A, B} and {B, A}, sixty-four at a time, some of them given back: no deadlock is anybody's business."""
    a, b = trade.skus(2, stock=5000)
    people = [trade.shopper(n) for n in range(8)]

    def buy(n):
        items = {a: 1, b: 2} if n % 2 else {b: 2, a: 1}
        got = []
        for _ in range(5):
            reply = trade.order(people[n % 8], items)
            got.append(reply)
            if n % 3 == 0 and reply.status == 201:
                got.append(people[n % 8].api.post(f"/orders/{reply.json['id']}/cancel"))
        return got

    replies = [r for got in at_once([lambda n=n: buy(n) for n in range(64)]) for r in got]
    assert set(outcomes(replies)) == {(201, None), (200, None)}
    cancelled = sum(r.status == 200 for r in replies)
    assert cancelled == 22 * 5
    assert trade.stock(a) == 5000 - 320 + cancelled and trade.stock(b) == 5000 - 2 * (320 - cancelled)


def test_random_orders_of_twenty_lines(trade):
    """Of goods that run out: all lines or none, and what was sold is what the counters lost."""
    skus = trade.skus(40, stock=60)
    people, dice = [trade.shopper(n) for n in range(8)], random.Random(64)
    wishes = [[{sku: dice.randint(1, 3) for sku in dice.sample(skus, 20)} for _ in range(3)] for _ in range(64)]
    slowest = []

    def buy(n):
        got = []
        for items in wishes[n]:
            began = time.monotonic()
            got.append((trade.order(people[n % 8], items), items))
            slowest.append(time.monotonic() - began)
        return got

    results = [pair for got in at_once([lambda n=n: buy(n) for n in range(64)]) for pair in got]
    assert set(outcomes(r for r, _ in results)) <= {(201, None), (409, "out_of_stock")}
    sold = Counter()
    for reply, items in results:
        if reply.status == 201:
            sold.update(items)
    for sku in skus:
        assert trade.stock(sku) == 60 - sold[sku] >= 0
    assert max(slowest) < 10


def test_prices_that_change_while_people_order(shop, trade):
    """Each pays what the preview showed, or is refused; a line never has one price and the sum another."""
    sku, people = trade.sku(stock=9000, price=500), [trade.shopper(n) for n in range(8)]
    done = threading.Event()

    def edit():
        price = 500
        while not done.is_set():
            price = 1000 - price if price != 500 else 700
            shop.sql(f"UPDATE sku SET price = {price} WHERE id = {sku}")

    def buy(n):
        user, got = people[n % 8], []
        for _ in range(6):
            body = {"address_id": user.address, "items": [{"sku_id": sku, "quantity": 4}]}
            shown = user.api.post("/orders/preview", json=body, expect=200).json["payable_amount"]
            got.append((shown, trade.order(user, {sku: 4}, expected_amount=shown)))
        return got

    editor = threading.Thread(target=edit)
    editor.start()
    try:
        results = [pair for got in at_once([lambda n=n: buy(n) for n in range(16)]) for pair in got]
    finally:
        done.set()
        editor.join()
    assert (201, None) in outcomes(r for _, r in results) and len({shown for shown, _ in results}) > 1
    assert set(outcomes(r for _, r in results)) <= {(201, None), (409, "price_changed")}
    for shown, reply in results:
        if reply.status == 201:
            order = reply.json
            assert order["payable_amount"] == shown == payable(4 * order["lines"][0]["price"])
            assert order["lines"][0]["amount"] == order["goods_amount"] == 4 * order["lines"][0]["price"]


def test_the_last_one_has_one_buyer(trade):
    people = [trade.shopper(n) for n in range(8)]
    for sku in trade.skus(5, stock=1):
        replies = at_once([lambda u=u: trade.order(u, {sku: 1}) for u in people])
        assert outcomes(replies) == {(201, None): 1, (409, "out_of_stock"): 7} and trade.stock(sku) == 0
