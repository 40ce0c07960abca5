/* SPDX-License-Identifier: MIT */
/* orders.h - from lines to an order and through its life. Stock is taken in the order's own transaction and
 * comes back at most once. Money that moves is the room above (payments); what is due is here. */
#ifndef SERVER_ORDERS_ORDERS_H
#define SERVER_ORDERS_ORDERS_H

#include "server/ctx.h"
#include "server/http/doc.h"

#define ORDER_LINES_MAX    100
#define ORDER_QUANTITY_MAX 9999

struct order_address {
    int64_t id;
    const char *receiver, *region, *region_code, *detail, *zip_code, *phone;
};

struct order_line {
    int64_t order_id, sku_id, price, quantity, amount;
    const char *name, *image, *unit;
    bool reviewed;
};

struct order_event {
    int64_t order_id, at;
    const char *status, *by;
};

struct order_shipment {
    int64_t order_id, id, at;
    const char *carrier, *tracking_no;
};

struct order_refund {
    int64_t order_id, id, amount;
    const char *status;
};

struct order {
    int64_t id, user_id, goods_amount, discount_amount, shipping_amount, payable_amount, version;
    int64_t created_at, pay_before;
    const char *status, *payment_status, *pay_method, *note;
    struct order_address address;
    struct doc_list lines, history, shipments, refunds, actions;
};

/* What a shopper wants: these items, or the whole cart where none are given. */
struct order_item {
    int64_t sku_id, quantity;
};

struct order_request {
    int64_t address_id;
    const struct order_item *items;
    size_t n_items;
    bool from_cart;
    const char *pay_method, *note;
    int64_t expected_amount; /* -1: not said */
};

/* What it would cost now. */
struct order_quote {
    struct doc_list lines; /* of struct order_line */
    int64_t goods_amount, discount_amount, shipping_amount, payable_amount;
};

enum err orders_preview(struct ctx *c, const struct order_request *rq, struct order_quote *quote) MUST_CHECK;

/* All lines or none; `id` gets the new order's. E_OUT_OF_STOCK, E_PRICE_CHANGED, E_NOT_FOUND (address, SKU). */
enum err orders_place(struct ctx *c, const struct order_request *rq, int64_t *id) MUST_CHECK;

/* c's own order with everything in it; staff (`any`): anybody's. */
enum err orders_show(struct ctx *c, int64_t id, bool any, struct order *order) MUST_CHECK;

/* Newest first, those before `before` (0: from the newest), of this status (NULL: any). Five statements, however
 * many orders. */
struct order_filter {
    const char *status;
    int64_t before, limit;
    bool any; /* of all shoppers, for staff */
};
enum err orders_list(struct ctx *c, const struct order_filter *f, struct order **list, size_t *n, int64_t *next) MUST_CHECK;

/* Unpaid, or cash on delivery and not shipped: `asked` is true where a provider must be asked first (the order
 * is `cancelling`, its stock still held). */
enum err orders_cancel(struct ctx *c, int64_t id, bool any, bool *asked) MUST_CHECK;
enum err orders_receive(struct ctx *c, int64_t id) MUST_CHECK;

struct order_review {
    int64_t sku_id, rating;
    const char *content;
};
enum err orders_review(struct ctx *c, int64_t id, const struct order_review *list, size_t n) MUST_CHECK;

/* By staff; one shipment an order for now. */
enum err orders_ship(struct ctx *c, int64_t id, const char *carrier, const char *tracking_no) MUST_CHECK;

#endif
