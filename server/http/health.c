/* SPDX-License-Identifier: MIT */
/* Is the daemon alive, can it take orders, what do its problem codes mean. */
#include "server/http/health.h"

#include "common/str.h"
#include "server/app.h"
#include "server/heartbeat.h"

static enum err get_healthz(struct ctx *c, const struct input *in, struct reply *r)
{
    (void)c, (void)in;
    reply_body(r, 200, "application/json", "{\"alive\":true}\n", 15);
    return E_OK;
}

static enum err get_readyz(struct ctx *c, const struct input *in, struct reply *r)
{
    (void)in;
    if (c->app->draining)
        return fail(c, E_UNAVAILABLE, N_("This daemon is stopping."));
    if (!heartbeat_db_ok())
        return fail(c, E_UNAVAILABLE, N_("The shop's database is not reachable at the moment."));
    struct str b;
    str_init(&b, c->mem);
    str_addf(&b, "{\"ready\":true,\"degraded\":[%s]}\n", heartbeat_redis_ok() ? "" : "\"redis\"");
    reply_body(r, 200, "application/json", b.s, b.n);
    return E_OK;
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
    if (e == E_OK || !str_eq(err_code(e), in->word[0]))
        return E_NOT_FOUND;
    return reply_doc(r, 200, &problem_doc, &(struct problem_kind){err_code(e), tr(c->lang, err_title(e)), err_http(e)});
}

static const struct route rows[] = {
    {"GET", "/healthz", ACCESS_ANY, .flags = ROUTE_INLINE | ROUTE_NO_SESSION, .run = get_healthz, .status = 200,
     .shape = SHAPE_TEXT, .about = "Is the daemon alive"},
    {"GET", "/readyz", ACCESS_ANY, .flags = ROUTE_INLINE | ROUTE_NO_SESSION, .run = get_readyz, .status = 200,
     .shape = SHAPE_TEXT, .about = "Can this daemon take orders now"},
    {"GET", "/api/v1/problems/{code}", ACCESS_ANY, .flags = ROUTE_INLINE | ROUTE_NO_SESSION, .run = get_problem,
     .status = 200, .doc = &problem_doc, .about = "What a problem's code means"},
};
const struct route_table health_routes = ROUTE_TABLE(rows);
