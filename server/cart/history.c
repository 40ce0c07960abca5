/* SPDX-License-Identifier: MIT */
#include "server/cart/history.h"

#include "common/str.h"
#include "server/cart/live.h"
#include "server/cart/rows.h"

enum err history_list(struct ctx *c, struct sku_summary **list, size_t *n)
{
    struct state s;
    size_t found;
    enum err e = store_read(c, &s);
    if (!e)
        e = goods_summaries(c, s.views, s.n_views, list, &found);
    if (e)
        return e;
    *n = 0;
    for (size_t i = 0; i < found; i++)
        if (!str_eq((*list)[i].status, "retired"))
            (*list)[(*n)++] = (*list)[i];
    return E_OK;
}

static enum err add_live(struct ctx *c, int64_t number, void *arg)
{
    return live_view(c, number, *(const int64_t *)arg);
}

static enum err edit_add(struct ctx *c, struct state *s, void *arg)
{
    (void)c;
    state_view(s, *(const int64_t *)arg);
    return E_OK;
}

/* The number of MariaDB's copy is not asked for: a view that goes to a stale copy may be lost. */
void history_add(struct ctx *c, int64_t sku_id)
{
    bool in_rows;
    struct change ch = {.edit = edit_add, .arg = &sku_id};
    if (store_change_blind(c, add_live, &ch, &in_rows))
        fail_clear(c);
}

static enum err clear_live(struct ctx *c, int64_t number, void *arg)
{
    (void)arg;
    return live_forget_views(c, number);
}

static enum err edit_clear(struct ctx *c, struct state *s, void *arg)
{
    (void)c, (void)arg;
    s->n_views = 0;
    return E_OK;
}

enum err history_clear(struct ctx *c)
{
    bool in_rows;
    struct change ch = {.edit = edit_clear};
    enum err e = rows_number(c, &ch.number);
    return e ? e : store_change_blind(c, clear_live, &ch, &in_rows);
}
