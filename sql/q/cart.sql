-- Carts and histories at rest (see server/cart/store.h). Lists come as JSON arrays of arrays, [[user, …], …], and
-- lead the join, so that no other rows are read or locked.

-- cart_sku (user:i sku:i) -> (status:s stock:i number:i) [hot]
SELECT k.status, s.stock, (SELECT number FROM cart_copy WHERE user_id = :user)
FROM sku k JOIN sku_stock s ON s.sku_id = k.id WHERE k.id = :sku;

-- cart_number (user:i) -> (number:i) [hot]
SELECT number FROM cart_copy WHERE user_id = :user;

-- cart_rows (user:i) -> (kind:i place:i sku:i quantity:i) [hot]
SELECT 0 AS kind, sku_id AS place, sku_id, quantity FROM cart_line WHERE user_id = :user
UNION ALL SELECT 1, place, sku_id, 0 FROM view_history WHERE user_id = :user
UNION ALL SELECT 2, number, 0, 0 FROM cart_copy WHERE user_id = :user
ORDER BY kind, place;

-- cart_touch (user:i step:i) -> ()
INSERT INTO cart_copy (user_id, number, away) VALUES (:user, :step, TRUE)
ON DUPLICATE KEY UPDATE number = number + :step, away = TRUE;

-- cart_lines_put (lines:s) -> ()
INSERT INTO cart_line (user_id, sku_id, quantity)
SELECT j.user, j.sku, j.quantity
FROM JSON_TABLE(:lines, '$[*]' COLUMNS (user BIGINT PATH '$[0]', sku BIGINT PATH '$[1]', quantity INT PATH '$[2]')) j
ON DUPLICATE KEY UPDATE quantity = VALUES(quantity);

-- cart_lines_drop (lines:s) -> ()
DELETE l FROM JSON_TABLE(:lines, '$[*]' COLUMNS (user BIGINT PATH '$[0]', sku BIGINT PATH '$[1]')) j
STRAIGHT_JOIN cart_line l ON l.user_id = j.user AND l.sku_id = j.sku;

-- cart_lines_drop_all (users:s) -> ()
DELETE l FROM JSON_TABLE(:users, '$[*]' COLUMNS (user BIGINT PATH '$[0]')) j
STRAIGHT_JOIN cart_line l ON l.user_id = j.user;

-- cart_views_drop (users:s) -> ()
DELETE v FROM JSON_TABLE(:users, '$[*]' COLUMNS (user BIGINT PATH '$[0]')) j
STRAIGHT_JOIN view_history v ON v.user_id = j.user;

-- cart_views_put (views:s) -> ()
INSERT INTO view_history (user_id, place, sku_id)
SELECT j.user, j.place, j.sku
FROM JSON_TABLE(:views, '$[*]' COLUMNS (user BIGINT PATH '$[0]', place INT PATH '$[1]', sku BIGINT PATH '$[2]')) j;

-- cart_copy_lock (users:s) -> ()
INSERT INTO cart_copy (user_id, number)
SELECT u.id, 0 FROM JSON_TABLE(:users, '$[*]' COLUMNS (user BIGINT PATH '$[0]')) j STRAIGHT_JOIN user u ON u.id = j.user
ORDER BY u.id
ON DUPLICATE KEY UPDATE cart_copy.number = cart_copy.number;

-- cart_copy_older (users:s) -> (user:i) [hot]
SELECT c.user_id
FROM JSON_TABLE(:users, '$[*]' COLUMNS (user BIGINT PATH '$[0]', number BIGINT PATH '$[1]')) j
STRAIGHT_JOIN cart_copy c FORCE INDEX (PRIMARY) ON c.user_id = j.user
WHERE c.number < j.number;

-- cart_copy_number (users:s) -> ()
UPDATE JSON_TABLE(:users, '$[*]' COLUMNS (user BIGINT PATH '$[0]', number BIGINT PATH '$[1]')) j
STRAIGHT_JOIN cart_copy c FORCE INDEX (PRIMARY) ON c.user_id = j.user
SET c.number = j.number;

-- cart_keys_put (keys:s) -> ()
INSERT INTO idempotency (user_id, route, idem_key, fingerprint, object_id, created_at)
SELECT j.user, j.route, j.name, UNHEX(j.fingerprint), 0, UTC_TIMESTAMP(6)
FROM JSON_TABLE(:keys, '$[*]' COLUMNS (user BIGINT PATH '$[0]', route VARCHAR(80) PATH '$[1]',
                                       name VARCHAR(128) PATH '$[2]', fingerprint CHAR(64) PATH '$[3]')) j
ON DUPLICATE KEY UPDATE idempotency.object_id = idempotency.object_id;

-- cart_away (after:i limit:i) -> (user:i number:i) [hot]
SELECT user_id, number FROM cart_copy WHERE away AND user_id > :after ORDER BY user_id LIMIT :limit;

-- cart_back (users:s) -> ()
UPDATE JSON_TABLE(:users, '$[*]' COLUMNS (user BIGINT PATH '$[0]', number BIGINT PATH '$[1]')) j
STRAIGHT_JOIN cart_copy c ON c.user_id = j.user AND c.number = j.number
SET c.away = FALSE;
