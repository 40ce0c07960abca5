/* SPDX-License-Identifier: MIT */
/* The claim is a number in the row that each attempt raises. Whatever is written about a job afterwards names the
 * number of its own attempt, so a worker that was frozen past its claim can't touch a row that has moved on. */
#include "server/jobs/attempt.h"

#include "common/clock.h"
#include "common/json.h"
#include "common/log.h"
#include "common/str.h"
#include "common/text.h"
#include "server/jobs/tasks.h"
#include "server/store/db/db.h"
#include "server/store/ids.h"

#include <sodium.h>

#define MOST_TRIES   8
#define PATIENCE_MS  86400000 /* for E_UNAVAILABLE: a mail server may be away for a night */
#define MOST_WAIT_MS 600000

struct claimed {
    struct job job;
    bool lost; /* the last two attempts did not end: their workers died, or were too slow */
};

struct outcome {
    enum err e;
    int64_t ms;
    const char *error;
};

const struct task *task_find(const char *kind)
{
    for (const struct task_table *const *t = task_tables; (*t)->rows; t++)
        for (size_t i = 0; i < (*t)->n; i++)
            if (str_eq((*t)->rows[i].kind, kind))
                return &(*t)->rows[i];
    return NULL;
}

enum err task_run(struct ctx *c, enum err (*run)(struct ctx *, struct job *), struct job *job)
{
    jmp_buf full;
    if (setjmp(full)) {
        /* Leases and an open transaction go back with the arena. */
        arena_on_full(c->mem, NULL);
        c->detail = "the job asks for more memory than it may have";
        return E_TOO_LARGE;
    }
    arena_on_full(c->mem, &full);
    enum err e = run(c, job);
    arena_on_full(c->mem, NULL);
    return e;
}

/* ---------------------------------------------------------------- claim */

static enum err claim(struct ctx *c, struct claimed *x)
{
    static const struct col cols[] = {COL(struct claimed, job.kind),
                                      COL(struct claimed, job.subject),
                                      COL(struct claimed, job.tries),
                                      COL(struct claimed, job.claim),
                                      COL_TIME(struct claimed, job.created_at),
                                      COL(struct claimed, lost)};
    int64_t changed = 0;
    enum err e = db_row(c, STMT_JOB_LOAD, ARGS(ARG(x->job.id)), COLS(cols), x);
    if (!e)
        e = db_exec(c, STMT_JOB_CLAIM, ARGS(ARG(x->job.id), ARG(x->job.claim)), &changed);
    if (e)
        return e;
    x->job.claim++;
    x->job.tries++;
    return changed ? E_OK : E_NOT_FOUND;
}

static enum err claim_next(struct ctx *c, void *arg)
{
    struct claimed *x = arg;
    enum err e = db_int(c, STMT_JOB_NEXT, NO_ARGS, &x->job.id);
    return e ? e : claim(c, x);
}

/* ---------------------------------------------------------------- run */

/* A job that workers die of is not given to one more. */
static enum err give_up(struct ctx *c, struct job *job)
{
    (void)job;
    return fail(c, E_INTERNAL, "its attempts do not end: the worker dies of it, or it takes too long");
}

/* Reading the payload is within the task's bounds: it may be what is too large. */
static enum err read_and_run(struct ctx *c, struct job *job)
{
    static const struct col cols[] = {{'s', 0}};
    const struct task *t = task_find(job->kind);
    const char *payload = NULL, *why = NULL;
    json_t *doc = NULL;
    if (!t)
        return fail(c, E_INTERNAL, "no task of this program carries out such jobs");
    enum err e = db_row(c, STMT_JOB_PAYLOAD, ARGS(ARG(job->id)), COLS(cols), &payload);
    if (!e)
        e = json_read(c->mem, payload, strlen(payload), &doc, &why);
    if (e)
        return e;
    job->payload = doc;
    return t->run(c, job);
}

