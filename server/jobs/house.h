/* SPDX-License-Identifier: MIT */
/* house.h - the queue's own periodic tasks. */
#ifndef SERVER_JOBS_HOUSE_H
#define SERVER_JOBS_HOUSE_H

#include "server/jobs/jobs.h"

extern const struct task_table house_tasks;

#endif
