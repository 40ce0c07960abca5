/* SPDX-License-Identifier: MIT */
/* Attempts to pay: made for an order that waits for its payment, shown, and reused while they are open, so that
 * a shopper with two tabs pays the same trade. */
#include "server/payments/attempts.h"

#include "common/str.h"
#include "server/app.h"
#include "server/jobs/jobs.h"
#include "server/orders/states.h"
#include "server/payments/provider.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"
#include "server/store/ids.h"

#define FIRST_QUERY_MS 5000

static const struct col payment_cols[] = {
    COL(struct payment, id),      COL(struct payment, order_id),        COL(struct payment, method),
    COL(struct payment, status),  COL(struct payment, amount),          COL(struct payment, qr_code),
    COL_TIME(struct payment, expires_at), COL(struct payment, queries), COL(struct payment, over),
};

const struct pay_provider *provider_of(struct ctx *c, const char *method)
{
    return str_eq(method, alipay_provider.method) && c->app->alipay ? &alipay_provider : NULL;
}

enum err attempt_read(struct ctx *c, int64_t id, bool lock, struct payment *p)
{
    return db_row(c, lock ? STMT_PAYMENT_LOCK : STMT_PAYMENT_SHOW, ARGS(ARG(id)), COLS(payment_cols), p);
}

enum err attempts_open(struct ctx *c, int64_t order_id, struct payment **list, size_t *n)
{
    return db_rows(c, STMT_PAYMENT_OPEN, ARGS(ARG(order_id)), COLS(payment_cols), sizeof(**list), list, n);
}

/* The address to pay at is signed anew each time, as its timestamp must be fresh. */
static enum err add_url(struct ctx *c, struct payment *p)
{
    const struct pay_provider *provider = provider_of(c, p->method);
    if (!provider || !str_eq(p->status, "pending"))
        return E_OK;
    return provider->start(c, p, &p->pay_url);
}

struct starting {
    int64_t order_id, new_id;
    const char *method;
    struct payment *p;
};

static enum err find_open(struct ctx *c, const struct starting *s, bool *found)
{
    struct payment *list;
    size_t n;
    enum err e = attempts_open(c, s->order_id, &list, &n);
    *found = false;
    for (size_t i = 0; !e && i < n; i++)
        if (str_eq(list[i].method, s->method)) {
            *s->p = list[i];
            *found = true;
        }
    return e;
}

static enum err add_attempt(struct ctx *c, const struct starting *s, const struct order_locked *o)
{
    static const struct col at_col[] = {{'t', 0}};
    int64_t pay_before;
    enum err e = db_row(c, STMT_PAYMENT_PAY_BEFORE, ARGS(ARG(s->order_id)), COLS(at_col), &pay_before);
    if (!e)
        e = db_exec(c, STMT_PAYMENT_ADD,
                    ARGS(ARG(s->new_id), ARG(s->order_id), ARG(s->method), ARG(o->payable_amount), arg_time(pay_before)),
                    NULL);
    if (!e)
        e = job_add(c, "payment_query", s->new_id, NULL, FIRST_QUERY_MS);
    return e ? e : attempt_read(c, s->new_id, false, s->p);
}

static enum err start(struct ctx *c, void *arg)
{
    struct starting *s = arg;
    struct order_locked o;
    bool found;
    enum err e = order_lock(c, s->order_id, false, &o);
    if (e)
        return e;
    if (o.status != ORDER_PENDING_PAYMENT || o.late)
        return fail(c, E_INVALID_STATE, N_("The order is %s; there is nothing to pay now."), order_status_label(c, o.status));
    e = find_open(c, s, &found);
    if (!e && !found)
        e = add_attempt(c, s, &o);
    if (!e && c->idem)
        c->idem->object_id = s->p->id;
    return e;
}

enum err payments_start(struct ctx *c, int64_t order_id, const char *method, struct payment *p)
{
    struct starting s = {.order_id = order_id, .method = method ? method : "alipay", .p = p};
    if (!provider_of(c, s.method))
        return fail_field(c, "method", "unavailable", N_("this way to pay is not offered at the moment"));
    enum err e = ids_next(c, &s.new_id);
    if (!e)
        e = db_tx(c, start, &s);
    return e ? e : add_url(c, p);
}

enum err payments_reload(struct ctx *c, int64_t payment_id, struct payment *p)
{
    enum err e = attempt_read(c, payment_id, false, p);
    return e ? e : add_url(c, p);
}

/* The guarded UPDATE lets one reader in 3 s through; its job is added with it. */
static enum err ask(struct ctx *c, void *arg)
{
    const struct payment *p = arg;
    int64_t mine = 0;
    enum err e = db_exec(c, STMT_PAYMENT_ASK, ARGS(ARG(p->id)), &mine);
    return e || !mine ? e : job_add(c, "payment_query_once", p->id, NULL, 0);
}

enum err payments_show(struct ctx *c, int64_t order_id, struct payment *p)
{
    struct order order;
    enum err e = orders_show(c, order_id, false, &order);
    if (!e)
        e = db_row(c, STMT_PAYMENT_LATEST, ARGS(ARG(order_id)), COLS(payment_cols), p);
    if (e)
        return e;
    if (str_eq(p->status, "pending") && provider_of(c, p->method) && db_tx(c, ask, p))
        fail_clear(c); /* the books are shown all the same */
    return add_url(c, p);
}
