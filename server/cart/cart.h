/* SPDX-License-Identifier: MIT */
/* cart.h - what a signed-in shopper means to buy: c's user's cart. Nothing is reserved by it: prices and stock
 * are read when it is shown, and stock is taken by orders alone. Bought lines leave it by the job of an order, see
 * cart_tasks.h. Where carts are kept: store.h. */
#ifndef SERVER_CART_CART_H
#define SERVER_CART_CART_H

#include "server/ctx.h"
#include "server/goods/goods.h"

#define CART_LINES_MOST    200
#define CART_QUANTITY_MOST 9999

struct app;

struct cart_line {
    int64_t sku_id, quantity;
};

struct cart_item {
    struct sku_summary sku;
    int64_t quantity, amount; /* amount in fen */
    bool available;           /* on sale, and as many in stock */
};

struct cart {
    struct doc_list items; /* of struct cart_item, by SKU id */
    int64_t total_quantity;
    int64_t total_amount; /* of what is on sale */
};

struct cart_counts {
    int64_t count, total_quantity; /* lines, and pieces in them */
};

/* At start, in every process that uses carts: hooks views of goods and Redis' return. */
void cart_open(struct app *app);

/* The cart with today's prices and the stock counters themselves. */
enum err cart_show(struct ctx *c, struct cart *cart) MUST_CHECK;

/* The bare lines, by SKU id, for ordering. */
enum err cart_read(struct ctx *c, struct cart_line **lines, size_t *n) MUST_CHECK;

enum err cart_count(struct ctx *c, struct cart_counts *counts) MUST_CHECK;

/* Adds `line`. E_OUT_OF_STOCK past the stock or off sale, E_CONFLICT past the limits above, E_VALIDATION for an
 * unknown or retired SKU. Honours c->idem: `repeated` says that an earlier request has done it already. */
enum err cart_add(struct ctx *c, struct cart_line line, struct cart_counts *counts,
                  bool *repeated) MUST_CHECK;

/* Sets the quantity of a line, which need not be there yet. The errors of cart_add(), but E_NOT_FOUND for an
 * unknown or retired SKU. */
enum err cart_set(struct ctx *c, struct cart_line line, struct cart_counts *counts) MUST_CHECK;

/* E_NOT_FOUND where it is not in the cart. */
enum err cart_remove(struct ctx *c, int64_t sku_id) MUST_CHECK;

enum err cart_clear(struct ctx *c) MUST_CHECK;

#endif
