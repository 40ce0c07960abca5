/* SPDX-License-Identifier: MIT */
#include "server/orders/quote.h"

#include "common/money.h"
#include "common/str.h"
#include "server/app.h"
#include "server/cart/cart.h"
#include "server/store/db/db.h"

static enum err from_cart(struct ctx *c, struct order_item **items, size_t *n)
{
    struct cart_line *lines;
    enum err e = cart_read(c, &lines, n);
    if (e)
        return e;
    if (!*n) {
        (void)!fail_field(c, "items", "empty", N_("the cart is empty"));
        return E_VALIDATION;
    }
    *items = arena_array(c->mem, *n, sizeof(**items));
    for (size_t i = 0; i < *n; i++)
        (*items)[i] = (struct order_item){lines[i].sku_id, lines[i].quantity};
    return E_OK;
}

static int by_sku(const void *a, const void *b)
{
    const struct order_item *x = a, *y = b;
    return (x->sku_id > y->sku_id) - (x->sku_id < y->sku_id);
}

enum err quote_items(struct ctx *c, const struct order_request *rq, struct order_item **items, size_t *n)
{
    if (rq->from_cart) {
        enum err e = from_cart(c, items, n);
        if (e)
            return e;
    } else {
        *n = rq->n_items;
        *items = arena_array(c->mem, *n, sizeof(**items));
        memcpy(*items, rq->items, *n * sizeof(**items));
    }
    if (*n > ORDER_LINES_MAX)
        return fail_field(c, "items", "length", N_("must have %lld to %lld entries"), 1LL, (long long)ORDER_LINES_MAX);
    qsort(*items, *n, sizeof(**items), by_sku);
    for (size_t i = 1; i < *n; i++)
        if ((*items)[i].sku_id == (*items)[i - 1].sku_id)
            return fail_field(c, "items", "repeated", N_("SKU %lld stands twice"), (long long)(*items)[i].sku_id);
    return E_OK;
}

static const struct col address_cols[] = {
    COL(struct order_address, id),     COL(struct order_address, receiver), COL(struct order_address, region),
    COL(struct order_address, region_code), COL(struct order_address, detail),   COL(struct order_address, zip_code),
    COL(struct order_address, phone),
};

static const struct col line_cols[] = {
    COL(struct quoted_line, sku_id),  COL(struct quoted_line, quantity), COL(struct quoted_line, price),
    COL(struct quoted_line, status),  COL(struct quoted_line, image),    COL(struct quoted_line, name_zh),
    COL(struct quoted_line, name_en), COL(struct quoted_line, unit_zh),  COL(struct quoted_line, unit_en),
    COL(struct quoted_line, stock),
};

enum err quote_fail_stock(struct ctx *c, const struct quoted_line *line)
{
    const char *name = c->lang == LANG_EN ? line->name_en : line->name_zh;
    (void)!fail_field(c, "items", "out_of_stock", N_("%s: only %lld left"), name,
                      (long long)(str_eq(line->status, "on_sale") ? line->stock : 0));
    return E_OUT_OF_STOCK;
}

/* Every item has its line? The rows come in the items' order. */
static enum err check_found(struct ctx *c, const struct order_item *items, size_t n, const struct quoted *q)
{
    for (size_t i = 0; i < n; i++)
        if (i >= q->n || q->lines[i].sku_id != items[i].sku_id || str_eq(q->lines[i].status, "retired")) {
            (void)!fail_field(c, "items", "not_found", N_("SKU %lld is not sold here"), (long long)items[i].sku_id);
            return E_NOT_FOUND;
        }
    for (size_t i = 0; i < n; i++)
        if (!str_eq(q->lines[i].status, "on_sale") || q->lines[i].stock < q->lines[i].quantity)
            return quote_fail_stock(c, &q->lines[i]);
    return E_OK;
}

static enum err add_up(struct ctx *c, struct quoted *q)
{
    int64_t goods = 0, amount;
    for (size_t i = 0; i < q->n; i++)
        if (!money_mul(q->lines[i].price, q->lines[i].quantity, &amount) || !money_add(goods, amount, &goods))
            return fail_field(c, "items", "amount", N_("the order's amount is too large"));
    q->goods_amount = goods;
    q->discount_amount = 0;
    q->shipping_amount = goods >= c->app->cfg.shop_free_shipping_from ? 0 : c->app->cfg.shop_shipping_fee;
    if (!money_add(goods, q->shipping_amount, &q->payable_amount))
        return fail_field(c, "items", "amount", N_("the order's amount is too large"));
    return E_OK;
}

const char *quote_items_json(struct ctx *c, const struct quoted *q)
{
    struct str b;
    str_init(&b, c->mem);
    for (size_t i = 0; i < q->n; i++)
        str_addf(&b, "%c{\"sku\":%lld,\"quantity\":%lld}", i ? ',' : '[', (long long)q->lines[i].sku_id,
                 (long long)q->lines[i].quantity);
    str_addc(&b, ']');
    return b.s;
}

enum err quote_price(struct ctx *c, const struct order_request *rq, struct order_item *items, size_t n, struct quoted *q)
{
    struct quoted asked = {.lines = arena_array(c->mem, n, sizeof(*asked.lines)), .n = n};
    *q = (struct quoted){0};
    for (size_t i = 0; i < n; i++)
        asked.lines[i] = (struct quoted_line){.sku_id = items[i].sku_id, .quantity = items[i].quantity};
    enum err e = db_row(c, STMT_ORDER_ADDRESS, ARGS(ARG(rq->address_id), ARG(c->user_id)), COLS(address_cols), &q->address);
    if (e == E_NOT_FOUND)
        (void)!fail_field(c, "address_id", "not_found", N_("there is no such address of yours"));
    if (!e)
        e = db_rows(c, STMT_ORDER_GOODS, ARGS(ARG(quote_items_json(c, &asked))), COLS(line_cols), sizeof(*q->lines),
                    &q->lines, &q->n);
    if (!e)
        e = check_found(c, items, n, q);
    return e ? e : add_up(c, q);
}

enum err orders_preview(struct ctx *c, const struct order_request *rq, struct order_quote *quote)
{
    struct order_item *items;
    struct quoted q;
    size_t n;
    enum err e = quote_items(c, rq, &items, &n);
    if (!e)
        e = quote_price(c, rq, items, n, &q);
    if (e)
        return e;
    struct order_line *lines = arena_array(c->mem, q.n, sizeof(*lines));
    bool en = c->lang == LANG_EN;
    for (size_t i = 0; i < q.n; i++) {
        const struct quoted_line *l = &q.lines[i];
        lines[i] = (struct order_line){.sku_id = l->sku_id,
                                       .name = en ? l->name_en : l->name_zh,
                                       .unit = en ? l->unit_en : l->unit_zh,
                                       .image = l->image,
                                       .price = l->price,
                                       .quantity = l->quantity,
                                       .amount = l->price * l->quantity};
    }
    *quote = (struct order_quote){{lines, q.n}, q.goods_amount, q.discount_amount, q.shipping_amount, q.payable_amount};
    return E_OK;
}
