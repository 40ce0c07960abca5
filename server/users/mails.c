/* SPDX-License-Identifier: MIT */
#include "server/users/mails.h"

#include "common/str.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"
#include "server/store/limits.h"

struct asking {
    const char *kind, *payload;
    int64_t user_id;
};

static enum err ask(struct ctx *c, void *arg)
{
    const struct asking *x = arg;
    if (c->idem)
        c->idem->object_id = 1; /* there is nothing to show again but that it was accepted */
    return job_add(c, x->kind, x->user_id, x->payload, 0);
}

enum err mails_ask(struct ctx *c, const char *kind, int64_t user_id, const char *email)
{
    struct str payload;
    enum err e = limit_count(c, LIMIT_MAILS, email);
    if (e)
        return e;
    str_init(&payload, c->mem);
    str_add(&payload, "{\"email\":");
    str_json(&payload, email);
    str_addc(&payload, '}');
    return db_tx(c, ask, &(struct asking){kind, payload.s, user_id});
}
