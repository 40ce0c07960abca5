/* SPDX-License-Identifier: MIT */
/* rows.h - carts and histories in MariaDB: cart_line, view_history, and cart_copy with the number of their last
 * change. */
#ifndef SERVER_CART_ROWS_H
#define SERVER_CART_ROWS_H

#include "server/cart/store.h"

/* The number of the rows of c's user. */
enum err rows_number(struct ctx *c, int64_t *number) MUST_CHECK;
enum err rows_read(struct ctx *c, struct state *s) MUST_CHECK;

/* Changes cart and history here, in one transaction, and so makes Redis' copy stale. */
enum err rows_change(struct ctx *c, struct change *ch) MUST_CHECK;

/* Makes Redis' copy stale and changes nothing else. */
enum err rows_touch(struct ctx *c) MUST_CHECK;

/* An Idempotency-Key whose effect is in a copy. */
struct rows_key {
    const char *route, *name, *fingerprint; /* hex */
};

/* What was read of a user in Redis. */
struct rows_copy {
    int64_t user_id;
    struct state state;
    bool lines, views; /* which halves of it are sound; the other is not written */
    struct rows_key *keys;
    size_t n_keys;
    bool newer; /* out: it was written, being newer than the rows; unknown users never are */
};

/* Writes the newer ones of `list`, in one transaction. */
enum err rows_copy(struct ctx *c, struct rows_copy *list, size_t n) MUST_CHECK;

/* Users whose copy in Redis is to be dropped, by id. */
struct rows_away {
    int64_t user_id, number;
};
enum err rows_list_away(struct ctx *c, int64_t after, int64_t limit, struct rows_away **list,
                        size_t *n) MUST_CHECK;

/* It was dropped; those with a new number since stay on the list. */
enum err rows_set_back(struct ctx *c, const struct rows_away *list, size_t n) MUST_CHECK;

#endif
