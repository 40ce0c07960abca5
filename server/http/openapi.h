/* SPDX-License-Identifier: MIT */
/* openapi.h - GET /api/openapi.json: the whole API as an OpenAPI 3.1 document, made from the route tables alone,
 * so that it cannot say anything that the router does not do. */
#ifndef SERVER_HTTP_OPENAPI_H
#define SERVER_HTTP_OPENAPI_H

#include "server/http/route.h"

extern const struct route_table openapi_routes;

/* The document for a shop reached by https or not (the session cookie's name depends on it), to be freed; NULL
 * where it cannot be built. The router must be open. */
char *openapi_text(bool https);

#endif
