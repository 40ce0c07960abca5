-- Payment attempts, captures, notices.

-- payment_add (id:i order:i method:s amount:i expires:t) -> ()
INSERT INTO payment (id, order_id, method, status, amount, expires_at, created_at, updated_at)
VALUES (:id, :order, :method, 'pending', :amount, :expires, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));

-- payment_show (id:i) -> (id:i order:i method:s status:s amount:i qr:s expires:t queries:i over:i) [hot]
SELECT id, order_id, method, status, amount, qr_code, expires_at, queries,
       COALESCE(expires_at < UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE, 0)
FROM payment WHERE id = :id;

-- payment_lock (id:i) -> (id:i order:i method:s status:s amount:i qr:s expires:t queries:i over:i) [hot]
SELECT id, order_id, method, status, amount, qr_code, expires_at, queries,
       COALESCE(expires_at < UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE, 0)
FROM payment WHERE id = :id FOR UPDATE;

-- payment_latest (order:i) -> (id:i order:i method:s status:s amount:i qr:s expires:t queries:i over:i) [hot]
SELECT id, order_id, method, status, amount, qr_code, expires_at, queries,
       COALESCE(expires_at < UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE, 0)
FROM payment WHERE order_id = :order ORDER BY status = 'paid' DESC, id DESC LIMIT 1;

-- payment_open (order:i) -> (id:i order:i method:s status:s amount:i qr:s expires:t queries:i over:i) [hot]
SELECT id, order_id, method, status, amount, qr_code, expires_at, queries,
       COALESCE(expires_at < UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE, 0)
FROM payment WHERE order_id = :order AND status = 'pending' AND method <> 'cod' ORDER BY id;

-- payment_cod (order:i) -> (id:i) [hot]
SELECT id FROM payment WHERE order_id = :order AND method = 'cod' ORDER BY id LIMIT 1;

-- payment_pay_before (order:i) -> (at:t) [hot]
SELECT pay_before FROM orders WHERE id = :order;

-- payment_set (id:i status:s provider_no:s) -> ()
UPDATE payment SET status = :status, provider_no = COALESCE(:provider_no, provider_no), version = version + 1,
  updated_at = UTC_TIMESTAMP(6) WHERE id = :id AND status = 'pending';

-- payment_close_cod (order:i) -> ()
UPDATE payment SET status = 'closed', version = version + 1, updated_at = UTC_TIMESTAMP(6)
WHERE order_id = :order AND method = 'cod' AND status = 'pending';

-- payment_count_query (id:i) -> ()
UPDATE payment SET queries = queries + 1 WHERE id = :id;

-- payment_ask (id:i) -> ()
UPDATE payment SET asked_at = UTC_TIMESTAMP(6)
WHERE id = :id AND status = 'pending' AND (asked_at IS NULL OR asked_at < UTC_TIMESTAMP(6) - INTERVAL 3 SECOND);

-- capture_add (payment:i order:i amount:i provider_no:s accepted:i source:s staff:i) -> ()
INSERT INTO capture (payment_id, order_id, amount, provider_no, accepted, source, staff_id, at)
VALUES (:payment, :order, :amount, :provider_no, :accepted, :source, :staff, UTC_TIMESTAMP(6));

-- capture_of (payment:i) -> (payment:i) [hot]
SELECT payment_id FROM capture WHERE payment_id = :payment;

-- capture_accepted (order:i) -> (payment:i) [hot]
SELECT payment_id FROM capture WHERE accepted_of = :order;

-- refund_add (id:i order:i payment:i amount:i kind:s request_no:s reason:s) -> ()
INSERT INTO refund (id, order_id, payment_id, amount, kind, status, out_request_no, reason, created_at, updated_at)
VALUES (:id, :order, :payment, :amount, :kind, 'requested', :request_no, :reason, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));

-- notice_add (notify_id:s payment:i provider_no:s status:s refund_fee:i verdict:s) -> ()
INSERT INTO payment_notice (notify_id, payment_id, provider_no, trade_status, refund_fee, verdict, at)
VALUES (:notify_id, :payment, :provider_no, :status, :refund_fee, :verdict, UTC_TIMESTAMP(6));
