/* SPDX-License-Identifier: MIT */
/* metrics.h - what /metrics shows, in Prometheus's text format 0.0.4: requests by route, method and status,
 * their durations, the pools, the queue. */
#ifndef SERVER_HTTP_METRICS_H
#define SERVER_HTTP_METRICS_H

#include "server/http/route.h"

/* Counts one finished request; `row` is NULL where no route matched. Any thread. */
void metrics_request(const struct route *row, const char *method, int status, int64_t us);

extern const struct route_table metrics_routes;

#endif
