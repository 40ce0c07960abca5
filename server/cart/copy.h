/* SPDX-License-Identifier: MIT */
/* copy.h - keeps the two copies of carts and histories together: what changed in Redis is written to MariaDB,
 * what changed in MariaDB while Redis was away is dropped from Redis. */
#ifndef SERVER_CART_COPY_H
#define SERVER_CART_COPY_H

#include "server/ctx.h"

/* Both directions; every second by a worker. Runs may overlap, and each may be killed anywhere. */
enum err copy_keep(struct ctx *c) MUST_CHECK;

/* For kv_on_return(): what must be right before a Redis that was away may be used. */
enum err copy_welcome(struct ctx *c) MUST_CHECK;

#endif
