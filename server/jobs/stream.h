/* SPDX-License-Identifier: MIT */
/* stream.h - which jobs are due, by way of Redis: ids on the stream `jobs`, read by the group `workers`. It only
 * makes things sooner. An id may come twice or be lost with the stream; the claim in MariaDB decides who runs a
 * job, and the announcing task finds what nobody was told of. So nothing is acknowledged. */
#ifndef SERVER_JOBS_STREAM_H
#define SERVER_JOBS_STREAM_H

#include "server/ctx.h"

/* Announces jobs, except those that already wait on the stream. With Redis away nothing happens. */
void stream_add(struct ctx *c, const int64_t *ids, size_t n);

/* The next announced id, 0 where none came within `wait_ms`. E_UNAVAILABLE where Redis is away or its stream had
 * to be made anew: look into MariaDB instead. */
enum err stream_take(struct ctx *c, int wait_ms, int64_t *id) MUST_CHECK;

#endif
