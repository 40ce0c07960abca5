/* SPDX-License-Identifier: MIT */
#include "server/orders/orders_http.h"

#include "server/http/paging.h"
#include "server/orders/orders.h"
#include "server/orders/orders_docs.h"
#include "server/orders/states.h"

enum err orders_reply(struct ctx *c, int64_t id, bool any, int status, struct reply *r)
{
    struct order order;
    enum err e = orders_show(c, id, any, &order);
    return e ? e : reply_doc(r, status, &order_doc, &order);
}

static enum err reply_new(struct ctx *c, int64_t id, struct reply *r)
{
    reply_header(r, "Location", arena_printf(c->mem, "/api/v1/orders/%lld", (long long)id));
    return orders_reply(c, id, false, 201, r);
}

static enum err reply_same(struct ctx *c, int64_t id, struct reply *r)
{
    return orders_reply(c, id, false, 200, r);
}

struct order_in {
    int64_t address_id, expected_amount;
    struct field_list items;
    const char *pay_method, *note;
};

static const struct field item_fields[] = {
    {"sku_id", FIELD_ID, true, .at = offsetof(struct order_item, sku_id)},
    {"quantity", FIELD_INT, true, .lo = 1, .hi = ORDER_QUANTITY_MAX, .at = offsetof(struct order_item, quantity)},
};
static const struct fields item_spec = FIELDS("OrderItem", struct order_item, item_fields);

#define ITEM_MEMBERS                                                                                             \
    {"address_id", FIELD_ID, true, .at = offsetof(struct order_in, address_id)},                                 \
    {"items", FIELD_LIST, .lo = 1, .hi = ORDER_LINES_MAX, .at = offsetof(struct order_in, items), .of = &item_spec, \
     .about = "Left out: the whole cart"}

static const struct field preview_fields[] = {ITEM_MEMBERS};
static const struct fields preview_spec = FIELDS("OrderPreviewRequest", struct order_in, preview_fields);

static const char *const methods[] = {"alipay", "cod", NULL};
static const struct field place_fields[] = {
    ITEM_MEMBERS,
    {"pay_method", FIELD_WORD, true, .at = offsetof(struct order_in, pay_method), .words = methods},
    {"expected_amount", FIELD_INT, .lo = 0, .hi = 10000000000, .otherwise = -1,
     .at = offsetof(struct order_in, expected_amount), .about = "Refuse with price_changed where it differs"},
    {"note", FIELD_LINES, .lo = 0, .hi = 200, .at = offsetof(struct order_in, note)},
};
static const struct fields place_spec = FIELDS("OrderRequest", struct order_in, place_fields);

static struct order_request to_request(const struct order_in *b)
{
    return (struct order_request){.address_id = b->address_id,
                                  .items = b->items.items,
                                  .n_items = b->items.n,
                                  .from_cart = !b->items.given,
                                  .pay_method = b->pay_method,
                                  .note = b->note,
                                  .expected_amount = b->expected_amount};
}

static enum err post_preview(struct ctx *c, const struct input *in, struct reply *r)
{
    struct order_request rq = to_request(in->body);
    struct order_quote quote;
    enum err e = orders_preview(c, &rq, &quote);
    return e ? e : reply_doc(r, 200, &order_quote_doc, &quote);
}

static enum err post_order(struct ctx *c, const struct input *in, struct reply *r)
{
    struct order_request rq = to_request(in->body);
    int64_t id;
    enum err e = orders_place(c, &rq, &id);
    return e ? e : reply_new(c, id, r);
}

static const struct field list_fields[] = {
    {"status", FIELD_WORD, .at = offsetof(struct order_list_in, status), .words = order_status_names},
    CURSOR_FIELDS(struct order_list_in),
};
const struct fields order_list_query = FIELDS("OrderListQuery", struct order_list_in, list_fields);

enum err orders_reply_list(struct ctx *c, const struct input *in, bool any, struct reply *r)
{
    const struct order_list_in *q = in->query;
    struct order_filter f = {.status = q->status, .limit = q->limit, .any = any};
    struct order *list;
    size_t n;
    int64_t next;
    enum err e = reply_read_cursor(c, q->cursor, &f.before);
    if (!e)
        e = orders_list(c, &f, &list, &n, &next);
    return e ? e : reply_cursor(r, in, &order_doc, list, n, next);
}

