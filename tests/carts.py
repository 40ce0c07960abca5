# SPDX-License-Identifier: MIT
"""For tests of carts and histories: goods of one's own, and the calls that all of them make."""

class Goods:
    """SKUs that no other test knows; goods(stock, price) puts one on sale and gives its id."""

    def __init__(self, shop):
        self.shop, self.skus = shop, []

    def __call__(self, stock=50, price=1290):
        # Beyond whatever is there: other tests add goods by AUTO_INCREMENT.
        [[last]] = self.shop.sql("SELECT GREATEST((SELECT MAX(id) FROM sku), (SELECT MAX(id) FROM spu))")
        sku = int(last) + 1
        self.skus.append(sku)
        self.shop.sql(f"""
            INSERT INTO spu (id, created_at, updated_at) VALUES ({sku}, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));
            INSERT INTO spu_text (spu_id, lang, name, detail) VALUES ({sku}, 'zh-CN', '测试', '');
            INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, created_at, updated_at)
            SELECT {sku}, {sku}, 1 + {sku} % 6, {price}, 500, 'g', image, created_at, updated_at FROM sku WHERE id = 1;
            INSERT INTO sku_text SELECT {sku}, lang, name, summary, unit, search_key FROM sku_text WHERE sku_id = 1;
            INSERT INTO sku_stock (sku_id, stock) VALUES ({sku}, 0)""")
        self.set_stock(sku, stock)
        return sku

    def set_stock(self, sku, stock):
        """Through the ledger, so that the books balance."""
        self.shop.sql(f"""
            START TRANSACTION;
            INSERT INTO stock_movement (sku_id, delta, reason, at)
            SELECT sku_id, {stock} - stock, 'counted', UTC_TIMESTAMP(6) FROM sku_stock
            WHERE sku_id = {sku} AND stock <> {stock};
            UPDATE sku_stock SET stock = {stock} WHERE sku_id = {sku};
            COMMIT""")

    def set_status(self, sku, status):
        self.shop.sql(f"UPDATE sku SET status = '{status}' WHERE id = {sku}")

    def set_price(self, sku, price):
        self.shop.sql(f"UPDATE sku SET price = {price} WHERE id = {sku}")

    def take_off(self):
        """The catalogue is again as the other tests expect it."""
        for sku in self.skus:
            self.set_status(sku, "retired")


def add(user, sku, quantity=1, **options):
    return user.api.post("/cart/items", json={"sku_id": sku, "quantity": quantity}, **options)


def keyed(user, key, sku, quantity=1, **options):
    return add(user, sku, quantity, headers={"Idempotency-Key": key}, **options)


def replayed(reply):
    return reply.headers.get("Idempotent-Replayed") == "true"


def put(user, sku, quantity, **options):
    return user.api.put(f"/cart/items/{sku}", json={"quantity": quantity}, **options)


def cart(user):
    return user.api.get("/cart", expect=200).json


def lines(user):
    """{sku: quantity} as the cart is shown."""
    return {item["sku"]["id"]: item["quantity"] for item in cart(user)["items"]}


def look(user, *skus):
    for sku in skus:
        user.api.get(f"/skus/{sku}", expect=200)


def history(user):
    reply = user.api.get("/me/history", expect=200).json
    assert reply["next"] is None
    return [sku["id"] for sku in reply["items"]]
