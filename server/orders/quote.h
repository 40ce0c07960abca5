/* SPDX-License-Identifier: MIT */
/* quote.h - private to the room: what items cost now, with all that an order keeps of them. */
#ifndef SERVER_ORDERS_QUOTE_H
#define SERVER_ORDERS_QUOTE_H

#include "server/orders/orders.h"

struct quoted_line {
    int64_t sku_id, quantity, price, stock;
    const char *status, *image, *name_zh, *name_en, *unit_zh, *unit_en;
};

struct quoted {
    struct quoted_line *lines; /* by SKU id, so that stock is locked in one order everywhere */
    size_t n;
    struct order_address address;
    int64_t goods_amount, discount_amount, shipping_amount, payable_amount;
};

/* Items as given or from the cart, checked: 1 to ORDER_LINES_MAX, no SKU twice. */
enum err quote_items(struct ctx *c, const struct order_request *rq, struct order_item **items, size_t *n) MUST_CHECK;

/* Prices and stock of the items now; E_NOT_FOUND (address, SKU), E_OUT_OF_STOCK, E_VALIDATION (amount). */
enum err quote_price(struct ctx *c, const struct order_request *rq, struct order_item *items, size_t n,
                     struct quoted *q) MUST_CHECK;

/* JSON text [{"sku":…,"quantity":…}] of the lines, by SKU id. */
const char *quote_items_json(struct ctx *c, const struct quoted *q);

/* "only N left" about the first line whose stock is short. */
enum err quote_fail_stock(struct ctx *c, const struct quoted_line *line) MUST_CHECK;

#endif
