-- What the daemons need among themselves: jobs, changes, idempotency, node numbers, audit, settings.

CREATE TABLE IF NOT EXISTS outbox (
  id            BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind          VARCHAR(32) NOT NULL,
  subject       BIGINT NULL COMMENT 'id of what it is about',
  payload       JSON NOT NULL DEFAULT '{}',
  status        ENUM('ready','done','dead') NOT NULL DEFAULT 'ready',
  tries         INT NOT NULL DEFAULT 0,
  run_at        DATETIME(6) NOT NULL COMMENT 'not before',
  claimed_until DATETIME(6) NULL,
  claim         BIGINT NOT NULL DEFAULT 0 COMMENT 'fencing number: raised by each claim',
  error         VARCHAR(500) NULL,
  created_at    DATETIME(6) NOT NULL,
  done_at       DATETIME(6) NULL,
  KEY due (status, run_at, id),
  KEY subject (kind, subject),
  KEY done_at (status, done_at)
);

CREATE TABLE IF NOT EXISTS schedule (
  name    VARCHAR(32) NOT NULL PRIMARY KEY,
  next_at DATETIME(6) NOT NULL
);

CREATE TABLE IF NOT EXISTS change_log (
  id   BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(32) NOT NULL,
  item BIGINT NOT NULL,
  at   DATETIME(6) NOT NULL,
  KEY at (at)
) COMMENT 'what every daemon must hear of within 2 s';

CREATE TABLE IF NOT EXISTS idempotency (
  user_id     BIGINT NOT NULL COMMENT '0: no session',
  route       VARCHAR(80) NOT NULL,
  idem_key    VARCHAR(128) NOT NULL,
  fingerprint BINARY(32) NOT NULL COMMENT 'SHA-256 of path and canonical body without secrets',
  object_id   BIGINT NOT NULL DEFAULT 0,
  created_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (user_id, route, idem_key),
  KEY created_at (created_at)
);

CREATE TABLE IF NOT EXISTS node_lease (
  node  SMALLINT NOT NULL PRIMARY KEY,
  owner BINARY(16) NOT NULL,
  until DATETIME(6) NOT NULL,
  CONSTRAINT node_lease_node CHECK (node BETWEEN 0 AND 1023)
);

CREATE TABLE IF NOT EXISTS audit_log (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at         DATETIME(6) NOT NULL,
  actor_id   BIGINT NULL,
  actor      VARCHAR(40) NOT NULL,
  action     VARCHAR(80) NOT NULL,
  object     VARCHAR(80) NOT NULL,
  before_doc JSON NULL,
  after_doc  JSON NULL,
  address    VARCHAR(45) NOT NULL,
  request_id VARCHAR(64) NOT NULL,
  KEY actor_id (actor_id, id),
  KEY object (object, id)
) COMMENT 'append-only';

CREATE TABLE IF NOT EXISTS setting (
  name       VARCHAR(64) NOT NULL PRIMARY KEY,
  value      JSON NOT NULL,
  version    BIGINT NOT NULL DEFAULT 1,
  updated_at DATETIME(6) NOT NULL
);
