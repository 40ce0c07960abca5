/* SPDX-License-Identifier: MIT */
/* Writing and finishing the outbox's rows: what domains need of the task queue. */
#include "common/json.h"
#include "server/jobs/jobs.h"
#include "server/store/db/db.h"

enum err job_add(struct ctx *c, const char *kind, int64_t subject, const char *payload, int64_t delay_ms)
{
    return db_exec(c, STMT_JOB_ADD,
                   ARGS(ARG(kind), arg_ref(subject), ARG(payload ? payload : "{}"), ARG(delay_ms * 1000)),
                   NULL);
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
