/* SPDX-License-Identifier: MIT */
/* Running named statements: bind, execute, store the result at once (one round trip), copy rows into structs. */
#include "server/store/db/conn.h"

#include "common/clock.h"

#include <errmsg.h>

struct arg arg_int(int64_t v)
{
    return (struct arg){.type = 'i', .i = v};
}

struct arg arg_str(const char *s)
{
    return (struct arg){.type = 's', .null = !s, .p = s, .n = s ? strlen(s) : 0};
}

struct arg arg_bytes(const void *p, size_t n)
{
    return (struct arg){.type = 'b', .null = !p, .p = p, .n = n};
}

struct arg arg_time(int64_t ms)
{
    return (struct arg){.type = 't', .null = ms == CLOCK_NONE, .i = ms};
}

struct arg arg_ref(int64_t id)
{
    return (struct arg){.type = 'i', .null = id == 0, .i = id};
}

static MYSQL_TIME time_out(int64_t ms)
{
    struct clock_parts p;
    clock_split(ms, 0, &p);
    return (MYSQL_TIME){.year = (unsigned)p.year,
                        .month = (unsigned)p.month,
                        .day = (unsigned)p.day,
                        .hour = (unsigned)p.hour,
                        .minute = (unsigned)p.minute,
                        .second = (unsigned)p.second,
                        .second_part = (unsigned long)p.ms * 1000,
                        .time_type = MYSQL_TIMESTAMP_DATETIME};
}

static int64_t time_in(const MYSQL_TIME *t)
{
    return clock_join(&(struct clock_parts){(int)t->year, (int)t->month, (int)t->day, (int)t->hour, (int)t->minute,
                                            (int)t->second, (int)(t->second_part / 1000)});
}

/* Binds point at the arguments themselves; only instants need room of their own. */
static MYSQL_BIND *bind_args(struct ctx *c, const struct stmt_row *row, struct args a)
{
    MYSQL_BIND *b = arena_array(c->mem, (size_t)row->binds, sizeof(*b));
    for (int i = 0; i < row->binds; i++) {
        const struct arg *v = &a.list[row->arg[i]];
        union {
            const void *from;
            void *to;
        } p = {.from = v->type == 'i' ? (const void *)&v->i : v->p};
        b[i].buffer = p.to;
        b[i].buffer_length = v->n;
        b[i].length_value = v->n;
        b[i].buffer_type = v->type == 'i' ? MYSQL_TYPE_LONGLONG : v->type == 's' ? MYSQL_TYPE_STRING : MYSQL_TYPE_BLOB;
        if (v->type == 't' && !v->null) {
            MYSQL_TIME *t = ARENA_NEW(c->mem, MYSQL_TIME);
            *t = time_out(v->i);
            b[i].buffer = t;
            b[i].buffer_type = MYSQL_TYPE_DATETIME;
        }
        if (v->null)
            b[i].buffer_type = MYSQL_TYPE_NULL;
    }
    return b;
}

static enum err check_args(struct ctx *c, const struct stmt_row *row, struct args a)
{
    if (strlen(row->in) != a.n)
        return FAIL_BUG(c, "%s takes %zu arguments, not %zu", row->name, strlen(row->in), a.n);
    for (size_t i = 0; i < a.n; i++)
        if (row->in[i] != a.list[i].type)
            return FAIL_BUG(c, "%s: argument %zu is '%c', not '%c'", row->name, i + 1, row->in[i], a.list[i].type);
    return E_OK;
}

static enum err prepare(struct ctx *c, enum stmt s, MYSQL_STMT **ret)
{
    const struct stmt_row *row = &stmt_table[s];
    struct db_conn *conn = c->db;
    if (!conn->stmts[s]) {
        MYSQL_STMT *st = mysql_stmt_init(conn->my);
        if (!st)
            return FAIL_BUG(c, "%s: no memory for a statement", row->name);
        if (mysql_stmt_prepare(st, row->text, strlen(row->text))) {
            enum err e = conn_error(c, row->name, mysql_stmt_errno(st), mysql_stmt_error(st));
            mysql_stmt_close(st);
            return e;
        }
        conn->stmts[s] = st;
    }
    *ret = conn->stmts[s];
    return E_OK;
}

