/* SPDX-License-Identifier: MIT */
#include "server/http/reply.h"

#include "common/str.h"
#include "server/app.h"
#include "server/http/route.h"

#include <strings.h>

#define JSON "application/json"

void reply_header(struct reply *r, const char *name, const char *value)
{
    size_t size = sizeof(*r->headers);
    r->headers = arena_grow(r->mem, r->headers, r->n_headers * size, (r->n_headers + 1) * size);
    r->headers[r->n_headers++] = (struct pair){name, value};
}

const char *reply_get(const struct reply *r, const char *name)
{
    for (size_t i = 0; i < r->n_headers; i++)
        if (strcasecmp(r->headers[i].name, name) == 0)
            return r->headers[i].value;
    return NULL;
}

void reply_body(struct reply *r, int status, const char *type, const char *body, size_t n)
{
    r->status = status;
    r->type = type;
    r->body = body;
    r->n = n;
}

static enum err finish(struct reply *r, int status, struct str *b)
{
    str_addc(b, '\n');
    reply_body(r, status, JSON, b->s, b->n);
    return E_OK;
}

enum err reply_doc(struct reply *r, int status, const struct doc *d, const void *object)
{
    struct str b;
    str_init(&b, r->mem);
    doc_write(&b, d, object);
    return finish(r, status, &b);
}

enum err reply_created(struct reply *r, const char *location, const struct doc *d, const void *object)
{
    reply_header(r, "Location", location);
    return reply_doc(r, 201, d, object);
}

enum err reply_nothing(struct reply *r)
{
    r->status = 204;
    return E_OK;
}

/* One Link member: this request's target with the parameter `name` replaced. */
static void link_to(struct str *b, const struct request *rq, const char *name, const char *value, const char *rel)
{
    size_t n = strlen(name);
    char sep = '?';
    str_addf(b, "%s<%s", b->n ? ", " : "", rq->path);
    for (const char *p = rq->query; *p;) {
        size_t len = strcspn(p, "&");
        if (len && !(strncmp(p, name, n) == 0 && p[n] == '=')) {
            str_addc(b, sep);
            str_addn(b, p, len);
            sep = '&';
        }
        p += len + (p[len] == '&');
    }
    str_addf(b, "%c%s=%s>; rel=\"%s\"", sep, name, value, rel);
}

static void page_link(struct str *b, const struct request *rq, int64_t page, const char *rel)
{
    char number[24];
    snprintf(number, sizeof(number), "%lld", (long long)page);
    link_to(b, rq, "page", number, rel);
}

void reply_page_links(struct reply *r, const struct input *in, struct page p)
{
    struct str links;
    int64_t last = p.total > 0 ? (p.total + p.per_page - 1) / p.per_page : 1;
    str_init(&links, r->mem);
    page_link(&links, in->rq, 1, "first");
    if (p.page > 1)
        page_link(&links, in->rq, p.page - 1 > last ? last : p.page - 1, "prev");
    if (p.page < last)
        page_link(&links, in->rq, p.page + 1, "next");
    page_link(&links, in->rq, last, "last");
    reply_header(r, "Link", links.s);
}

enum err reply_page(struct reply *r, const struct input *in, const struct doc *d, const void *items, size_t n,
                    struct page p)
{
    struct str b;
    reply_page_links(r, in, p);
    str_init(&b, r->mem);
    str_add(&b, "{\"items\":");
    doc_write_list(&b, d, items, n);
    str_addf(&b, ",\"page\":%lld,\"per_page\":%lld,\"total\":%lld}", (long long)p.page, (long long)p.per_page,
             (long long)p.total);
    return finish(r, 200, &b);
}

/* A cursor is the last id with a check, so that an edited one is refused and not obeyed. */
static unsigned check_of(int64_t id)
{
    uint64_t x = (uint64_t)id * 0x9e3779b97f4a7c15u;
    return (unsigned)(x >> 48);
}

