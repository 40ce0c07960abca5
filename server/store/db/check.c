/* SPDX-License-Identifier: MIT */
/* Prepares every named statement against the real schema, so that a typing mistake in sql/q/ is found by
 * `make check-sql` and not by a shopper; and shows the plans of the hot ones, where a full scan is a fault. */
#include "server/store/db/conn.h"

#include "common/str.h"

static bool prepare_one(MYSQL *my, const struct stmt_row *row)
{
    MYSQL_STMT *st = mysql_stmt_init(my);
    bool ok = st && mysql_stmt_prepare(st, row->text, strlen(row->text)) == 0;
    if (!ok) {
        printf("%s: %s\n", row->name, st ? mysql_stmt_error(st) : "no memory");
    } else if (mysql_stmt_param_count(st) != (unsigned long)row->binds) {
        printf("%s: %lu parameters, its head says %d\n", row->name, mysql_stmt_param_count(st), row->binds);
        ok = false;
    } else if (!strstr(row->text, "RETURNING") && mysql_stmt_field_count(st) != strlen(row->out)) {
        /* What RETURNING gives is told only when it is executed. */
        printf("%s: %u columns, its head says %zu\n", row->name, mysql_stmt_field_count(st), strlen(row->out));
        ok = false;
    }
    if (st)
        mysql_stmt_close(st);
    return ok;
}

/* EXPLAIN with harmless literals for the parameters: 1 for numbers, '1' for texts. */
static bool explain_one(struct ctx *c, MYSQL *my, const struct stmt_row *row)
{
    struct str b;
    int use = 0;
    str_init(&b, c->mem);
    str_add(&b, "EXPLAIN ");
    for (const char *p = row->text; *p; p++)
        if (*p == '?')
            str_add(&b, row->in[row->arg[use++]] == 'i' ? "1" : row->in[row->arg[use - 1]] == 't' ? "'2026-01-01'" : "'1'");
        else
            str_addc(&b, *p);
    if (mysql_query(my, b.s)) {
        printf("%s: EXPLAIN: %s\n", row->name, mysql_error(my));
        return false;
    }
    MYSQL_RES *res = mysql_store_result(my);
    bool ok = true;
    for (MYSQL_ROW r; res && (r = mysql_fetch_row(res));) {
        /* Tables of a few rows are read whole whatever their keys are. */
        bool few = r[8] && strlen(r[8]) < 2;
        if (!few && r[3] && strcmp(r[3], "ALL") == 0 && r[2] && *r[2] != '<' && !(r[9] && strstr(r[9], "json_table"))) {
            printf("%s: reads the whole of %s\n", row->name, r[2]);
            ok = false;
        }
    }
    mysql_free_result(res);
    return ok;
}

enum err db_check_statements(struct ctx *c)
{
    int faults = 0;
    enum err e = conn_lease(c);
    if (e)
        return e;
    for (int s = 0; s < STMT_COUNT; s++) {
        const struct stmt_row *row = &stmt_table[s];
        bool ok = prepare_one(c->db->my, row);
        if (ok && row->hot)
            ok = explain_one(c, c->db->my, row);
        faults += !ok;
    }
    printf("%d statements, %d faults\n", STMT_COUNT, faults);
    return faults ? E_INTERNAL : E_OK;
}
