/* SPDX-License-Identifier: MIT */
/* openapi.h - GET /api/openapi.json: the whole API as an OpenAPI 3.1 document, made from the route tables alone,
 * so that it cannot say anything that the router does not do. */
#ifndef SERVER_HTTP_OPENAPI_H
#define SERVER_HTTP_OPENAPI_H

#include "server/http/route.h"

extern const struct route_table openapi_routes;

#endif
