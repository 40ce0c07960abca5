/* SPDX-License-Identifier: MIT */
/* staff_http.h - the first of staff's routes: the order desk, stock, books, the audit log. */
#ifndef SERVER_STAFF_STAFF_HTTP_H
#define SERVER_STAFF_STAFF_HTTP_H

#include "server/http/route.h"

extern const struct route_table staff_routes;

#endif
