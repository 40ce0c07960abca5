/* SPDX-License-Identifier: MIT */
/* stock.h - the ledger of stock as staff use it: what came in, was wasted, was counted. */
#ifndef SERVER_STAFF_STOCK_H
#define SERVER_STAFF_STOCK_H

#include "server/ctx.h"

struct movement {
    int64_t id, sku_id, delta, order_id, at;
    const char *reason, *note, *staff;
};

/* Adds a movement and changes the stock with it. E_NOT_FOUND (no such SKU), E_OUT_OF_STOCK (below zero),
 * E_VALIDATION (a sign that the reason cannot have). */
enum err stock_move(struct ctx *c, int64_t sku_id, int64_t delta, const char *reason, const char *note, int64_t *id) MUST_CHECK;
enum err stock_movement(struct ctx *c, int64_t id, struct movement *m) MUST_CHECK;
enum err stock_movements(struct ctx *c, int64_t sku_id, int64_t before, int64_t limit, struct movement **list, size_t *n,
                         int64_t *next) MUST_CHECK;

#endif