static enum err execute(struct ctx *c, enum stmt s, MYSQL_BIND *binds, MYSQL_STMT **ret)
{
    MYSQL_STMT *st = NULL;
    enum err e = prepare(c, s, &st);
    if (e)
        return e;
    c->db_trips++;
    if ((stmt_table[s].binds && mysql_stmt_bind_param(st, binds)) || mysql_stmt_execute(st) ||
        (*stmt_table[s].out && mysql_stmt_store_result(st)))
        return conn_error(c, stmt_table[s].name, mysql_stmt_errno(st), mysql_stmt_error(st));
    c->db->used = true;
    *ret = st;
    return E_OK;
}

static bool is_read(const struct stmt_row *row)
{
    return strncmp(row->text, "SELECT", 6) == 0 && !strstr(row->text, "FOR UPDATE");
}

/* A connection that turns out to be dead at its first statement is replaced once, if that statement only
 * reads: a write might have been carried out. */
static enum err run(struct ctx *c, enum stmt s, struct args a, MYSQL_STMT **st)
{
    const struct stmt_row *row = &stmt_table[s];
    enum err e = check_args(c, row, a);
    if (!e)
        e = conn_lease(c);
    if (e)
        return e;
    bool fresh = !c->db->used && !c->tx_depth;
    MYSQL_BIND *binds = bind_args(c, row, a);
    e = execute(c, s, binds, st);
    if (!e || !c->db->lost || !fresh || !is_read(row))
        return e;
    db_release(c);
    fail_clear(c);
    e = conn_lease(c);
    return e ? e : execute(c, s, binds, st);
}

enum err db_exec(struct ctx *c, enum stmt s, struct args a, int64_t *affected)
{
    MYSQL_STMT *st = NULL;
    enum err e = run(c, s, a, &st);
    if (!e && affected)
        *affected = (int64_t)mysql_stmt_affected_rows(st);
    return e;
}

enum err db_insert(struct ctx *c, enum stmt s, struct args a, int64_t *id)
{
    MYSQL_STMT *st = NULL;
    enum err e = run(c, s, a, &st);
    if (!e)
        *id = (int64_t)mysql_stmt_insert_id(st);
    return e;
}

/* One row's raw values while it is copied into a struct. */
struct cell {
    long long i;
    MYSQL_TIME t;
    unsigned long n;
    my_bool null;
};

static void bind_cells(const char *types, MYSQL_BIND *b, struct cell *cell)
{
    for (size_t i = 0; types[i]; i++) {
        b[i].is_null = &cell[i].null;
        b[i].length = &cell[i].n;
        if (types[i] == 'i') {
            b[i].buffer_type = MYSQL_TYPE_LONGLONG;
            b[i].buffer = &cell[i].i;
        } else if (types[i] == 't') {
            b[i].buffer_type = MYSQL_TYPE_DATETIME;
            b[i].buffer = &cell[i].t;
        } else { /* the length comes first, the bytes by mysql_stmt_fetch_column */
            b[i].buffer_type = MYSQL_TYPE_BLOB;
            b[i].buffer_length = 0;
        }
    }
}

static const char *fetch_bytes(struct ctx *c, MYSQL_STMT *st, unsigned i, unsigned long n)
{
    char *to = arena_alloc(c->mem, n + 1);
    MYSQL_BIND b = {.buffer_type = MYSQL_TYPE_BLOB, .buffer = to, .buffer_length = n};
    if (n)
        mysql_stmt_fetch_column(st, &b, i, 0);
    return to;
}

