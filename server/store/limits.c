/* SPDX-License-Identifier: MIT */
#include "server/store/limits.h"

#include "server/app.h"
#include "server/store/db/db.h"

#include <arpa/inet.h>
#include <sodium.h>

static const struct limit_row {
    const char *bucket;
    int64_t seconds;
    size_t most; /* where the setting lies in struct config */
    bool by_address;
} rows[] = {
    [LIMIT_LOGIN_ACCOUNT] = {"login_account", 15 * 60, offsetof(struct config, limits_login_account), false},
    [LIMIT_LOGIN_ADDRESS] = {"login_address", 15 * 60, offsetof(struct config, limits_login_address), true},
    [LIMIT_MAILS] = {"mails", 3600, offsetof(struct config, limits_mails_per_hour), false},
    [LIMIT_REGISTRATIONS] = {"registrations", 3600, offsetof(struct config, limits_registrations_per_hour),
                             true},
};

static int64_t most_of(const struct ctx *c, const struct limit_row *row)
{
    return *(const int64_t *)(const void *)((const char *)&c->app->cfg + row->most);
}

/* Whoever has one IPv6 address has the whole /64. */
static struct arg hash_subject(struct ctx *c, const struct limit_row *row, const char *subject)
{
    unsigned char *hash = arena_alloc(c->mem, crypto_hash_sha256_BYTES), ip[16];
    if (row->by_address && inet_pton(AF_INET6, subject, ip) == 1)
        crypto_hash_sha256(hash, ip, 8);
    else
        crypto_hash_sha256(hash, (const unsigned char *)subject, strlen(subject));
    return arg_bytes(hash, crypto_hash_sha256_BYTES);
}

struct use {
    int64_t used, seconds;
};

static const struct col use_cols[] = {COL(struct use, used), COL(struct use, seconds)};

static void show(struct ctx *c, int64_t most, const struct use *u)
{
    int64_t left = u->used < most ? most - u->used : 0;
    if (c->limit.most && c->limit.left < left)
        return;
    c->limit.most = most;
    c->limit.left = left;
    c->limit.seconds = u->seconds;
}

static enum err refuse(struct ctx *c, const struct use *u)
{
    c->retry_after = u->seconds > 0 ? (int)u->seconds : 1;
    return fail(c, E_RATE_LIMITED, N_("Too many attempts; please wait %d seconds."), c->retry_after);
}

enum err limit_check(struct ctx *c, enum limit which, const char *subject)
{
    const struct limit_row *row = &rows[which];
    struct use u = {.seconds = row->seconds};
    int64_t most = most_of(c, row);
    if (!most)
        return E_OK;
    enum err e =
        db_row(c, STMT_LIMIT_SHOW, ARGS(ARG(row->bucket), hash_subject(c, row, subject)), COLS(use_cols), &u);
    if (e && e != E_NOT_FOUND)
        return e;
    show(c, most, &u);
    return u.used < most ? E_OK : refuse(c, &u);
}

enum err limit_count(struct ctx *c, enum limit which, const char *subject)
{
    const struct limit_row *row = &rows[which];
    struct use u;
    int64_t most = most_of(c, row);
    if (!most)
        return E_OK;
    enum err e =
        db_row(c, STMT_LIMIT_USE, ARGS(ARG(row->bucket), hash_subject(c, row, subject), ARG(row->seconds)),
               COLS(use_cols), &u);
    if (e)
        return e;
    show(c, most, &u);
    return u.used <= most ? E_OK : refuse(c, &u);
}

enum err limit_clear(struct ctx *c, enum limit which, const char *subject)
{
    const struct limit_row *row = &rows[which];
    if (!most_of(c, row))
        return E_OK;
    return db_exec(c, STMT_LIMIT_CLEAR, ARGS(ARG(row->bucket), hash_subject(c, row, subject)), NULL);
}
