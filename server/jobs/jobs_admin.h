/* SPDX-License-Identifier: MIT */
/* jobs_admin.h - the queue as staff see it. */
#ifndef SERVER_JOBS_JOBS_ADMIN_H
#define SERVER_JOBS_JOBS_ADMIN_H

#include "server/ctx.h"

struct job_view {
    int64_t id, subject, tries;
    const char *kind, *status, *error;
    int64_t run_at, created_at, done_at;
};

/* The newest jobs with an id below `before` (0: all), of one status or, NULL, of every one. `next` is what
 * `before` is for the next page, 0 at the end. */
enum err jobs_list(struct ctx *c, const char *status, int64_t before, int64_t limit, struct job_view **list,
                   size_t *n, int64_t *next) MUST_CHECK;

enum err jobs_show(struct ctx *c, int64_t id, struct job_view *job) MUST_CHECK;

/* Gives a dead job another 8 tries, at once. E_INVALID_STATE where it is not dead. */
enum err jobs_retry(struct ctx *c, int64_t id) MUST_CHECK;

#endif
