-- Which of the two copies of a shopper's cart and history is the newer one: see server/cart/store.h. It takes
-- the place of cart_away, which could say that Redis' copy is stale but not that a late copy of it is.

CREATE TABLE IF NOT EXISTS cart_copy (
  user_id BIGINT NOT NULL PRIMARY KEY,
  number  BIGINT NOT NULL DEFAULT 0 COMMENT 'of the last change that cart_line and view_history hold',
  away    BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'changed here while Redis was away: its copy is to be dropped',
  KEY away (away, user_id),
  CONSTRAINT cart_copy_user FOREIGN KEY (user_id) REFERENCES user (id)
);

DROP TABLE IF EXISTS cart_away;
