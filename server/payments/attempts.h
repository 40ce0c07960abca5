/* SPDX-License-Identifier: MIT */
/* attempts.h - private to the room: reading attempts. */
#ifndef SERVER_PAYMENTS_ATTEMPTS_H
#define SERVER_PAYMENTS_ATTEMPTS_H

#include "server/payments/payments.h"

/* One attempt; with `lock` until the end of the transaction, whose order must be locked already. */
enum err attempt_read(struct ctx *c, int64_t id, bool lock, struct payment *p) MUST_CHECK;

/* The attempts of an order that may still be paid. */
enum err attempts_open(struct ctx *c, int64_t order_id, struct payment **list, size_t *n) MUST_CHECK;

#endif
