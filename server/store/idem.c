/* SPDX-License-Identifier: MIT */
#include "server/store/idem.h"

#include "server/store/db/conn.h"

#include <mysqld_error.h>

struct idem_row {
    struct bytes fingerprint;
    int64_t object_id;
};

static const struct col idem_cols[] = {COL(struct idem_row, fingerprint), COL(struct idem_row, object_id)};

enum err idem_lookup(struct ctx *c)
{
    struct idem *k = c->idem;
    struct idem_row row;
    enum err e = db_row(c, STMT_IDEM_FIND, ARGS(ARG(c->user_id), ARG(k->route), ARG(k->key)), COLS(idem_cols), &row);
    if (e)
        return e;
    if (row.fingerprint.n != sizeof(k->fingerprint) || memcmp(row.fingerprint.p, k->fingerprint, row.fingerprint.n))
        return fail(c, E_IDEMPOTENCY, N_("This Idempotency-Key was already used with another request."));
    k->object_id = row.object_id;
    return E_OK;
}

enum err idem_claim(struct ctx *c)
{
    struct idem *k = c->idem;
    enum err e = db_exec(c, STMT_IDEM_CLAIM,
                         ARGS(ARG(c->user_id), ARG(k->route), ARG(k->key), arg_bytes(k->fingerprint, sizeof(k->fingerprint))),
                         NULL);
    bool busy = e == E_UNAVAILABLE && c->db->errnr == ER_LOCK_WAIT_TIMEOUT;
    if (e != E_CONFLICT && !busy)
        return e;
    c->db->retry = false;
    return fail(c, E_IN_PROGRESS, N_("The same request is still being carried out; ask again in a moment."));
}

enum err idem_finish(struct ctx *c)
{
    struct idem *k = c->idem;
    return db_exec(c, STMT_IDEM_FINISH, ARGS(ARG(k->object_id), ARG(c->user_id), ARG(k->route), ARG(k->key)), NULL);
}

enum err idem_sweep(struct ctx *c)
{
    return db_exec(c, STMT_IDEM_SWEEP, NO_ARGS, NULL);
}
