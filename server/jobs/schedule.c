/* SPDX-License-Identifier: MIT */
/* The timetable's row is moved on before the task runs, so a worker that dies in between skips one run. */
#include "server/jobs/schedule.h"

#include "common/log.h"
#include "common/str.h"
#include "server/jobs/attempt.h"
#include "server/jobs/tasks.h"
#include "server/store/db/db.h"

#include <pthread.h>

#define MOST_AT_ONCE 8

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const struct task *running[MOST_AT_ONCE];

enum err schedule_open(struct ctx *c)
{
    enum err e = E_OK;
    for (const struct task_table *const *t = task_tables; !e && (*t)->rows; t++)
        for (size_t i = 0; !e && i < (*t)->n; i++)
            if ((*t)->rows[i].every_ms)
                e = db_exec(c, STMT_SCHEDULE_ADD, ARGS(ARG((*t)->rows[i].kind)), NULL);
    return e;
}

/* Replaces the first `from` by `to`; false where there is none, or `to` is already there. */
static bool mark(const struct task *from, const struct task *to)
{
    int at = -1;
    bool there = false;
    pthread_mutex_lock(&lock);
    for (int i = 0; i < MOST_AT_ONCE; i++) {
        there = there || (to && running[i] == to);
        if (at < 0 && running[i] == from)
            at = i;
    }
    if (at >= 0 && !there)
        running[at] = to;
    pthread_mutex_unlock(&lock);
    return at >= 0 && !there;
}

static void run_once(struct ctx *c, const struct task *t)
{
    int64_t taken = 0;
    struct job job = {.kind = t->kind};
    enum err e = db_exec(c, STMT_SCHEDULE_TAKE, ARGS(ARG(t->kind), ARG(t->every_ms * 1000)), &taken);
    if (!e && !taken)
        return;
    if (!e)
        e = task_run(c, t->run, &job);
    log_write(e ? LOG_WARN : LOG_DEBUG, "periodic task %s: %s", t->kind,
              e && c->detail ? c->detail : err_code(e));
}

/* The names outlive the runs, each of which uses up c->mem. */
static size_t due(const char *const *names, size_t n, const struct task **list)
{
    size_t found = 0;
    for (size_t i = 0; i < n && found < MOST_AT_ONCE; i++) {
        const struct task *t = task_find(names[i]);
        if (t && t->every_ms)
            list[found++] = t;
    }
    return found;
}

enum err schedule_run(struct ctx *c)
{
    static const struct col name[] = {{'s', 0}};
    const struct task *list[MOST_AT_ONCE];
    const char **names;
    size_t n;
    enum err e = db_rows(c, STMT_SCHEDULE_DUE, NO_ARGS, COLS(name), sizeof(*names), &names, &n);
    if (e)
        return e;
    n = due(names, n, list);
    for (size_t i = 0; i < n; i++) {
        if (!mark(NULL, list[i]))
            continue;
        ctx_reset(c);
        run_once(c, list[i]);
        mark(list[i], NULL);
    }
    return E_OK;
}
