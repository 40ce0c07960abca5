/* SPDX-License-Identifier: MIT */
#include "server/cart/state.h"

void state_load_line(struct arena *mem, struct state *s, int64_t sku_id, int64_t quantity)
{
    size_t size = sizeof(*s->lines);
    s->lines = arena_grow(mem, s->lines, s->n * size, (s->n + 1) * size);
    s->lines[s->n++] = (struct state_line){.sku_id = sku_id, .quantity = quantity, .was = quantity};
}

static int by_sku(const void *a, const void *b)
{
    const struct state_line *x = a, *y = b;
    return (x->sku_id > y->sku_id) - (x->sku_id < y->sku_id);
}

void state_sort(struct state *s)
{
    if (s->n)
        qsort(s->lines, s->n, sizeof(*s->lines), by_sku);
}

struct state_line *state_line(struct arena *mem, struct state *s, int64_t sku_id)
{
    struct state_line key = {.sku_id = sku_id};
    struct state_line *found = s->n ? bsearch(&key, s->lines, s->n, sizeof(key), by_sku) : NULL;
    if (found)
        return found;
    state_load_line(mem, s, sku_id, 0);
    state_sort(s);
    return bsearch(&key, s->lines, s->n, sizeof(key), by_sku);
}

struct cart_counts state_count(const struct state *s)
{
    struct cart_counts sum = {0};
    for (size_t i = 0; i < s->n; i++) {
        sum.count += s->lines[i].quantity > 0;
        sum.total_quantity += s->lines[i].quantity;
    }
    return sum;
}

void state_view(struct state *s, int64_t sku_id)
{
    size_t at = 0;
    while (at < s->n_views && s->views[at] != sku_id)
        at++;
    if (at == s->n_views && s->n_views < STATE_VIEWS_MOST)
        s->n_views++;
    if (at == STATE_VIEWS_MOST)
        at--;
    memmove(s->views + 1, s->views, at * sizeof(s->views[0]));
    s->views[0] = sku_id;
}
