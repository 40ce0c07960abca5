-- The task queue: rows of the outbox and the timetable of periodic tasks.

-- job_add (kind:s subject:i payload:s delay:i) -> ()
INSERT INTO outbox (kind, subject, payload, run_at, created_at)
VALUES (:kind, :subject, :payload, UTC_TIMESTAMP(6) + INTERVAL :delay MICROSECOND, UTC_TIMESTAMP(6));

-- job_due () -> (id:i) [hot]
SELECT id FROM outbox
WHERE status = 'ready' AND run_at <= UTC_TIMESTAMP(6) AND (claimed_until IS NULL OR claimed_until < UTC_TIMESTAMP(6))
ORDER BY run_at, id LIMIT 200;

-- job_next () -> (id:i) [hot]
SELECT id FROM outbox
WHERE status = 'ready' AND run_at <= UTC_TIMESTAMP(6) AND (claimed_until IS NULL OR claimed_until < UTC_TIMESTAMP(6))
ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED;

-- job_load (id:i) -> (kind:s subject:i tries:i claim:i created:t lost:i) [hot]
SELECT kind, subject, tries, claim, created_at, claimed_until IS NOT NULL AND error <=> 'An attempt did not end.'
FROM outbox
WHERE id = :id AND status = 'ready' AND run_at <= UTC_TIMESTAMP(6)
  AND (claimed_until IS NULL OR claimed_until < UTC_TIMESTAMP(6));

-- job_claim (id:i claim:i) -> ()
UPDATE outbox SET claim = claim + 1, tries = tries + 1,
                  error = IF(claimed_until IS NULL, error, 'An attempt did not end.'),
                  claimed_until = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND
WHERE id = :id AND claim = :claim AND status = 'ready'
  AND (claimed_until IS NULL OR claimed_until < UTC_TIMESTAMP(6));

-- job_payload (id:i) -> (payload:s) [hot]
SELECT payload FROM outbox WHERE id = :id;

-- job_finish (id:i claim:i) -> ()
UPDATE outbox SET status = 'done', done_at = UTC_TIMESTAMP(6), claimed_until = NULL, error = NULL
WHERE id = :id AND claim = :claim AND status = 'ready';

-- job_again (id:i claim:i delay:i error:s) -> ()
UPDATE outbox SET tries = tries - 1, claimed_until = NULL, error = LEFT(:error, 500),
                  run_at = UTC_TIMESTAMP(6) + INTERVAL :delay MICROSECOND
WHERE id = :id AND claim = :claim AND status = 'ready';

-- job_fail (id:i claim:i status:s delay:i error:s) -> ()
UPDATE outbox SET status = :status, claimed_until = NULL, error = LEFT(:error, 500),
                  run_at = UTC_TIMESTAMP(6) + INTERVAL :delay MICROSECOND
WHERE id = :id AND claim = :claim AND status = 'ready';

-- job_list (status:s before:i count:i) -> (id:i kind:s subject:i status:s tries:i run:t created:t done:t error:s) [hot]
SELECT id, kind, subject, status, tries, run_at, created_at, done_at, error FROM outbox
WHERE (:status IS NULL OR status = :status) AND id < :before
ORDER BY id DESC LIMIT :count;

-- job_list_open (status:s before:i count:i) -> (id:i kind:s subject:i status:s tries:i run:t created:t done:t error:s) [hot]
SELECT id, kind, subject, status, tries, run_at, created_at, done_at, error FROM outbox
WHERE status = :status AND done_at IS NULL AND id < :before
ORDER BY id DESC LIMIT :count;

-- job_show (id:i) -> (id:i kind:s subject:i status:s tries:i run:t created:t done:t error:s) [hot]
SELECT id, kind, subject, status, tries, run_at, created_at, done_at, error FROM outbox WHERE id = :id;

-- job_retry (id:i) -> ()
UPDATE outbox SET status = 'ready', tries = 0, run_at = UTC_TIMESTAMP(6), claimed_until = NULL
WHERE id = :id AND status = 'dead';

-- job_sweep () -> ()
DELETE FROM outbox WHERE status = 'done' AND done_at < UTC_TIMESTAMP(6) - INTERVAL 7 DAY
ORDER BY done_at LIMIT 1000;

-- schedule_add (name:s) -> ()
INSERT IGNORE INTO schedule (name, next_at) VALUES (:name, UTC_TIMESTAMP(6));

-- schedule_due () -> (name:s)
SELECT name FROM schedule WHERE next_at <= UTC_TIMESTAMP(6) ORDER BY next_at;

-- schedule_take (name:s every:i) -> ()
UPDATE schedule SET next_at = UTC_TIMESTAMP(6) + INTERVAL :every MICROSECOND
WHERE name = :name AND next_at <= UTC_TIMESTAMP(6);
