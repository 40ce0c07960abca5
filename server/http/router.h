/* SPDX-License-Identifier: MIT */
/* router.h - from a request to a reply. The guards run once, in a fixed order, from the row's flags: match,
 * method (405 with Allow), session, role, CSRF, parse and validate, idempotency, run. Only here does an error
 * become an HTTP status and a log line. */
#ifndef SERVER_HTTP_ROUTER_H
#define SERVER_HTTP_ROUTER_H

#include "server/app.h"
#include "server/http/request.h"
#include "server/http/route.h"

/* Compiles the tables; false with a line on stderr for each row that declares no access, stands twice, or
 * promises what it does not give. At start, before any thread. */
bool router_open(void);

/* Who runs this request: the I/O thread (a row marked ROUTE_INLINE, or no row at all), any worker, or one of the
 * few that do slow work (ROUTE_SLOW). */
enum lane { LANE_INLINE, LANE_QUICK, LANE_SLOW };
enum lane router_lane(const struct request *rq);

/* Runs the request and fills rq->reply; never fails. */
void router_run(struct app *app, struct request *rq);

/* A reply for a request that did not get as far as a route. */
void router_refuse(struct app *app, struct request *rq, enum err e, const char *why);

/* All rows in order, for `shopd routes` and the OpenAPI file: calls fn until it returns false. */
void router_each(bool (*fn)(const struct route *r, void *arg), void *arg);

#endif
