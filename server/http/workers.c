/* SPDX-License-Identifier: MIT */
#include "server/http/workers.h"

#include "common/xalloc.h"

#include <pthread.h>

#define QUEUE 2048

static struct {
    pthread_mutex_t lock;
    pthread_cond_t work;
    void *jobs[QUEUE];
    unsigned head, n;
    bool closing;
    void (*run)(void *);
    pthread_t *threads;
    int n_threads;
} pool = {.lock = PTHREAD_MUTEX_INITIALIZER, .work = PTHREAD_COND_INITIALIZER};

static void *take(void)
{
    void *job = NULL;
    pthread_mutex_lock(&pool.lock);
    while (!pool.n && !pool.closing)
        pthread_cond_wait(&pool.work, &pool.lock);
    if (pool.n) {
        job = pool.jobs[pool.head];
        pool.head = (pool.head + 1) % QUEUE;
        pool.n--;
    }
    pthread_mutex_unlock(&pool.lock);
    return job;
}

static void *worker(void *arg)
{
    (void)arg;
    for (void *job; (job = take());)
        pool.run(job);
    return NULL;
}

bool workers_open(int threads, void (*run)(void *))
{
    pool.run = run;
    pool.threads = xcalloc((size_t)threads, sizeof(*pool.threads));
    for (; pool.n_threads < threads; pool.n_threads++)
        if (pthread_create(&pool.threads[pool.n_threads], NULL, worker, NULL))
            return false;
    return true;
}

bool workers_put(void *job)
{
    pthread_mutex_lock(&pool.lock);
    bool room = pool.n < QUEUE;
    if (room) {
        pool.jobs[(pool.head + pool.n++) % QUEUE] = job;
        pthread_cond_signal(&pool.work);
    }
    pthread_mutex_unlock(&pool.lock);
    return room;
}

int workers_waiting(void)
{
    pthread_mutex_lock(&pool.lock);
    int n = (int)pool.n;
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
