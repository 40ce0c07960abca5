-- Carts at rest, orders with the address and the goods as they were, shipments, reviews, and the stock ledger.
-- Ids of orders, payments, refunds and shipments are made by the daemons (see store/ids.h).

CREATE TABLE IF NOT EXISTS cart_line (
  user_id  BIGINT NOT NULL,
  sku_id   BIGINT NOT NULL,
  quantity INT NOT NULL,
  PRIMARY KEY (user_id, sku_id),
  CONSTRAINT cart_line_user FOREIGN KEY (user_id) REFERENCES user (id),
  CONSTRAINT cart_line_quantity CHECK (quantity BETWEEN 1 AND 9999)
) COMMENT 'copy of the Redis hash cart_<user>; the cart itself while Redis is away';

CREATE TABLE IF NOT EXISTS cart_away (
  user_id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL DEFAULT 1,
  CONSTRAINT cart_away_user FOREIGN KEY (user_id) REFERENCES user (id)
) COMMENT 'carts or histories changed here while Redis was away: its copies are stale and to be dropped';

CREATE TABLE IF NOT EXISTS view_history (
  user_id BIGINT NOT NULL,
  place   TINYINT NOT NULL COMMENT '0 is the newest',
  sku_id  BIGINT NOT NULL,
  PRIMARY KEY (user_id, place),
  CONSTRAINT view_history_user FOREIGN KEY (user_id) REFERENCES user (id)
);

CREATE TABLE IF NOT EXISTS orders (
  id              BIGINT NOT NULL PRIMARY KEY,
  user_id         BIGINT NOT NULL,
  status          ENUM('pending_payment','pending_shipment','shipped','pending_review','completed','cancelling','cancelled') NOT NULL,
  payment_status  ENUM('unpaid','paid','partly_refunded','refunded','cod_due') NOT NULL,
  pay_method      ENUM('alipay','alipay_qr','cod') NOT NULL,
  goods_amount    BIGINT NOT NULL,
  discount_amount BIGINT NOT NULL DEFAULT 0,
  shipping_amount BIGINT NOT NULL,
  payable_amount  BIGINT NOT NULL,
  currency        CHAR(3) NOT NULL DEFAULT 'CNY',
  receiver        VARCHAR(40) NOT NULL,
  region          VARCHAR(100) NOT NULL,
  region_code     CHAR(6) NULL,
  detail          VARCHAR(200) NOT NULL,
  zip_code        VARCHAR(10) NULL,
  phone           VARCHAR(20) NOT NULL,
  note            VARCHAR(200) NOT NULL DEFAULT '',
  version         BIGINT NOT NULL DEFAULT 1,
  created_at      DATETIME(6) NOT NULL,
  pay_before      DATETIME(6) NULL,
  updated_at      DATETIME(6) NOT NULL,
  KEY by_user (user_id, id),
  KEY by_user_status (user_id, status, id),
  KEY by_status (status, id),
  CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES user (id),
  CONSTRAINT orders_goods CHECK (goods_amount BETWEEN 0 AND 10000000000),
  CONSTRAINT orders_discount CHECK (discount_amount BETWEEN 0 AND goods_amount),
  CONSTRAINT orders_shipping CHECK (shipping_amount BETWEEN 0 AND 10000000000),
  CONSTRAINT orders_total CHECK (payable_amount = goods_amount - discount_amount + shipping_amount)
);

CREATE TABLE IF NOT EXISTS order_line (
  order_id BIGINT NOT NULL,
  sku_id   BIGINT NOT NULL,
  line_no  INT NOT NULL,
  price    BIGINT NOT NULL,
  quantity INT NOT NULL,
  amount   BIGINT NOT NULL,
  image    VARCHAR(255) NOT NULL,
  name_zh  VARCHAR(100) NOT NULL COMMENT 'as it was, in each language',
  name_en  VARCHAR(100) NOT NULL,
  unit_zh  VARCHAR(20) NOT NULL,
  unit_en  VARCHAR(20) NOT NULL,
  reviewed BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (order_id, sku_id),
  UNIQUE KEY line_no (order_id, line_no),
  KEY sku_id (sku_id),
  CONSTRAINT order_line_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT order_line_sku FOREIGN KEY (sku_id) REFERENCES sku (id),
  CONSTRAINT order_line_quantity CHECK (quantity BETWEEN 1 AND 9999),
  CONSTRAINT order_line_amount CHECK (price >= 0 AND amount = price * quantity)
);

CREATE TABLE IF NOT EXISTS order_history (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id BIGINT NOT NULL,
  status   ENUM('pending_payment','pending_shipment','shipped','pending_review','completed','cancelling','cancelled') NOT NULL,
  actor    ENUM('shopper','staff','system','provider') NOT NULL,
  actor_id BIGINT NULL,
  at       DATETIME(6) NOT NULL,
  KEY order_id (order_id, id),
  CONSTRAINT order_history_order FOREIGN KEY (order_id) REFERENCES orders (id)
) COMMENT 'append-only';

CREATE TABLE IF NOT EXISTS shipment (
  id          BIGINT NOT NULL PRIMARY KEY,
  order_id    BIGINT NOT NULL,
  carrier     VARCHAR(40) NOT NULL,
  tracking_no VARCHAR(64) NOT NULL,
  staff_id    BIGINT NOT NULL,
  at          DATETIME(6) NOT NULL,
  UNIQUE KEY order_id (order_id),
  CONSTRAINT shipment_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT shipment_staff FOREIGN KEY (staff_id) REFERENCES user (id)
);

CREATE TABLE IF NOT EXISTS review (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id   BIGINT NOT NULL,
  sku_id     BIGINT NOT NULL,
  user_id    BIGINT NOT NULL,
  rating     TINYINT NOT NULL,
  content    VARCHAR(1000) NOT NULL,
  hidden     BOOLEAN NOT NULL DEFAULT FALSE,
  reply      VARCHAR(1000) NULL,
  replied_at DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY once (order_id, sku_id),
  KEY by_sku (sku_id, hidden, id),
  CONSTRAINT review_line FOREIGN KEY (order_id, sku_id) REFERENCES order_line (order_id, sku_id),
  CONSTRAINT review_user FOREIGN KEY (user_id) REFERENCES user (id),
  CONSTRAINT review_rating CHECK (rating BETWEEN 1 AND 5)
);

CREATE TABLE IF NOT EXISTS stock_movement (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sku_id   BIGINT NOT NULL,
  delta    BIGINT NOT NULL,
  reason   ENUM('received','sold','cancelled','returned','wasted','counted') NOT NULL,
  order_id BIGINT NULL,
  lot_id   BIGINT NULL,
  note     VARCHAR(200) NOT NULL DEFAULT '',
  staff_id BIGINT NULL,
  at       DATETIME(6) NOT NULL,
  KEY sku_id (sku_id, id),
  UNIQUE KEY once (order_id, sku_id, reason) COMMENT 'an order takes once and gives back once',
  CONSTRAINT stock_movement_sku FOREIGN KEY (sku_id) REFERENCES sku (id),
  CONSTRAINT stock_movement_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT stock_movement_staff FOREIGN KEY (staff_id) REFERENCES user (id),
  CONSTRAINT stock_movement_delta CHECK (delta <> 0),
  CONSTRAINT stock_movement_cause CHECK ((reason IN ('sold','cancelled')) = (order_id IS NOT NULL) OR reason = 'returned')
) COMMENT 'append-only ledger: sku_stock.stock is its sum';
