/* SPDX-License-Identifier: MIT */
/* health.h - /healthz, /readyz and the meanings of problem codes. */
#ifndef SERVER_HTTP_HEALTH_H
#define SERVER_HTTP_HEALTH_H

#include "server/http/route.h"

extern const struct route_table health_routes;

#endif
