/* SPDX-License-Identifier: MIT */
#include "server/users/credentials.h"

#include "common/str.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"
#include "server/users/login.h"
#include "server/users/mails.h"
#include "server/users/passwords.h"
#include "server/users/tokens.h"

/* In a transaction: the new hash, and whatever could get in by the old one ends. */
static enum err replace_password(struct ctx *c, int64_t user_id, const char *hash)
{
    enum err e = db_exec(c, STMT_USER_SET_PASSWORD, ARGS(ARG(hash), ARG(user_id)), NULL);
    if (!e)
        e = token_drop(c, TOKEN_RESET, user_id);
    if (!e)
        e = session_end_all(c, user_id);
    return e;
}

static enum err set_password(struct ctx *c, void *arg)
{
    const char *const *hash = arg;
    return replace_password(c, c->user_id, *hash);
}

enum err credentials_set_password(struct ctx *c, const struct password_change *in)
{
    struct user u;
    const char *hash;
    enum err e = login_confirm(c, "old_password", in->old_password, &u);
    if (!e)
        e = password_hash(c, in->new_password, &hash);
    if (!e)
        e = db_tx(c, set_password, &hash);
    if (!e)
        session_forget_user(c, c->user_id);
    return e;
}

struct resetting {
    const char *token, *hash;
    int64_t user_id;
};

/* A link to a mailbox that is not the account's any more opens nothing. */
static enum err reset(struct ctx *c, void *arg)
{
    struct resetting *x = arg;
    struct token t;
    struct user u;
    enum err e = token_use(c, TOKEN_RESET, x->token, &t);
    if (!e)
        e = user_by_id(c, t.user_id, &u);
    if (e)
        return e;
    if (!str_eq(t.email, u.email) || u.disabled)
        return E_NOT_FOUND;
    x->user_id = u.id;
    e = replace_password(c, u.id, x->hash);
    return e ? e : login_forgive(c, u.id);
}

enum err credentials_reset(struct ctx *c, const char *token, const char *password)
{
    struct resetting x = {.token = token};
    enum err e = token_check(c, TOKEN_RESET, token);
    if (!e)
        e = password_hash(c, password, &x.hash);
    if (!e)
        e = db_tx(c, reset, &x);
    if (e == E_NOT_FOUND)
        return fail(c, e, N_("This link is not valid any more; please ask for a new one."));
    if (!e)
        session_forget_user(c, x.user_id);
    return e;
}

enum err credentials_ask_email(struct ctx *c, const struct email_change *in)
{
    struct user u;
    enum err e = login_confirm(c, "password", in->password, &u);
    return e ? e : mails_ask(c, MAIL_EMAIL_CHANGE, c->user_id, in->email);
}

/* Links that went to the old mailbox end with it. */
static enum err confirm_email(struct ctx *c, void *arg)
{
    const char *const *token = arg;
    struct token t;
    enum err e = token_use(c, TOKEN_EMAIL, *token, &t);
    if (!e && t.user_id != c->user_id)
        e = E_NOT_FOUND;
    if (!e)
        e = db_exec(c, STMT_USER_SET_EMAIL, ARGS(ARG(t.email), ARG(c->user_id)), NULL);
    if (!e)
        e = token_drop(c, TOKEN_RESET, c->user_id);
    if (c->idem)
        c->idem->object_id = c->user_id;
    return e;
}

enum err credentials_confirm_email(struct ctx *c, const char *token, struct user *u)
{
    enum err e = db_tx(c, confirm_email, &token);
    if (e == E_NOT_FOUND)
        return token_refuse(c);
    if (e == E_CONFLICT) {
        (void)!fail_field(c, "email", "taken", N_("has an account already"));
        return fail(c, e, N_("This user name or mailbox has an account already."));
    }
    return e ? e : user_by_id(c, c->user_id, u);
}
