/* SPDX-License-Identifier: MIT */
/* jobs_http.h - the routes of the task queue. */
#ifndef SERVER_JOBS_JOBS_HTTP_H
#define SERVER_JOBS_JOBS_HTTP_H

#include "server/http/route.h"

extern const struct route_table jobs_routes;

#endif
