-- Orders. Locks are taken in one order everywhere: idempotency key, order, payment, inserts, then sku_stock by
-- id, last.

-- order_address (id:i user:i) -> (id:i receiver:s region:s region_code:s detail:s zip:s phone:s) [hot]
SELECT id, receiver, region, region_code, detail, zip_code, phone FROM address WHERE id = :id AND user_id = :user;

-- order_goods (items:s) -> (sku:i quantity:i price:i status:s image:s name_zh:s name_en:s unit_zh:s unit_en:s stock:i) [hot]
SELECT k.id, j.quantity, k.price, k.status, k.image, z.name, COALESCE(t.name, z.name), z.unit, COALESCE(t.unit, z.unit), s.stock
FROM JSON_TABLE(:items, '$[*]' COLUMNS (place FOR ORDINALITY, sku BIGINT PATH '$.sku', quantity BIGINT PATH '$.quantity')) j
JOIN sku k ON k.id = j.sku
JOIN sku_stock s ON s.sku_id = k.id
JOIN sku_text z ON z.sku_id = k.id AND z.lang = 'zh-CN'
LEFT JOIN sku_text t ON t.sku_id = k.id AND t.lang = 'en'
ORDER BY j.place;

-- order_add (id:i user:i status:s payment:s method:s goods:i discount:i shipping:i payable:i receiver:s region:s region_code:s detail:s zip:s phone:s note:s minutes:i) -> (created:t pay_before:t)
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, discount_amount, shipping_amount,
  payable_amount, receiver, region, region_code, detail, zip_code, phone, note, created_at, pay_before, updated_at)
VALUES (:id, :user, :status, :payment, :method, :goods, :discount, :shipping, :payable, :receiver, :region,
  :region_code, :detail, :zip, :phone, :note, UTC_TIMESTAMP(6),
  IF(:status = 'pending_payment', UTC_TIMESTAMP(6) + INTERVAL :minutes MINUTE, NULL), UTC_TIMESTAMP(6))
RETURNING created_at, pay_before;

-- order_add_lines (id:i lines:s) -> ()
INSERT INTO order_line (order_id, line_no, sku_id, price, quantity, amount, image, name_zh, name_en, unit_zh, unit_en)
SELECT :id, j.place, j.sku, j.price, j.quantity, j.price * j.quantity, j.image, j.name_zh, j.name_en, j.unit_zh, j.unit_en
FROM JSON_TABLE(:lines, '$[*]' COLUMNS (place FOR ORDINALITY, sku BIGINT PATH '$.sku', price BIGINT PATH '$.price',
  quantity BIGINT PATH '$.quantity', image VARCHAR(255) PATH '$.image', name_zh VARCHAR(100) PATH '$.name_zh',
  name_en VARCHAR(100) PATH '$.name_en', unit_zh VARCHAR(20) PATH '$.unit_zh', unit_en VARCHAR(20) PATH '$.unit_en')) j;

-- order_add_history (id:i status:s actor:s actor_id:i) -> ()
INSERT INTO order_history (order_id, status, actor, actor_id, at)
VALUES (:id, :status, :actor, :actor_id, UTC_TIMESTAMP(6));

-- order_move_stock (reason:s id:i sign:i) -> ()
INSERT INTO stock_movement (sku_id, delta, reason, order_id, at)
SELECT l.sku_id, :sign * l.quantity, :reason, l.order_id, UTC_TIMESTAMP(6)
FROM order_line l WHERE l.order_id = :id ORDER BY l.sku_id;

-- order_take_stock (items:s) -> ()
UPDATE (SELECT j.sku, j.quantity FROM JSON_TABLE(:items, '$[*]' COLUMNS (sku BIGINT PATH '$.sku', quantity BIGINT PATH '$.quantity')) j) i
STRAIGHT_JOIN sku_stock s ON s.sku_id = i.sku
SET s.stock = s.stock - i.quantity, s.sales = s.sales + i.quantity
WHERE s.stock >= i.quantity;

-- order_give_stock (items:s) -> ()
UPDATE (SELECT j.sku, j.quantity FROM JSON_TABLE(:items, '$[*]' COLUMNS (sku BIGINT PATH '$.sku', quantity BIGINT PATH '$.quantity')) j) i
STRAIGHT_JOIN sku_stock s ON s.sku_id = i.sku
SET s.stock = s.stock + i.quantity, s.sales = GREATEST(s.sales - i.quantity, 0);

-- order_lock (id:i) -> (id:i user:i status:s payment:s method:s payable:i version:i late:i) [hot]
SELECT id, user_id, status, payment_status, pay_method, payable_amount, version,
       COALESCE(pay_before < UTC_TIMESTAMP(6), 0)
FROM orders WHERE id = :id FOR UPDATE;

-- order_set_status (id:i status:s) -> ()
UPDATE orders SET status = :status, version = version + 1, updated_at = UTC_TIMESTAMP(6) WHERE id = :id;

-- order_set_payment (id:i payment:s) -> ()
UPDATE orders SET payment_status = :payment, version = version + 1, updated_at = UTC_TIMESTAMP(6) WHERE id = :id;

