/* SPDX-License-Identifier: MIT */
/* jobs.h - work outside of the request path: a row in the outbox, written in the business transaction, says
 * what is to be done; a worker does it at least once. Redis only says sooner that there is something; the row
 * is done when the effect has committed. What kinds there are: tasks.c. */
#ifndef SERVER_JOBS_JOBS_H
#define SERVER_JOBS_JOBS_H

#include "server/ctx.h"

#include <jansson.h>

struct job {
    int64_t id, subject, tries; /* subject: id of what it is about; tries: so far, this one included */
    int64_t claim;              /* fencing number of this attempt */
    const char *kind;
    const json_t *payload;
    int64_t again_ms; /* set by a task that wants to run again after so long instead of being done */
    bool finished;    /* by job_finish() */
};

/* A task: how one kind of job is carried out. Any error lets it be tried again with a growing delay; after 8
 * tries it is dead and waits for staff. */
struct task {
    const char *kind;
    enum err (*run)(struct ctx *c, struct job *job);
    int64_t every_ms; /* periodic: run by one worker of all, without a row in the outbox; 0: not */
    const char *about;
};

/* Adds a job; in a transaction it exists with it or not at all. `payload` is JSON text or NULL; it runs
 * `delay_ms` from now at the earliest. */
enum err job_add(struct ctx *c, const char *kind, int64_t subject, const char *payload, int64_t delay_ms) MUST_CHECK;

/* For a task whose effect is in MariaDB: marks the job done in the task's own transaction. E_CONFLICT where
 * another worker has taken it over (this one was frozen): the transaction must be rolled back. */
enum err job_finish(struct ctx *c, struct job *job) MUST_CHECK;

/* The worker process's life: runs until *stop. */
int jobs_work(struct app *app);

#endif
