/* SPDX-License-Identifier: MIT */
/* MariaDB commits DDL by itself, so a step cannot be undone; it is made to be run again instead, and is
 * recorded after it succeeded. */
#include "server/store/db/migrate.h"

#include "common/log.h"
#include "common/str.h"
#include "server/app.h"
#include "server/store/db/conn.h"

#include <sodium.h>

#define LOCK_SECONDS 60

static const char *const append_only[] = {"stock_movement", "order_history", "capture", "payment_notice", "audit_log"};

static const char table_ddl[] =
    "CREATE TABLE IF NOT EXISTS schema_step (version INT NOT NULL, step INT NOT NULL, checksum CHAR(64) NOT NULL,"
    " at DATETIME(6) NOT NULL, PRIMARY KEY (version, step))";

static char *checksum(char hex[65], const char *text)
{
    unsigned char h[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(h, (const unsigned char *)text, strlen(text));
    sodium_bin2hex(hex, 65, h, sizeof(h));
    return hex;
}

static bool sql(MYSQL *my, const char *text)
{
    if (mysql_query(my, text) == 0)
        return true;
    fprintf(stderr, "migrate: %s\n  in: %.200s\n", mysql_error(my), text);
    return false;
}

/* The first column of the first row of a query, or NULL; the caller frees. */
static char *value(MYSQL *my, const char *text, bool *ok)
{
    *ok = sql(my, text);
    MYSQL_RES *res = *ok ? mysql_store_result(my) : NULL;
    MYSQL_ROW row = res ? mysql_fetch_row(res) : NULL;
    char *v = row && row[0] ? strdup(row[0]) : NULL;
    mysql_free_result(res);
    return v;
}

static bool run_step(MYSQL *my, const struct migration_step *m)
{
    char query[256], hex[65];
    bool ok;
    checksum(hex, m->text);
    snprintf(query, sizeof(query), "SELECT checksum FROM schema_step WHERE version = %d AND step = %d", m->version,
             m->step);
    char *known = value(my, query, &ok);
    if (!ok)
        return false;
    if (known) {
        ok = strcmp(known, hex) == 0;
        if (!ok)
            fprintf(stderr, "migrate: %s step %d was changed after it was run; make a new migration instead\n", m->file,
                    m->step);
        free(known);
        return ok;
    }
    printf("migrate: %s step %d\n", m->file, m->step);
    snprintf(query, sizeof(query), "INSERT INTO schema_step VALUES (%d, %d, '%s', UTC_TIMESTAMP(6))", m->version,
             m->step, hex);
    return sql(my, m->text) && sql(my, query);
}

static bool is_newer(MYSQL *my)
{
    const struct migration_step *last = &migration_steps[migration_step_count - 1];
    char query[160];
    bool ok;
    snprintf(query, sizeof(query), "SELECT MAX(version) FROM schema_step HAVING MAX(version) > %d", last->version);
    char *v = value(my, query, &ok);
    if (v)
        fprintf(stderr, "migrate: the schema is at version %s, this program knows %d only\n", v, last->version);
    free(v);
    return !ok || v;
}

static bool is_append_only(const char *table)
{
    for (size_t i = 0; i < sizeof(append_only) / sizeof(append_only[0]); i++)
        if (strcmp(table, append_only[i]) == 0)
            return true;
    return false;
}

/* The host part of the serving user's account: it exists already, made by whoever installs. */
static bool grant(MYSQL *my, const struct config *cfg)
{
    char query[512];
    bool ok = sql(my, "SHOW TABLES");
    MYSQL_RES *res = ok ? mysql_store_result(my) : NULL;
    for (MYSQL_ROW row; res && ok && (row = mysql_fetch_row(res));) {
        const char *rights = strcmp(row[0], "schema_step") == 0 ? "SELECT"
                             : is_append_only(row[0])           ? "SELECT, INSERT"
                                                                : "SELECT, INSERT, UPDATE, DELETE";
        snprintf(query, sizeof(query), "GRANT %s ON `%s`.`%s` TO '%s'@'%s'", rights, cfg->db_name, row[0],
                 cfg->db_user, *cfg->db_host ? "%" : "localhost");
        ok = sql(my, query);
    }
    mysql_free_result(res);
    return ok;
}

static bool run_all(MYSQL *my, const struct config *cfg)
{
    char query[128];
    bool ok;
    snprintf(query, sizeof(query), "SELECT GET_LOCK('%s.migrate', %d)", cfg->db_name, LOCK_SECONDS);
    char *got = value(my, query, &ok);
    ok = ok && got && strcmp(got, "1") == 0;
    free(got);
    if (!ok) {
        fputs("migrate: another migration is running\n", stderr);
        return false;
    }
    snprintf(query, sizeof(query), "ALTER DATABASE `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", cfg->db_name);
    ok = sql(my, query) && sql(my, table_ddl) && !is_newer(my);
    for (size_t i = 0; ok && i < migration_step_count; i++)
        ok = run_step(my, &migration_steps[i]);
    return ok && grant(my, cfg);
}

bool migrate_run(const struct config *cfg)
{
    char *password = config_secret("db.migrate_password_file", cfg->db_migrate_password_file);
    if (!password)
        return false;
    MYSQL *my = conn_connect(cfg, (struct db_login){cfg->db_migrate_user, password, 1});
    bool ok = my && sql(my, "SET SESSION max_statement_time=0, innodb_lock_wait_timeout=50") && run_all(my, cfg);
    if (!my)
        fputs("migrate: MariaDB cannot be reached\n", stderr);
    if (my)
        mysql_close(my);
    free(password);
    if (ok)
        printf("migrate: the schema is at version %d\n", migration_steps[migration_step_count - 1].version);
    return ok;
}

struct done_step {
    int64_t version, step;
    const char *checksum;
};

static const struct col done_cols[] = {COL(struct done_step, version), COL(struct done_step, step),
                                       COL(struct done_step, checksum)};

enum err migrate_check(struct ctx *c)
{
    struct done_step *done;
    size_t n;
    char hex[65];
    enum err e = db_rows(c, STMT_SCHEMA_STEPS, NO_ARGS, COLS(done_cols), sizeof(*done), &done, &n);
    if (e)
        return e;
    for (size_t i = 0; i < n && i < migration_step_count; i++) {
        const struct migration_step *m = &migration_steps[i];
        if (done[i].version != m->version || done[i].step != m->step ||
            !str_eq(done[i].checksum, checksum(hex, m->text)))
            return fail(c, E_UNAVAILABLE, N_("The database's schema is not this program's."));
    }
    if (n != migration_step_count)
        return fail(c, E_UNAVAILABLE, N_("The database's schema is not this program's: run shopd migrate."));
    return E_OK;
}
