/* SPDX-License-Identifier: MIT */
/* Transactions. After a deadlock or a lock time-out the whole transaction is rolled back (a time-out alone
 * would undo one statement only) and run again after a short random pause. */
#include "server/store/db/conn.h"
#include "server/store/idem.h"

#include <sodium.h>
#include <unistd.h>

#define TRIES 4

static enum err begin(struct ctx *c)
{
    enum err e = conn_text(c, "START TRANSACTION");
    if (!e || !c->db || !c->db->lost)
        return e;
    /* Nothing has been done yet: a dead connection is replaced once. */
    db_release(c);
    fail_clear(c);
    return conn_text(c, "START TRANSACTION");
}

/* What COMMIT said decides; without an answer nobody knows. */
static enum err commit(struct ctx *c)
{
    enum err e = conn_text(c, "COMMIT");
    if (e && c->db->lost)
        return fail(c, E_UNCERTAIN, N_("The answer was lost; repeat the request with the same Idempotency-Key."));
    return e;
}

static void rollback(struct ctx *c)
{
    const char *detail = c->detail;
    struct field_error *errors = c->errors;
    bool retry = c->db->retry;
    unsigned nr = c->db->errnr;
    if (!c->db->broken && conn_text(c, "ROLLBACK"))
        c->db->broken = true;
    c->detail = detail;
    c->errors = errors;
    c->db->retry = retry;
    c->db->errnr = nr;
}

struct after {
    struct after *next;
    void (*fn)(struct ctx *, void *);
    void *arg;
};

void db_after_commit(struct ctx *c, void (*fn)(struct ctx *, void *), void *arg)
{
    if (!c->tx_depth) {
        db_release(c);
        fn(c, arg);
        return;
    }
    struct after *a = ARENA_NEW(c->mem, struct after), **last = &c->after;
    *a = (struct after){.fn = fn, .arg = arg};
    while (*last)
        last = &(*last)->next;
    *last = a;
}

static void committed(struct ctx *c)
{
    if (c->after)
        db_release(c);
    for (struct after *a = c->after; a; a = a->next)
        a->fn(c, a->arg);
}

static enum err attempt(struct ctx *c, enum err (*fn)(struct ctx *, void *), void *arg, bool *again)
{
    *again = false;
    enum err e = begin(c);
    if (e)
        return e;
    c->tx_depth = 1;
    c->after = NULL;
    c->db->retry = false;
    if (c->idem)
        e = idem_claim(c);
    if (!e)
        e = fn(c, arg);
    if (!e && c->idem)
        e = idem_finish(c);
    if (!e)
        e = commit(c);
    if (e && e != E_UNCERTAIN) {
        *again = c->db->retry && e == E_UNAVAILABLE;
        rollback(c);
    }
    c->tx_depth = 0;
    if (!e)
        committed(c);
    return e;
}

enum err db_tx(struct ctx *c, enum err (*fn)(struct ctx *, void *), void *arg)
{
    if (c->tx_depth)
        return fn(c, arg);
    enum err e = E_OK;
    for (int n = 0; n < TRIES; n++) {
        bool again;
        if (n) {
            fail_clear(c);
            usleep(2000u * (unsigned)n + randombytes_uniform(10000u * (unsigned)n));
        }
        e = attempt(c, fn, arg, &again);
        if (!again)
            break;
    }
    return e;
}

enum err db_snapshot(struct ctx *c, enum err (*fn)(struct ctx *, void *), void *arg)
{
    enum err e = conn_text(c, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    if (!e)
        e = conn_text(c, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    if (e)
        return e;
    c->tx_depth = 1;
    e = fn(c, arg);
    rollback(c);
    c->tx_depth = 0;
    return e;
}
