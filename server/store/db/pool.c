/* SPDX-License-Identifier: MIT */
/* The pool: at most N connections, lent last-in first-out, so that a quiet shop keeps few of them warm. When
 * one is lost all idle ones are suspected (the generation goes up) and are replaced before their next use, so
 * that a restart of MariaDB costs the requests in flight and no later ones. */
#include "server/app.h"
#include "server/store/db/conn.h"

#include "common/clock.h"
#include "common/log.h"
#include "common/xalloc.h"

#include <errmsg.h>
#include <mysqld_error.h>
#include <pthread.h>

#define CONNECT_SECONDS 2
#define IO_SECONDS      5
#define LEASE_SECONDS   2
#define DOWN_US         500000 /* after a failed connect nobody tries for this long */

struct db_pool {
    const struct config *cfg;
    struct db_login login;
    char *password; /* the pool's own copy, wiped at its end */
    pthread_mutex_t lock;
    pthread_cond_t given_back;
    struct db_conn *idle;
    int open, used;
    unsigned generation;
    int64_t down_until; /* monotonic; 0: not known to be down */
};

struct db_pool *db_pool_open(const struct config *cfg, struct db_login login)
{
    struct db_pool *p = xcalloc(1, sizeof(*p));
    pthread_condattr_t attr;
    mysql_library_init(0, NULL, NULL);
    p->cfg = cfg;
    p->password = xstrdup(login.password);
    p->login = login;
    p->login.password = p->password;
    pthread_mutex_init(&p->lock, NULL);
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&p->given_back, &attr);
    return p;
}

static void conn_close(struct db_conn *conn)
{
    for (int i = 0; i < STMT_COUNT; i++)
        if (conn->stmts[i])
            mysql_stmt_close(conn->stmts[i]);
    mysql_close(conn->my);
    free(conn);
}

void db_pool_close(struct db_pool *p)
{
    if (!p)
        return;
    while (p->idle) {
        struct db_conn *conn = p->idle;
        p->idle = conn->next;
        conn_close(conn);
    }
    explicit_bzero(p->password, strlen(p->password));
    free(p->password);
    free(p);
}

void db_pool_stat(struct db_pool *p, int *used, int *open)
{
    pthread_mutex_lock(&p->lock);
    *used = p->used;
    *open = p->open;
    pthread_mutex_unlock(&p->lock);
}

/* Everything a session needs to be ours: UTC, strict, READ COMMITTED, bounded waits. */
static const char session_setup[] =
    "SET SESSION time_zone='+00:00', sql_mode='STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
    "NO_ENGINE_SUBSTITUTION', tx_isolation='READ-COMMITTED', innodb_lock_wait_timeout=2, max_statement_time=4";

MYSQL *conn_connect(const struct config *cfg, struct db_login login)
{
    unsigned connect_s = CONNECT_SECONDS, io_s = IO_SECONDS;
    my_bool no = 0;
    MYSQL *my = mysql_init(NULL);
    if (!my)
        return NULL;
    mysql_options(my, MYSQL_OPT_CONNECT_TIMEOUT, &connect_s);
    mysql_options(my, MYSQL_OPT_READ_TIMEOUT, &io_s);
    mysql_options(my, MYSQL_OPT_WRITE_TIMEOUT, &io_s);
    mysql_options(my, MYSQL_OPT_RECONNECT, &no);
    mysql_options(my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_options(my, MYSQL_INIT_COMMAND, session_setup);
    bool by_socket = *cfg->db_socket && !*cfg->db_host;
    if (mysql_real_connect(my, by_socket ? NULL : cfg->db_host, login.user, login.password, cfg->db_name,
                           (unsigned)cfg->db_port, by_socket ? cfg->db_socket : NULL, 0))
        return my;
    log_warn("MariaDB: %s", mysql_error(my));
    mysql_close(my);
    return NULL;
}

static struct db_conn *conn_open(struct db_pool *p)
{
    MYSQL *my = conn_connect(p->cfg, p->login);
    if (!my)
        return NULL;
    struct db_conn *conn = calloc(1, sizeof(*conn));
    if (!conn) {
        mysql_close(my);
        return NULL;
    }
    conn->my = my;
    conn->pool = p;
    return conn;
}

static void give_back(void *arg)
{
    struct ctx *c = arg;
    if (c->db && c->tx_depth) { /* left in the middle of a transaction: its state is not known */
        c->db->broken = true;
        c->tx_depth = 0;
    }
    db_release(c);
}

void db_release(struct ctx *c)
{
    struct db_conn *conn = c->db;
    if (!conn || c->tx_depth)
        return;
    struct db_pool *p = conn->pool;
    c->db = NULL;
    pthread_mutex_lock(&p->lock);
    p->used--;
    bool keep = !conn->broken && conn->generation == p->generation;
    if (keep) {
        conn->next = p->idle;
        p->idle = conn;
    } else {
        p->open--;
    }
    pthread_cond_signal(&p->given_back);
    pthread_mutex_unlock(&p->lock);
    if (!keep)
        conn_close(conn);
}

void conn_distrust(struct db_conn *conn)
{
    struct db_pool *p = conn->pool;
    pthread_mutex_lock(&p->lock);
    if (conn->generation == p->generation)
        p->generation++;
    pthread_mutex_unlock(&p->lock);
}

/* Under the lock: an idle connection of this generation, or a free place for a new one, or neither. */
static bool take(struct db_pool *p, struct db_conn **conn, struct db_conn **stale)
{
    while (p->idle) {
        struct db_conn *first = p->idle;
        p->idle = first->next;
        if (first->generation == p->generation) {
            *conn = first;
            p->used++;
            return true;
        }
        first->next = *stale;
        *stale = first;
        p->open--;
    }
    if (p->open >= p->login.connections || clock_mono_us() < p->down_until)
        return false;
    p->open++;
    p->used++;
    return true;
}

static bool wait_for_one(struct db_pool *p, struct db_conn **conn, struct db_conn **stale)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += LEASE_SECONDS;
    bool got = false;
    pthread_mutex_lock(&p->lock);
    while (!(got = take(p, conn, stale))) {
        if (p->open == 0) /* known to be down: waiting would help nobody */
            break;
        if (pthread_cond_timedwait(&p->given_back, &p->lock, &until))
            break;
    }
    pthread_mutex_unlock(&p->lock);
    return got;
}

