/* SPDX-License-Identifier: MIT */
/* tasks.h - every kind of job, a row each. */
#ifndef SERVER_JOBS_TASKS_H
#define SERVER_JOBS_TASKS_H

#include "server/jobs/jobs.h"

/* The list of the domains' task tables, ended by one without rows. */
extern const struct task_table *const task_tables[];

#endif
