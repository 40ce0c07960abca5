/* SPDX-License-Identifier: MIT */
/* cart.h - what a shopper means to buy. Stock is not reserved here: see orders.h. */
#ifndef SERVER_CART_CART_H
#define SERVER_CART_CART_H

#include "server/ctx.h"

struct cart_line {
    int64_t sku_id, quantity;
};

/* The lines of c's user, by SKU id. */
enum err cart_read(struct ctx *c, struct cart_line **lines, size_t *n) MUST_CHECK;

#endif
