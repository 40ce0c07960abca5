/* SPDX-License-Identifier: MIT */
/* Writing and finishing the outbox's rows: what domains need of the task queue. */
#include "common/json.h"
#include "server/jobs/jobs.h"
#include "server/jobs/stream.h"
#include "server/store/db/db.h"

/* Sooner than the announcing task would; nothing is lost with it. */
static void kick(struct ctx *c, void *id)
{
    stream_add(c, id, 1);
}

enum err job_add(struct ctx *c, const char *kind, int64_t subject, const char *payload, int64_t delay_ms)
{
    int64_t *id = ARENA_NEW(c->mem, int64_t);
    enum err e =
        db_insert(c, STMT_JOB_ADD,
                  ARGS(ARG(kind), arg_ref(subject), ARG(payload ? payload : "{}"), ARG(delay_ms * 1000)), id);
    if (!e && !delay_ms)
        db_after_commit(c, kick, id);
    return e;
}

enum err job_finish(struct ctx *c, struct job *job)
{
    int64_t changed = 0;
    enum err e = db_exec(c, STMT_JOB_FINISH, ARGS(ARG(job->id), ARG(job->claim)), &changed);
    if (e)
        return e;
    if (!changed)
        return fail(c, E_CONFLICT, N_("Another worker has taken this job over."));
    job->finished = true;
    return E_OK;
}
