/* SPDX-License-Identifier: MIT */
/* Placing an order: one transaction that reads prices, writes the order with everything around it, and takes
 * the stock last, so that the hot rows are locked for as short as can be. The guarded UPDATE decides; the look
 * at the stock before only spares the losers of a race most of the work. */
#include "common/clock.h"
#include "common/money.h"
#include "common/str.h"
#include "server/app.h"
#include "server/counters.h"
#include "server/jobs/jobs.h"
#include "server/orders/quote.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"
#include "server/store/ids.h"

struct placing {
    const struct order_request *rq;
    struct order_item *items;
    size_t n;
    int64_t id, payment_id;
};

static void text_member(struct str *b, const char *name, const char *value)
{
    str_addf(b, ",\"%s\":", name);
    str_json(b, value);
}

static const char *lines_json(struct ctx *c, const struct quoted *q)
{
    struct str b;
    str_init(&b, c->mem);
    for (size_t i = 0; i < q->n; i++) {
        const struct quoted_line *l = &q->lines[i];
        str_addf(&b, "%c{\"sku\":%lld,\"price\":%lld,\"quantity\":%lld", i ? ',' : '[', (long long)l->sku_id,
                 (long long)l->price, (long long)l->quantity);
        text_member(&b, "image", l->image);
        text_member(&b, "name_zh", l->name_zh);
        text_member(&b, "name_en", l->name_en);
        text_member(&b, "unit_zh", l->unit_zh);
        text_member(&b, "unit_en", l->unit_en);
        str_addc(&b, '}');
    }
    str_addc(&b, ']');
    return b.s;
}

static enum err check_expected(struct ctx *c, const struct order_request *rq, const struct quoted *q)
{
    if (rq->expected_amount < 0 || rq->expected_amount == q->payable_amount)
        return E_OK;
    char amount[24];
    (void)!fail_field(c, "expected_amount", "price_changed", N_("the amount is now %s"),
                      money_format(amount, q->payable_amount));
    return fail(c, E_PRICE_CHANGED, N_("The amount has changed since you looked; please check it again."));
}

static enum err write_order(struct ctx *c, const struct placing *p, const struct quoted *q)
{
    static const struct col times[] = {{'t', 0}, {'t', sizeof(int64_t)}};
    int64_t at[2];
    const struct order_address *a = &q->address;
    bool cod = str_eq(p->rq->pay_method, "cod");
    const char *status = cod ? "pending_shipment" : "pending_payment";
    enum err e = db_row(c, STMT_ORDER_ADD,
                        ARGS(ARG(p->id), ARG(c->user_id), ARG(status), ARG(cod ? "cod_due" : "unpaid"),
                             ARG(p->rq->pay_method), ARG(q->goods_amount), ARG(q->discount_amount),
                             ARG(q->shipping_amount), ARG(q->payable_amount), ARG(a->receiver), ARG(a->region),
                             ARG(a->region_code), ARG(a->detail), ARG(a->zip_code), ARG(a->phone),
                             ARG(p->rq->note ? p->rq->note : ""), ARG(c->app->cfg.shop_pay_minutes)),
                        COLS(times), at);
    if (!e)
        e = db_exec(c, STMT_ORDER_ADD_LINES, ARGS(ARG(p->id), ARG(lines_json(c, q))), NULL);
    if (!e)
        e = db_exec(c, STMT_ORDER_ADD_HISTORY, ARGS(ARG(p->id), ARG(status), ARG("shopper"), ARG(c->user_id)), NULL);
    if (!e && cod)
        e = db_exec(c, STMT_PAYMENT_ADD,
                    ARGS(ARG(p->payment_id), ARG(p->id), ARG("cod"), ARG(q->payable_amount), arg_time(CLOCK_NONE)), NULL);
    return e;
}

/* What happens afterwards: bought lines leave the cart, an unpaid order expires. */
static enum err add_jobs(struct ctx *c, const struct placing *p, const char *items)
{
    enum err e = job_add(c, "cart_bought", c->user_id, arena_printf(c->mem, "{\"lines\":%s}", items), 0);
    if (!e && !str_eq(p->rq->pay_method, "cod"))
        e = job_add(c, "order_expire", p->id, NULL, c->app->cfg.shop_pay_minutes * 60000);
    return e;
}

static enum err take_stock(struct ctx *c, const struct quoted *q, const char *items)
{
    int64_t taken = 0;
    enum err e = db_exec(c, STMT_ORDER_TAKE_STOCK, ARGS(ARG(items)), &taken);
    if (e || taken == (int64_t)q->n)
        return e;
    return fail(c, E_OUT_OF_STOCK, N_("Somebody was faster: not everything is in stock any more."));
}

static enum err place(struct ctx *c, void *arg)
{
    struct placing *p = arg;
    struct quoted q;
    enum err e = quote_price(c, p->rq, p->items, p->n, &q);
    if (!e)
        e = check_expected(c, p->rq, &q);
    if (e)
        return e;
    const char *items = quote_items_json(c, &q);
    e = write_order(c, p, &q);
    if (!e)
        e = db_exec(c, STMT_ORDER_MOVE_STOCK, ARGS(ARG("sold"), ARG(p->id), ARG(-1)), NULL);
    if (!e)
        e = add_jobs(c, p, items);
    if (!e)
        e = take_stock(c, &q, items);
    if (!e && c->idem)
        c->idem->object_id = p->id;
    return e;
}

enum err orders_place(struct ctx *c, const struct order_request *rq, int64_t *id)
{
    struct placing p = {.rq = rq};
    if (str_starts(rq->pay_method, "alipay") && !c->app->alipay)
        return fail_field(c, "pay_method", "unavailable", N_("this way to pay is not offered at the moment"));
    enum err e = quote_items(c, rq, &p.items, &p.n);
    if (!e)
        e = ids_next(c, &p.id);
    if (!e)
        e = ids_next(c, &p.payment_id);
    if (!e)
        e = db_tx(c, place, &p);
    if (e)
        return e;
    counter_add(COUNTER_ORDERS);
    *id = p.id;
    return E_OK;
}
