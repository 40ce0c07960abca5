/* SPDX-License-Identifier: MIT */
/* users_http.h - the tables of the account routes: users_http.c, credentials_http.c, sessions_http.c,
 * addresses_http.c. */
#ifndef SERVER_USERS_USERS_HTTP_H
#define SERVER_USERS_USERS_HTTP_H

#include "server/http/route.h"

extern const struct route_table users_routes, credentials_routes, sessions_routes, addresses_routes;

#endif
