/* SPDX-License-Identifier: MIT */
/* state.h - one shopper's cart and history in memory, as read from either store and changed before it is
 * written back. No store is touched here. */
#ifndef SERVER_CART_STATE_H
#define SERVER_CART_STATE_H

#include "server/cart/cart.h"

#define STATE_VIEWS_MOST 5

struct state_line {
    int64_t sku_id;
    int64_t
        quantity; /* 0: not (any more) in the cart; more than is allowed while adds to Redis are being judged */
    int64_t was; /* in the store; 0: not there */
};

struct state {
    struct state_line *lines; /* by SKU id */
    size_t n;
    int64_t views[STATE_VIEWS_MOST]; /* SKUs looked at, newest first */
    size_t n_views;
    int64_t number; /* of the last change in it, see store.h */
};

/* A quantity as it may be shown, ordered and stored. */
static inline int64_t state_quantity(int64_t quantity)
{
    return quantity < CART_QUANTITY_MOST ? quantity : CART_QUANTITY_MOST;
}

/* Adds a line as a store holds it; then state_sort(). */
void state_load_line(struct arena *mem, struct state *s, int64_t sku_id, int64_t quantity);
void state_sort(struct state *s);

/* The line of a SKU, a new one of quantity 0 where there is none. */
struct state_line *state_line(struct arena *mem, struct state *s, int64_t sku_id);

struct cart_counts state_count(const struct state *s);

/* Puts a SKU at the head of the history, once. */
void state_view(struct state *s, int64_t sku_id);

#endif
