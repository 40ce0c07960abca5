/* SPDX-License-Identifier: MIT */
/* payments_http.h - paying an order, and the provider's notices. */
#ifndef SERVER_PAYMENTS_PAYMENTS_HTTP_H
#define SERVER_PAYMENTS_PAYMENTS_HTTP_H

#include "server/http/route.h"

extern const struct route_table payments_routes;

#endif
