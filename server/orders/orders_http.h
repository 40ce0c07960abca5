/* SPDX-License-Identifier: MIT */
/* orders_http.h - the shopper's routes of orders, and how an order is replied, for staff's routes too. */
#ifndef SERVER_ORDERS_ORDERS_HTTP_H
#define SERVER_ORDERS_ORDERS_HTTP_H

#include "server/http/route.h"

extern const struct route_table orders_routes;

/* The order as it is now; `any`: whoever's it is. */
enum err orders_reply(struct ctx *c, int64_t id, bool any, int status, struct reply *r) MUST_CHECK;

/* The query of lists of orders. */
struct order_list_in {
    const char *status, *cursor;
    int64_t limit;
};
extern const struct fields order_list_query;
enum err orders_reply_list(struct ctx *c, const struct input *in, bool any, struct reply *r) MUST_CHECK;

#endif
