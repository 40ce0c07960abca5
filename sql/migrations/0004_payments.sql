-- Payment attempts, what was really captured, refunds, and every notice from a provider. An attempt's id is
-- its out_trade_no. At most one capture of an order is accepted; others are late or double and are refunded.

CREATE TABLE IF NOT EXISTS payment (
  id          BIGINT NOT NULL PRIMARY KEY,
  order_id    BIGINT NOT NULL,
  method      ENUM('alipay','alipay_qr','cod') NOT NULL,
  status      ENUM('pending','paid','closed','failed') NOT NULL,
  amount      BIGINT NOT NULL,
  currency    CHAR(3) NOT NULL DEFAULT 'CNY',
  provider_no VARCHAR(64) NULL COMMENT 'trade_no',
  qr_code     VARCHAR(1024) NULL,
  expires_at  DATETIME(6) NULL COMMENT 'time_expire at the provider',
  asked_at    DATETIME(6) NULL COMMENT 'last query queued by a reader',
  queries     INT NOT NULL DEFAULT 0,
  version     BIGINT NOT NULL DEFAULT 1,
  created_at  DATETIME(6) NOT NULL,
  updated_at  DATETIME(6) NOT NULL,
  KEY order_id (order_id, id),
  CONSTRAINT payment_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT payment_amount CHECK (amount BETWEEN 0 AND 10000000000)
);

CREATE TABLE IF NOT EXISTS capture (
  payment_id  BIGINT NOT NULL PRIMARY KEY,
  order_id    BIGINT NOT NULL,
  amount      BIGINT NOT NULL,
  provider_no VARCHAR(64) NULL,
  accepted    BOOLEAN NOT NULL,
  accepted_of BIGINT AS (IF(accepted, order_id, NULL)) STORED COMMENT 'unique: at most one accepted an order',
  source      ENUM('notify','query','staff') NOT NULL,
  staff_id    BIGINT NULL,
  at          DATETIME(6) NOT NULL,
  UNIQUE KEY provider_no (provider_no),
  UNIQUE KEY accepted_of (accepted_of),
  KEY order_id (order_id),
  CONSTRAINT capture_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
  CONSTRAINT capture_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT capture_staff FOREIGN KEY (staff_id) REFERENCES user (id),
  CONSTRAINT capture_amount CHECK (amount >= 0)
) COMMENT 'append-only';

CREATE TABLE IF NOT EXISTS refund (
  id             BIGINT NOT NULL PRIMARY KEY,
  order_id       BIGINT NOT NULL,
  payment_id     BIGINT NOT NULL,
  amount         BIGINT NOT NULL,
  kind           ENUM('unsent','damaged','missing','late_payment') NOT NULL,
  status         ENUM('requested','rejected','approved','unknown','done','failed') NOT NULL,
  out_request_no VARCHAR(64) NOT NULL COMMENT 'the provider''s idempotency key',
  reason         VARCHAR(500) NOT NULL DEFAULT '',
  version        BIGINT NOT NULL DEFAULT 1,
  created_at     DATETIME(6) NOT NULL,
  updated_at     DATETIME(6) NOT NULL,
  UNIQUE KEY out_request_no (out_request_no),
  KEY order_id (order_id, id),
  KEY payment_id (payment_id),
  KEY status (status, id),
  CONSTRAINT refund_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT refund_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
  CONSTRAINT refund_amount CHECK (amount > 0)
);

CREATE TABLE IF NOT EXISTS payment_notice (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  notify_id    VARCHAR(128) NOT NULL,
  payment_id   BIGINT NOT NULL,
  provider_no  VARCHAR(64) NOT NULL,
  trade_status VARCHAR(32) NOT NULL,
  refund_fee   BIGINT NOT NULL DEFAULT 0,
  verdict      ENUM('applied','known','late','refused') NOT NULL,
  at           DATETIME(6) NOT NULL,
  UNIQUE KEY once (notify_id, trade_status, refund_fee),
  KEY payment_id (payment_id),
  CONSTRAINT payment_notice_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) COMMENT 'append-only';
