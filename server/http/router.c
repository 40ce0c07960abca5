/* SPDX-License-Identifier: MIT */
#include "server/http/router.h"

#include "common/clock.h"
#include "common/json.h"
#include "common/log.h"
#include "common/num.h"
#include "common/xalloc.h"
#include "server/http/access_log.h"
#include "server/http/auth.h"
#include "server/http/match.h"
#include "server/http/metrics.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"

#include <sodium.h>
#include <strings.h>

bool router_open(void)
{
    return match_open();
}

void router_each(bool (*fn)(const struct route *r, void *arg), void *arg)
{
    for (const struct route_table *const *t = route_tables; (*t)->rows; t++)
        for (size_t i = 0; i < (*t)->n; i++)
            if (!fn(&(*t)->rows[i], arg))
                return;
}

enum lane router_lane(const struct request *rq)
{
    struct matched m;
    if (match_find(rq, &m) != E_OK || (m.route->flags & ROUTE_INLINE))
        return LANE_INLINE;
    return m.route->flags & ROUTE_SLOW ? LANE_SLOW : LANE_QUICK;
}

static enum err check_access(struct ctx *c, const struct route *row)
{
    if (row->access == ACCESS_ANY || row->flags & ROUTE_NO_SESSION)
        return E_OK;
    if (!c->user_id)
        return fail(c, E_UNAUTHENTICATED, N_("Please sign in."));
    if (row->access == ACCESS_STAFF && !(c->roles & (row->roles | ROLE_ADMIN)))
        return fail(c, E_FORBIDDEN, N_("Your account has no role that allows this."));
    return E_OK;
}

static bool is_json(const char *type)
{
    return type && strncasecmp(type, "application/json", 16) == 0 && (!type[16] || type[16] == ';' || type[16] == ' ');
}

static enum err read_body(struct ctx *c, const struct route *row, struct request *rq, struct input *in, json_t **body)
{
    void *filled = NULL;
    const char *why = NULL;
    enum err e = E_OK;
    *body = NULL;
    if (row->flags & ROUTE_FORM)
        return E_OK;
    if (rq->body_n && !is_json(request_header(rq, "Content-Type")))
        return fail(c, E_MEDIA_TYPE, N_("The body must be application/json."));
    if (rq->body_n)
        e = json_read(c->mem, rq->body, rq->body_n, body, &why);
    if (e == E_MALFORMED_JSON)
        return fail(c, e, N_("The body is not well-formed JSON: %s"), why);
    if (!e && row->body)
        e = fields_from_json(c, row->body, *body, &filled);
    else if (!e && *body && (!json_is_object(*body) || json_object_size(*body)))
        e = fail(c, E_VALIDATION, N_("This request takes no body."));
    in->body = filled;
    return e;
}

static enum err read_input(struct ctx *c, const struct route *row, struct request *rq, struct input *in, json_t **body)
{
    static const struct fields no_query = {"", 1, NULL, 0};
    void *query = NULL;
    const char *text = row->flags & ROUTE_PAGE && !row->query ? "" : rq->query;
    enum err e = fields_from_pairs(c, row->query ? row->query : &no_query, text, &query);
    in->query = query;
    in->rq = rq;
    return e ? e : read_body(c, row, rq, in, body);
}

/* Members that must not be kept, not even hashed, do not count for the comparison of bodies. */
static void drop_secrets(const struct fields *f, json_t *body)
{
    for (size_t i = 0; f && i < f->n; i++)
        if (f->list[i].type == FIELD_SECRET)
            json_object_del(body, f->list[i].name);
}

