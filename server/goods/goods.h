/* SPDX-License-Identifier: MIT */
/* goods.h - the catalogue as shoppers read it: types, SKUs in lists and alone, reviews, the home page. Stock
 * and sales here are for showing; orders read and take the counter themselves. */
#ifndef SERVER_GOODS_GOODS_H
#define SERVER_GOODS_GOODS_H

#include "server/ctx.h"
#include "server/http/doc.h"

struct goods_type {
    int64_t id;
    const char *name, *logo, *image;
};

struct net_content {
    int64_t amount;
    const char *unit; /* g, ml, piece */
};

struct unit_price {
    int64_t amount, per; /* fen for so many of the unit */
    const char *unit;
};

/* What lists, cart and search show of a SKU. */
struct sku_summary {
    int64_t id, spu_id, type_id, price, stock, sales;
    const char *name, *summary, *unit, *image, *status, *availability, *search_key;
    struct net_content net;
    struct unit_price unit_price;
};

struct sku_detail {
    struct sku_summary sku;
    struct doc_list images, siblings, new_picks;
    const char *detail_html;
    int64_t rating, review_count; /* rating in tenths, 0 without reviews */
};

/* sku_list's orders; the names are those of api.md's `sort`. */
struct sku_query {
    const char *sort; /* default price -price hot new name */
    int64_t type, min_price, max_price, page, per_page; /* type 0: all */
    bool in_stock;
};

struct review {
    int64_t id, rating, created_at, replied_at;
    const char *username, *content, *reply; /* the name is masked */
};

struct banner {
    int64_t id, sku_id;
    const char *image, *title;
};

struct promotion {
    int64_t id;
    const char *name, *image, *url;
};

struct home_type {
    struct goods_type type;
    struct doc_list titles, picks; /* of struct sku_summary */
};

struct home {
    struct doc_list banners, promotions, types;
};

enum err goods_types(struct ctx *c, struct goods_type **list, size_t *n) MUST_CHECK;
enum err goods_type_show(struct ctx *c, int64_t id, struct goods_type *type) MUST_CHECK;

/* Summaries of these SKUs, in this order, in c's language; ids that do not exist are left out. Retired ones
 * are there with availability sold_out. One statement, however many ids. */
enum err goods_summaries(struct ctx *c, const int64_t *ids, size_t n, struct sku_summary **list, size_t *found) MUST_CHECK;

enum err goods_list(struct ctx *c, const struct sku_query *q, struct sku_summary **list, size_t *n, int64_t *total) MUST_CHECK;

/* E_NOT_FOUND for an unknown or retired SKU. With a signed-in shopper it is put on the history. */
enum err goods_show(struct ctx *c, int64_t id, struct sku_detail *detail) MUST_CHECK;

/* The history belongs to a higher room; it asks here to be told of views by signed-in shoppers. */
extern void (*goods_on_view)(struct ctx *c, int64_t sku_id);

/* Newest first, those before id `before` (0: from the newest); `next` is 0 at the end. */
enum err goods_reviews(struct ctx *c, int64_t sku_id, int64_t before, int64_t limit, struct review **list, size_t *n,
                       int64_t *next) MUST_CHECK;

enum err goods_home(struct ctx *c, struct home *home) MUST_CHECK;

/* JSON text of a list of ids, for statements that take one. */
const char *goods_ids_json(struct ctx *c, const int64_t *ids, size_t n);

#endif
