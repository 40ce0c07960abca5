-- Statements of the house itself: liveness, idempotency, node numbers, changes, audit, limits.

-- ping () -> (one:i)
SELECT 1;

-- now () -> (now:t)
SELECT UTC_TIMESTAMP(6);

-- schema_steps () -> (version:i step:i checksum:s)
SELECT version, step, checksum FROM schema_step ORDER BY version, step;

-- idem_find (user:i route:s key:s) -> (fingerprint:b object:i) [hot]
SELECT fingerprint, object_id FROM idempotency WHERE user_id = :user AND route = :route AND idem_key = :key;

-- idem_claim (user:i route:s key:s fingerprint:b) -> ()
INSERT INTO idempotency (user_id, route, idem_key, fingerprint, created_at)
VALUES (:user, :route, :key, :fingerprint, UTC_TIMESTAMP(6));

-- idem_finish (object:i user:i route:s key:s) -> ()
UPDATE idempotency SET object_id = :object WHERE user_id = :user AND route = :route AND idem_key = :key;

-- idem_sweep () -> ()
DELETE FROM idempotency WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL 48 HOUR ORDER BY created_at LIMIT 1000;

-- node_take (owner:b) -> ()
INSERT INTO node_lease (node, owner, until)
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 31)
SELECT hi.i * 32 + lo.i, :owner, UTC_TIMESTAMP(6) + INTERVAL 60 SECOND FROM n hi CROSS JOIN n lo
WHERE NOT EXISTS (SELECT 1 FROM node_lease l WHERE l.node = hi.i * 32 + lo.i AND l.until > UTC_TIMESTAMP(6))
ORDER BY RAND() LIMIT 1
ON DUPLICATE KEY UPDATE owner = IF(until < UTC_TIMESTAMP(6), VALUES(owner), owner),
                        until = IF(owner = VALUES(owner), VALUES(until), until);

-- node_renew (owner:b) -> ()
UPDATE node_lease SET until = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND WHERE owner = :owner AND until > UTC_TIMESTAMP(6);

-- node_mine (owner:b) -> (node:i)
SELECT node FROM node_lease WHERE owner = :owner AND until > UTC_TIMESTAMP(6);

-- node_drop (owner:b) -> ()
DELETE FROM node_lease WHERE owner = :owner;

-- change_add (kind:s item:i) -> ()
INSERT INTO change_log (kind, item, at) VALUES (:kind, :item, UTC_TIMESTAMP(6));

-- change_recent () -> (id:i kind:s item:i) [hot]
SELECT id, kind, item FROM change_log WHERE at > UTC_TIMESTAMP(6) - INTERVAL 15 SECOND ORDER BY id;

-- change_sweep () -> ()
DELETE FROM change_log WHERE at < UTC_TIMESTAMP(6) - INTERVAL 1 HOUR ORDER BY at LIMIT 1000;

-- audit_add (actor:i name:s action:s object:s before:s after:s address:s request:s) -> ()
INSERT INTO audit_log (at, actor_id, actor, action, object, before_doc, after_doc, address, request_id)
VALUES (UTC_TIMESTAMP(6), :actor, :name, :action, :object, :before, :after, :address, :request);

-- limit_use (bucket:s subject:b seconds:i) -> (used:i seconds:i)
INSERT INTO rate_limit (bucket, subject, until, used)
VALUES (:bucket, :subject, UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND, 1)
ON DUPLICATE KEY UPDATE used = IF(until < UTC_TIMESTAMP(6), 1, used + 1),
                        until = IF(until < UTC_TIMESTAMP(6), VALUES(until), until)
RETURNING used, CAST(CEIL(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), until) / 1000000) AS SIGNED);

-- limit_show (bucket:s subject:b) -> (used:i seconds:i) [hot]
SELECT used, CAST(CEIL(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), until) / 1000000) AS SIGNED) FROM rate_limit
WHERE bucket = :bucket AND subject = :subject AND until > UTC_TIMESTAMP(6);

-- limit_clear (bucket:s subject:b) -> ()
DELETE FROM rate_limit WHERE bucket = :bucket AND subject = :subject;

-- limit_sweep () -> ()
DELETE FROM rate_limit WHERE until < UTC_TIMESTAMP(6) ORDER BY until LIMIT 1000;
