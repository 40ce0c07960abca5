/* SPDX-License-Identifier: MIT */
/* store.h - where carts and histories are kept: in Redis (live.h) with a copy in MariaDB (rows.h), which serves
 * them alone while Redis is away.
 *
 * Which copy is true? Every change of a user's cart or history has a number, and the copy with the higher number
 * is the newer one. A change in Redis adds 1 and marks the user in `cart_dirty`; copy.c writes what is marked to
 * MariaDB within 2 s, together with the number, unless the rows there have a higher one already (so that a
 * worker that was frozen in between cannot bring back what is old). A change in MariaDB adds STORE_STEP_ROWS,
 * which is more than Redis can be ahead by: from then on Redis' copy is stale, and whoever uses it sees that.
 * Loading Redis anew from MariaDB adds STORE_STEP_LOAD, so that nothing of the copy that was lost, should it turn
 * up again, counts as newer.
 *
 * `cart_epoch_<user>` {life, number} stands beside Redis' copy: without it, or with the life of another Redis
 * (see kv_life()), or with garbage in the cart, the copy is lost and is loaded anew at its next use. So Redis may
 * be emptied, restarted with old data, or replaced at any time; what is lost is at most what was not copied yet. */
#ifndef SERVER_CART_STORE_H
#define SERVER_CART_STORE_H

#include "server/cart/state.h"

#define STORE_STEP_LOAD (1 << 20)
#define STORE_STEP_ROWS (1 << 22)

/* A change of the cart of c's user: `edit` changes the state, or refuses; it may be run more than once. With
 * c->idem the change is made once only, whichever store it meets: the key is kept where the effect is, and is
 * copied with it. */
struct change {
    enum err (*edit)(struct ctx *c, struct state *s, void *arg);
    void *arg;
    int64_t number;     /* in: the number of MariaDB's copy, as just read */
    bool repeated;      /* out: done by an earlier request; `state` is as it is now */
    struct state state; /* out: as it is after the change */
};

enum err store_read(struct ctx *c, struct state *s) MUST_CHECK;
enum err store_change(struct ctx *c, struct change *ch) MUST_CHECK;

/* A change that needs no reading first: one round trip to Redis by `live`; where Redis is away, ch->edit on
 * MariaDB's copy, and then `in_rows` is set. */
enum err store_change_blind(struct ctx *c, enum err (*live)(struct ctx *c, int64_t number, void *arg),
                            struct change *ch, bool *in_rows) MUST_CHECK;

#endif