enum err reply_cursor(struct reply *r, const struct input *in, const struct doc *d, const void *items, size_t n,
                      int64_t next)
{
    struct str b, links;
    char cursor[32] = "";
    if (next)
        snprintf(cursor, sizeof(cursor), "%llx-%04x", (unsigned long long)next, check_of(next));
    str_init(&b, r->mem);
    str_add(&b, "{\"items\":");
    doc_write_list(&b, d, items, n);
    if (next) {
        str_init(&links, r->mem);
        link_to(&links, in->rq, "cursor", cursor, "next");
        reply_header(r, "Link", links.s);
        str_addf(&b, ",\"next\":\"%s\"}", cursor);
    } else {
        str_add(&b, ",\"next\":null}");
    }
    return finish(r, 200, &b);
}

enum err reply_read_cursor(struct ctx *c, const char *cursor, int64_t *after)
{
    uint64_t id = 0;
    unsigned check = 0;
    size_t digits = 0;
    *after = 0;
    if (!cursor)
        return E_OK;
    for (; digits < 16 && ((cursor[digits] >= '0' && cursor[digits] <= '9') ||
                           (cursor[digits] >= 'a' && cursor[digits] <= 'f'));
         digits++)
        id = id << 4 | (uint64_t)(cursor[digits] <= '9' ? cursor[digits] - '0' : cursor[digits] - 'a' + 10);
    bool ok = digits > 0 && cursor[digits] == '-' && strlen(cursor + digits) == 5 &&
              sscanf(cursor + digits + 1, "%4x", &check) == 1 && id <= INT64_MAX && check == check_of((int64_t)id);
    if (!ok)
        return fail_field(c, "cursor", "cursor", N_("is not a cursor of this list"));
    *after = (int64_t)id;
    return E_OK;
}

enum err reply_list(struct reply *r, const struct doc *d, const void *items, size_t n)
{
    struct str b;
    str_init(&b, r->mem);
    str_add(&b, "{\"items\":");
    doc_write_list(&b, d, items, n);
    str_addc(&b, '}');
    return finish(r, 200, &b);
}

static void write_errors(struct str *b, const struct ctx *c)
{
    char sep = '[';
    str_add(b, ",\"errors\":");
    for (const struct field_error *f = c->errors; f; f = f->next) {
        str_addc(b, sep);
        sep = ',';
        str_add(b, "{\"field\":");
        str_json(b, f->field);
        str_add(b, ",\"code\":");
        str_json(b, f->code);
        str_add(b, ",\"detail\":");
        str_json(b, f->detail);
        str_addc(b, '}');
    }
    str_addc(b, ']');
}

static void retry_after(struct ctx *c, struct reply *r, enum err e)
{
    int seconds = c->retry_after ? c->retry_after : e == E_UNAVAILABLE || e == E_UNCERTAIN || e == E_IN_PROGRESS ? 1 : 0;
    if (seconds)
        reply_header(r, "Retry-After", arena_printf(r->mem, "%d", seconds));
}

void reply_problem(struct ctx *c, struct reply *r, enum err e)
{
    struct str b;
    const char *title = tr(c->lang, err_title(e));
    str_init(&b, r->mem);
    str_addf(&b, "{\"type\":\"%s/api/v1/problems/%s\",\"title\":", c->app->cfg.http_site, err_code(e));
    str_json(&b, title);
    str_addf(&b, ",\"status\":%d,\"detail\":", err_http(e));
    str_json(&b, c->detail ? c->detail : c->errors ? c->errors->detail : title);
    str_addf(&b, ",\"code\":\"%s\",\"request_id\":", err_code(e));
    str_json(&b, c->request_id ? c->request_id : "");
    if (c->errors)
        write_errors(&b, c);
    str_add(&b, "}\n");
    retry_after(c, r, e);
    reply_body(r, err_http(e), "application/problem+json", b.s, b.n);
}