static void land(struct ctx *c, MYSQL_STMT *st, unsigned i, const struct col *col, const struct cell *v, void *row)
{
    void *at = (char *)row + col->at;
    switch (col->type) {
    case 'i':
        *(int64_t *)at = v->null ? 0 : v->i;
        break;
    case 'd':
        *(int *)at = v->null ? 0 : (int)v->i;
        break;
    case 'B':
        *(bool *)at = !v->null && v->i;
        break;
    case 't':
        *(int64_t *)at = v->null ? CLOCK_NONE : time_in(&v->t);
        break;
    case 's':
        *(const char **)at = v->null ? NULL : fetch_bytes(c, st, i, v->n);
        break;
    default:
        *(struct bytes *)at = v->null ? (struct bytes){0}
                                      : (struct bytes){(const unsigned char *)fetch_bytes(c, st, i, v->n), v->n};
    }
}

static enum err check_cols(struct ctx *c, const struct stmt_row *row, const struct col *cols, size_t n)
{
    if (strlen(row->out) != n)
        return FAIL_BUG(c, "%s has %zu columns, not %zu", row->name, strlen(row->out), n);
    for (size_t i = 0; i < n; i++) {
        char t = cols[i].type == 'd' || cols[i].type == 'B' ? 'i' : cols[i].type;
        if (row->out[i] != t)
            return FAIL_BUG(c, "%s: column %zu is '%c', not '%c'", row->name, i + 1, row->out[i], t);
    }
    return E_OK;
}

/* Copies up to `most` rows to `to`, `size` bytes apart. */
static enum err fetch(struct ctx *c, enum stmt s, MYSQL_STMT *st, const struct col *cols, size_t size, size_t most,
                      char *to, size_t *got)
{
    const struct stmt_row *row = &stmt_table[s];
    size_t ncols = strlen(row->out);
    MYSQL_BIND *b = arena_array(c->mem, ncols, sizeof(*b));
    struct cell *cell = arena_array(c->mem, ncols, sizeof(*cell));
    bind_cells(row->out, b, cell);
    if (mysql_stmt_bind_result(st, b)) {
        mysql_stmt_free_result(st);
        return FAIL_BUG(c, "%s: its columns cannot be bound", row->name);
    }
    for (*got = 0; *got < most; ++*got) {
        int rc = mysql_stmt_fetch(st);
        if (rc != 0 && rc != MYSQL_DATA_TRUNCATED)
            break;
        for (unsigned i = 0; i < ncols; i++)
            land(c, st, i, &cols[i], &cell[i], to + *got * size);
    }
    mysql_stmt_free_result(st);
    return E_OK;
}

enum err db_rows(struct ctx *c, enum stmt s, struct args a, const struct col *cols, size_t ncols, size_t size,
                 void *list, size_t *n)
{
    MYSQL_STMT *st = NULL;
    enum err e = check_cols(c, &stmt_table[s], cols, ncols);
    if (!e)
        e = run(c, s, a, &st);
    if (e)
        return e;
    size_t rows = (size_t)mysql_stmt_num_rows(st);
    char *to = arena_array(c->mem, rows, size);
    e = fetch(c, s, st, cols, size, rows, to, n);
    if (!e)
        *(void **)list = to;
    return e;
}

enum err db_row(struct ctx *c, enum stmt s, struct args a, const struct col *cols, size_t ncols, void *row)
{
    MYSQL_STMT *st = NULL;
    size_t got = 0;
    enum err e = check_cols(c, &stmt_table[s], cols, ncols);
    if (!e)
        e = run(c, s, a, &st);
    if (!e)
        e = fetch(c, s, st, cols, 0, 1, row, &got);
    return e ? e : got ? E_OK : E_NOT_FOUND;
}

enum err db_int(struct ctx *c, enum stmt s, struct args a, int64_t *value)
{
    static const struct col one[] = {{'i', 0}};
    return db_row(c, s, a, COLS(one), value);
}

enum err db_ping(struct ctx *c)
{
    int64_t one;
    return db_int(c, STMT_PING, NO_ARGS, &one);
}
