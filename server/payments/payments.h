/* SPDX-License-Identifier: MIT */
/* payments.h - money for orders. "Paid" means one verified capture of the exact amount; whatever else arrives
 * (late, twice) is recorded and marked for refund. An attempt's id is its out_trade_no at the provider. */
#ifndef SERVER_PAYMENTS_PAYMENTS_H
#define SERVER_PAYMENTS_PAYMENTS_H

#include "server/ctx.h"

struct payment {
    int64_t id, order_id, amount, expires_at, queries;
    const char *method, *status, *pay_url, *qr_code;
    bool over; /* expired at the provider for more than the margin of 2 minutes */
};

/* An attempt to pay c's order, the open one where there is one; with its pay_url. */
enum err payments_start(struct ctx *c, int64_t order_id, const char *method, struct payment *p) MUST_CHECK;

/* The order's payment from our books, at once. Where it is open, a query to the provider is queued, at most once
 * in 3 s. */
enum err payments_show(struct ctx *c, int64_t order_id, struct payment *p) MUST_CHECK;

/* The same attempt with its pay_url, for a replay. */
enum err payments_reload(struct ctx *c, int64_t payment_id, struct payment *p) MUST_CHECK;

/* Staff took the cash of an order; `amount` must be what is due. */
enum err payments_capture_cash(struct ctx *c, int64_t order_id, int64_t amount) MUST_CHECK;

/* What a provider verifiably said was paid. */
struct payment_proof {
    int64_t payment_id, amount; /* fen */
    const char *provider_no;
    bool from_notice; /* else from an answer to our query */
};

enum settled { SETTLED_NOW, SETTLED_BEFORE, SETTLED_LATE, SETTLED_REFUSED };

/* Books it, once, in a transaction of its own or the caller's. SETTLED_REFUSED: no such attempt, or another
 * amount; nothing was changed. */
enum err payments_settle(struct ctx *c, const struct payment_proof *proof, enum settled *what) MUST_CHECK;

/* The raw body of a provider's notice. True: it is booked (or was before), answer "success". */
bool payments_notice(struct ctx *c, const char *body, size_t n);

struct config;
struct alipay;

/* Loads the keys; NULL where Alipay is not enabled. `ok` is false, with lines on stderr, where it is enabled and
 * anything is missing: the daemon must not start. */
struct alipay *alipay_open(const struct config *cfg, bool *ok);
void alipay_close(struct alipay *a);

#endif
