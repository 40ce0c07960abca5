-- What must hold, each as a statement that gives the rows that break it. Run in one consistent snapshot by
-- `shopd audit`; ids only, at most 100 a rule.

-- book_stock () -> (id:i want:i have:i)
SELECT s.sku_id, COALESCE(m.total, 0), s.stock
FROM sku_stock s LEFT JOIN (SELECT sku_id, SUM(delta) AS total FROM stock_movement GROUP BY sku_id) m ON m.sku_id = s.sku_id
WHERE s.stock <> COALESCE(m.total, 0) OR s.stock < 0 LIMIT 100;

-- book_stock_missing () -> (id:i want:i have:i)
SELECT k.id, 1, 0 FROM sku k LEFT JOIN sku_stock s ON s.sku_id = k.id WHERE s.sku_id IS NULL LIMIT 100;

-- book_order_stock () -> (id:i want:i have:i)
SELECT w.order_id, w.want, COALESCE(m.total, 0)
FROM (SELECT l.order_id, CAST(SUM(IF(o.status = 'cancelled', 0, -l.quantity)) AS SIGNED) AS want
      FROM order_line l JOIN orders o ON o.id = l.order_id GROUP BY l.order_id) w
LEFT JOIN (SELECT order_id, SUM(delta) AS total FROM stock_movement WHERE reason IN ('sold','cancelled') GROUP BY order_id) m
  ON m.order_id = w.order_id
WHERE w.want <> COALESCE(m.total, 0) LIMIT 100;

-- book_order_line_stock () -> (id:i want:i have:i)
SELECT l.order_id, IF(o.status = 'cancelled', 0, -l.quantity), COALESCE(t.delta, 0) + COALESCE(g.delta, 0)
FROM order_line l JOIN orders o ON o.id = l.order_id
LEFT JOIN stock_movement t ON t.order_id = l.order_id AND t.sku_id = l.sku_id AND t.reason = 'sold'
LEFT JOIN stock_movement g ON g.order_id = l.order_id AND g.sku_id = l.sku_id AND g.reason = 'cancelled'
WHERE COALESCE(t.delta, 0) <> -l.quantity OR COALESCE(g.delta, 0) <> IF(o.status = 'cancelled', l.quantity, 0) LIMIT 100;

-- book_order_total () -> (id:i want:i have:i)
SELECT o.id, COALESCE(l.total, 0), o.goods_amount
FROM orders o LEFT JOIN (SELECT order_id, SUM(amount) AS total FROM order_line GROUP BY order_id) l ON l.order_id = o.id
WHERE COALESCE(l.total, 0) <> o.goods_amount
   OR o.payable_amount <> o.goods_amount - o.discount_amount + o.shipping_amount LIMIT 100;

-- book_order_paid () -> (id:i want:i have:i)
SELECT o.id, IF(o.payment_status IN ('paid','partly_refunded','refunded'), o.payable_amount, 0), COALESCE(p.total, 0)
FROM orders o
LEFT JOIN (SELECT order_id, SUM(amount) AS total FROM capture WHERE accepted GROUP BY order_id) p ON p.order_id = o.id
WHERE IF(o.payment_status IN ('paid','partly_refunded','refunded'), o.payable_amount, 0) <> COALESCE(p.total, 0) LIMIT 100;

-- book_capture_payment () -> (id:i want:i have:i)
SELECT c.payment_id, p.amount, c.amount
FROM capture c JOIN payment p ON p.id = c.payment_id
WHERE p.status <> 'paid' OR p.order_id <> c.order_id OR p.amount <> c.amount LIMIT 100;

-- book_payment_capture () -> (id:i want:i have:i)
SELECT p.id, 1, 0 FROM payment p LEFT JOIN capture c ON c.payment_id = p.id
WHERE p.status = 'paid' AND c.payment_id IS NULL LIMIT 100;

-- book_late_refund () -> (id:i want:i have:i)
SELECT c.payment_id, c.amount, COALESCE(r.total, 0)
FROM capture c LEFT JOIN (SELECT payment_id, SUM(amount) AS total FROM refund WHERE kind = 'late_payment' GROUP BY payment_id) r
  ON r.payment_id = c.payment_id
