/* SPDX-License-Identifier: MIT */
/* Reading orders: the rows of a page, then lines, history, shipments and refunds of all of them at once. */
#include "common/clock.h"
#include "common/str.h"
#include "server/goods/goods.h"
#include "server/orders/states.h"
#include "server/store/db/db.h"

static const struct col order_cols[] = {
    COL(struct order, id),
    COL(struct order, user_id),
    COL(struct order, status),
    COL(struct order, payment_status),
    COL(struct order, pay_method),
    COL(struct order, goods_amount),
    COL(struct order, discount_amount),
    COL(struct order, shipping_amount),
    COL(struct order, payable_amount),
    COL(struct order, address.receiver),
    COL(struct order, address.region),
    COL(struct order, address.region_code),
    COL(struct order, address.detail),
    COL(struct order, address.zip_code),
    COL(struct order, address.phone),
    COL(struct order, note),
    COL(struct order, version),
    COL_TIME(struct order, created_at),
    COL_TIME(struct order, pay_before),
};

static const struct col line_cols[] = {
    COL(struct order_line, order_id), COL(struct order_line, sku_id),   COL(struct order_line, name),
    COL(struct order_line, image),    COL(struct order_line, unit),     COL(struct order_line, price),
    COL(struct order_line, quantity), COL(struct order_line, amount),   COL(struct order_line, reviewed),
};

static const struct col event_cols[] = {COL(struct order_event, order_id), COL(struct order_event, status),
                                        COL(struct order_event, by), COL_TIME(struct order_event, at)};

static const struct col shipment_cols[] = {
    COL(struct order_shipment, order_id), COL(struct order_shipment, id), COL(struct order_shipment, carrier),
    COL(struct order_shipment, tracking_no), COL_TIME(struct order_shipment, at)};

static const struct col refund_cols[] = {COL(struct order_refund, order_id), COL(struct order_refund, id),
                                         COL(struct order_refund, status), COL(struct order_refund, amount)};

/* What hangs on orders: the statement, the row type, and the member of struct order that takes the part. Every
 * such row begins with its order's id, and the rows come in the order of those ids. */
static const struct part {
    enum stmt stmt;
    const struct col *cols;
    size_t ncols, size, at;
    bool by_lang;
} parts[] = {
    {STMT_ORDER_LINES, COLS(line_cols), sizeof(struct order_line), offsetof(struct order, lines), true},
    {STMT_ORDER_HISTORIES, COLS(event_cols), sizeof(struct order_event), offsetof(struct order, history), false},
    {STMT_ORDER_SHIPMENTS, COLS(shipment_cols), sizeof(struct order_shipment), offsetof(struct order, shipments), false},
    {STMT_ORDER_REFUNDS, COLS(refund_cols), sizeof(struct order_refund), offsetof(struct order, refunds), false},
};

_Static_assert(offsetof(struct order_line, order_id) == 0 && offsetof(struct order_event, order_id) == 0 &&
                   offsetof(struct order_shipment, order_id) == 0 && offsetof(struct order_refund, order_id) == 0,
               "a part begins with its order's id");

/* The run of rows that belong to one order. */
static struct doc_list slice(const char *rows, size_t n, size_t size, int64_t order_id)
{
    size_t from = 0, to;
    while (from < n && *(const int64_t *)(const void *)(rows + from * size) != order_id)
        from++;
    for (to = from; to < n && *(const int64_t *)(const void *)(rows + to * size) == order_id;)
        to++;
    return (struct doc_list){rows + from * size, to - from};
}

static enum err read_part(struct ctx *c, const struct part *p, const char *ids, struct order *list, size_t n)
{
    char *rows;
    size_t n_rows;
    struct arg a[2] = {arg_str(ids), arg_str(lang_tag(c->lang))};
    enum err e = db_rows(c, p->stmt, (struct args){a, p->by_lang ? 2 : 1}, p->cols, p->ncols, p->size, &rows, &n_rows);
    for (size_t i = 0; !e && i < n; i++)
        *(struct doc_list *)(void *)((char *)&list[i] + p->at) = slice(rows, n_rows, p->size, list[i].id);
    return e;
}

static enum err complete(struct ctx *c, struct order *list, size_t n)
{
    int64_t *ids = arena_array(c->mem, n, sizeof(*ids));
    for (size_t i = 0; i < n; i++)
        ids[i] = list[i].id;
    const char *json = goods_ids_json(c, ids, n);
    enum err e = E_OK;
    for (size_t i = 0; n && !e && i < sizeof(parts) / sizeof(parts[0]); i++)
        e = read_part(c, &parts[i], json, list, n);
    for (size_t i = 0; !e && i < n; i++)
        list[i].actions = order_actions(c, &list[i]);
    return e;
}

enum err orders_show(struct ctx *c, int64_t id, bool any, struct order *order)
{
    enum err e = db_row(c, STMT_ORDER_SHOW, ARGS(ARG(id), ARG(any ? (int64_t)0 : c->user_id)), COLS(order_cols), order);
    return e ? e : complete(c, order, 1);
}

enum err orders_list(struct ctx *c, const struct order_filter *f, struct order **list, size_t *n, int64_t *next)
{
    struct arg a[4];
    size_t k = 0;
    enum stmt s = f->any ? (f->status ? STMT_ORDER_LIST_ALL_STATUS : STMT_ORDER_LIST_ALL)
                         : (f->status ? STMT_ORDER_LIST_STATUS : STMT_ORDER_LIST);
    if (!f->any)
        a[k++] = arg_int(c->user_id);
    if (f->status)
        a[k++] = arg_str(f->status);
    a[k++] = arg_int(f->before ? f->before : INT64_MAX);
    a[k++] = arg_int(f->limit + 1);
    enum err e = db_rows(c, s, (struct args){a, k}, COLS(order_cols), sizeof(**list), list, n);
    if (e)
        return e;
    *next = *n > (size_t)f->limit ? (*list)[f->limit - 1].id : 0;
    if (*next)
        *n = (size_t)f->limit;
    return complete(c, *list, *n);
}
