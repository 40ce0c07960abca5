/* SPDX-License-Identifier: MIT */
#include "server/http/workers.h"

#include "common/xalloc.h"

#include <pthread.h>

#define QUEUE        2048
#define SLOW_QUEUE   256

/* More than the four password hashes that run at once, as such a request also asks the database. */
#define SLOW_AT_ONCE 6

/* A ring of jobs that wait, first come first served. */
struct lane {
    void *jobs[QUEUE];
    unsigned head, n, most;
};

static struct {
    pthread_mutex_t lock;
    pthread_cond_t work;
    struct lane quick, slow;
    int slow_running, slow_most;
    bool closing;
    void (*run)(void *);
    pthread_t *threads;
    int n_threads;
} pool = {.lock = PTHREAD_MUTEX_INITIALIZER,
          .work = PTHREAD_COND_INITIALIZER,
          .quick = {.most = QUEUE},
          .slow = {.most = SLOW_QUEUE}};

static void *shift(struct lane *l)
{
    void *job = l->jobs[l->head];
    l->head = (l->head + 1) % QUEUE;
    l->n--;
    return job;
}

/* Slow jobs first: few of them run, so they cannot keep the quick ones waiting. NULL at the end. */
static void *take(bool *slow)
{
    void *job = NULL;
    pthread_mutex_lock(&pool.lock);
    for (;;) {
        *slow = pool.slow.n && pool.slow_running < pool.slow_most;
        if (*slow || pool.quick.n || (pool.closing && !pool.slow.n))
            break;
        pthread_cond_wait(&pool.work, &pool.lock);
    }
    if (*slow || pool.quick.n)
        job = shift(*slow ? &pool.slow : &pool.quick);
    pool.slow_running += *slow;
    pthread_mutex_unlock(&pool.lock);
    return job;
}

static void slow_done(void)
{
    pthread_mutex_lock(&pool.lock);
    pool.slow_running--;
    pthread_cond_broadcast(&pool.work);
    pthread_mutex_unlock(&pool.lock);
}

static void *worker(void *arg)
{
    bool slow;
    (void)arg;
    for (void *job; (job = take(&slow));) {
        pool.run(job);
        if (slow)
            slow_done();
    }
    return NULL;
}

bool workers_open(int threads, void (*run)(void *))
{
    pool.run = run;
    pool.slow_most = threads >= 2 * SLOW_AT_ONCE ? SLOW_AT_ONCE : (threads + 1) / 2;
    pool.threads = xcalloc((size_t)threads, sizeof(*pool.threads));
    for (; pool.n_threads < threads; pool.n_threads++)
        if (pthread_create(&pool.threads[pool.n_threads], NULL, worker, NULL))
            return false;
    return true;
}

bool workers_put(void *job, bool slow)
{
    struct lane *l = slow ? &pool.slow : &pool.quick;
    pthread_mutex_lock(&pool.lock);
    bool room = l->n < l->most;
    if (room) {
        l->jobs[(l->head + l->n++) % QUEUE] = job;
        pthread_cond_signal(&pool.work);
    }
    pthread_mutex_unlock(&pool.lock);
    return room;
}

int workers_waiting(void)
{
    pthread_mutex_lock(&pool.lock);
    int n = (int)(pool.quick.n + pool.slow.n);
    pthread_mutex_unlock(&pool.lock);
    return n;
}

void workers_close(void)
{
    pthread_mutex_lock(&pool.lock);
    pool.closing = true;
    pthread_cond_broadcast(&pool.work);
    pthread_mutex_unlock(&pool.lock);
    for (int i = 0; i < pool.n_threads; i++)
        pthread_join(pool.threads[i], NULL);
    free(pool.threads);
}
