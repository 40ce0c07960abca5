/* SPDX-License-Identifier: MIT */
/* idem.h - Idempotency-Key: the row that makes a repeated POST harmless. It is written in the effect's own
 * transaction, so a refused request leaves none; a twin waits on the row's lock. Rows are kept 24 h or more. */
#ifndef SERVER_STORE_IDEM_H
#define SERVER_STORE_IDEM_H

#include "server/ctx.h"

struct idem {
    const char *route, *key;
    unsigned char fingerprint[32]; /* of the path and the canonical body, secrets left out */
    int64_t object_id;             /* set by the domain: what a replay shows */
    bool stored;                   /* the outcome is committed with its effect */
};

/* Has this key an outcome? E_OK with c->idem->object_id set; E_NOT_FOUND; E_IDEMPOTENCY where the key was used
 * with another request. */
enum err idem_lookup(struct ctx *c) MUST_CHECK;

/* For db_tx(): first and last statement of the outermost transaction. A twin that is still running gives
 * E_IN_PROGRESS after the lock time-out; one that has just finished gives E_IN_PROGRESS too, and the router
 * looks again. */
enum err idem_claim(struct ctx *c) MUST_CHECK;
enum err idem_finish(struct ctx *c) MUST_CHECK;

/* Removes outcomes older than 48 h, at most 1,000 at once. */
enum err idem_sweep(struct ctx *c) MUST_CHECK;

#endif
