/* SPDX-License-Identifier: MIT */
/* ids.h - ids of orders, payments, refunds and shipments, unique over all daemons and in order of time:
 * 41 bits of milliseconds since 2020 by the database's clock, 10 bits of node, 12 bits of sequence with random
 * gaps. The node number is leased from a table; without a lease the daemon does not start. */
#ifndef SERVER_STORE_IDS_H
#define SERVER_STORE_IDS_H

#include "server/ctx.h"

struct ids;

struct ids *ids_new(void);
void ids_free(struct ids *ids);

/* Takes a node number (first call) or renews the lease, and compares clocks; every 10 s by the heartbeat. */
enum err ids_lease(struct ctx *c) MUST_CHECK;
void ids_drop(struct ctx *c); /* gives the number back at a clean stop */

/* A new id; E_UNAVAILABLE where the lease ran out (the database was away for a minute). */
enum err ids_next(struct ctx *c, int64_t *id) MUST_CHECK;

/* The database's clock as this daemon knows it, in ms; for cheap decisions, the database decides the rest. */
int64_t ids_now(struct ctx *c);

#endif
