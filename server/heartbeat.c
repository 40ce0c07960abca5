/* SPDX-License-Identifier: MIT */
#include "server/heartbeat.h"

#include "common/clock.h"
#include "common/log.h"
#include "common/str.h"
#include "server/changes.h"
#include "server/store/db/db.h"
#include "server/store/db/migrate.h"
#include "server/store/ids.h"
#include "server/store/kv.h"

#include <pthread.h>
#include <unistd.h>

#define LEASE_EVERY_US  10000000
#define SCHEMA_EVERY_US 10000000

static struct {
    struct app *app;
    pthread_t thread;
    atomic_bool stop, db_ok, redis_ok;
    int64_t leased_us, schema_us;
} beat;

bool heartbeat_db_ok(void)
{
    return beat.db_ok;
}

bool heartbeat_redis_ok(void)
{
    return beat.redis_ok;
}

static enum err look_at_db(struct ctx *c)
{
    int64_t now = clock_mono_us();
    enum err e = E_OK;
    if (now - beat.schema_us > SCHEMA_EVERY_US) {
        e = migrate_check(c);
        if (!e)
            beat.schema_us = now;
    }
    if (!e && now - beat.leased_us > LEASE_EVERY_US) {
        e = ids_lease(c);
        if (!e)
            beat.leased_us = now;
    }
    return e ? e : changes_read(c);
}

static void look(struct ctx *c)
{
    struct kv_value pong;
    enum err e = look_at_db(c);
    if (e && beat.db_ok)
        log_warn("the database is not ready: %s", c->detail ? c->detail : err_code(e));
    if (!e && !beat.db_ok)
        log_info("the database is ready");
    beat.db_ok = !e;
    db_release(c);
    beat.redis_ok = kv_do(c, &pong, "PING") == E_OK;
}

static void *run(void *arg)
{
    struct ctx c;
    (void)arg;
    ctx_open(&c, beat.app, 8 * 1024 * 1024);
    while (!beat.stop) {
        look(&c);
        ctx_reset(&c);
        for (int i = 0; i < 20 && !beat.stop; i++)
            usleep(50000);
    }
    ids_drop(&c);
    ctx_close(&c);
    return NULL;
}

bool heartbeat_open(struct app *app)
{
    struct ctx c;
    beat.app = app;
    beat.leased_us = beat.schema_us = -LEASE_EVERY_US * 2;
    ctx_open(&c, app, 8 * 1024 * 1024);
    look(&c);
    bool ok = beat.db_ok;
    if (!ok)
        fprintf(stderr, "shopd: %s\n", c.detail ? c.detail : "the database is not ready");
    ctx_close(&c);
    return ok && pthread_create(&beat.thread, NULL, run, NULL) == 0;
}

void heartbeat_close(void)
{
    beat.stop = true;
    pthread_join(beat.thread, NULL);
}
