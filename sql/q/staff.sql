-- The order desk, stock movements, the audit log.

-- movement_list (sku:i before:i limit:i) -> (id:i sku:i delta:i reason:s order:i note:s staff:s at:t) [hot]
SELECT m.id, m.sku_id, m.delta, m.reason, m.order_id, m.note, u.username, m.at
FROM stock_movement m LEFT JOIN user u ON u.id = m.staff_id
WHERE m.sku_id = :sku AND m.id < :before ORDER BY m.id DESC LIMIT :limit;

-- movement_show (id:i) -> (id:i sku:i delta:i reason:s order:i note:s staff:s at:t) [hot]
SELECT m.id, m.sku_id, m.delta, m.reason, m.order_id, m.note, u.username, m.at
FROM stock_movement m LEFT JOIN user u ON u.id = m.staff_id WHERE m.id = :id;

-- movement_add (sku:i delta:i reason:s note:s staff:i) -> ()
INSERT INTO stock_movement (sku_id, delta, reason, note, staff_id, at)
VALUES (:sku, :delta, :reason, :note, :staff, UTC_TIMESTAMP(6));

-- stock_change (sku:i delta:i) -> ()
UPDATE sku_stock SET stock = stock + :delta WHERE sku_id = :sku AND stock + :delta BETWEEN 0 AND 1000000000;

-- stock_of (sku:i) -> (stock:i) [hot]
SELECT stock FROM sku_stock WHERE sku_id = :sku;

-- audit_list (before:i limit:i) -> (id:i at:t actor_id:i actor:s action:s object:s before:s after:s address:s request:s) [hot]
SELECT id, at, actor_id, actor, action, object, before_doc, after_doc, address, request_id
FROM audit_log WHERE id < :before ORDER BY id DESC LIMIT :limit;