-- order_show (id:i user:i) -> (id:i user:i status:s payment:s method:s goods:i discount:i shipping:i payable:i receiver:s region:s region_code:s detail:s zip:s phone:s note:s version:i created:t pay_before:t) [hot]
SELECT id, user_id, status, payment_status, pay_method, goods_amount, discount_amount, shipping_amount, payable_amount,
       receiver, region, region_code, detail, zip_code, phone, note, version, created_at, pay_before
FROM orders WHERE id = :id AND (user_id = :user OR :user = 0);

-- order_list (user:i before:i limit:i) -> (id:i user:i status:s payment:s method:s goods:i discount:i shipping:i payable:i receiver:s region:s region_code:s detail:s zip:s phone:s note:s version:i created:t pay_before:t) [hot]
SELECT id, user_id, status, payment_status, pay_method, goods_amount, discount_amount, shipping_amount, payable_amount,
       receiver, region, region_code, detail, zip_code, phone, note, version, created_at, pay_before
FROM orders WHERE user_id = :user AND id < :before ORDER BY id DESC LIMIT :limit;

-- order_list_status (user:i status:s before:i limit:i) -> (id:i user:i status:s payment:s method:s goods:i discount:i shipping:i payable:i receiver:s region:s region_code:s detail:s zip:s phone:s note:s version:i created:t pay_before:t) [hot]
SELECT id, user_id, status, payment_status, pay_method, goods_amount, discount_amount, shipping_amount, payable_amount,
       receiver, region, region_code, detail, zip_code, phone, note, version, created_at, pay_before
FROM orders WHERE user_id = :user AND status = :status AND id < :before ORDER BY id DESC LIMIT :limit;

-- order_list_all (before:i limit:i) -> (id:i user:i status:s payment:s method:s goods:i discount:i shipping:i payable:i receiver:s region:s region_code:s detail:s zip:s phone:s note:s version:i created:t pay_before:t) [hot]
SELECT id, user_id, status, payment_status, pay_method, goods_amount, discount_amount, shipping_amount, payable_amount,
       receiver, region, region_code, detail, zip_code, phone, note, version, created_at, pay_before
FROM orders WHERE id < :before ORDER BY id DESC LIMIT :limit;

-- order_list_all_status (status:s before:i limit:i) -> (id:i user:i status:s payment:s method:s goods:i discount:i shipping:i payable:i receiver:s region:s region_code:s detail:s zip:s phone:s note:s version:i created:t pay_before:t) [hot]
SELECT id, user_id, status, payment_status, pay_method, goods_amount, discount_amount, shipping_amount, payable_amount,
       receiver, region, region_code, detail, zip_code, phone, note, version, created_at, pay_before
FROM orders WHERE status = :status AND id < :before ORDER BY id DESC LIMIT :limit;

-- order_lines (ids:s lang:s) -> (order:i sku:i name:s image:s unit:s price:i quantity:i amount:i reviewed:i) [hot]
SELECT l.order_id, l.sku_id, IF(:lang = 'en', l.name_en, l.name_zh), l.image, IF(:lang = 'en', l.unit_en, l.unit_zh),
       l.price, l.quantity, l.amount, l.reviewed
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j JOIN order_line l ON l.order_id = j.id
ORDER BY l.order_id, l.line_no;

-- order_histories (ids:s) -> (order:i status:s actor:s at:t) [hot]
SELECT h.order_id, h.status, h.actor, h.at
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j JOIN order_history h ON h.order_id = j.id
ORDER BY h.order_id, h.id;

-- order_shipments (ids:s) -> (order:i id:i carrier:s tracking:s at:t) [hot]
SELECT s.order_id, s.id, s.carrier, s.tracking_no, s.at
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j JOIN shipment s ON s.order_id = j.id
ORDER BY s.order_id, s.id;

-- order_refunds (ids:s) -> (order:i id:i status:s amount:i) [hot]
SELECT r.order_id, r.id, r.status, r.amount
FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) j JOIN refund r ON r.order_id = j.id
ORDER BY r.order_id, r.id;

-- order_open_attempts (id:i) -> (open:i) [hot]
SELECT COUNT(*) FROM payment WHERE order_id = :id AND status = 'pending' AND method <> 'cod';

-- order_unreviewed (id:i) -> (lines:i) [hot]
SELECT COUNT(*) FROM order_line WHERE order_id = :id AND NOT reviewed;

-- shipment_add (id:i order:i carrier:s tracking:s staff:i) -> ()
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at)
VALUES (:id, :order, :carrier, :tracking, :staff, UTC_TIMESTAMP(6));

-- review_add (order:i sku:i user:i rating:i content:s) -> ()
INSERT INTO review (order_id, sku_id, user_id, rating, content, created_at)
VALUES (:order, :sku, :user, :rating, :content, UTC_TIMESTAMP(6));

-- review_mark_line (order:i sku:i) -> ()
UPDATE order_line SET reviewed = TRUE WHERE order_id = :order AND sku_id = :sku AND NOT reviewed;

-- review_rate (sku:i rating:i) -> ()
INSERT INTO sku_rating (sku_id, reviews, stars) VALUES (:sku, 1, :rating)
ON DUPLICATE KEY UPDATE reviews = reviews + 1, stars = stars + VALUES(stars);