static enum err read_key(struct ctx *c, const struct route *row, struct request *rq, json_t *body)
{
    const char *h = request_header(rq, "Idempotency-Key");
    if (!h || !(row->flags & ROUTE_IDEMPOTENT))
        return E_OK;
    char *key = arena_strdup(c->mem, h);
    size_t n = strlen(key);
    if (n >= 2 && key[0] == '"' && key[n - 1] == '"') {
        key[n - 1] = '\0';
        key++;
        n -= 2;
    }
    bool ok = n >= 1 && n <= 128;
    for (size_t i = 0; i < n; i++)
        ok = ok && key[i] > ' ' && key[i] < 0x7f && key[i] != '"';
    if (!ok)
        return fail(c, E_BAD_REQUEST, N_("An Idempotency-Key has 1 to 128 visible ASCII characters."));
    c->idem = ARENA_NEW(c->mem, struct idem);
    c->idem->route = row->path;
    c->idem->key = key;
    drop_secrets(row->body, body);
    const char *canonical = arena_printf(c->mem, "%s\n%s", rq->path, body ? json_canonical(c->mem, body) : "{}");
    crypto_hash_sha256(c->idem->fingerprint, (const unsigned char *)canonical, strlen(canonical));
    return E_OK;
}

static enum err replay(struct ctx *c, const struct route *row, struct reply *r)
{
    int64_t object = c->idem->object_id;
    c->idem = NULL;
    fail_clear(c);
    reply_header(r, "Idempotent-Replayed", "true");
    return row->replay(c, object, r);
}

/* Looks the key up before anything is read or changed, and once more where the request failed: its twin may
 * have finished in between (and, say, emptied the cart), or was no twin but another request under its key. */
static enum err run_once(struct ctx *c, const struct route *row, const struct input *in, struct reply *r)
{
    if (!c->idem)
        return row->run(c, in, r);
    enum err e = idem_lookup(c);
    if (e == E_OK)
        return replay(c, row, r);
    if (e != E_NOT_FOUND)
        return e;
    e = row->run(c, in, r);
    if (e == E_OK || e == E_UNCERTAIN)
        return e;
    struct ctx before = *c;
    enum err now = idem_lookup(c);
    if (now == E_OK)
        return replay(c, row, r);
    if (now == E_IDEMPOTENCY)
        return now;
    c->detail = before.detail;
    c->errors = before.errors;
    return e;
}

static bool etag_matches(const char *list, const char *etag)
{
    size_t n = strlen(etag);
    if (str_eq(list, "*"))
        return true;
    for (const char *p = list; p && *p; p = strchr(p, ',')) {
        p += strspn(p, ", ");
        if (strncmp(p, "W/", 2) == 0)
            p += 2;
        if (strncmp(p, etag, n) == 0)
            return true;
    }
    return false;
}

static void add_etag(struct request *rq)
{
    struct reply *r = &rq->reply;
    unsigned char h[16];
    char *etag = arena_alloc(rq->mem, 36);
    crypto_generichash(h, sizeof(h), (const unsigned char *)r->body, r->n, NULL, 0);
    etag[0] = '"';
    sodium_bin2hex(etag + 1, 33, h, sizeof(h));
    etag[33] = '"';
    reply_header(r, "ETag", etag);
    const char *known = request_header(rq, "If-None-Match");
    if (known && etag_matches(known, etag)) {
        r->status = 304;
        r->body = NULL;
        r->n = 0;
    }
}

static enum err guarded(struct ctx *c, const struct matched *m, struct request *rq)
{
    const struct route *row = m->route;
    struct input in = {.id = {m->id[0], m->id[1], m->id[2]}, .word = {m->word[0], m->word[1], m->word[2]}};
    json_t *body = NULL;
    enum err e = row->flags & ROUTE_NO_SESSION ? E_OK : auth_request(c, rq);
    if (!e)
        e = check_access(c, row);
    if (!e)
        e = read_input(c, row, rq, &in, &body);
    if (!e)
        e = read_key(c, row, rq, body);
    if (!e)
        e = run_once(c, row, &in, &rq->reply);
    return e;
}

