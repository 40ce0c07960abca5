/* SPDX-License-Identifier: MIT */
/* worker.h - the threads of `shopd work`: some carry out jobs, some the periodic tasks. */
#ifndef SERVER_JOBS_WORKER_H
#define SERVER_JOBS_WORKER_H

#include "common/err.h"
#include "server/app.h"

/* Starts them, beside the heartbeat. False with a line on stderr where the database does not answer or mails
 * could never leave the way the configuration says. */
bool worker_open(struct app *app);

/* Lets every thread finish what it has begun, for at most so long. False where one is still at it: then the
 * process must end at once (_exit), and the job is taken over when its claim runs out. */
bool worker_close(int seconds) MUST_CHECK;

#endif
