/* SPDX-License-Identifier: MIT */
#include "server/users/tokens.h"

#include "server/store/db/db.h"
#include "server/store/sessions.h"

static const struct kind_row {
    const char *name;
    int64_t seconds;
} kinds[] = {
    [TOKEN_ACTIVATION] = {"activation", 24 * 3600},
    [TOKEN_RESET] = {"reset", 30 * 60},
    [TOKEN_EMAIL] = {"email", 24 * 3600},
};

struct making {
    enum token_kind kind;
    const struct token *t;
    int64_t asked_at;
    unsigned char hash[32];
};

static enum err make(struct ctx *c, void *arg)
{
    const struct making *x = arg;
    const struct kind_row *kind = &kinds[x->kind];
    enum err e =
        db_exec(c, STMT_TOKEN_DROP_OLDER,
                ARGS(ARG(x->t->user_id), ARG(kind->name), arg_time(x->asked_at), ARG(kind->seconds)), NULL);
    if (e)
        return e;
    return db_exec(c, STMT_TOKEN_ADD,
                   ARGS(arg_bytes(x->hash, sizeof(x->hash)), ARG(kind->name), ARG(x->t->user_id),
                        ARG(x->t->email), ARG(kind->seconds)),
                   NULL);
}

enum err token_make(struct ctx *c, enum token_kind kind, const struct token *t, int64_t asked_at,
                    const char **text)
{
    struct making x = {.kind = kind, .t = t, .asked_at = asked_at};
    const char *made = session_random_token(c);
    session_hash(made, x.hash);
    enum err e = db_tx(c, make, &x);
    if (!e)
        *text = made;
    return e;
}

enum err token_check(struct ctx *c, enum token_kind kind, const char *text)
{
    unsigned char hash[32];
    int64_t user_id;
    session_hash(text, hash);
    return db_int(c, STMT_TOKEN_LIVE, ARGS(arg_bytes(hash, sizeof(hash)), ARG(kinds[kind].name)), &user_id);
}

enum err token_use(struct ctx *c, enum token_kind kind, const char *text, struct token *t)
{
    static const struct col cols[] = {COL(struct token, user_id), COL(struct token, email)};
    unsigned char hash[32];
    int64_t used = 0;
    session_hash(text, hash);
    enum err e =
        db_exec(c, STMT_TOKEN_USE, ARGS(arg_bytes(hash, sizeof(hash)), ARG(kinds[kind].name)), &used);
    if (!e && !used)
        return E_NOT_FOUND;
    return e ? e : db_row(c, STMT_TOKEN_SHOW, ARGS(arg_bytes(hash, sizeof(hash))), COLS(cols), t);
}

enum err token_drop(struct ctx *c, enum token_kind kind, int64_t user_id)
{
    return db_exec(c, STMT_TOKEN_DROP, ARGS(ARG(user_id), ARG(kinds[kind].name)), NULL);
}

enum err token_refuse(struct ctx *c)
{
    return fail_field(c, "token", "token", N_("is not valid any more; please ask for a new one"));
}
