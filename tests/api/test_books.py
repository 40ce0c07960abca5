# SPDX-License-Identifier: MIT
"""`shopd audit` and POST /admin/books/audit: each rule finds the fault that is planted for it, and names the row."""
import os

import pytest

from shop import ROOT

RELAX = "SET foreign_key_checks = 0, check_constraint_checks = 0; "

# rule: state of the order, what breaks it, what mends it, which row is named
FAULTS = {
    "stock": ("pending_shipment", "UPDATE sku_stock SET stock = stock + 1 WHERE sku_id = {sku}",
              "UPDATE sku_stock SET stock = stock - 1 WHERE sku_id = {sku}", "sku"),
    "stock below zero": (
        "pending_shipment", "UPDATE sku_stock SET stock = -1 WHERE sku_id = {sku}; INSERT INTO stock_movement "
        "(sku_id, delta, reason, note, at) VALUES ({sku}, -100, 'counted', 'fault', UTC_TIMESTAMP(6))",
        "UPDATE sku_stock SET stock = 99 WHERE sku_id = {sku}; DELETE FROM stock_movement WHERE sku_id = {sku} AND note = 'fault'",
        "sku"),
    "stock_missing": ("pending_shipment", "DELETE FROM sku_stock WHERE sku_id = {sku}",
                      "INSERT INTO sku_stock (sku_id, stock, sales) VALUES ({sku}, 99, 1)", "sku"),
    "order_stock": (
        "pending_shipment", "INSERT INTO stock_movement (sku_id, delta, reason, order_id, at) "
        "VALUES ({sku}, 1, 'cancelled', {order}, UTC_TIMESTAMP(6)); UPDATE sku_stock SET stock = stock + 1 WHERE sku_id = {sku}",
        "DELETE FROM stock_movement WHERE order_id = {order} AND reason = 'cancelled'; "
        "UPDATE sku_stock SET stock = stock - 1 WHERE sku_id = {sku}", "order"),
    "order_stock, not given back": (
        "cancelled", "UPDATE stock_movement SET reason = 'returned' WHERE order_id = {order} AND reason = 'cancelled'",
        "UPDATE stock_movement SET reason = 'cancelled' WHERE order_id = {order} AND reason = 'returned'", "order"),
    "order_line_stock": (
        "cancelled", "UPDATE stock_movement SET delta = 2 * delta WHERE order_id = {order}",
        "UPDATE stock_movement SET delta = delta DIV 2 WHERE order_id = {order}", "order"),
    "order_total": ("pending_shipment", "UPDATE orders SET goods_amount = goods_amount + 1, payable_amount = payable_amount + 1 "
                    "WHERE id = {order}", "UPDATE orders SET goods_amount = goods_amount - 1, "
                    "payable_amount = payable_amount - 1 WHERE id = {order}", "order"),
    "order_paid": ("pending_shipment", "UPDATE orders SET payment_status = 'paid' WHERE id = {order}",
                   "UPDATE orders SET payment_status = 'cod_due' WHERE id = {order}", "order"),
    "order_paid, money not noted": ("completed", "UPDATE orders SET payment_status = 'cod_due' WHERE id = {order}",
                                    "UPDATE orders SET payment_status = 'paid' WHERE id = {order}", "order"),
    "capture_payment": ("completed", "UPDATE payment SET amount = amount - 1 WHERE order_id = {order}",
                        "UPDATE payment SET amount = amount + 1 WHERE order_id = {order}", "payment"),
    "payment_capture": ("shipped", "UPDATE payment SET status = 'paid' WHERE order_id = {order}",
                        "UPDATE payment SET status = 'pending' WHERE order_id = {order}", "payment"),
    "late_refund": ("completed", "UPDATE capture SET accepted = FALSE WHERE order_id = {order}",
                    "UPDATE capture SET accepted = TRUE WHERE order_id = {order}", "payment"),
    "refunds": ("completed", "INSERT INTO refund (id, order_id, payment_id, amount, kind, status, out_request_no, created_at, "
                "updated_at) SELECT 1, order_id, id, amount + 1, 'damaged', 'done', 'fault', UTC_TIMESTAMP(6), "
                "UTC_TIMESTAMP(6) FROM payment WHERE order_id = {order}", "DELETE FROM refund WHERE id = 1", "payment"),
    "history_path": ("pending_review", "UPDATE order_history SET status = 'completed' WHERE order_id = {order} AND status = 'shipped'",
                     "UPDATE order_history SET status = 'shipped' WHERE order_id = {order} AND status = 'completed'", "order"),
    "history_end": ("shipped", "UPDATE orders SET status = 'pending_review' WHERE id = {order}",
                    "UPDATE orders SET status = 'shipped' WHERE id = {order}", "order"),
    "shipped": ("shipped", "CREATE TABLE kept AS SELECT * FROM shipment WHERE order_id = {order}; "
                "DELETE FROM shipment WHERE order_id = {order}", "INSERT INTO shipment SELECT * FROM kept; DROP TABLE kept", "order"),
    "cancelled": ("cancelled", "UPDATE orders SET payment_status = 'cod_due' WHERE id = {order}",
                  "UPDATE orders SET payment_status = 'unpaid' WHERE id = {order}", "order"),
    "ratings": ("completed", "UPDATE sku_rating SET stars = stars - 1 WHERE sku_id = {sku}",
                "UPDATE sku_rating SET stars = stars + 1 WHERE sku_id = {sku}", "sku"),
    "ratings, none": ("completed", "DELETE FROM sku_rating WHERE sku_id = {sku}",
                      "INSERT INTO sku_rating VALUES ({sku}, 1, 5)", "sku"),
    "idempotency": (
        "pending_shipment", "INSERT INTO idempotency VALUES (2, '/api/v1/orders', 'fault', REPEAT('x', 32), {order}, UTC_TIMESTAMP(6))",
        "DELETE FROM idempotency WHERE idem_key = 'fault'", "order"),
    "default_address": ("pending_shipment", "UPDATE address SET is_default = FALSE WHERE user_id = {user}",
                        "UPDATE address SET is_default = TRUE WHERE user_id = {user} LIMIT 1", "user"),
    "jobs": ("pending_shipment", "INSERT INTO outbox (id, kind, subject, run_at, created_at, claimed_until) VALUES ({order}, 'fault', 1, "
             "UTC_TIMESTAMP(6) - INTERVAL 61 MINUTE, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 1 HOUR)",
             "DELETE FROM outbox WHERE kind = 'fault'", "order"),
    # As a migration would do it, which grants its tables to the daemon too: it sees no others.
    "references": ("pending_shipment", "CREATE TABLE fault (sku_id BIGINT, FOREIGN KEY (sku_id) REFERENCES sku_stock (sku_id)); "
                   "GRANT SELECT, INSERT, UPDATE, DELETE ON fault TO serve@localhost", "DROP TABLE fault; "
                   "REVOKE SELECT, INSERT, UPDATE, DELETE ON fault FROM serve@localhost", None),
}


