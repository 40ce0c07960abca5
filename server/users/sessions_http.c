/* SPDX-License-Identifier: MIT */
/* Signing in and out, and one's sessions. No Idempotency-Key here: a token is told once and stored nowhere. */
#include "common/text.h"
#include "server/users/login.h"
#include "server/users/passwords.h"
#include "server/users/users_docs.h"
#include "server/users/users_http.h"

static const struct field login_members[] = {
    {"login", FIELD_TEXT, .required = true, .lo = 1, .hi = 254, .at = offsetof(struct login, name),
     .about = "User name or e-mail"},
    {"password", FIELD_SECRET, .required = true, .lo = 1, .hi = PASSWORD_MAX,
     .at = offsetof(struct login, password)},
    {"remember", FIELD_BOOL, .at = offsetof(struct login, remember),
     .about = "A long session instead of a day's"},
};
static const struct fields login_fields = FIELDS("Login", struct login, login_members);

struct signed_in {
    const char *token;
    int64_t expires_at;
    struct profile user;
};

static const struct doc_field signed_in_fields[] = {
    {"token", DOC_TEXT, offsetof(struct signed_in, token),
     .about = "For Authorization: Bearer; shown only here"},
    {"expires_at", DOC_TIME, offsetof(struct signed_in, expires_at),
     .about = "When the session ends by itself"},
    {"user", DOC_OBJECT, offsetof(struct signed_in, user), .of = &identity_doc, .about = "Who signed in"},
};
static const struct doc signed_in_doc = DOC("SignedIn", struct signed_in, signed_in_fields);

static enum err post_sessions(struct ctx *c, const struct input *in, struct reply *r)
{
    struct login l = *(const struct login *)in->body;
    const char *client = request_header(in->rq, "User-Agent");
    struct session_new s;
    struct user u;
    l.client = client ? text_safe(c->mem, client, false) : "";
    enum err e = login_start(c, &l, &s, &u);
    if (e)
        return e;
    return reply_created(r, arena_printf(c->mem, "/api/v1/sessions/%lld", (long long)s.id), &signed_in_doc,
                         &(struct signed_in){s.token, s.expires_at, profile_of(c, &u)});
}

static const struct doc_field session_fields[] = {
    {"id", DOC_INT, offsetof(struct session_row, id), .about = "For DELETE /sessions/{id}"},
    {"client", DOC_TEXT, offsetof(struct session_row, client), .about = "User-Agent at login"},
    {"address", DOC_TEXT, offsetof(struct session_row, address), .about = "Where the login came from"},
    {"created_at", DOC_TIME, offsetof(struct session_row, created_at), .about = "When it began"},
    {"seen_at", DOC_TIME, offsetof(struct session_row, seen_at),
     .about = "When it was last written down: at login"},
    {"expires_at", DOC_TIME, offsetof(struct session_row, expires_at), .about = "When it ends by itself"},
    {"current", DOC_BOOL, offsetof(struct session_row, current), .about = "The session that asks"},
};
static const struct doc session_doc = DOC("Session", struct session_row, session_fields);

static enum err get_sessions(struct ctx *c, const struct input *in, struct reply *r)
{
    struct session_row *list;
    size_t n;
    enum err e = login_list(c, &list, &n);
    return e ? e : reply_cursor(r, in, &session_doc, list, n, 0);
}

static enum err delete_current(struct ctx *c, const struct input *in, struct reply *r)
{
    (void)in;
    enum err e = login_end(c, c->session_id);
    return e ? e : reply_nothing(r);
}

static enum err delete_session(struct ctx *c, const struct input *in, struct reply *r)
{
    enum err e = login_end(c, in->id[0]);
    return e ? e : reply_nothing(r);
}

static const struct route rows[] = {
    {"POST", "/api/v1/sessions", ACCESS_ANY, .flags = ROUTE_NO_SESSION | ROUTE_SLOW, .body = &login_fields,
     .run = post_sessions, .status = 201, .doc = &signed_in_doc,
     .errors = MAY(E_UNAUTHENTICATED) | MAY(E_NOT_ACTIVATED) | MAY(E_RATE_LIMITED), .about = "Sign in"},
    {"GET", "/api/v1/sessions", ACCESS_LOGIN, .run = get_sessions, .status = 200, .shape = SHAPE_CURSOR,
     .doc = &session_doc, .about = "My sessions, newest first"},
    {"DELETE", "/api/v1/sessions/current", ACCESS_LOGIN, .run = delete_current, .status = 204,
     .shape = SHAPE_NONE, .about = "Sign out"},
    {"DELETE", "/api/v1/sessions/{id}", ACCESS_LOGIN, .run = delete_session, .status = 204,
     .shape = SHAPE_NONE, .about = "End one of my sessions"},
};
const struct route_table sessions_routes = ROUTE_TABLE(rows);
