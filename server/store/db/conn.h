/* SPDX-License-Identifier: MIT */
/* conn.h - private to store/db: one connection and the pool that lends it. The only mysql.h is included here. */
#ifndef SERVER_STORE_DB_CONN_H
#define SERVER_STORE_DB_CONN_H

#include "server/store/db/db.h"

#include <mysql.h>

struct db_conn {
    struct db_conn *next;
    struct db_pool *pool;
    MYSQL *my;
    MYSQL_STMT *stmts[STMT_COUNT]; /* prepared at first use */
    unsigned generation;           /* of the pool when it was opened */
    bool broken;                   /* lost, or in an unknown state: never lent again */
    bool used;                     /* has run a statement since it was lent */
    bool retry;                    /* the last error was a deadlock or a lock time-out */
    bool lost;                     /* the last error was a lost connection */
    unsigned errnr;
};

/* Leases a connection to c (E_UNAVAILABLE within about 2 s where there is none), given back by the arena. */
enum err conn_lease(struct ctx *c) MUST_CHECK;

/* A plain text statement of this module: START TRANSACTION, COMMIT, ROLLBACK, migrations. */
enum err conn_text(struct ctx *c, const char *sql) MUST_CHECK;

/* Maps the connection's last error, notes what it means for the connection, and logs our own faults. */
enum err conn_error(struct ctx *c, const char *what, unsigned nr, const char *text);

/* The pool's other connections date from before the server went away: they are replaced when next lent. */
void conn_distrust(struct db_conn *conn);

MYSQL *conn_connect(const struct config *cfg, struct db_login login);

#endif
