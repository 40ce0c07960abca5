/* SPDX-License-Identifier: MIT */
/* heartbeat.h - one thread that looks once a second whether MariaDB and Redis answer, reads the change rows of
 * the other daemons, and renews the node number. /readyz only reads what it found. */
#ifndef SERVER_HEARTBEAT_H
#define SERVER_HEARTBEAT_H

#include "server/app.h"

/* Checks schema and clock and takes a node number, then starts the thread. False with a line on stderr where
 * MariaDB does not answer or the schema is not ours: without them a daemon does not start. */
bool heartbeat_open(struct app *app);
void heartbeat_close(void);

bool heartbeat_db_ok(void);
bool heartbeat_redis_ok(void);

#endif
