-- People: accounts, sessions, one-time tokens, addresses, staff roles, limits. Every table is utf8mb4_bin, so
-- that identifiers are compared byte by byte. Instants are DATETIME(6) in UTC.

CREATE TABLE IF NOT EXISTS user (
  id            BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  username      VARCHAR(30) NOT NULL COMMENT 'as typed',
  username_key  VARCHAR(30) NOT NULL COMMENT 'ASCII letters lowered: what must be unique',
  email         VARCHAR(254) NOT NULL,
  email_key     VARCHAR(254) NOT NULL,
  password_hash VARCHAR(128) NOT NULL COMMENT 'Argon2id, libsodium string form',
  active        BOOLEAN NOT NULL DEFAULT FALSE,
  disabled      BOOLEAN NOT NULL DEFAULT FALSE,
  auth_epoch    BIGINT NOT NULL DEFAULT 1 COMMENT 'raised to end every session at once',
  lang          ENUM('zh-CN','en') NOT NULL DEFAULT 'zh-CN' COMMENT 'of mails',
  version       BIGINT NOT NULL DEFAULT 1,
  created_at    DATETIME(6) NOT NULL,
  updated_at    DATETIME(6) NOT NULL,
  UNIQUE KEY username_key (username_key),
  UNIQUE KEY email_key (email_key)
);

CREATE TABLE IF NOT EXISTS staff (
  user_id    BIGINT NOT NULL PRIMARY KEY,
  roles      SET('catalogue','orders','support','finance','admin') NOT NULL,
  version    BIGINT NOT NULL DEFAULT 1,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT staff_user FOREIGN KEY (user_id) REFERENCES user (id)
);

CREATE TABLE IF NOT EXISTS session (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the token; the token itself is nowhere',
  user_id    BIGINT NOT NULL,
  auth_epoch BIGINT NOT NULL,
  client     VARCHAR(200) NOT NULL COMMENT 'User-Agent, cut',
  address    VARCHAR(45) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  seen_at    DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  UNIQUE KEY token_hash (token_hash),
  KEY user_id (user_id, id),
  KEY expires_at (expires_at),
  CONSTRAINT session_user FOREIGN KEY (user_id) REFERENCES user (id)
);

CREATE TABLE IF NOT EXISTS auth_token (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  kind       ENUM('activation','reset','email') NOT NULL,
  user_id    BIGINT NOT NULL,
  email      VARCHAR(254) NOT NULL COMMENT 'the mailbox that it was sent to',
  expires_at DATETIME(6) NOT NULL,
  used_at    DATETIME(6) NULL,
  KEY user_id (user_id, kind),
  KEY expires_at (expires_at),
  CONSTRAINT auth_token_user FOREIGN KEY (user_id) REFERENCES user (id)
);

CREATE TABLE IF NOT EXISTS address (
  id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id     BIGINT NOT NULL,
  receiver    VARCHAR(40) NOT NULL,
  region      VARCHAR(100) NOT NULL,
  region_code CHAR(6) NULL,
  detail      VARCHAR(200) NOT NULL,
  zip_code    VARCHAR(10) NULL,
  phone       VARCHAR(20) NOT NULL,
  is_default  BOOLEAN NOT NULL DEFAULT FALSE,
  default_of  BIGINT AS (IF(is_default, user_id, NULL)) STORED COMMENT 'unique: at most one default a user',
  created_at  DATETIME(6) NOT NULL,
  updated_at  DATETIME(6) NOT NULL,
  KEY user_id (user_id, id),
  UNIQUE KEY default_of (default_of),
  CONSTRAINT address_user FOREIGN KEY (user_id) REFERENCES user (id)
);

CREATE TABLE IF NOT EXISTS rate_limit (
  bucket     VARCHAR(32) NOT NULL COMMENT 'which limit',
  subject    BINARY(32) NOT NULL COMMENT 'SHA-256 of the account, mailbox or address',
  until      DATETIME(6) NOT NULL COMMENT 'end of the window',
  used       INT NOT NULL,
  PRIMARY KEY (bucket, subject),
  KEY until (until),
  CONSTRAINT rate_limit_used CHECK (used >= 0)
);
