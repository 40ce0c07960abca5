/* SPDX-License-Identifier: MIT */
/* An order's life after it was placed: cancelled, shipped, received, reviewed. Each is one transaction that
 * locks the order first. */
#include "common/str.h"
#include "server/jobs/jobs.h"
#include "server/orders/states.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"
#include "server/store/ids.h"

struct step {
    int64_t id, shipment_id;
    bool any, asked;
    const char *carrier, *tracking_no;
    const struct order_review *reviews;
    size_t n_reviews;
};

/* What a replay of this request shows. */
static enum err done(struct ctx *c, const struct step *s)
{
    if (c->idem)
        c->idem->object_id = s->id;
    return E_OK;
}

static enum err cancel_now(struct ctx *c, struct order_locked *o, enum order_actor actor)
{
    enum err e = order_move(c, o, ORDER_CANCELLED, actor);
    if (!e && str_eq(o->payment_status, "cod_due")) { /* no cash will be taken */
        e = db_exec(c, STMT_ORDER_SET_PAYMENT, ARGS(ARG(o->id), ARG("unpaid")), NULL);
        if (!e)
            e = db_exec(c, STMT_PAYMENT_CLOSE_COD, ARGS(ARG(o->id)), NULL);
    }
    return e ? e : order_release_stock(c, o);
}

/* A payment attempt may be paid at this very moment, so its provider is asked before the stock goes back. */
static enum err cancel_unpaid(struct ctx *c, struct order_locked *o, struct step *s, enum order_actor actor)
{
    int64_t open = 0;
    enum err e = db_int(c, STMT_ORDER_OPEN_ATTEMPTS, ARGS(ARG(o->id)), &open);
    if (e)
        return e;
    if (!open)
        return cancel_now(c, o, actor);
    s->asked = true;
    e = order_move(c, o, ORDER_CANCELLING, actor);
    return e ? e : job_add(c, "order_close", o->id, NULL, 0);
}

static enum err cancel(struct ctx *c, void *arg)
{
    struct step *s = arg;
    struct order_locked o;
    enum order_actor actor = s->any ? ACTOR_STAFF : ACTOR_SHOPPER;
    s->asked = false;
    enum err e = order_lock(c, s->id, s->any, &o);
    if (e)
        return e;
    if (o.status == ORDER_CANCELLING) {
        s->asked = true;
        return done(c, s);
    }
    if (o.status == ORDER_PENDING_PAYMENT)
        e = cancel_unpaid(c, &o, s, actor);
    else if (o.status == ORDER_PENDING_SHIPMENT && str_eq(o.payment_status, "cod_due"))
        e = cancel_now(c, &o, actor);
    else
        e = fail(c, E_INVALID_STATE, N_("The order is %s; it cannot be cancelled."), order_status_label(c, o.status));
    return e ? e : done(c, s);
}

enum err orders_cancel(struct ctx *c, int64_t id, bool any, bool *asked)
{
    struct step s = {.id = id, .any = any};
    enum err e = db_tx(c, cancel, &s);
    *asked = s.asked;
    return e;
}

static enum err receive(struct ctx *c, void *arg)
{
    struct step *s = arg;
    struct order_locked o;
    enum err e = order_lock(c, s->id, false, &o);
    if (!e)
        e = order_move(c, &o, ORDER_PENDING_REVIEW, ACTOR_SHOPPER);
    return e ? e : done(c, s);
}

enum err orders_receive(struct ctx *c, int64_t id)
{
    return db_tx(c, receive, &(struct step){.id = id});
}

static enum err ship(struct ctx *c, void *arg)
{
    struct step *s = arg;
    struct order_locked o;
    enum err e = order_lock(c, s->id, true, &o);
    if (!e)
        e = order_move(c, &o, ORDER_SHIPPED, ACTOR_STAFF);
    if (!e)
        e = db_exec(c, STMT_SHIPMENT_ADD,
                    ARGS(ARG(s->shipment_id), ARG(s->id), ARG(s->carrier), ARG(s->tracking_no), ARG(c->user_id)), NULL);
    return e ? e : done(c, s);
}

enum err orders_ship(struct ctx *c, int64_t id, const char *carrier, const char *tracking_no)
{
    struct step s = {.id = id, .any = true, .carrier = carrier, .tracking_no = tracking_no};
    enum err e = ids_next(c, &s.shipment_id);
    return e ? e : db_tx(c, ship, &s);
}

static enum err review_line(struct ctx *c, const struct step *s, const struct order_review *r)
{
    int64_t marked = 0;
    enum err e = db_exec(c, STMT_REVIEW_MARK_LINE, ARGS(ARG(s->id), ARG(r->sku_id)), &marked);
    if (!e && !marked)
        e = fail(c, E_CONFLICT, N_("SKU %lld is not in this order, or has its review already."), (long long)r->sku_id);
    if (!e)
        e = db_exec(c, STMT_REVIEW_ADD,
                    ARGS(ARG(s->id), ARG(r->sku_id), ARG(c->user_id), ARG(r->rating), ARG(r->content)), NULL);
    if (!e)
        e = db_exec(c, STMT_REVIEW_RATE, ARGS(ARG(r->sku_id), ARG(r->rating)), NULL);
    return e;
}

static enum err review(struct ctx *c, void *arg)
{
    struct step *s = arg;
    struct order_locked o;
    enum err e = order_lock(c, s->id, false, &o);
    if (!e && o.status != ORDER_PENDING_REVIEW)
        e = fail(c, E_INVALID_STATE, N_("The order is %s; it is reviewed after it was received."), order_status_label(c, o.status));
    for (size_t i = 0; !e && i < s->n_reviews; i++)
        e = review_line(c, s, &s->reviews[i]);
    if (!e)
        e = order_complete_if_done(c, &o, ACTOR_SHOPPER);
    return e ? e : done(c, s);
}

static int by_sku(const void *a, const void *b)
{
    const struct order_review *x = a, *y = b;
    return (x->sku_id > y->sku_id) - (x->sku_id < y->sku_id);
}

enum err orders_review(struct ctx *c, int64_t id, const struct order_review *list, size_t n)
{
    /* By SKU id: the rows of sku_rating are locked in one order. */
    struct order_review *sorted = arena_array(c->mem, n, sizeof(*sorted));
    memcpy(sorted, list, n * sizeof(*sorted));
    qsort(sorted, n, sizeof(*sorted), by_sku);
    return db_tx(c, review, &(struct step){.id = id, .reviews = sorted, .n_reviews = n});
}
