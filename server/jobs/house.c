/* SPDX-License-Identifier: MIT */
/* The queue's own tasks: announcing what is due, and sweeping out what nobody needs any more. */
#include "server/jobs/house.h"

#include "server/jobs/stream.h"
#include "server/store/db/db.h"

#define ANNOUNCE_MS 1000
#define SWEEP_MS    600000
#define SWEEP_BATCH 1000 /* rows; the LIMIT of the statements */
#define SWEEP_MOST  100  /* batches a run, so that a neglected table does not hold up the others */

/* What the kick after a commit missed: jobs with a delay, jobs to be tried again, claims that ran out, and all of
 * them after a FLUSHALL. */
static enum err announce(struct ctx *c, struct job *job)
{
    static const struct col cols[] = {{'i', 0}};
    int64_t *ids;
    size_t n;
    (void)job;
    enum err e = db_rows(c, STMT_JOB_DUE, NO_ARGS, COLS(cols), sizeof(*ids), &ids, &n);
    if (e)
        return e;
    db_release(c);
    stream_add(c, ids, n);
    return E_OK;
}

static enum err sweep_one(struct ctx *c, enum stmt s)
{
    int64_t gone = SWEEP_BATCH;
    enum err e = E_OK;
    for (int i = 0; !e && gone >= SWEEP_BATCH && i < SWEEP_MOST; i++)
        e = db_exec(c, s, NO_ARGS, &gone);
    return e;
}

static enum err sweep(struct ctx *c, struct job *job)
{
    static const enum stmt all[] = {STMT_IDEM_SWEEP, STMT_CHANGE_SWEEP, STMT_LIMIT_SWEEP, STMT_SESSION_SWEEP,
                                    STMT_JOB_SWEEP};
    enum err first = E_OK;
    (void)job;
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        enum err e = sweep_one(c, all[i]);
        if (!first)
            first = e;
    }
    return first;
}

static const struct task rows[] = {
    {"announce", announce, ANNOUNCE_MS, "tell the workers what is due"},
    {"sweep", sweep, SWEEP_MS, "delete old idempotency keys, changes, limits, sessions and jobs"},
};
const struct task_table house_tasks = TASK_TABLE(rows);
