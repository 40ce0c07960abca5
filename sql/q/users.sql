-- Accounts: people, their passwords and mailboxes, one-time tokens, staff roles. Sessions: sessions.sql.
-- The roles are the bits of MariaDB's SET, in the order of enum role.

-- user_by_id (id:i) -> (id:i username:s email:s hash:s active:i disabled:i epoch:i lang:s roles:i created:t) [hot]
SELECT u.id, u.username, u.email, u.password_hash, u.active, u.disabled, u.auth_epoch, u.lang,
       CAST(COALESCE(t.roles + 0, 0) AS SIGNED), u.created_at
FROM user u LEFT JOIN staff t ON t.user_id = u.id WHERE u.id = :id;

-- user_by_name (key:s) -> (id:i username:s email:s hash:s active:i disabled:i epoch:i lang:s roles:i created:t) [hot]
SELECT u.id, u.username, u.email, u.password_hash, u.active, u.disabled, u.auth_epoch, u.lang,
       CAST(COALESCE(t.roles + 0, 0) AS SIGNED), u.created_at
FROM user u LEFT JOIN staff t ON t.user_id = u.id WHERE u.username_key = :key;

-- user_by_email (key:s) -> (id:i username:s email:s hash:s active:i disabled:i epoch:i lang:s roles:i created:t) [hot]
SELECT u.id, u.username, u.email, u.password_hash, u.active, u.disabled, u.auth_epoch, u.lang,
       CAST(COALESCE(t.roles + 0, 0) AS SIGNED), u.created_at
FROM user u LEFT JOIN staff t ON t.user_id = u.id WHERE u.email_key = :key;

-- user_taken (name:s email:s) -> (by_name:i by_email:i) [hot]
SELECT EXISTS (SELECT 1 FROM user WHERE username_key = :name), EXISTS (SELECT 1 FROM user WHERE email_key = :email);

-- user_add (username:s key:s email:s hash:s active:i lang:s) -> ()
INSERT INTO user (username, username_key, email, email_key, password_hash, active, lang, created_at, updated_at)
VALUES (:username, :key, :email, :email, :hash, :active, :lang, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));

-- user_lock (id:i) -> (id:i)
SELECT id FROM user WHERE id = :id FOR UPDATE;

-- user_activate (id:i) -> ()
UPDATE user SET active = TRUE, version = version + 1, updated_at = UTC_TIMESTAMP(6) WHERE id = :id;

-- user_set_lang (lang:s id:i) -> ()
UPDATE user SET lang = :lang, version = version + 1, updated_at = UTC_TIMESTAMP(6) WHERE id = :id;

-- user_set_password (hash:s id:i) -> ()
UPDATE user SET password_hash = :hash, version = version + 1, updated_at = UTC_TIMESTAMP(6) WHERE id = :id;

-- user_rehash (hash:s id:i old:s) -> ()
UPDATE user SET password_hash = :hash WHERE id = :id AND password_hash = :old;

-- user_set_email (email:s id:i) -> ()
UPDATE user SET email = :email, email_key = :email, version = version + 1, updated_at = UTC_TIMESTAMP(6)
WHERE id = :id;

-- token_drop (user:i kind:s) -> ()
DELETE FROM auth_token WHERE user_id = :user AND kind = :kind AND used_at IS NULL;

-- token_drop_older (user:i kind:s since:t seconds:i) -> ()
DELETE FROM auth_token
WHERE user_id = :user AND kind = :kind AND used_at IS NULL AND expires_at < :since + INTERVAL :seconds SECOND;

-- token_add (hash:b kind:s user:i email:s seconds:i) -> ()
INSERT INTO auth_token (token_hash, kind, user_id, email, expires_at)
VALUES (:hash, :kind, :user, :email, UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND);

-- token_use (hash:b kind:s) -> ()
UPDATE auth_token SET used_at = UTC_TIMESTAMP(6)
WHERE token_hash = :hash AND kind = :kind AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(6);

-- token_live (hash:b kind:s) -> (user:i) [hot]
SELECT user_id FROM auth_token
WHERE token_hash = :hash AND kind = :kind AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(6);

-- token_show (hash:b) -> (user:i email:s) [hot]
SELECT user_id, email FROM auth_token WHERE token_hash = :hash;

-- token_sweep () -> ()
DELETE FROM auth_token WHERE expires_at < UTC_TIMESTAMP(6) - INTERVAL 7 DAY ORDER BY expires_at LIMIT 1000;

-- staff_add (user:i roles:i) -> ()
INSERT INTO staff (user_id, roles, created_at) VALUES (:user, :roles, UTC_TIMESTAMP(6))
ON DUPLICATE KEY UPDATE roles = VALUES(roles), version = version + 1;

-- address_list (user:i) -> (id:i receiver:s region:s code:s detail:s zip:s phone:s is_default:i) [hot]
SELECT id, receiver, region, region_code, detail, zip_code, phone, is_default
FROM address WHERE user_id = :user ORDER BY is_default DESC, id DESC;

-- address_show (id:i user:i) -> (id:i receiver:s region:s code:s detail:s zip:s phone:s is_default:i) [hot]
SELECT id, receiver, region, region_code, detail, zip_code, phone, is_default
FROM address WHERE id = :id AND user_id = :user;

-- address_count (user:i) -> (n:i) [hot]
SELECT COUNT(*) FROM address WHERE user_id = :user;

-- address_add (user:i receiver:s region:s code:s detail:s zip:s phone:s) -> ()
INSERT INTO address (user_id, receiver, region, region_code, detail, zip_code, phone, created_at, updated_at)
VALUES (:user, :receiver, :region, :code, :detail, :zip, :phone, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));

-- address_set (receiver:s region:s code:s detail:s zip:s phone:s id:i user:i) -> ()
UPDATE address SET receiver = :receiver, region = :region, region_code = :code, detail = :detail, zip_code = :zip,
                   phone = :phone, updated_at = UTC_TIMESTAMP(6)
WHERE id = :id AND user_id = :user;

-- address_drop (id:i user:i) -> ()
DELETE FROM address WHERE id = :id AND user_id = :user;

-- address_no_default (user:i) -> ()
UPDATE address SET is_default = FALSE WHERE default_of = :user;

-- address_make_default (id:i user:i) -> ()
UPDATE address SET is_default = TRUE WHERE id = :id AND user_id = :user;

-- address_newest (user:i) -> (id:i) [hot]
SELECT id FROM address WHERE user_id = :user ORDER BY id DESC LIMIT 1;
