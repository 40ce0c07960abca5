/* SPDX-License-Identifier: MIT */
/* attempt.h - one attempt at one job: claim its row, run its task, settle the row. For worker.c and schedule.c. */
#ifndef SERVER_JOBS_ATTEMPT_H
#define SERVER_JOBS_ATTEMPT_H

#include "server/jobs/jobs.h"

/* Attempts the job with this id, or where id is 0 whichever is due. False where it is not due, is claimed by
 * somebody else, or there is none (or no database). Uses up what is in c->mem. */
bool attempt(struct ctx *c, int64_t id);

/* The task of this kind, NULL where there is none. */
const struct task *task_find(const char *kind);

/* Runs a task's function; one that asks for more memory than c->mem may hand out comes back with E_TOO_LARGE. */
enum err task_run(struct ctx *c, enum err (*run)(struct ctx *, struct job *), struct job *job) MUST_CHECK;

#endif
