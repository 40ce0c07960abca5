# SPDX-License-Identifier: MIT
"""What tests of goods, orders and payments do again and again: goods of their own, shoppers with an address, orders
in every state, many requests at once. Goods made here leave the catalogue when their module is done."""
import threading

ADDRESS = {"receiver": "王小明", "region": "北京市海淀区", "region_code": "110108", "detail": "中关村大街 27 号",
           "zip_code": "100080", "phone": "13800138000"}
SHIPPING, FREE_FROM = 1000, 9900  # the defaults of shop.shipping_fee and shop.free_shipping_from


def at_once(calls):
    """Runs the functions in threads that begin together; what they return, in order. Raises what one raised."""
    start, results, errors = threading.Barrier(len(calls)), [None] * len(calls), []

    def run(i, call):
        start.wait()
        try:
            results[i] = call()
        except BaseException as e:  # noqa: B902 - handed on
            errors.append(e)

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return results


def payable(goods):
    """What an order of goods for so many fen costs."""
    return goods + (0 if goods >= FREE_FROM else SHIPPING)


def lines(items):
    """{sku: quantity} as the API wants it."""
    return [{"sku_id": sku, "quantity": n} for sku, n in items.items()]


class Trade:
    _people = {}  # house -> shoppers that all modules share; a test that needs an empty list of orders makes its own

    def __init__(self, shop):
        self.shop, self.made = shop, []

    def close(self):
        if self.made:
            self.shop.sql(f"UPDATE sku SET status = 'retired' WHERE id IN ({','.join(map(str, self.made))})")

    # ---- goods

    def skus(self, count, stock=100, price=1000, status="on_sale", type_id=1, net=(500, "g")):
        """New goods, each of an SPU of its own; their ids."""
        one = f"""
            INSERT INTO spu (created_at, updated_at) VALUES (UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));
            SET @spu = LAST_INSERT_ID();
            INSERT INTO spu_text VALUES (@spu, 'zh-CN', '试验品', '说明'), (@spu, 'en', 'Sample', 'About it');
            INSERT INTO sku (spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at)
            VALUES (@spu, {type_id}, {price}, {net[0]}, '{net[1]}', '/media/demo/crate.svg', '{status}',
                    UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));
            SET @sku = LAST_INSERT_ID();
            INSERT INTO sku_text VALUES (@sku, 'zh-CN', CONCAT('试验品', @sku), '试', '盒', CONCAT('shiyanpin', @sku)),
                                        (@sku, 'en', CONCAT('Sample ', @sku), 'Try', 'box', CONCAT('sample ', @sku));
            INSERT INTO stock_movement (sku_id, delta, reason, staff_id, at)
            SELECT @sku, {stock}, 'received', 2, UTC_TIMESTAMP(6) FROM DUAL WHERE {stock} > 0;
            INSERT INTO sku_stock (sku_id, stock) VALUES (@sku, {stock});
            SELECT @sku;"""
        ids = [int(row[0]) for row in self.shop.sql("START TRANSACTION;" + one * count + "COMMIT;")]
        self.made += ids
        return ids

    def sku(self, stock=100, price=1000, **more):
        return self.skus(1, stock, price, **more)[0]

    def stock(self, sku):
        return int(self.shop.sql(f"SELECT stock FROM sku_stock WHERE sku_id = {sku}")[0][0])

    def sales(self, sku):
        return int(self.shop.sql(f"SELECT sales FROM sku_stock WHERE sku_id = {sku}")[0][0])

    def movements(self, order_id):
        """[(sku, delta, reason)] of an order, in the order in which they were written."""
        rows = self.shop.sql(f"SELECT sku_id, delta, reason FROM stock_movement WHERE order_id = {order_id} ORDER BY id")
        return [(int(sku), int(delta), reason) for sku, delta, reason in rows]

    # ---- people

    def give_address(self, user):
        user.address = user.api.post("/me/addresses", json=ADDRESS, expect=201).json["id"]
        return user

    def shopper(self, number=0):
        """One of the shoppers that the tests share, with an address."""
        people = self._people.setdefault(self.shop.dir, [])
        while len(people) <= number:
            people.append(self.give_address(self.shop.new_user()))
        return people[number]

    def new_shopper(self):
        return self.give_address(self.shop.new_user())

    # ---- orders

    def order(self, user, items, pay_method="cod", api=None, expect=None, key=None, timeout=30, **more):
        """POST /orders: the reply. `items` is {sku: quantity}; None is the cart."""
        body = {"address_id": user.address, "pay_method": pay_method, **more}
        if items is not None:
            body["items"] = lines(items)
        headers = {"Idempotency-Key": key} if key else {}
        return (api.as_user(user.token) if api else user.api).post("/orders", json=body, headers=headers, expect=expect,
                                                                   timeout=timeout)

    def placed(self, user, items, **more):
        return self.order(user, items, expect=201, **more).json

    def in_state(self, state, user, staff, items=None):
        """A cash-on-delivery order (or one that waits for its payment) brought to a state; its document."""
        items = items or {self.sku(): 1}
        method = "alipay" if state in ("pending_payment", "cancelled") else "cod"
        order = self.placed(user, items, pay_method=method)
        steps = {"shipped": [self.ship], "pending_review": [self.ship, self.receive],
                 "completed": [self.ship, self.receive, self.review, self.capture], "cancelled": [self.cancel]}
        for step in steps.get(state, []):
            step(order, user, staff)
        order = user.api.get(f"/orders/{order['id']}", expect=200).json
        assert order["status"] == state
        return order

    @staticmethod
    def ship(order, user, staff):
        staff.api.post(f"/admin/orders/{order['id']}/shipments", json={"carrier": "顺丰", "tracking_no": "SF1"},
                       expect=201)

    @staticmethod
    def receive(order, user, staff):
        user.api.post(f"/orders/{order['id']}/receive", expect=200)

    @staticmethod
    def review(order, user, staff):
        reviews = [{"sku_id": line["sku_id"], "rating": 5, "content": "好"} for line in order["lines"]]
        user.api.post(f"/orders/{order['id']}/reviews", json={"reviews": reviews}, expect=201)

    @staticmethod
    def capture(order, user, staff):
        staff.api.post(f"/admin/orders/{order['id']}/captures", json={"amount": order["payable_amount"]}, expect=201)

    @staticmethod
    def cancel(order, user, staff):
        user.api.post(f"/orders/{order['id']}/cancel", expect=200)
