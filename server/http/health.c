/* SPDX-License-Identifier: MIT */
/* Is the daemon alive, can it take orders, what do its problem codes mean. */
#include "server/http/health.h"

#include "common/str.h"
#include "server/app.h"
#include "server/heartbeat.h"

struct health {
    bool alive;
};

static const struct doc_field health_fields[] = {{"alive", DOC_BOOL, offsetof(struct health, alive)}};
static const struct doc health_doc = DOC("Health", struct health, health_fields);

static enum err get_healthz(struct ctx *c, const struct input *in, struct reply *r)
{
    (void)c, (void)in;
    return reply_doc(r, 200, &health_doc, &(struct health){true});
}

struct readiness {
    bool ready;
    struct doc_list degraded;
};

static const char *const parts[] = {"redis", NULL};
static const struct doc_field readiness_fields[] = {
    {"ready", DOC_BOOL, offsetof(struct readiness, ready), .about = "It can take orders"},
    {"degraded", DOC_TEXTS, offsetof(struct readiness, degraded), .words = parts, .about = "What it goes on without"},
};
static const struct doc readiness_doc = DOC("Readiness", struct readiness, readiness_fields);

static enum err get_readyz(struct ctx *c, const struct input *in, struct reply *r)
{
    (void)in;
    if (c->app->draining)
        return fail(c, E_UNAVAILABLE, N_("This daemon is stopping."));
    if (!heartbeat_db_ok())
        return fail(c, E_UNAVAILABLE, N_("The shop's database is not reachable at the moment."));
    return reply_doc(r, 200, &readiness_doc, &(struct readiness){true, {parts, heartbeat_redis_ok() ? 0 : 1}});
}

struct problem_kind {
    const char *code, *title;
    int64_t status;
};

static const struct doc_field problem_fields[] = {
    {"code", DOC_TEXT, offsetof(struct problem_kind, code), .about = "Stable name"},
    {"status", DOC_INT, offsetof(struct problem_kind, status), .about = "HTTP status"},
    {"title", DOC_TEXT, offsetof(struct problem_kind, title), .about = "What it means"},
};
static const struct doc problem_doc = DOC("ProblemKind", struct problem_kind, problem_fields);

static enum err get_problem(struct ctx *c, const struct input *in, struct reply *r)
{
    enum err e = err_from_code(in->word[0]);
    if (!err_on_wire(e) || !str_eq(err_code(e), in->word[0]))
        return E_NOT_FOUND;
    return reply_doc(r, 200, &problem_doc, &(struct problem_kind){err_code(e), tr(c->lang, err_title(e)), err_http(e)});
}

static const struct route rows[] = {
    {"GET", "/healthz", ACCESS_ANY, .flags = ROUTE_INLINE | ROUTE_NO_SESSION, .run = get_healthz, .status = 200,
     .doc = &health_doc, .about = "Is the daemon alive"},
    {"GET", "/readyz", ACCESS_ANY, .flags = ROUTE_INLINE | ROUTE_NO_SESSION, .run = get_readyz, .status = 200,
     .doc = &readiness_doc, .errors = MAY(E_UNAVAILABLE), .about = "Can this daemon take orders now"},
    {"GET", "/api/v1/problems/{code}", ACCESS_ANY, .flags = ROUTE_INLINE | ROUTE_NO_SESSION, .run = get_problem,
     .status = 200, .doc = &problem_doc, .about = "What a problem's code means"},
};
const struct route_table health_routes = ROUTE_TABLE(rows);
