/* SPDX-License-Identifier: MIT */
/* cart_tasks.h - the cart's work outside of requests: bought lines leave it, and its two copies are kept alike. */
#ifndef SERVER_CART_CART_TASKS_H
#define SERVER_CART_CART_TASKS_H

#include "server/jobs/jobs.h"

extern const struct task_table cart_tasks;

#endif
