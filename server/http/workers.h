/* SPDX-License-Identifier: MIT */
/* workers.h - the pool of threads that may wait for MariaDB and Redis, so that the I/O threads never do. The
 * queue is bounded: past its end a request is refused at once instead of late. */
#ifndef SERVER_HTTP_WORKERS_H
#define SERVER_HTTP_WORKERS_H

#include <stdbool.h>

/* `run` is called by a worker for each job that was put in. */
bool workers_open(int threads, void (*run)(void *job));

/* False where the queue is full. Any thread. */
bool workers_put(void *job);

int workers_waiting(void);

/* Finishes what is queued and ends the threads. */
void workers_close(void);

#endif