static void common_headers(struct ctx *c, struct request *rq, const struct route *row)
{
    struct reply *r = &rq->reply;
    reply_header(r, "X-Request-Id", rq->id);
    reply_header(r, "X-Content-Type-Options", "nosniff");
    reply_header(r, "Referrer-Policy", "no-referrer");
    if (r->body && r->type && str_starts(r->type, "application/")) {
        reply_header(r, "Content-Language", lang_tag(c->lang));
        reply_header(r, "Vary", "Accept-Language, Authorization, Cookie");
    }
    if (c->limit.most) {
        reply_header(r, "RateLimit-Limit", arena_printf(rq->mem, "%lld", (long long)c->limit.most));
        reply_header(r, "RateLimit-Remaining", arena_printf(rq->mem, "%lld", (long long)c->limit.left));
        reply_header(r, "RateLimit-Reset", arena_printf(rq->mem, "%lld", (long long)c->limit.seconds));
    }
    if (!reply_get(r, "Cache-Control"))
        reply_header(r, "Cache-Control",
                     row && row->flags & ROUTE_ETAG && r->status < 400 && !c->user_id ? "public, max-age=0, must-revalidate"
                                                                                      : "private, no-store");
}

static enum err not_matched(struct ctx *c, struct request *rq, enum err e, const struct matched *m)
{
    struct reply *r = &rq->reply;
    if (e == E_METHOD && str_eq(rq->method, "OPTIONS")) {
        reply_header(r, "Allow", m->allow);
        return reply_nothing(r);
    }
    if (e == E_METHOD)
        reply_header(r, "Allow", m->allow);
    (void)c;
    return e;
}

/* What failed is thrown away, what the handler already put into the reply with it. */
static void to_problem(struct ctx *c, struct request *rq, enum err e)
{
    const char *allow = reply_get(&rq->reply, "Allow");
    rq->reply = (struct reply){.mem = rq->mem};
    if (allow)
        reply_header(&rq->reply, "Allow", allow);
    if (e == E_UNAUTHENTICATED)
        reply_header(&rq->reply, "WWW-Authenticate", "Bearer");
    reply_problem(c, &rq->reply, e);
}

static void run_guarded(struct ctx *c, struct request *rq, struct matched *m, enum err *e)
{
    jmp_buf full;
    if (setjmp(full)) {
        /* The arena's limit: whatever was leased is given back by its deferred calls when it is freed. */
        arena_on_full(rq->mem, NULL);
        arena_extend(rq->mem, 256 * 1024);
        *e = E_TOO_LARGE;
        return;
    }
    arena_on_full(rq->mem, &full);
    enum err found = match_find(rq, m);
    *e = found ? not_matched(c, rq, found, m) : guarded(c, m, rq);
    arena_on_full(rq->mem, NULL);
}

void router_run(struct app *app, struct request *rq)
{
    struct ctx *c = ARENA_NEW(rq->mem, struct ctx);
    struct matched m = {0};
    enum err e = E_OK;
    *c = (struct ctx){.mem = rq->mem, .app = app, .lang = rq->lang, .request_id = rq->id};
    c->address = auth_address(c, rq);
    run_guarded(c, rq, &m, &e);
    if (e)
        to_problem(c, rq, e);
    else if (m.route && m.route->flags & ROUTE_ETAG && rq->reply.body)
        add_etag(rq);
    common_headers(c, rq, m.route);
    db_release(c);
    access_log(c, rq, m.route, e);
    metrics_request(m.route, rq->method, rq->reply.status, clock_mono_us() - rq->started_us);
}

void router_refuse(struct app *app, struct request *rq, enum err e, const char *why)
{
    struct ctx *c = ARENA_NEW(rq->mem, struct ctx);
    *c = (struct ctx){.mem = rq->mem, .app = app, .lang = rq->lang, .request_id = rq->id};
    c->address = auth_address(c, rq);
    if (why)
        c->detail = tr(c->lang, why);
    to_problem(c, rq, e);
    common_headers(c, rq, NULL);
    access_log(c, rq, NULL, e);
    metrics_request(NULL, rq->method, rq->reply.status, clock_mono_us() - rq->started_us);
}
