# SPDX-License-Identifier: MIT
"""The task queue's rows as tests see them, and ways to make time pass for one of them."""
import collections

Row = collections.namedtuple("Row", "status tries claim claimed wait_ms error")


class Outbox:
    def __init__(self, shop):
        self.shop = shop

    def add(self, kind, subject="NULL", payload="'{}'", count=1):
        """Rows as job_add() writes them, but nobody is told: the ids. `payload` is an SQL expression."""
        rows = ",".join([f"('{kind}', {subject}, {payload}, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"] * count)
        return [int(row[0]) for row in self.shop.sql(
            f"INSERT INTO outbox (kind, subject, payload, run_at, created_at) VALUES {rows} RETURNING id")]

    def newest(self, kind, subject=None):
        about = f"AND subject = {subject}" if subject else ""
        return int(self.shop.sql(f"SELECT MAX(id) FROM outbox WHERE kind = '{kind}' {about}")[0][0])

    def row(self, job):
        """wait_ms: until it may run; claimed: by an attempt whose time is not over."""
        status, tries, claim, claimed, wait, error = self.shop.sql(
            "SELECT status, tries, claim, COALESCE(claimed_until > UTC_TIMESTAMP(6), 0), "
            f"TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), run_at) DIV 1000, error FROM outbox WHERE id = {job}")[0]
        return Row(status, int(tries), int(claim), claimed == "1", int(wait), None if error == "NULL" else error)

    def count(self, where):
        return int(self.shop.sql(f"SELECT COUNT(*) FROM outbox WHERE {where}")[0][0])

    def wait_for(self, job, seconds=10, **wanted):
        """Waits until the row has these members; gives the row."""
        def fits():
            row = self.row(job)
            return row if all(getattr(row, name) == value for name, value in wanted.items()) else None
        return self.shop.wait(fits, seconds)

    def hurry(self, job):
        """Its pause is over."""
        self.shop.sql(f"UPDATE outbox SET run_at = UTC_TIMESTAMP(6) WHERE id = {job}")

    def expire(self, job):
        """Its claim has run out."""
        self.shop.sql(f"UPDATE outbox SET claimed_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = {job}")

    def remove(self, kind):
        self.shop.sql(f"DELETE FROM outbox WHERE kind = '{kind}'")
