/* SPDX-License-Identifier: MIT */
#include "server/jobs/jobs_admin.h"

#include "common/str.h"
#include "server/jobs/stream.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"

static const struct col view_cols[] = {
    COL(struct job_view, id),
    COL(struct job_view, kind),
    COL(struct job_view, subject),
    COL(struct job_view, status),
    COL(struct job_view, tries),
    COL_TIME(struct job_view, run_at),
    COL_TIME(struct job_view, created_at),
    COL_TIME(struct job_view, done_at),
    COL(struct job_view, error),
};

/* Open jobs are few among the done ones, so they have a statement that does not read past those. */
enum err jobs_list(struct ctx *c, const char *status, int64_t before, int64_t limit, struct job_view **list,
                   size_t *n, int64_t *next)
{
    bool open = status && !str_eq(status, "done");
    enum err e = db_rows(c, open ? STMT_JOB_LIST_OPEN : STMT_JOB_LIST,
                         ARGS(ARG(status), ARG(before ? before : INT64_MAX), ARG(limit + 1)), COLS(view_cols),
                         sizeof(**list), list, n);
    if (e)
        return e;
    *next = *n > (size_t)limit ? (*list)[limit - 1].id : 0;
    if (*next)
        *n = (size_t)limit;
    return E_OK;
}

enum err jobs_show(struct ctx *c, int64_t id, struct job_view *job)
{
    return db_row(c, STMT_JOB_SHOW, ARGS(ARG(id)), COLS(view_cols), job);
}

static void announce(struct ctx *c, void *id)
{
    stream_add(c, id, 1);
}

static enum err retry(struct ctx *c, void *arg)
{
    int64_t *id = arg, changed = 0;
    struct job_view job;
    enum err e = db_exec(c, STMT_JOB_RETRY, ARGS(ARG(*id)), &changed);
    if (!e)
        e = jobs_show(c, *id, &job);
    if (e)
        return e;
    if (!changed)
        return fail(c, E_INVALID_STATE, N_("Only a dead job can be tried again."));
    if (c->idem)
        c->idem->object_id = *id;
    db_after_commit(c, announce, id);
    return db_exec(c, STMT_AUDIT_ADD,
                   ARGS(ARG(c->user_id), ARG(c->username), arg_str("job.retry"),
                        arg_str(arena_printf(c->mem, "job:%lld", (long long)*id)),
                        arg_str("{\"status\":\"dead\"}"), arg_str("{\"status\":\"ready\"}"), ARG(c->address),
                        ARG(c->request_id)),
                   NULL);
}

enum err jobs_retry(struct ctx *c, int64_t id)
{
    int64_t *which = ARENA_NEW(c->mem, int64_t);
    *which = id;
    return db_tx(c, retry, which);
}
