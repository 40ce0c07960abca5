/* SPDX-License-Identifier: MIT */
#include "server/cart/cart_http.h"

#include "server/cart/cart.h"
#include "server/cart/history.h"
#include "server/goods/goods_docs.h"

static const struct doc_field item_fields[] = {
    {"sku", DOC_OBJECT, offsetof(struct cart_item, sku), .of = &sku_summary_doc, .about = "As it is now"},
    {"quantity", DOC_INT, offsetof(struct cart_item, quantity), .about = "How many are wanted"},
    {"amount", DOC_MONEY, offsetof(struct cart_item, amount), .about = "Price times quantity"},
    {"available", DOC_BOOL, offsetof(struct cart_item, available), .about = "On sale, and as many in stock"},
};
static const struct doc item_doc = DOC("CartItem", struct cart_item, item_fields);

static const struct doc_field cart_fields[] = {
    {"items", DOC_LIST, offsetof(struct cart, items), .of = &item_doc, .about = "By SKU id"},
    {"total_quantity", DOC_INT, offsetof(struct cart, total_quantity), .about = "Pieces in all lines"},
    {"total_amount", DOC_MONEY, offsetof(struct cart, total_amount),
     .about = "Of the lines that are on sale"},
    {"currency", DOC_CONST, 0, .about = "CNY"},
};
static const struct doc cart_doc = DOC("Cart", struct cart, cart_fields);

static const struct doc_field counts_fields[] = {
    {"count", DOC_INT, offsetof(struct cart_counts, count), .about = "Lines in the cart"},
    {"total_quantity", DOC_INT, offsetof(struct cart_counts, total_quantity), .about = "Pieces in all lines"},
};
static const struct doc counts_doc = DOC("CartCounts", struct cart_counts, counts_fields);

static enum err get_cart(struct ctx *c, const struct input *in, struct reply *r)
{
    struct cart cart;
    (void)in;
    enum err e = cart_show(c, &cart);
    return e ? e : reply_doc(r, 200, &cart_doc, &cart);
}

static enum err delete_cart(struct ctx *c, const struct input *in, struct reply *r)
{
    (void)in;
    enum err e = cart_clear(c);
    return e ? e : reply_nothing(r);
}

static const struct field line_list[] = {
    {"sku_id", FIELD_ID, .required = true, .at = offsetof(struct cart_line, sku_id), .about = "What to add"},
    {"quantity", FIELD_INT, .required = true, .lo = 1, .hi = CART_QUANTITY_MOST,
     .at = offsetof(struct cart_line, quantity), .about = "How many more"},
};
static const struct fields line_fields = FIELDS("CartLine", struct cart_line, line_list);

static enum err reply_counts(struct reply *r, const struct cart_counts *counts)
{
    return reply_created(r, "/api/v1/cart", &counts_doc, counts);
}

static enum err replay_items(struct ctx *c, int64_t object_id, struct reply *r)
{
    struct cart_counts counts;
    (void)object_id;
    enum err e = cart_count(c, &counts);
    return e ? e : reply_counts(r, &counts);
}

/* Redis remembers an Idempotency-Key before MariaDB and the router do. */
static enum err post_items(struct ctx *c, const struct input *in, struct reply *r)
{
    struct cart_counts counts;
    bool repeated;
    enum err e = cart_add(c, *(const struct cart_line *)in->body, &counts, &repeated);
    if (e)
        return e;
    if (repeated)
        reply_header(r, "Idempotent-Replayed", "true");
    return reply_counts(r, &counts);
}

static const struct field quantity_list[] = {
    {"quantity", FIELD_INT, .required = true, .lo = 1, .hi = CART_QUANTITY_MOST,
     .at = offsetof(struct cart_line, quantity), .about = "How many from now on"},
};
static const struct fields quantity_fields = FIELDS("CartQuantity", struct cart_line, quantity_list);

static enum err put_item(struct ctx *c, const struct input *in, struct reply *r)
{
    struct cart_line line = *(const struct cart_line *)in->body;
    struct cart_counts counts;
    line.sku_id = in->id[0];
    enum err e = cart_set(c, line, &counts);
    return e ? e : reply_doc(r, 200, &counts_doc, &counts);
}

static enum err delete_item(struct ctx *c, const struct input *in, struct reply *r)
{
    enum err e = cart_remove(c, in->id[0]);
    return e ? e : reply_nothing(r);
}

static enum err get_history(struct ctx *c, const struct input *in, struct reply *r)
{
    struct sku_summary *list;
    size_t n;
    enum err e = history_list(c, &list, &n);
    return e ? e : reply_cursor(r, in, &sku_summary_doc, list, n, 0);
}

static enum err delete_history(struct ctx *c, const struct input *in, struct reply *r)
{
    (void)in;
    enum err e = history_clear(c);
    return e ? e : reply_nothing(r);
}

static const struct route rows[] = {
    {"GET", "/api/v1/cart", ACCESS_LOGIN, .run = get_cart, .status = 200, .doc = &cart_doc,
     .about = "My cart, with today's prices and stock"},
    {"DELETE", "/api/v1/cart", ACCESS_LOGIN, .run = delete_cart, .status = 204, .shape = SHAPE_NONE,
     .errors = MAY(E_IN_PROGRESS), .about = "Empty my cart"},
    {"POST", "/api/v1/cart/items", ACCESS_LOGIN, .flags = ROUTE_IDEMPOTENT, .body = &line_fields,
     .run = post_items, .replay = replay_items, .status = 201, .doc = &counts_doc,
     .errors = MAY(E_OUT_OF_STOCK) | MAY(E_CONFLICT), .about = "Add to my cart, up to the stock"},
    {"PUT", "/api/v1/cart/items/{sku_id}", ACCESS_LOGIN, .body = &quantity_fields, .run = put_item,
     .status = 200, .doc = &counts_doc,
     .errors = MAY(E_OUT_OF_STOCK) | MAY(E_CONFLICT) | MAY(E_IN_PROGRESS),
     .about = "Set how many of a SKU are in my cart"},
    {"DELETE", "/api/v1/cart/items/{sku_id}", ACCESS_LOGIN, .run = delete_item, .status = 204,
     .shape = SHAPE_NONE, .errors = MAY(E_IN_PROGRESS), .about = "Take a SKU out of my cart"},
    {"GET", "/api/v1/me/history", ACCESS_LOGIN, .run = get_history, .status = 200, .shape = SHAPE_CURSOR,
     .doc = &sku_summary_doc, .about = "The SKUs that I looked at last, newest first"},
    {"DELETE", "/api/v1/me/history", ACCESS_LOGIN, .run = delete_history, .status = 204, .shape = SHAPE_NONE,
     .about = "Forget what I looked at"},
};
const struct route_table cart_routes = ROUTE_TABLE(rows);
