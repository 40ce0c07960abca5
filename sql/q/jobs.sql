-- The task queue's rows.

-- job_add (kind:s subject:i payload:s delay:i) -> ()
INSERT INTO outbox (kind, subject, payload, run_at, created_at)
VALUES (:kind, :subject, :payload, UTC_TIMESTAMP(6) + INTERVAL :delay MICROSECOND, UTC_TIMESTAMP(6));

-- job_finish (id:i claim:i) -> ()
UPDATE outbox SET status = 'done', done_at = UTC_TIMESTAMP(6), claimed_until = NULL, error = NULL
WHERE id = :id AND claim = :claim AND status = 'ready';
