/* SPDX-License-Identifier: MIT */
/* cart_http.h - the routes of cart and history. */
#ifndef SERVER_CART_CART_HTTP_H
#define SERVER_CART_CART_HTTP_H

#include "server/http/route.h"

extern const struct route_table cart_routes;

#endif