def rules_of(report):
    return {(line.split(": ")[0], line.split(": ")[1]) for line in report.splitlines() if ": want " in line}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(shop, trade, buyer, staff, fault):
    state, break_it, mend_it, what = FAULTS[fault]
    rule = fault.split(",")[0].split(" ")[0]
    sku = trade.sku()
    order = trade.in_state(state, buyer, staff, {sku: 1})
    ids = {"sku": sku, "order": order["id"], "user": buyer.id,
           "payment": (shop.sql(f"SELECT id FROM payment WHERE order_id = {order['id']}") or [["0"]])[0][0]}
    named = str(ids[what]) if what else "1"
    assert shop.audit().returncode == 0
    shop.sql(RELAX + break_it.format(**ids))
    try:
        found = shop.audit()
        assert found.returncode == 1 and (rule, named) in rules_of(found.stdout), found.stdout
        online = staff.api.post("/admin/books/audit", expect=200).json
        assert not online["balanced"] and (rule, named) in {(f["rule"], f["id"]) for f in online["faults"]}
    finally:
        shop.sql(RELAX + mend_it.format(**ids))
    mended = shop.audit()
    assert mended.returncode == 0, mended.stdout


def test_balanced_books(shop, staff):
    done, online = shop.audit(), staff.api.post("/admin/books/audit", expect=200).json
    assert done.returncode == 0 and done.stderr == "" and done.stdout == f"{online['rules']} rules, 0 broken rows\n"
    assert online["balanced"] and online["faults"] == [] and online["rules"] >= 19


def test_every_rule_has_a_fault_here(shop, staff):
    """A rule that nothing can break proves nothing."""
    with open(os.path.join(ROOT, "server/staff/books.c"), encoding="utf-8") as f:
        rules = {line.split('"')[1] for line in f if line.lstrip().startswith('{"')}
    assert rules == {fault.split(",")[0].split(" ")[0] for fault in FAULTS}


def test_the_audit_only_reads(shop):
    tables = [row[0] for row in shop.sql("SHOW TABLES") if row[0] not in ("outbox", "schedule", "node_lease", "session")]
    query = f"CHECKSUM TABLE {', '.join(tables)}"
    before = shop.sql(query)
    assert shop.audit().returncode == 0
    assert shop.sql(query) == before


def test_wrong_usage(shop):
    assert shop.run_shopd("audit", "now").returncode == 2