/* The task's memory is given back before its outcome is written: it may be used up, or hold an open transaction. */
static struct outcome carry_out(struct ctx *c, struct job *job, bool lost)
{
    struct outcome o = {0};
    char kind[33], error[501];
    int64_t began = clock_mono_us();
    c->request_id = arena_printf(c->mem, "job-%lld", (long long)job->id);
    c->username = "worker";
    c->address = "";
    o.e = task_run(c, lost && job->tries > MOST_TRIES ? give_up : read_and_run, job);
    o.ms = (clock_mono_us() - began) / 1000;
    snprintf(kind, sizeof(kind), "%s", job->kind);
    snprintf(error, sizeof(error), "%s", c->detail ? c->detail : err_title(o.e));
    ctx_reset(c);
    job->kind = arena_strdup(c->mem, kind);
    job->payload = NULL;
    o.error = text_safe(c->mem, error, false); /* it may have been cut within a character */
    return o;
}

/* ---------------------------------------------------------------- settle */

/* 2, 4, 8, ... seconds, less up to a quarter, so that jobs that failed together do not come back together. */
static int64_t backoff_ms(int64_t tries)
{
    int64_t ms = tries < 10 ? 1000LL << tries : MOST_WAIT_MS;
    if (ms > MOST_WAIT_MS)
        ms = MOST_WAIT_MS;
    return ms - randombytes_uniform((uint32_t)(ms / 4));
}

static bool is_hopeless(struct ctx *c, const struct job *job, enum err e)
{
    return job->tries >= MOST_TRIES && (e != E_UNAVAILABLE || ids_now(c) - job->created_at > PATIENCE_MS);
}

/* Writes what became of the attempt; its word for the log. */
static const char *settle(struct ctx *c, const struct job *job, const struct outcome *o)
{
    int64_t changed = 0;
    const char *word = "done";
    enum err e = E_OK;
    if (job->again_ms) {
        word = "again";
        e = db_exec(
            c, STMT_JOB_AGAIN,
            ARGS(ARG(job->id), ARG(job->claim), ARG(job->again_ms * 1000), arg_str(o->e ? o->error : NULL)),
            &changed);
    } else if (o->e) {
        bool dead = is_hopeless(c, job, o->e);
        word = dead ? "dead" : "failed";
        e = db_exec(c, STMT_JOB_FAIL,
                    ARGS(ARG(job->id), ARG(job->claim), arg_str(dead ? "dead" : "ready"),
                         ARG(backoff_ms(job->tries) * 1000), arg_str(o->error)),
                    &changed);
    } else if (job->finished) {
        return word;
    } else {
        e = db_exec(c, STMT_JOB_FINISH, ARGS(ARG(job->id), ARG(job->claim)), &changed);
    }
    /* Without an answer the claim runs out, and the job is attempted again. */
    return e ? "unsettled" : changed ? word : "taken over";
}

static void write_log(const struct job *job, const struct outcome *o, const char *word)
{
    struct arena *mem = arena_new(64 * 1024);
    struct str b;
    str_init(&b, mem);
    str_addf(&b, "\"job\":%lld,\"kind\":", (long long)job->id);
    str_json(&b, job->kind);
    str_addf(&b, ",\"subject\":\"%lld\",\"tries\":%lld,\"ms\":%lld,\"outcome\":\"%s\",\"code\":\"%s\"",
             (long long)job->subject, (long long)job->tries, (long long)o->ms, word, err_code(o->e));
    if (o->e) {
        str_add(&b, ",\"error\":");
        str_json(&b, o->error);
    }
    log_members(str_eq(word, "dead") ? LOG_ERROR : o->e ? LOG_WARN : LOG_INFO, "job", b.s);
    arena_free(mem);
}

bool attempt(struct ctx *c, int64_t id)
{
    struct claimed x = {.job.id = id};
    struct job *job = &x.job;
    enum err e = id ? claim(c, &x) : db_tx(c, claim_next, &x);
    if (e)
        return false;
    struct outcome o = carry_out(c, job, x.lost);
    write_log(job, &o, settle(c, job, &o));
    return true;
}
