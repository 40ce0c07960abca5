/* SPDX-License-Identifier: MIT */
/* mhd.h - the I/O threads: libmicrohttpd behind a small door. They read requests, hand those that may wait to
 * the workers with the connection suspended, and send replies; they never block. */
#ifndef SERVER_HTTP_MHD_H
#define SERVER_HTTP_MHD_H

#include "server/app.h"

/* Listens and starts the threads; false with a line on stderr. */
bool mhd_open(struct app *app);

/* Stops listening, lets what is under way finish (at most `seconds`), ends the threads. */
void mhd_close(int seconds);

#endif