WHERE NOT c.accepted AND COALESCE(r.total, 0) <> c.amount LIMIT 100;

-- book_refunds () -> (id:i want:i have:i)
SELECT r.payment_id, COALESCE(c.amount, 0), r.total
FROM (SELECT payment_id, SUM(amount) AS total FROM refund WHERE status NOT IN ('rejected','failed') GROUP BY payment_id) r
LEFT JOIN capture c ON c.payment_id = r.payment_id
WHERE r.total > COALESCE(c.amount, 0) LIMIT 100;

-- book_history_path () -> (id:i want:i have:i)
SELECT h.order_id, h.id, 0
FROM (SELECT id, order_id, status, LAG(status) OVER (PARTITION BY order_id ORDER BY id) AS before_status FROM order_history) h
WHERE NOT (
  (h.before_status IS NULL AND h.status IN ('pending_payment','pending_shipment')) OR
  (h.before_status = 'pending_payment' AND h.status IN ('pending_shipment','cancelling','cancelled')) OR
  (h.before_status = 'cancelling' AND h.status IN ('cancelled','pending_shipment')) OR
  (h.before_status = 'pending_shipment' AND h.status IN ('shipped','cancelled')) OR
  (h.before_status = 'shipped' AND h.status = 'pending_review') OR
  (h.before_status = 'pending_review' AND h.status = 'completed')) LIMIT 100;

-- book_history_end () -> (id:i want:i have:i)
SELECT o.id, 0, 0
FROM orders o LEFT JOIN (SELECT order_id, MAX(id) AS last FROM order_history GROUP BY order_id) m ON m.order_id = o.id
LEFT JOIN order_history h ON h.id = m.last
WHERE h.id IS NULL OR h.status <> o.status LIMIT 100;

-- book_shipped () -> (id:i want:i have:i)
SELECT o.id, 1, 0 FROM orders o LEFT JOIN shipment s ON s.order_id = o.id
WHERE (o.status IN ('shipped','pending_review','completed')) <> (s.id IS NOT NULL) LIMIT 100;

-- book_cancelled () -> (id:i want:i have:i)
SELECT o.id, 0, COUNT(p.id) FROM orders o LEFT JOIN payment p ON p.order_id = o.id AND p.status = 'pending'
WHERE o.status = 'cancelled' GROUP BY o.id, o.payment_status HAVING COUNT(p.id) > 0 OR o.payment_status = 'cod_due' LIMIT 100;

-- book_ratings () -> (id:i want:i have:i)
SELECT k.id, COALESCE(v.stars, 0), COALESCE(r.stars, 0)
FROM sku k LEFT JOIN sku_rating r ON r.sku_id = k.id
LEFT JOIN (SELECT sku_id, COUNT(*) AS n, SUM(rating) AS stars FROM review WHERE NOT hidden GROUP BY sku_id) v ON v.sku_id = k.id
WHERE COALESCE(r.reviews, 0) <> COALESCE(v.n, 0) OR COALESCE(r.stars, 0) <> COALESCE(v.stars, 0) LIMIT 100;

-- book_idempotency () -> (id:i want:i have:i)
SELECT i.object_id, 1, COUNT(*) FROM idempotency i LEFT JOIN orders o ON o.id = i.object_id AND o.user_id = i.user_id
WHERE i.route = '/api/v1/orders' GROUP BY i.object_id, o.id HAVING o.id IS NULL OR COUNT(*) > 1 LIMIT 100;

-- book_default_address () -> (id:i want:i have:i)
SELECT user_id, 1, CAST(SUM(is_default) AS SIGNED) FROM address GROUP BY user_id HAVING SUM(is_default) <> 1 LIMIT 100;

-- book_jobs () -> (id:i want:i have:i)
SELECT id, 0, tries FROM outbox
WHERE status = 'ready' AND run_at < UTC_TIMESTAMP(6) - INTERVAL 1 HOUR LIMIT 100;

-- KEY_COLUMN_USAGE, since REFERENTIAL_CONSTRAINTS shows the serving user nothing.
-- book_references () -> (id:i want:i have:i)
SELECT COUNT(*), 0, COUNT(*) FROM information_schema.KEY_COLUMN_USAGE
WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME = 'sku_stock' HAVING COUNT(*) > 0;
