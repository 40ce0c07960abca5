/* SPDX-License-Identifier: MIT */
/* db.h - MariaDB: a bounded pool of connections, named prepared statements, transactions. Errors: E_UNAVAILABLE
 * (not reachable, too slow, pool exhausted), E_CONFLICT (a unique key), E_UNCERTAIN (the answer to COMMIT was
 * lost), E_INTERNAL (a bug of ours, logged with the statement's name). */
#ifndef SERVER_STORE_DB_DB_H
#define SERVER_STORE_DB_DB_H

#include "server/ctx.h"
#include "server/store/db/stmt.h"

struct config;
struct db_pool;

struct db_login {
    const char *user, *password;
    int connections;
};

/* A pool for this login; connects at first use. Lives until db_pool_close(). */
struct db_pool *db_pool_open(const struct config *cfg, struct db_login login);
void db_pool_close(struct db_pool *p);

/* Runs a statement without rows. `affected` (may be NULL) gets the number of changed rows. */
enum err db_exec(struct ctx *c, enum stmt s, struct args a, int64_t *affected) MUST_CHECK;

/* An INSERT into a table with AUTO_INCREMENT; `id` gets the new id. */
enum err db_insert(struct ctx *c, enum stmt s, struct args a, int64_t *id) MUST_CHECK;

/* The first row into `row`; E_NOT_FOUND, with `row` untouched and no sentence set, where there is none. */
enum err db_row(struct ctx *c, enum stmt s, struct args a, const struct col *cols, size_t ncols, void *row) MUST_CHECK;

/* All rows: an array of `n` elements of `size` bytes in c->mem. */
enum err db_rows(struct ctx *c, enum stmt s, struct args a, const struct col *cols, size_t ncols, size_t size,
                 void *list, size_t *n) MUST_CHECK;

/* One integer of one row; E_NOT_FOUND without a row. */
enum err db_int(struct ctx *c, enum stmt s, struct args a, int64_t *value) MUST_CHECK;

/* Runs fn(c, arg) in a READ COMMITTED transaction and commits. fn has no outside effect: it may be run again
 * (deadlock and lock time-out, up to 3 times). Any error rolls back and is returned. A connection lost at
 * COMMIT is E_UNCERTAIN. Joins a transaction that is already open. Where the request bears an Idempotency-Key
 * the outermost transaction claims it first and stores the outcome last (see store/idem.h). */
enum err db_tx(struct ctx *c, enum err (*fn)(struct ctx *, void *), void *arg) MUST_CHECK;

/* Calls fn(c, arg) once what is done here has been committed: after the outermost COMMIT, never after a roll-back,
 * at once where no transaction is open. No connection is held then: for hints over the network that may be lost. */
void db_after_commit(struct ctx *c, void (*fn)(struct ctx *, void *), void *arg);

/* One consistent read-only snapshot for fn (books audit, exports). */
enum err db_snapshot(struct ctx *c, enum err (*fn)(struct ctx *, void *), void *arg) MUST_CHECK;

/* Gives the connection back before the request ends: before a call over the network. Not in a transaction. */
void db_release(struct ctx *c);

/* Does the primary answer, within the time limits? For the heartbeat behind /readyz. */
enum err db_ping(struct ctx *c) MUST_CHECK;

/* Connections in use and open, for /metrics. */
void db_pool_stat(struct db_pool *p, int *used, int *open);

/* Prepares every statement and compares its parameters and columns with the signature; EXPLAINs the hot ones.
 * Prints a line a fault. For check-sql and `shopd config check`. */
enum err db_check_statements(struct ctx *c) MUST_CHECK;

#endif
