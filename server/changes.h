/* SPDX-License-Identifier: MIT */
/* changes.h - how N equal daemons hear of each other's changes: rows of change_log, written in the changing
 * transaction. Ids are not in the order of commits, so each reader takes all rows of the last 15 s and skips
 * those it has seen. */
#ifndef SERVER_CHANGES_H
#define SERVER_CHANGES_H

#include "server/ctx.h"

/* What to do about a kind of change ("session": an id of a user). At start, before changes_read(). */
void changes_on(const char *kind, void (*fn)(int64_t item));

/* Reads what is new and calls the functions; by the heartbeat, once a second. */
enum err changes_read(struct ctx *c) MUST_CHECK;

#endif
