/* SPDX-License-Identifier: MIT */
/* migrate.h - brings the schema up to this program's: numbered steps, forward only, each recorded with its
 * checksum, under a lock, so that a kill at any step and a run again give the same schema. */
#ifndef SERVER_STORE_DB_MIGRATE_H
#define SERVER_STORE_DB_MIGRATE_H

#include "server/ctx.h"

#include <stddef.h>

struct config;

struct migration_step {
    int version, step;
    const char *file, *text;
};

extern const struct migration_step migration_steps[];
extern const size_t migration_step_count;

/* Runs what is missing as the migrating user, then grants the serving user what it needs: rows of all tables,
 * only SELECT and INSERT on the append-only ones, no DDL. Says what it does on stdout, faults on stderr. */
bool migrate_run(const struct config *cfg);

/* Is the schema exactly ours? E_UNAVAILABLE with a sentence where it is older, newer or edited. */
enum err migrate_check(struct ctx *c) MUST_CHECK;

#endif