static void note_connect(struct db_pool *p, struct db_conn *conn)
{
    pthread_mutex_lock(&p->lock);
    if (conn) {
        conn->generation = p->generation;
        p->down_until = 0;
    } else {
        p->open--;
        p->used--;
        p->down_until = clock_mono_us() + DOWN_US;
        pthread_cond_broadcast(&p->given_back);
    }
    pthread_mutex_unlock(&p->lock);
}

enum err conn_lease(struct ctx *c)
{
    struct db_pool *p = c->app->db;
    struct db_conn *conn = NULL, *stale = NULL;
    if (c->db)
        return E_OK;
    bool got = wait_for_one(p, &conn, &stale);
    while (stale) {
        struct db_conn *next = stale->next;
        conn_close(stale);
        stale = next;
    }
    if (got && !conn) {
        conn = conn_open(p);
        note_connect(p, conn);
    }
    if (!conn)
        return fail(c, E_UNAVAILABLE, N_("The shop's database is not reachable at the moment."));
    conn->used = conn->retry = conn->lost = false;
    c->db = conn;
    arena_defer(c->mem, give_back, c);
    return E_OK;
}

enum err conn_error(struct ctx *c, const char *what, unsigned nr, const char *text)
{
    struct db_conn *conn = c->db;
    conn->errnr = nr;
    switch (nr) {
    case ER_LOCK_DEADLOCK:
    case ER_LOCK_WAIT_TIMEOUT:
    case ER_CHECKREAD:
        conn->retry = true;
        return fail(c, E_UNAVAILABLE, N_("Too much is going on at once; please retry."));
    case ER_DUP_ENTRY:
        return E_CONFLICT;
    case CR_SERVER_GONE_ERROR:
    case CR_SERVER_LOST:
    case CR_CONNECTION_ERROR:
    case CR_CONN_HOST_ERROR:
    case ER_SERVER_SHUTDOWN:
    case ER_CONNECTION_KILLED:
        conn->broken = conn->lost = true;
        conn_distrust(conn);
        log_warn("MariaDB: %s: %s", what, text);
        return fail(c, E_UNAVAILABLE, N_("The shop's database is not reachable at the moment."));
    case ER_STATEMENT_TIMEOUT:
    case ER_OPTION_PREVENTS_STATEMENT:
    case ER_DISK_FULL:
    case ER_RECORD_FILE_FULL:
        log_warn("MariaDB: %s: %u %s", what, nr, text);
        return fail(c, E_UNAVAILABLE, N_("The shop's database is not reachable at the moment."));
    default:
        return FAIL_BUG(c, "MariaDB: %s: %u %s", what, nr, text);
    }
}

enum err conn_text(struct ctx *c, const char *sql)
{
    enum err e = conn_lease(c);
    if (e)
        return e;
    c->db_trips++;
    c->db->used = true;
    if (mysql_query(c->db->my, sql) == 0)
        return E_OK;
    return conn_error(c, sql, mysql_errno(c->db->my), mysql_error(c->db->my));
}