static enum err get_orders(struct ctx *c, const struct input *in, struct reply *r)
{
    return orders_reply_list(c, in, false, r);
}

static enum err get_order(struct ctx *c, const struct input *in, struct reply *r)
{
    return reply_same(c, in->id[0], r);
}

static enum err post_cancel(struct ctx *c, const struct input *in, struct reply *r)
{
    bool asked;
    enum err e = orders_cancel(c, in->id[0], false, &asked);
    return e ? e : orders_reply(c, in->id[0], false, asked ? 202 : 200, r);
}

static enum err post_receive(struct ctx *c, const struct input *in, struct reply *r)
{
    enum err e = orders_receive(c, in->id[0]);
    return e ? e : reply_same(c, in->id[0], r);
}

struct reviews_in {
    struct field_list reviews;
};

static const struct field review_fields[] = {
    {"sku_id", FIELD_ID, true, .at = offsetof(struct order_review, sku_id)},
    {"rating", FIELD_INT, true, .lo = 1, .hi = 5, .at = offsetof(struct order_review, rating)},
    {"content", FIELD_LINES, true, .lo = 1, .hi = 1000, .at = offsetof(struct order_review, content)},
};
static const struct fields review_spec = FIELDS("OrderReview", struct order_review, review_fields);
static const struct field reviews_fields[] = {
    {"reviews", FIELD_LIST, true, .lo = 1, .hi = ORDER_LINES_MAX, .at = offsetof(struct reviews_in, reviews),
     .of = &review_spec},
};
static const struct fields reviews_spec = FIELDS("ReviewRequest", struct reviews_in, reviews_fields);

static enum err post_reviews(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct reviews_in *b = in->body;
    enum err e = orders_review(c, in->id[0], b->reviews.items, b->reviews.n);
    return e ? e : reply_new(c, in->id[0], r);
}

static const struct route rows[] = {
    {"POST", "/api/v1/orders/preview", ACCESS_LOGIN, .body = &preview_spec, .run = post_preview, .status = 200,
     .doc = &order_quote_doc,
     .errors = MAY(E_NOT_FOUND) | MAY(E_OUT_OF_STOCK), .about = "What an order would cost now"},
    {"POST", "/api/v1/orders", ACCESS_LOGIN, .flags = ROUTE_IDEMPOTENT, .body = &place_spec, .run = post_order,
     .replay = reply_new, .status = 201, .doc = &order_doc,
     .errors = MAY(E_NOT_FOUND) | MAY(E_OUT_OF_STOCK) | MAY(E_PRICE_CHANGED), .about = "Place an order: all lines or none"},
    {"GET", "/api/v1/orders", ACCESS_LOGIN, .query = &order_list_query, .run = get_orders, .status = 200,
     .shape = SHAPE_CURSOR, .doc = &order_doc, .about = "One's orders, newest first"},
    {"GET", "/api/v1/orders/{id}", ACCESS_LOGIN, .run = get_order, .status = 200, .doc = &order_doc,
     .about = "One order with its history and the actions now allowed"},
    {"POST", "/api/v1/orders/{id}/cancel", ACCESS_LOGIN, .flags = ROUTE_IDEMPOTENT, .run = post_cancel,
     .replay = reply_same, .status = 200, .doc = &order_doc,
     .also = 202, .errors = MAY(E_INVALID_STATE),
     .about = "Cancel while unpaid, or cash on delivery and not shipped; 202 while the provider is asked"},
    {"POST", "/api/v1/orders/{id}/receive", ACCESS_LOGIN, .flags = ROUTE_IDEMPOTENT, .run = post_receive,
     .replay = reply_same, .status = 200, .doc = &order_doc,
     .errors = MAY(E_INVALID_STATE), .about = "Confirm that it arrived"},
    {"POST", "/api/v1/orders/{id}/reviews", ACCESS_LOGIN, .flags = ROUTE_IDEMPOTENT, .body = &reviews_spec,
     .run = post_reviews, .replay = reply_new, .status = 201, .doc = &order_doc,
     .errors = MAY(E_INVALID_STATE) | MAY(E_CONFLICT), .about = "Review lines, each once"},
};
const struct route_table orders_routes = ROUTE_TABLE(rows);
