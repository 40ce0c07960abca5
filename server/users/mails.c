/* SPDX-License-Identifier: MIT */
#include "server/users/mails.h"

#include "common/json.h"
#include "common/net/mail.h"
#include "common/str.h"
#include "server/app.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"
#include "server/store/limits.h"
#include "server/users/tokens.h"
#include "server/users/users.h"

struct asking {
    const char *kind, *payload;
    int64_t user_id;
};

static enum err ask(struct ctx *c, void *arg)
{
    const struct asking *x = arg;
    if (c->idem)
        c->idem->object_id = 1; /* there is nothing to show again but that it was accepted */
    return job_add(c, x->kind, x->user_id, x->payload, 0);
}

enum err mails_ask(struct ctx *c, const char *kind, int64_t user_id, const char *email)
{
    struct str payload;
    enum err e = limit_count(c, LIMIT_MAILS, email);
    if (e)
        return e;
    str_init(&payload, c->mem);
    str_add(&payload, "{\"email\":");
    str_json(&payload, email);
    str_addc(&payload, '}');
    return db_tx(c, ask, &(struct asking){kind, payload.s, user_id});
}

/* A kind of mail: what it says around its one link. */
struct letter {
    const char *kind, *path;
    enum token_kind token;
    const char *subject, *before, *after;
};

static const struct letter letters[] = {
    {MAIL_ACTIVATION, "user/activate", TOKEN_ACTIVATION, N_("Activate your account"),
     N_("Welcome! To confirm your mailbox, open this link:"),
     N_("It works once, within 24 hours. If you did not register, just ignore this mail.")},
    {MAIL_RESET, "user/reset", TOKEN_RESET, N_("Set a new password"),
     N_("Somebody asked for a new password for your account. To set one, open this link:"),
     N_("It works once, within 30 minutes. If it was not you, just ignore this mail: your password stays as it is.")},
    {MAIL_EMAIL_CHANGE, "user/email", TOKEN_EMAIL, N_("Confirm your new mailbox"),
     N_("To use this mailbox for your account from now on, open this link while you are signed in:"),
     N_("It works once, within 24 hours. Until then your old mailbox stays.")},
};

static const struct letter *letter_of(const char *kind)
{
    for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
        if (str_eq(letters[i].kind, kind))
            return &letters[i];
    return NULL;
}

/* Who gets it. False where nobody does: unknown, disabled, nothing left to confirm, mailbox of somebody else. */
static enum err find_reader(struct ctx *c, const struct job *job, const struct letter *l, struct user *u,
                            bool *any)
{
    const char *email = json_str(job->payload, "email");
    enum err e = job->subject ? user_by_id(c, job->subject, u) : user_by_login(c, email, u);
    *any = !e && !u->disabled && !(l->token == TOKEN_ACTIVATION && u->active);
    if (!e && l->token == TOKEN_EMAIL) {
        struct user other;
        e = user_by_login(c, email, &other);
        *any = *any && e == E_NOT_FOUND;
        u->email = email;
    }
    return e == E_NOT_FOUND ? E_OK : e;
}

/* The link stands alone on its line. */
static const char *write_text(struct ctx *c, const struct letter *l, const struct user *u, const char *link)
{
    enum lang lang = lang_find(u->lang, LANG_ZH);
    struct str b;
    str_init(&b, c->mem);
    str_addf(&b, tr(lang, N_("Hello %s,")), u->username);
    str_addf(&b, "\n\n%s\n\n%s\n\n%s\n\n%s\n", tr(lang, l->before), link, tr(lang, l->after),
             c->app->cfg.shop_name);
    return b.s;
}

static enum err send_letter(struct ctx *c, struct job *job)
{
    const struct letter *l = letter_of(job->kind);
    struct user u;
    const char *token;
    bool any;
    enum err e = find_reader(c, job, l, &u, &any);
    if (e || !any)
        return e;
    e = token_make(c, l->token, &(struct token){u.id, u.email}, job->created_at, &token);
    if (e)
        return e;
    enum lang lang = lang_find(u.lang, LANG_ZH);
    const char *link = arena_printf(c->mem, "%s/%s/%s", c->app->cfg.http_site, l->path, token);
    struct mail m = {
        .to = u.email, .subject = tr(lang, l->subject), .text = write_text(c, l, &u, link), .lang = lang};
    return job_mail(c, job, &m);
}

static enum err sweep_tokens(struct ctx *c, struct job *job)
{
    (void)job;
    return db_exec(c, STMT_TOKEN_SWEEP, NO_ARGS, NULL);
}

static const struct task rows[] = {
    {MAIL_ACTIVATION, send_letter, 0, "the link that activates an account"},
    {MAIL_RESET, send_letter, 0, "the link that sets a new password"},
    {MAIL_EMAIL_CHANGE, send_letter, 0, "the link that confirms a new mailbox"},
    {"sweep_tokens", sweep_tokens, 3600 * 1000, "removes one-time tokens that expired a week ago"},
};
const struct task_table users_tasks = TASK_TABLE(rows);
