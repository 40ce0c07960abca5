/* SPDX-License-Identifier: MIT */
#include "server/users/users.h"

#include "server/jobs/jobs.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"
#include "server/store/limits.h"
#include "server/users/mails.h"
#include "server/users/passwords.h"
#include "server/users/tokens.h"

static const struct col user_cols[] = {
    COL(struct user, id),         COL(struct user, username),
    COL(struct user, email),      COL(struct user, password_hash),
    COL(struct user, active),     COL(struct user, disabled),
    COL(struct user, auth_epoch), COL(struct user, lang),
    COL(struct user, roles),      COL_TIME(struct user, created_at),
};

char *user_key(struct ctx *c, const char *s)
{
    char *key = arena_strdup(c->mem, s);
    for (char *p = key; *p; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
    return key;
}

/* The length in bytes of the character at s that may stand in a name; 0 for any other. */
static size_t name_char(const char *s)
{
    const unsigned char *u = (const unsigned char *)s;
    if ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9') || *s == '_')
        return 1;
    if (u[0] < 0xe3 || u[0] > 0xe9 || (u[1] & 0xc0) != 0x80 || (u[2] & 0xc0) != 0x80)
        return 0;
    unsigned cp = (u[0] & 0x0fu) << 12 | (u[1] & 0x3fu) << 6 | (u[2] & 0x3fu);
    return (cp >= 0x3400 && cp <= 0x4dbf) || (cp >= 0x4e00 && cp <= 0x9fff) ? 3 : 0;
}

bool user_is_name(const char *s)
{
    size_t chars = 0;
    for (size_t n; *s; s += n, chars++)
        if (!(n = name_char(s)))
            return false;
    return chars >= 3 && chars <= 30;
}

enum err user_by_id(struct ctx *c, int64_t id, struct user *u)
{
    return db_row(c, STMT_USER_BY_ID, ARGS(ARG(id)), COLS(user_cols), u);
}

/* No name holds an "@", every mailbox does. */
enum err user_by_login(struct ctx *c, const char *login, struct user *u)
{
    enum stmt s = strchr(login, '@') ? STMT_USER_BY_EMAIL : STMT_USER_BY_NAME;
    return db_row(c, s, ARGS(ARG(user_key(c, login))), COLS(user_cols), u);
}

struct taken {
    bool name, email;
};

static enum err refuse_taken(struct ctx *c, const struct registration *r)
{
    static const struct col cols[] = {COL(struct taken, name), COL(struct taken, email)};
    struct taken t;
    enum err e =
        db_row(c, STMT_USER_TAKEN, ARGS(ARG(user_key(c, r->username)), ARG(r->email)), COLS(cols), &t);
    if (e)
        return e;
    if (t.name)
        (void)!fail_field(c, "username", "taken", N_("is taken"));
    if (t.email)
        (void)!fail_field(c, "email", "taken", N_("has an account already"));
    return c->errors ? fail(c, E_CONFLICT, N_("This user name or mailbox has an account already.")) : E_OK;
}

struct joining {
    const struct registration *r;
    const char *hash;
    int64_t id;
};

static enum err join(struct ctx *c, void *arg)
{
    struct joining *x = arg;
    enum err e = db_insert(c, STMT_USER_ADD,
                           ARGS(ARG(x->r->username), ARG(user_key(c, x->r->username)), ARG(x->r->email),
                                ARG(x->hash), ARG(false), ARG(lang_tag(c->lang))),
                           &x->id);
    if (!e)
        e = job_add(c, MAIL_ACTIVATION, x->id, NULL, 0);
    if (c->idem)
        c->idem->object_id = x->id;
    return e;
}

enum err user_register(struct ctx *c, const struct registration *r, struct user *u)
{
    struct joining x = {.r = r};
    if (!user_is_name(r->username))
        return fail_field(c, "username", "characters",
                          N_("may hold letters, digits, underscores and Chinese characters only"));
    enum err e = limit_count(c, LIMIT_REGISTRATIONS, c->address);
    if (!e)
        e = refuse_taken(c, r);
    if (!e)
        e = password_hash(c, r->password, &x.hash);
    if (!e)
        e = db_tx(c, join, &x);
    if (e == E_CONFLICT && !c->errors && refuse_taken(c, r)) /* somebody was quicker: say at what */
        return E_CONFLICT;
    return e ? e : user_by_id(c, x.id, u);
}

struct activating {
    const char *token;
    int64_t id;
};

static enum err activate(struct ctx *c, void *arg)
{
    struct activating *x = arg;
    struct token t;
    enum err e = token_use(c, TOKEN_ACTIVATION, x->token, &t);
    if (e)
        return e;
    x->id = t.user_id;
    e = db_exec(c, STMT_USER_ACTIVATE, ARGS(ARG(t.user_id)), NULL);
    if (c->idem)
        c->idem->object_id = t.user_id;
    return e;
}

enum err user_activate(struct ctx *c, const char *token, struct user *u)
{
    struct activating x = {.token = token};
    enum err e = db_tx(c, activate, &x);
    if (e == E_NOT_FOUND)
        return token_refuse(c);
    return e ? e : user_by_id(c, x.id, u);
}

enum err user_set_lang(struct ctx *c, const char *lang)
{
    return db_exec(c, STMT_USER_SET_LANG, ARGS(ARG(lang), ARG(c->user_id)), NULL);
}
