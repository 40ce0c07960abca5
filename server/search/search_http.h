/* SPDX-License-Identifier: MIT */
/* search_http.h - the search's route. */
#ifndef SERVER_SEARCH_SEARCH_HTTP_H
#define SERVER_SEARCH_SEARCH_HTTP_H

#include "server/http/route.h"

extern const struct route_table search_routes;

#endif
