/* SPDX-License-Identifier: MIT */
#include "server/cart/cart_tasks.h"

#include "common/json.h"
#include "server/cart/copy.h"
#include "server/cart/rows.h"
#include "server/store/idem.h"

#define BOUGHT "cart_bought" /* subject: the user; payload {"lines":[{"sku":1,"quantity":2},...]} */

/* What was added since the order stays. */
static enum err edit_lower(struct ctx *c, struct state *s, void *arg)
{
    const struct job *job = arg;
    const json_t *line;
    size_t i;
    json_array_foreach(json_get(job->payload, "lines"), i, line)
    {
        struct state_line *l = state_line(c->mem, s, json_int(line, "sku", 0));
        int64_t bought = json_int(line, "quantity", 0);
        l->quantity = l->quantity > bought ? l->quantity - bought : 0;
    }
    return E_OK;
}

/* The job may run more than once: its id is the Idempotency-Key of the change. */
static enum err run_bought(struct ctx *c, struct job *job)
{
    struct idem key = {.route = BOUGHT, .key = arena_printf(c->mem, "%lld", (long long)job->id)};
    struct change ch = {.edit = edit_lower, .arg = job};
    c->user_id = job->subject;
    c->idem = &key;
    enum err e = rows_number(c, &ch.number);
    if (!e)
        e = store_change(c, &ch);
    c->idem = NULL;
    c->user_id = 0;
    return e;
}

static enum err run_copy(struct ctx *c, struct job *job)
{
    (void)job;
    return copy_keep(c);
}

static const struct task rows[] = {
    {BOUGHT, run_bought, 0, "bought lines leave the cart"},
    {"cart_copy", run_copy, 1000, "carts and histories changed in Redis go to MariaDB"},
};
const struct task_table cart_tasks = TASK_TABLE(rows);
