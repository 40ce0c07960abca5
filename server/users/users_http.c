/* SPDX-License-Identifier: MIT */
/* Joining the shop and one's own profile. */
#include "server/users/users_http.h"

#include "server/http/auth.h"
#include "server/users/login.h"
#include "server/users/passwords.h"
#include "server/users/users_docs.h"

enum err reply_account(struct ctx *c, struct reply *r, const struct user *u)
{
    struct profile p = profile_of(c, u);
    return reply_doc(r, 200, &account_doc, &p);
}

enum err replay_account(struct ctx *c, int64_t user_id, struct reply *r)
{
    struct user u;
    enum err e = user_by_id(c, user_id, &u);
    return e ? e : reply_account(c, r, &u);
}

static const struct field token_list[] = {
    {"token", FIELD_TEXT, .required = true, .lo = 1, .hi = 100, .at = offsetof(struct token_input, token),
     .about = "From the link in the mail"},
};
const struct fields token_fields = FIELDS("OneTimeToken", struct token_input, token_list);

static const struct field registration_list[] = {
    {"username", FIELD_TEXT, .required = true, .lo = 3, .hi = 30,
     .at = offsetof(struct registration, username),
     .about = "Letters, digits, underscores, Chinese characters"},
    {"email", FIELD_EMAIL, .required = true, .at = offsetof(struct registration, email),
     .about = "Where the activation mail goes"},
    {"password", FIELD_SECRET, .required = true, .lo = PASSWORD_MIN, .hi = PASSWORD_MAX,
     .at = offsetof(struct registration, password)},
};
static const struct fields registration_fields =
    FIELDS("Registration", struct registration, registration_list);

static enum err reply_joined(struct ctx *c, struct reply *r, const struct user *u)
{
    struct profile p = profile_of(c, u);
    return reply_created(r, "/api/v1/me", &account_doc, &p);
}

static enum err post_users(struct ctx *c, const struct input *in, struct reply *r)
{
    struct user u;
    enum err e = user_register(c, in->body, &u);
    return e ? e : reply_joined(c, r, &u);
}

static enum err replay_users(struct ctx *c, int64_t id, struct reply *r)
{
    struct user u;
    enum err e = user_by_id(c, id, &u);
    return e ? e : reply_joined(c, r, &u);
}

static enum err post_activation(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct token_input *t = in->body;
    struct user u;
    enum err e = user_activate(c, t->token, &u);
    return e ? e : reply_account(c, r, &u);
}

static enum err get_me(struct ctx *c, const struct input *in, struct reply *r)
{
    struct user u;
    enum err e = user_by_id(c, c->user_id, &u);
    if (e)
        return e;
    struct profile p = profile_of(c, &u);
    p.csrf_token = login_csrf(c, auth_token(c, in->rq, NULL));
    return reply_doc(r, 200, &profile_doc, &p);
}

struct me_input {
    const char *lang;
};

static const char *const langs[] = {"zh-CN", "en", NULL};
static const struct field me_list[] = {
    {"lang", FIELD_WORD, .at = offsetof(struct me_input, lang), .words = langs, .about = "Language of mails"},
};
static const struct fields me_fields = FIELDS("ProfileChange", struct me_input, me_list);

static enum err patch_me(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct me_input *me = in->body;
    enum err e = me->lang ? user_set_lang(c, me->lang) : E_OK;
    return e ? e : get_me(c, in, r);
}

static const struct route rows[] = {
    {"POST", "/api/v1/users", ACCESS_ANY, .flags = ROUTE_IDEMPOTENT | ROUTE_NO_SESSION | ROUTE_SLOW,
     .body = &registration_fields, .run = post_users, .replay = replay_users, .status = 201,
     .doc = &account_doc, .errors = MAY(E_CONFLICT) | MAY(E_RATE_LIMITED),
     .about = "Register; an activation mail is sent"},
    {"POST", "/api/v1/users/activation", ACCESS_ANY, .flags = ROUTE_IDEMPOTENT | ROUTE_NO_SESSION,
     .body = &token_fields, .run = post_activation, .replay = replay_account, .status = 200,
     .doc = &account_doc, .about = "Activate the account with the token of the mail"},
    {"GET", "/api/v1/me", ACCESS_LOGIN, .run = get_me, .status = 200, .doc = &profile_doc,
     .about = "Who am I"},
    {"PATCH", "/api/v1/me", ACCESS_LOGIN, .body = &me_fields, .run = patch_me, .status = 200,
     .doc = &profile_doc, .about = "Change the profile"},
};
const struct route_table users_routes = ROUTE_TABLE(rows);
