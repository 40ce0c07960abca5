/* SPDX-License-Identifier: MIT */
/* A thread waits on the stream while Redis is there, and looks into MariaDB itself while it is not. */
#include "server/jobs/worker.h"

#include "common/net/mail.h"
#include "server/jobs/attempt.h"
#include "server/jobs/schedule.h"
#include "server/jobs/stream.h"

#include <pthread.h>
#include <unistd.h>

#define JOB_THREADS   4
#define CLOCK_THREADS 2 /* so that sweeping does not hold up what is due every second */
#define THREADS       (JOB_THREADS + CLOCK_THREADS)
#define MEMORY        (8 * 1024 * 1024) /* of one job */
#define STREAM_MS     250
#define CLOCK_MS      200
#define POLL_MS       1000

static struct {
    struct app *app;
    pthread_t threads[THREADS];
    int started;
    atomic_int ended;
    atomic_bool stop;
} pool;

static void rest(int ms)
{
    for (; ms > 0 && !pool.stop; ms -= 50)
        usleep(50000);
}

static void *carry_out(void *arg)
{
    struct ctx c;
    (void)arg;
    ctx_open(&c, pool.app, MEMORY);
    while (!pool.stop) {
        int64_t id = 0;
        enum err e = stream_take(&c, STREAM_MS, &id);
        if (!e && id)
            attempt(&c, id);
        else if (e && !attempt(&c, 0))
            rest(POLL_MS);
        ctx_reset(&c);
    }
    ctx_close(&c);
    pool.ended++;
    return NULL;
}

static void *keep_time(void *arg)
{
    struct ctx c;
    (void)arg;
    ctx_open(&c, pool.app, MEMORY);
    while (!pool.stop) {
        enum err e = schedule_run(&c);
        ctx_reset(&c);
        rest(e ? POLL_MS : CLOCK_MS);
    }
    ctx_close(&c);
    pool.ended++;
    return NULL;
}

static bool is_ready(struct app *app)
{
    struct ctx c;
    const struct config *cfg = &app->cfg;
    const char *why = NULL;
    if (*cfg->mail_url &&
        !mail_check(&(struct mail_way){.url = cfg->mail_url, .from = cfg->mail_from}, &why)) {
        fprintf(stderr, "shopd: %s\n", why);
        return false;
    }
    ctx_open(&c, app, 1024 * 1024);
    enum err e = schedule_open(&c);
    if (e)
        fprintf(stderr, "shopd: %s\n", c.detail ? c.detail : err_title(e));
    ctx_close(&c);
    return !e;
}

bool worker_open(struct app *app)
{
    pool.app = app;
    if (!is_ready(app))
        return false;
    for (; pool.started < THREADS; pool.started++)
        if (pthread_create(&pool.threads[pool.started], NULL,
                           pool.started < JOB_THREADS ? carry_out : keep_time, NULL)) {
            fputs("shopd: no more threads\n", stderr);
            return false;
        }
    return true;
}

bool worker_close(int seconds)
{
    pool.stop = true;
    for (int left = seconds * 1000; left > 0 && pool.ended < pool.started; left -= 10)
        usleep(10000);
    if (pool.ended < pool.started)
        return false;
    while (pool.started)
        pthread_join(pool.threads[--pool.started], NULL);
    return true;
}
