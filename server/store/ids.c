/* SPDX-License-Identifier: MIT */
#include "server/store/ids.h"

#include "common/clock.h"
#include "common/xalloc.h"
#include "server/app.h"
#include "server/store/db/db.h"

#include <pthread.h>
#include <sodium.h>

#define EPOCH_MS 1577836800000 /* 2020-01-01 */
#define LEASE_US 50000000      /* the row says 60 s; we stop sooner */

struct ids {
    pthread_mutex_t lock;
    unsigned char owner[16];
    int64_t node;        /* -1: none */
    int64_t lease_until; /* monotonic us */
    int64_t offset_ms;   /* database clock minus our monotonic clock */
    int64_t last_ms;
    int sequence;
};

struct ids *ids_new(void)
{
    struct ids *ids = xcalloc(1, sizeof(*ids));
    pthread_mutex_init(&ids->lock, NULL);
    randombytes_buf(ids->owner, sizeof(ids->owner));
    ids->node = -1;
    return ids;
}

void ids_free(struct ids *ids)
{
    free(ids);
}

static enum err take_node(struct ctx *c, struct ids *ids, int64_t *node)
{
    struct args owner = ARGS(arg_bytes(ids->owner, sizeof(ids->owner)));
    int64_t changed = 0;
    enum err e = db_exec(c, STMT_NODE_RENEW, owner, &changed);
    for (int n = 0; !e && !changed && n < 5; n++) {
        e = db_exec(c, STMT_NODE_TAKE, owner, NULL);
        if (!e && db_int(c, STMT_NODE_MINE, owner, node) == E_OK)
            return E_OK;
    }
    if (e)
        return e;
    e = db_int(c, STMT_NODE_MINE, owner, node);
    return e == E_NOT_FOUND ? fail(c, E_UNAVAILABLE, N_("All node numbers are taken.")) : e;
}

enum err ids_lease(struct ctx *c)
{
    static const struct col now_col[] = {{'t', 0}};
    struct ids *ids = c->app->ids;
    int64_t node = -1, now = 0, before = clock_mono_us();
    enum err e = take_node(c, ids, &node);
    if (!e)
        e = db_row(c, STMT_NOW, NO_ARGS, COLS(now_col), &now);
    if (e)
        return e;
    pthread_mutex_lock(&ids->lock);
    ids->node = node;
    ids->lease_until = before + LEASE_US;
    ids->offset_ms = now - clock_mono_us() / 1000;
    pthread_mutex_unlock(&ids->lock);
    return E_OK;
}

void ids_drop(struct ctx *c)
{
    struct ids *ids = c->app->ids;
    if (ids->node >= 0 && db_exec(c, STMT_NODE_DROP, ARGS(arg_bytes(ids->owner, sizeof(ids->owner))), NULL))
        fail_clear(c); /* the lease runs out by itself */
    ids->node = -1;
}

int64_t ids_now(struct ctx *c)
{
    struct ids *ids = c->app->ids;
    pthread_mutex_lock(&ids->lock);
    int64_t now = clock_mono_us() / 1000 + ids->offset_ms;
    pthread_mutex_unlock(&ids->lock);
    return now;
}

enum err ids_next(struct ctx *c, int64_t *id)
{
    struct ids *ids = c->app->ids;
    enum err e = E_OK;
    pthread_mutex_lock(&ids->lock);
    int64_t mono = clock_mono_us(), ms = mono / 1000 + ids->offset_ms;
    if (ids->node < 0 || mono > ids->lease_until) {
        e = E_UNAVAILABLE;
    } else {
        if (ms > ids->last_ms) {
            ids->last_ms = ms;
            ids->sequence = (int)randombytes_uniform(16);
        } else { /* the same millisecond, or a clock that was set back: go on from the last one */
            ids->sequence += 1 + (int)randombytes_uniform(8);
            if (ids->sequence > 4095) {
                ids->last_ms++;
                ids->sequence = (int)randombytes_uniform(16);
            }
        }
        *id = (ids->last_ms - EPOCH_MS) << 22 | ids->node << 12 | ids->sequence;
    }
    pthread_mutex_unlock(&ids->lock);
    return e ? fail(c, e, N_("The shop's database is not reachable at the moment.")) : E_OK;
}
