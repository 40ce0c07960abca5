/* SPDX-License-Identifier: MIT */
/* jobs.h - work outside of the request path: a row in the outbox, written in the business transaction, says
 * what is to be done; a worker does it at least once. Redis only says sooner that there is something; the row
 * is done when the effect has committed. What kinds there are: tasks.c. */
#ifndef SERVER_JOBS_JOBS_H
#define SERVER_JOBS_JOBS_H

#include "server/ctx.h"

#include <jansson.h>

struct mail;

struct job {
    int64_t id, subject, tries; /* subject: id of what it is about; tries: so far, this one included */
    int64_t claim;              /* fencing number of this attempt */
    int64_t created_at;         /* ms */
    const char *kind;
    const json_t *payload; /* an object */
    int64_t again_ms;      /* set by a task that wants to run again after so long: not a try, not done */
    bool finished;         /* by job_finish() */
};

/* A task: how one kind of job is carried out, at least once and within 60 s (then another worker may begin with
 * it too). Any error lets it be tried again with a growing delay; after 8 tries it is dead and waits for staff,
 * unless the cause is E_UNAVAILABLE (the other side is away): then it is tried for a day. */
struct task {
    const char *kind;
    enum err (*run)(struct ctx *c, struct job *job);
    int64_t every_ms; /* periodic: run by one worker of all, without a row in the outbox (`job` holds the kind
                       * alone); runs may overlap; 0: not */
    const char *about;
};

/* The tasks of one domain; its header declares the table, tasks.c lists it. */
struct task_table {
    const struct task *rows;
    size_t n;
};

#define TASK_TABLE(rows)                         \
    {                                            \
        (rows), sizeof(rows) / sizeof((rows)[0]) \
    }

/* Adds a job; in a transaction it exists with it or not at all. `payload` is JSON text or NULL; it runs
 * `delay_ms` from now at the earliest. */
enum err job_add(struct ctx *c, const char *kind, int64_t subject, const char *payload,
                 int64_t delay_ms) MUST_CHECK;

/* For a task whose effect is in MariaDB: marks the job done in the task's own transaction. E_CONFLICT where
 * another worker has taken it over (this one was frozen): the transaction must be rolled back. */
enum err job_finish(struct ctx *c, struct job *job) MUST_CHECK;

/* For a task that sends a mail: sends `m` as shopd.conf says. Its id and date are set from the job, so that the
 * same mail again has the same bytes. Without mail.url the job waits. Not in a transaction. */
enum err job_mail(struct ctx *c, struct job *job, struct mail *m) MUST_CHECK;

#endif
