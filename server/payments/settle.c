/* SPDX-License-Identifier: MIT */
/* Booking money. Locks the order, then the attempt; the table's keys see to it that an attempt is captured once
 * and an order accepts one capture. */
#include "common/money.h"
#include "common/str.h"
#include "server/counters.h"
#include "server/orders/states.h"
#include "server/payments/attempts.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"
#include "server/store/ids.h"

struct settling {
    const struct payment_proof *proof;
    int64_t refund_id;
    enum settled what;
};

static enum err book(struct ctx *c, const struct payment *p, const struct payment_proof *proof, bool accepted)
{
    enum err e = db_exec(c, STMT_CAPTURE_ADD,
                         ARGS(ARG(p->id), ARG(p->order_id), ARG(proof->amount), ARG(proof->provider_no), ARG(accepted),
                              ARG(proof->from_notice ? "notify" : "query"), arg_ref(0)),
                         NULL);
    if (!e)
        e = db_exec(c, STMT_PAYMENT_SET, ARGS(ARG(p->id), ARG("paid"), ARG(proof->provider_no)), NULL);
    return e;
}

static enum err accept(struct ctx *c, struct order_locked *o, const struct payment *p, const struct payment_proof *proof)
{
    enum err e = order_move(c, o, ORDER_PENDING_SHIPMENT, ACTOR_PROVIDER);
    if (!e)
        e = db_exec(c, STMT_ORDER_SET_PAYMENT, ARGS(ARG(o->id), ARG("paid")), NULL);
    return e ? e : book(c, p, proof, true);
}

/* Money for an order that is closed here, or paid by another attempt: never ignored, to be given back. */
static enum err record_late(struct ctx *c, const struct settling *s, const struct payment *p)
{
    const char *number = arena_printf(c->mem, "R-LATE-%lld", (long long)p->id);
    enum err e = book(c, p, s->proof, false);
    if (!e)
        e = db_exec(c, STMT_REFUND_ADD,
                    ARGS(ARG(s->refund_id), ARG(p->order_id), ARG(p->id), ARG(s->proof->amount), ARG("late_payment"),
                         ARG(number), ARG("paid after the order was closed or paid")),
                    NULL);
    return e;
}

static enum err settle_locked(struct ctx *c, struct settling *s, const struct payment *p, struct order_locked *o)
{
    int64_t other;
    enum err e = db_int(c, STMT_CAPTURE_OF, ARGS(ARG(p->id)), &other);
    if (e != E_NOT_FOUND) {
        s->what = SETTLED_BEFORE;
        return e;
    }
    bool open = o->status == ORDER_PENDING_PAYMENT || o->status == ORDER_CANCELLING;
    s->what = open ? SETTLED_NOW : SETTLED_LATE;
    return open ? accept(c, o, p, s->proof) : record_late(c, s, p);
}

static enum err settle(struct ctx *c, void *arg)
{
    struct settling *s = arg;
    struct order_locked o;
    struct payment p;
    s->what = SETTLED_REFUSED;
    enum err e = attempt_read(c, s->proof->payment_id, false, &p);
    if (e == E_NOT_FOUND)
        return E_OK;
    if (!e && (p.amount != s->proof->amount || str_eq(p.method, "cod")))
        return E_OK;
    if (!e)
        e = order_lock(c, p.order_id, true, &o);
    if (!e)
        e = attempt_read(c, s->proof->payment_id, true, &p);
    return e ? e : settle_locked(c, s, &p, &o);
}

enum err payments_settle(struct ctx *c, const struct payment_proof *proof, enum settled *what)
{
    struct settling s = {.proof = proof};
    enum err e = ids_next(c, &s.refund_id);
    if (!e)
        e = db_tx(c, settle, &s);
    if (e)
        return e;
    *what = s.what;
    if (s.what == SETTLED_NOW)
        counter_add(COUNTER_PAYMENTS);
    return E_OK;
}

struct cash {
    int64_t order_id, amount;
};

static enum err check_cash(struct ctx *c, const struct order_locked *o, int64_t amount)
{
    bool taken = o->status == ORDER_SHIPPED || o->status == ORDER_PENDING_REVIEW || o->status == ORDER_PENDING_SHIPMENT;
    if (!str_eq(o->payment_status, "cod_due") || !taken)
        return fail(c, E_INVALID_STATE, N_("No cash is due for this order."));
    char due[24];
    if (amount == o->payable_amount)
        return E_OK;
    return fail_field(c, "amount", "amount", N_("must be what is due: %s"), money_format(due, o->payable_amount));
}

static enum err capture_cash(struct ctx *c, void *arg)
{
    const struct cash *x = arg;
    struct order_locked o;
    int64_t payment;
    enum err e = order_lock(c, x->order_id, true, &o);
    if (!e)
        e = check_cash(c, &o, x->amount);
    if (!e)
        e = db_int(c, STMT_PAYMENT_COD, ARGS(ARG(x->order_id)), &payment);
    if (!e)
        e = db_exec(c, STMT_CAPTURE_ADD,
                    ARGS(ARG(payment), ARG(x->order_id), ARG(x->amount), ARG((const char *)NULL), ARG(true), ARG("staff"),
                         arg_ref(c->user_id)),
                    NULL);
    if (!e)
        e = db_exec(c, STMT_PAYMENT_SET, ARGS(ARG(payment), ARG("paid"), ARG((const char *)NULL)), NULL);
    if (!e)
        e = db_exec(c, STMT_ORDER_SET_PAYMENT, ARGS(ARG(x->order_id), ARG("paid")), NULL);
    if (e)
        return e;
    o.payment_status = "paid";
    if (c->idem)
        c->idem->object_id = x->order_id;
    return order_complete_if_done(c, &o, ACTOR_STAFF);
}

enum err payments_capture_cash(struct ctx *c, int64_t order_id, int64_t amount)
{
    return db_tx(c, capture_cash, &(struct cash){order_id, amount});
}
