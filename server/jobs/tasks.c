/* SPDX-License-Identifier: MIT */
/* The list of the task tables, and nothing else. */
#include "server/jobs/tasks.h"

#include "server/cart/cart_tasks.h"
#include "server/jobs/house.h"
#include "server/payments/closing.h"
#include "server/users/mails.h"

const struct task_table *const task_tables[] = {
    &house_tasks,
    &users_tasks,
    &cart_tasks,
    &payments_tasks,
    &(const struct task_table){0},
};
