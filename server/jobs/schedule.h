/* SPDX-License-Identifier: MIT */
/* schedule.h - periodic tasks: each is run by whichever worker moves its row of the timetable on. */
#ifndef SERVER_JOBS_SCHEDULE_H
#define SERVER_JOBS_SCHEDULE_H

#include "server/ctx.h"

/* Puts every periodic task on the timetable; those that are new there are due at once. */
enum err schedule_open(struct ctx *c) MUST_CHECK;

/* Runs what is due and not yet being run by this process. Several threads may be in here. */
enum err schedule_run(struct ctx *c) MUST_CHECK;

#endif
