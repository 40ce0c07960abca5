/* SPDX-License-Identifier: MIT */
/* goods_http.h - the catalogue's routes. */
#ifndef SERVER_GOODS_GOODS_HTTP_H
#define SERVER_GOODS_GOODS_HTTP_H

#include "server/http/route.h"

extern const struct route_table goods_routes;

#endif
