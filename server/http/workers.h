/* SPDX-License-Identifier: MIT */
/* workers.h - the pool of threads that may wait for MariaDB and Redis, so that the I/O threads never do. The
 * queues are bounded: past its end a request is refused at once instead of late. Slow work (password hashes) has
 * a queue of its own and few threads at a time, so that a crowd of logins keeps nobody else waiting. */
#ifndef SERVER_HTTP_WORKERS_H
#define SERVER_HTTP_WORKERS_H

#include <stdbool.h>

/* `run` is called by a worker for each job that was put in. */
bool workers_open(int threads, void (*run)(void *job));

/* False where its queue is full. Any thread. */
bool workers_put(void *job, bool slow);

int workers_waiting(void);

/* Finishes what is queued and ends the threads. */
void workers_close(void);

#endif
