/* SPDX-License-Identifier: MIT */
#include "server/users/login.h"

#include "server/app.h"
#include "server/store/db/db.h"
#include "server/store/limits.h"
#include "server/users/passwords.h"

static const char *account_key(struct ctx *c, int64_t user_id)
{
    return arena_printf(c->mem, "id %lld", (long long)user_id);
}

/* What failures are counted by: the account, or the name where there is none. Both look the same from outside. */
static const char *account_of(struct ctx *c, const struct user *u, const char *name)
{
    return u->id ? account_key(c, u->id) : arena_printf(c->mem, "name %s", user_key(c, name));
}

static enum err check_limits(struct ctx *c, const char *account)
{
    enum err e = limit_check(c, LIMIT_LOGIN_ADDRESS, c->address);
    return e ? e : limit_check(c, LIMIT_LOGIN_ACCOUNT, account);
}

static enum err count_failure(struct ctx *c, const char *account)
{
    enum err e = limit_count(c, LIMIT_LOGIN_ADDRESS, c->address);
    return e ? e : limit_count(c, LIMIT_LOGIN_ACCOUNT, account);
}

/* The limits are asked once more after the password: of many guesses sent at once only as many are believed
 * as would have been one after the other. `hash` NULL: nobody. */
static enum err try_password(struct ctx *c, const char *account, const char *hash, const char *password,
                             bool *right)
{
    enum err e = check_limits(c, account);
    if (!e)
        e = password_check(c, hash, password, right);
    if (!e)
        e = *right ? check_limits(c, account) : count_failure(c, account);
    if (!e && *right)
        e = limit_clear(c, LIMIT_LOGIN_ACCOUNT, account);
    return e;
}

/* Stores the password again where today's parameters are stronger than those that it was hashed with. */
static enum err refresh_hash(struct ctx *c, const struct user *u, const char *password)
{
    const char *hash;
    if (!password_is_old(u->password_hash))
        return E_OK;
    enum err e = password_hash(c, password, &hash);
    return e ? e : db_exec(c, STMT_USER_REHASH, ARGS(ARG(hash), ARG(u->id), ARG(u->password_hash)), NULL);
}

enum err login_start(struct ctx *c, const struct login *in, struct session_new *s, struct user *u)
{
    const struct config *cfg = &c->app->cfg;
    bool right = false;
    *u = (struct user){0};
    enum err e = user_by_login(c, in->name, u);
    if (e && e != E_NOT_FOUND)
        return e;
    e = try_password(c, account_of(c, u, in->name), u->id && !u->disabled ? u->password_hash : NULL,
                     in->password, &right);
    if (e)
        return e;
    if (!right)
        return fail(c, E_UNAUTHENTICATED, N_("This name and password do not belong together."));
    if (!u->active)
        return fail(c, E_NOT_ACTIVATED,
                    N_("This account is not activated yet; follow the link in the mail."));
    e = refresh_hash(c, u, in->password);
    if (e)
        return e;
    *s = (struct session_new){.user_id = u->id,
                              .auth_epoch = u->auth_epoch,
                              .seconds = in->remember ? cfg->session_remember_days * 86400
                                                      : cfg->session_hours * 3600,
                              .client = in->client};
    return session_make(c, s);
}

enum err login_confirm(struct ctx *c, const char *field, const char *password, struct user *u)
{
    bool right = false;
    enum err e = user_by_id(c, c->user_id, u);
    if (!e)
        e = try_password(c, account_of(c, u, ""), u->password_hash, password, &right);
    if (!e && !right)
        return fail_field(c, field, "wrong", N_("is not your password"));
    return e;
}

enum err login_forgive(struct ctx *c, int64_t user_id)
{
    return limit_clear(c, LIMIT_LOGIN_ACCOUNT, account_key(c, user_id));
}

static const struct col session_cols[] = {
    COL(struct session_row, id),           COL(struct session_row, client),
    COL(struct session_row, address),      COL_TIME(struct session_row, created_at),
    COL_TIME(struct session_row, seen_at), COL_TIME(struct session_row, expires_at),
};

enum err login_list(struct ctx *c, struct session_row **list, size_t *n)
{
    enum err e =
        db_rows(c, STMT_SESSION_LIST, ARGS(ARG(c->user_id)), COLS(session_cols), sizeof(**list), list, n);
    for (size_t i = 0; !e && i < *n; i++)
        (*list)[i].current = (*list)[i].id == c->session_id;
    return e;
}

enum err login_end(struct ctx *c, int64_t session_id)
{
    return session_end(c, session_id);
}

const char *login_csrf(struct ctx *c, const char *token)
{
    return session_csrf(c, token);
}
