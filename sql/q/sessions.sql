-- Sessions. The roles are the bits of MariaDB's SET, in the order of enum role.

-- session_add (hash:b user:i epoch:i client:s address:s seconds:i) -> (id:i expires:t)
INSERT INTO session (token_hash, user_id, auth_epoch, client, address, created_at, seen_at, expires_at)
VALUES (:hash, :user, :epoch, LEFT(:client, 200), :address, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6),
        UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND)
RETURNING id, expires_at;

-- session_find (hash:b) -> (id:i user:i roles:i expires:t username:s) [hot]
SELECT s.id, s.user_id, COALESCE(t.roles + 0, 0), s.expires_at, u.username
FROM session s JOIN user u ON u.id = s.user_id LEFT JOIN staff t ON t.user_id = u.id
WHERE s.token_hash = :hash AND s.expires_at > UTC_TIMESTAMP(6) AND s.auth_epoch = u.auth_epoch AND NOT u.disabled;

-- session_list (user:i) -> (id:i client:s address:s created:t seen:t expires:t) [hot]
SELECT s.id, s.client, s.address, s.created_at, s.seen_at, s.expires_at
FROM session s JOIN user u ON u.id = s.user_id
WHERE s.user_id = :user AND s.expires_at > UTC_TIMESTAMP(6) AND s.auth_epoch = u.auth_epoch
ORDER BY s.id DESC LIMIT 100;

-- session_hash (id:i user:i) -> (hash:b) [hot]
SELECT token_hash FROM session WHERE id = :id AND user_id = :user;

-- session_hashes (user:i) -> (hash:b) [hot]
SELECT token_hash FROM session WHERE user_id = :user ORDER BY id DESC LIMIT 200;

-- session_end (id:i user:i) -> ()
DELETE FROM session WHERE id = :id AND user_id = :user;

-- session_epoch_up (user:i) -> ()
UPDATE user SET auth_epoch = auth_epoch + 1 WHERE id = :user;

-- session_sweep () -> ()
DELETE FROM session WHERE expires_at < UTC_TIMESTAMP(6) ORDER BY expires_at LIMIT 1000;
