/* SPDX-License-Identifier: MIT */
/* closing.h - the jobs around open attempts: asking how they stand, and ending orders that nobody paid. */
#ifndef SERVER_PAYMENTS_CLOSING_H
#define SERVER_PAYMENTS_CLOSING_H

#include "server/jobs/tasks.h"

extern const struct task_table payments_tasks;

#endif
