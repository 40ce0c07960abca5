/* SPDX-License-Identifier: MIT */
#include "server/staff/books.h"

#include "server/store/db/db.h"

static const struct rule {
    const char *name;
    enum stmt stmt;
    const char *about;
} rules[] = {
    {"stock", STMT_BOOK_STOCK, N_("a SKU's stock is the sum of its movements and not negative")},
    {"stock_missing", STMT_BOOK_STOCK_MISSING, N_("every SKU has a stock")},
    {"order_stock", STMT_BOOK_ORDER_STOCK, N_("a live order holds the stock of its lines, a cancelled one none")},
    {"order_line_stock", STMT_BOOK_ORDER_LINE_STOCK, N_("each line took its own quantity, and gave it back if cancelled")},
    {"order_total", STMT_BOOK_ORDER_TOTAL, N_("an order's total is its lines less discounts plus shipping")},
    {"order_paid", STMT_BOOK_ORDER_PAID, N_("an order is paid by exactly one accepted capture of its amount")},
    {"capture_payment", STMT_BOOK_CAPTURE_PAYMENT, N_("a capture is of a paid attempt and its exact amount")},
    {"payment_capture", STMT_BOOK_PAYMENT_CAPTURE, N_("a paid attempt has its capture")},
    {"late_refund", STMT_BOOK_LATE_REFUND, N_("a late or double payment is to be refunded in full")},
    {"refunds", STMT_BOOK_REFUNDS, N_("refunds do not pass what was captured")},
    {"history_path", STMT_BOOK_HISTORY_PATH, N_("an order's history is a path of the state machine")},
    {"history_end", STMT_BOOK_HISTORY_END, N_("an order's history ends at its state")},
    {"shipped", STMT_BOOK_SHIPPED, N_("an order is shipped where it has a shipment")},
    {"cancelled", STMT_BOOK_CANCELLED, N_("nothing is due for a cancelled order")},
    {"ratings", STMT_BOOK_RATINGS, N_("a SKU's rating is the sum of its reviews")},
    {"idempotency", STMT_BOOK_IDEMPOTENCY, N_("a key belongs to one order of the same shopper")},
    {"default_address", STMT_BOOK_DEFAULT_ADDRESS, N_("who has addresses has one default")},
    {"jobs", STMT_BOOK_JOBS, N_("no job is an hour late")},
    {"references", STMT_BOOK_REFERENCES, N_("no foreign key refers to sku_stock")},
};

#define RULES (sizeof(rules) / sizeof(rules[0]))

static const struct col fault_cols[] = {COL(struct book_fault, id), COL(struct book_fault, want), COL(struct book_fault, have)};

struct auditing {
    struct book_fault *faults;
    size_t n;
};

static enum err check(struct ctx *c, void *arg)
{
    struct auditing *a = arg;
    for (size_t i = 0; i < RULES; i++) {
        struct book_fault *found;
        size_t n;
        enum err e = db_rows(c, rules[i].stmt, NO_ARGS, COLS(fault_cols), sizeof(*found), &found, &n);
        if (e)
            return e;
        a->faults = arena_grow(c->mem, a->faults, a->n * sizeof(*found), (a->n + n) * sizeof(*found));
        for (size_t k = 0; k < n; k++) {
            found[k].rule = rules[i].name;
            found[k].about = tr(c->lang, rules[i].about);
            a->faults[a->n++] = found[k];
        }
    }
    return E_OK;
}

enum err books_audit(struct ctx *c, struct book_fault **faults, size_t *n, size_t *rules_checked)
{
    struct auditing a = {0};
    enum err e = db_snapshot(c, check, &a);
    if (e)
        return e;
    *faults = a.faults;
    *n = a.n;
    *rules_checked = RULES;
    return E_OK;
}
