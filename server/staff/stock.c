/* SPDX-License-Identifier: MIT */
#include "server/staff/stock.h"

#include "common/str.h"
#include "server/staff/audit.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"

static const struct col movement_cols[] = {
    COL(struct movement, id),       COL(struct movement, sku_id), COL(struct movement, delta),
    COL(struct movement, reason),   COL(struct movement, order_id), COL(struct movement, note),
    COL(struct movement, staff),    COL_TIME(struct movement, at),
};

struct moving {
    int64_t sku_id, delta, id;
    const char *reason, *note;
};

/* The stock row is changed last; orders lock it in the same place. */
static enum err move(struct ctx *c, void *arg)
{
    struct moving *m = arg;
    int64_t stock = 0, changed = 0;
    enum err e = db_int(c, STMT_STOCK_OF, ARGS(ARG(m->sku_id)), &stock);
    if (!e)
        e = audit_write(c, "stock.move", arena_printf(c->mem, "sku:%lld", (long long)m->sku_id), NULL,
                        arena_printf(c->mem, "{\"delta\":%lld,\"reason\":\"%s\"}", (long long)m->delta, m->reason));
    if (!e)
        e = db_insert(c, STMT_MOVEMENT_ADD,
                      ARGS(ARG(m->sku_id), ARG(m->delta), ARG(m->reason), ARG(m->note ? m->note : ""), ARG(c->user_id)),
                      &m->id);
    if (!e)
        e = db_exec(c, STMT_STOCK_CHANGE, ARGS(ARG(m->sku_id), ARG(m->delta)), &changed);
    if (!e && !changed)
        e = fail(c, E_OUT_OF_STOCK, N_("The stock is %lld; it cannot be changed by %lld."), (long long)stock, (long long)m->delta);
    if (!e && c->idem)
        c->idem->object_id = m->id;
    return e;
}

enum err stock_move(struct ctx *c, int64_t sku_id, int64_t delta, const char *reason, const char *note, int64_t *id)
{
    struct moving m = {.sku_id = sku_id, .delta = delta, .reason = reason, .note = note};
    bool wrong = delta == 0 || (delta < 0 && (str_eq(reason, "received") || str_eq(reason, "returned"))) ||
                 (delta > 0 && str_eq(reason, "wasted"));
    if (wrong)
        return fail_field(c, "delta", "sign", N_("does not fit the reason"));
    enum err e = db_tx(c, move, &m);
    *id = m.id;
    return e;
}

enum err stock_movement(struct ctx *c, int64_t id, struct movement *m)
{
    return db_row(c, STMT_MOVEMENT_SHOW, ARGS(ARG(id)), COLS(movement_cols), m);
}

enum err stock_movements(struct ctx *c, int64_t sku_id, int64_t before, int64_t limit, struct movement **list, size_t *n,
                         int64_t *next)
{
    int64_t stock;
    enum err e = db_int(c, STMT_STOCK_OF, ARGS(ARG(sku_id)), &stock);
    if (!e)
        e = db_rows(c, STMT_MOVEMENT_LIST, ARGS(ARG(sku_id), ARG(before ? before : INT64_MAX), ARG(limit + 1)),
                    COLS(movement_cols), sizeof(**list), list, n);
    if (e)
        return e;
    *next = *n > (size_t)limit ? (*list)[limit - 1].id : 0;
    if (*next)
        *n = (size_t)limit;
    return E_OK;
}
