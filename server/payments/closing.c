/* SPDX-License-Identifier: MIT */
/* An order that nobody pays is ended in this order: query, close, query, release. A trade that the provider
 * does not know may still come into being until its time_expire, so its stock is held until 2 minutes later. */
#include "server/payments/closing.h"

#include "common/log.h"
#include "common/str.h"
#include "server/orders/states.h"
#include "server/payments/attempts.h"
#include "server/payments/provider.h"
#include "server/store/db/db.h"

#define ASK_AGAIN_MS  20000
#define MARGIN_MS     125000 /* after time_expire: 2 minutes, and 5 s for clocks */
#define QUERY_MIN_MS  5000
#define QUERY_MAX_MS  300000

/* What an answer means for the attempt is written down; `open` says whether it may still be paid. */
static enum err apply(struct ctx *c, const struct payment *p, const struct pay_answer *a, bool *open)
{
    struct payment_proof proof = {p->id, a->amount, a->provider_no, false};
    enum settled what;
    enum err e = E_OK;
    *open = false;
    if (a->state == PAY_PAID) {
        e = payments_settle(c, &proof, &what);
        if (!e && what == SETTLED_REFUSED) {
            log_error("payment %lld: the provider says %lld was paid, %lld was asked for", (long long)p->id,
                      (long long)a->amount, (long long)p->amount);
            *open = true;
        }
    } else if (a->state == PAY_CLOSED || (a->state == PAY_NONE && p->over)) {
        e = db_exec(c, STMT_PAYMENT_SET, ARGS(ARG(p->id), ARG("closed"), ARG((const char *)NULL)), NULL);
    } else {
        *open = true;
    }
    return e;
}

static enum err query(struct ctx *c, const struct payment *p, struct pay_answer *a)
{
    const struct pay_provider *provider = provider_of(c, p->method);
    *a = (struct pay_answer){PAY_UNKNOWN, 0, NULL};
    if (!provider)
        return E_OK;
    enum err e = db_exec(c, STMT_PAYMENT_COUNT_QUERY, ARGS(ARG(p->id)), NULL);
    db_release(c);
    return e ? e : provider->query(c, p, a);
}

/* Query, and where it waits: close and query again. */
static enum err end_attempt(struct ctx *c, const struct payment *p, bool *open)
{
    struct pay_answer a;
    enum err e = query(c, p, &a);
    if (!e && a.state == PAY_WAITING) {
        e = provider_of(c, p->method)->close(c, p, &a);
        if (!e)
            e = query(c, p, &a);
    }
    return e ? e : apply(c, p, &a, open);
}

struct ending {
    struct job *job;
    bool waits;
};

static enum err release(struct ctx *c, void *arg)
{
    struct ending *x = arg;
    struct order_locked o;
    enum err e = order_lock(c, x->job->subject, true, &o);
    if (!e)
        e = job_finish(c, x->job);
    if (e || o.status != ORDER_CANCELLING)
        return e;
    e = order_move(c, &o, ORDER_CANCELLED, ACTOR_SYSTEM);
    return e ? e : order_release_stock(c, &o);
}

static enum err task_order_close(struct ctx *c, struct job *job)
{
    struct payment *list;
    size_t n, left = 0;
    enum err e = attempts_open(c, job->subject, &list, &n);
    for (size_t i = 0; !e && i < n; i++) {
        bool open;
        e = end_attempt(c, &list[i], &open);
        left += open;
    }
    if (e)
        return e;
    if (left) {
        job->again_ms = ASK_AGAIN_MS;
        return E_OK;
    }
    return db_tx(c, release, &(struct ending){.job = job});
}

static enum err expire(struct ctx *c, void *arg)
{
    struct ending *x = arg;
    struct order_locked o;
    int64_t open = 0;
    x->waits = false;
    enum err e = order_lock(c, x->job->subject, true, &o);
    if (e)
        return e;
    if (o.status == ORDER_PENDING_PAYMENT && !o.late) {
        x->waits = true;
        return E_OK;
    }
    e = job_finish(c, x->job);
    if (e || o.status != ORDER_PENDING_PAYMENT)
        return e;
    e = db_int(c, STMT_ORDER_OPEN_ATTEMPTS, ARGS(ARG(o.id)), &open);
    if (!e)
        e = order_move(c, &o, open ? ORDER_CANCELLING : ORDER_CANCELLED, ACTOR_SYSTEM);
    if (e)
        return e;
    return open ? job_add(c, "order_close", o.id, NULL, MARGIN_MS) : order_release_stock(c, &o);
}

static enum err task_order_expire(struct ctx *c, struct job *job)
{
    struct ending x = {.job = job};
    enum err e = db_tx(c, expire, &x);
    if (!e && x.waits)
        job->again_ms = ASK_AGAIN_MS;
    return e;
}

/* 5 s, 10 s, 20 s … up to 5 minutes, until the attempt is settled, closed or over. */
static int64_t pause_after(int64_t queries)
{
    int64_t ms = QUERY_MIN_MS;
    for (; queries > 0 && ms < QUERY_MAX_MS; queries--)
        ms *= 2;
    return ms < QUERY_MAX_MS ? ms : QUERY_MAX_MS;
}

static enum err task_query(struct ctx *c, struct job *job, bool repeat)
{
    struct payment p;
    struct pay_answer a;
    bool open = false;
    enum err e = attempt_read(c, job->subject, false, &p);
    if (e == E_NOT_FOUND || (!e && !str_eq(p.status, "pending")))
        return E_OK;
    if (!e)
        e = query(c, &p, &a);
    if (!e)
        e = apply(c, &p, &a, &open);
    if (!e && open && repeat)
        job->again_ms = pause_after(p.queries + 1);
    return e;
}

static enum err task_payment_query(struct ctx *c, struct job *job)
{
    return task_query(c, job, true);
}

static enum err task_payment_query_once(struct ctx *c, struct job *job)
{
    return task_query(c, job, false);
}

static const struct task rows[] = {
    {"payment_query", task_payment_query, 0, "Ask the provider how an open payment stands, again and again"},
    {"payment_query_once", task_payment_query_once, 0, "The same once, because somebody looks at it"},
    {"order_expire", task_order_expire, 0, "End an order whose time to pay is over"},
    {"order_close", task_order_close, 0, "Close a cancelled order's payments, then give its stock back"},
};
const struct task_table payments_tasks = TASK_TABLE(rows);
