/* SPDX-License-Identifier: MIT */
#include "server/staff/desk.h"

#include "common/str.h"
#include "server/orders/orders.h"
#include "server/payments/payments.h"
#include "server/staff/audit.h"
#include "server/store/db/db.h"

struct work {
    int64_t order_id, amount;
    const char *carrier, *tracking_no;
    bool asked;
};

static enum err note(struct ctx *c, const struct work *w, const char *action, const char *after)
{
    return audit_write(c, action, arena_printf(c->mem, "order:%lld", (long long)w->order_id), NULL, after);
}

/* The transactions of the rooms below join this one, so the audit line comes and goes with the change. The stock
 * is changed last of all, hence the line is written before a cancellation. */
static enum err ship(struct ctx *c, void *arg)
{
    struct work *w = arg;
    struct str doc;
    enum err e = orders_ship(c, w->order_id, w->carrier, w->tracking_no);
    str_init(&doc, c->mem);
    str_add(&doc, "{\"carrier\":");
    str_json(&doc, w->carrier);
    str_add(&doc, ",\"tracking_no\":");
    str_json(&doc, w->tracking_no);
    str_addc(&doc, '}');
    return e ? e : note(c, w, "order.ship", doc.s);
}

enum err desk_ship(struct ctx *c, int64_t order_id, const char *carrier, const char *tracking_no)
{
    return db_tx(c, ship, &(struct work){.order_id = order_id, .carrier = carrier, .tracking_no = tracking_no});
}

static enum err capture(struct ctx *c, void *arg)
{
    struct work *w = arg;
    enum err e = payments_capture_cash(c, w->order_id, w->amount);
    return e ? e : note(c, w, "order.capture", arena_printf(c->mem, "{\"amount\":%lld}", (long long)w->amount));
}

enum err desk_capture(struct ctx *c, int64_t order_id, int64_t amount)
{
    return db_tx(c, capture, &(struct work){.order_id = order_id, .amount = amount});
}

static enum err cancel(struct ctx *c, void *arg)
{
    struct work *w = arg;
    enum err e = note(c, w, "order.cancel", NULL);
    return e ? e : orders_cancel(c, w->order_id, true, &w->asked);
}

enum err desk_cancel(struct ctx *c, int64_t order_id, bool *asked)
{
    struct work w = {.order_id = order_id};
    enum err e = db_tx(c, cancel, &w);
    *asked = w.asked;
    return e;
}
