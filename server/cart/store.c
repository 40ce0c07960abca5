/* SPDX-License-Identifier: MIT */
#include "server/cart/store.h"

#include "server/cart/live.h"
#include "server/cart/rows.h"

enum err store_read(struct ctx *c, struct state *s)
{
    int64_t number;
    enum err e = rows_number(c, &number);
    if (!e)
        e = live_read(c, number, s);
    else
        return e;
    return e == E_UNAVAILABLE ? rows_read(c, s) : e;
}

/* A command that Redis did not answer may still be carried out later. Where MariaDB has refused the same change,
 * its number goes up all the same, so that Redis' copy is stale. */
static enum err change_rows(struct ctx *c, struct change *ch, bool was_sent)
{
    enum err e = rows_change(c, ch);
    if (!e || !was_sent)
        return e;
    const char *detail = c->detail;
    struct field_error *errors = c->errors;
    (void)!rows_touch(c);
    c->detail = detail;
    c->errors = errors;
    return e;
}

enum err store_change(struct ctx *c, struct change *ch)
{
    unsigned trips = c->kv_trips;
    enum err e = live_change(c, ch);
    return e == E_UNAVAILABLE ? change_rows(c, ch, c->kv_trips > trips) : e;
}

enum err store_change_blind(struct ctx *c, enum err (*live)(struct ctx *c, int64_t number, void *arg),
                            struct change *ch, bool *in_rows)
{
    unsigned trips = c->kv_trips;
    enum err e = live(c, ch->number, ch->arg);
    *in_rows = e == E_UNAVAILABLE;
    return *in_rows ? change_rows(c, ch, c->kv_trips > trips) : e;
}
