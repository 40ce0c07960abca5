/* SPDX-License-Identifier: MIT */
#include "server/goods/goods_http.h"

#include "server/goods/goods.h"
#include "server/goods/goods_docs.h"
#include "server/http/paging.h"

static enum err get_home(struct ctx *c, const struct input *in, struct reply *r)
{
    struct home home;
    (void)in;
    enum err e = goods_home(c, &home);
    return e ? e : reply_doc(r, 200, &home_doc, &home);
}

static enum err get_types(struct ctx *c, const struct input *in, struct reply *r)
{
    struct goods_type *list;
    size_t n;
    (void)in;
    enum err e = goods_types(c, &list, &n);
    return e ? e : reply_list(r, &goods_type_doc, list, n);
}

static enum err get_type(struct ctx *c, const struct input *in, struct reply *r)
{
    struct goods_type type;
    enum err e = goods_type_show(c, in->id[0], &type);
    return e ? e : reply_doc(r, 200, &goods_type_doc, &type);
}

static const char *const sorts[] = {"default", "price", "-price", "hot", "new", "name", NULL};

static const struct field list_fields[] = {
    {"type", FIELD_ID, .at = offsetof(struct sku_query, type), .about = "Only this type"},
    {"sort", FIELD_WORD, .at = offsetof(struct sku_query, sort), .words = sorts},
    {"min_price", FIELD_INT, .lo = 0, .hi = 10000000000, .at = offsetof(struct sku_query, min_price)},
    {"max_price", FIELD_INT, .lo = 0, .hi = 10000000000, .otherwise = -1, .at = offsetof(struct sku_query, max_price)},
    {"in_stock", FIELD_BOOL, .at = offsetof(struct sku_query, in_stock)},
    PAGING_FIELDS(struct sku_query),
};
static const struct fields list_query = FIELDS("SkuQuery", struct sku_query, list_fields);

static enum err get_skus(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct sku_query *q = in->query;
    struct sku_summary *list;
    struct page page = {q->page, q->per_page, 0};
    size_t n;
    enum err e = goods_list(c, q, &list, &n, &page.total);
    return e ? e : reply_page(r, in, &sku_summary_doc, list, n, page);
}

static enum err get_sku(struct ctx *c, const struct input *in, struct reply *r)
{
    struct sku_detail detail;
    enum err e = goods_show(c, in->id[0], &detail);
    return e ? e : reply_doc(r, 200, &sku_detail_doc, &detail);
}

static enum err get_reviews(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct cursor_in *q = in->query;
    struct review *list;
    size_t n;
    int64_t before, next;
    enum err e = reply_read_cursor(c, q->cursor, &before);
    if (!e)
        e = goods_reviews(c, in->id[0], before, q->limit, &list, &n, &next);
    return e ? e : reply_cursor(r, in, &review_doc, list, n, next);
}

static const struct route rows[] = {
    {"GET", "/api/v1/home", ACCESS_ANY, .flags = ROUTE_ETAG, .run = get_home, .status = 200, .doc = &home_doc,
     .about = "What is on the home page"},
    {"GET", "/api/v1/types", ACCESS_ANY, .flags = ROUTE_ETAG, .run = get_types, .status = 200, .shape = SHAPE_LIST,
     .doc = &goods_type_doc, .about = "The types of goods"},
    {"GET", "/api/v1/types/{id}", ACCESS_ANY, .flags = ROUTE_ETAG, .run = get_type, .status = 200,
     .doc = &goods_type_doc, .about = "One type"},
    {"GET", "/api/v1/skus", ACCESS_ANY, .flags = ROUTE_ETAG, .query = &list_query, .run = get_skus, .status = 200,
     .shape = SHAPE_PAGE, .doc = &sku_summary_doc, .about = "Goods by type, price and stock, sorted"},
    {"GET", "/api/v1/skus/{id}", ACCESS_ANY, .flags = ROUTE_ETAG, .run = get_sku, .status = 200,
     .doc = &sku_detail_doc, .about = "One SKU; with a session it is put on the history"},
    {"GET", "/api/v1/skus/{id}/reviews", ACCESS_ANY, .flags = ROUTE_ETAG, .query = &cursor_query, .run = get_reviews,
     .status = 200, .shape = SHAPE_CURSOR, .doc = &review_doc, .about = "Reviews of a SKU, newest first"},
};
const struct route_table goods_routes = ROUTE_TABLE(rows);
