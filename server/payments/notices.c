/* SPDX-License-Identifier: MIT */
/* Every notice is remembered in the transaction that books it; a repeat changes nothing. A notice about a
 * refund is no second payment. */
#include "server/payments/notices.h"

#include "common/log.h"
#include "common/num.h"
#include "common/str.h"
#include "server/counters.h"
#include "server/orders/states.h"
#include "server/payments/attempts.h"
#include "server/store/db/db.h"

struct noticing {
    const struct alipay_notice *n;
    int64_t payment_id;
    const char *verdict; /* of payment_notice */
};

static enum err book_paid(struct ctx *c, struct noticing *x)
{
    struct payment_proof proof = {x->payment_id, x->n->total, x->n->trade_no, true};
    enum settled what;
    enum err e = payments_settle(c, &proof, &what);
    if (e)
        return e;
    static const char *const verdicts[] = {[SETTLED_NOW] = "applied", [SETTLED_BEFORE] = "known", [SETTLED_LATE] = "late"};
    if (what == SETTLED_REFUSED)
        return fail(c, E_VALIDATION, N_("The notice's amount is not what was asked for."));
    x->verdict = verdicts[what];
    return E_OK;
}

/* Closed without having been paid: the attempt is over; a paid one stays paid. */
static enum err book_closed(struct ctx *c, struct noticing *x)
{
    x->verdict = "known";
    if (x->n->refunded)
        return E_OK;
    x->verdict = "applied";
    return db_exec(c, STMT_PAYMENT_SET, ARGS(ARG(x->payment_id), ARG("closed"), ARG(x->n->trade_no)), NULL);
}

static enum err apply(struct ctx *c, void *arg)
{
    struct noticing *x = arg;
    struct payment p;
    struct order_locked o;
    const struct alipay_notice *n = x->n;
    x->verdict = "known";
    enum err e = attempt_read(c, x->payment_id, false, &p);
    if (!e && (p.amount != n->total || str_eq(p.method, "cod")))
        return fail(c, E_VALIDATION, N_("The notice's amount is not what was asked for."));
    if (!e)
        e = order_lock(c, p.order_id, true, &o);
    if (!e && (n->status == TRADE_SUCCESS || n->status == TRADE_FINISHED))
        e = book_paid(c, x);
    else if (!e && n->status == TRADE_CLOSED)
        e = book_closed(c, x);
    if (!e)
        e = db_exec(c, STMT_NOTICE_ADD,
                    ARGS(ARG(n->notify_id), ARG(x->payment_id), ARG(n->trade_no),
                         ARG(alipay_trade_status_text(n->status)), ARG(n->refund_fee), ARG(x->verdict)),
                    NULL);
    return e;
}

bool notice_apply(struct ctx *c, const struct alipay_notice *n)
{
    struct noticing x = {.n = n};
    enum err e = num_parse_id(n->out_trade_no, &x.payment_id) ? db_tx(c, apply, &x) : E_NOT_FOUND;
    if (e == E_OK || e == E_CONFLICT) /* the same notice was remembered before */
        return true;
    if (e == E_NOT_FOUND || e == E_VALIDATION) {
        counter_add(COUNTER_NOTICES_REFUSED);
        log_error("Alipay: a signed notice about %s was refused: %s (request %s)", n->out_trade_no,
                  e == E_NOT_FOUND ? "no such payment" : "another amount", c->request_id);
    }
    return false;
}
