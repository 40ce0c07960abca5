/* SPDX-License-Identifier: MIT */
/* Patterns are cut into segments once at start and kept by their number, so that a request is compared with a
 * handful of rows. */
#include "server/http/match.h"

#include "common/num.h"
#include "common/str.h"
#include "common/xalloc.h"

#define MAX_SEGMENTS 10

struct pattern {
    const struct route *route;
    char *text;                        /* its path, cut into the segments */
    const char *segment[MAX_SEGMENTS]; /* "{" starts a hole */
    struct pattern *next;
};

static struct pattern *by_segments[MAX_SEGMENTS + 1];

static bool is_number_hole(const char *segment)
{
    size_t n = strlen(segment);
    return n >= 4 && strcmp(segment + n - 3, "id}") == 0;
}

/* Cuts text in place; "/" alone has no segment. Returns their number, or -1. */
static int cut(char *path, const char **segment)
{
    int n = 0;
    for (char *p = path; *p == '/' && p[1];) {
        if (n == MAX_SEGMENTS)
            return -1;
        *p++ = '\0';
        segment[n++] = p;
        p += strcspn(p, "/");
    }
    return n;
}

static bool same_shape(const struct pattern *a, const struct pattern *b, int n)
{
    for (int i = 0; i < n; i++)
        if (*a->segment[i] != '{' || *b->segment[i] != '{')
            if (strcmp(a->segment[i], b->segment[i]) != 0)
                return false;
    return true;
}

static bool check_row(const struct route *r)
{
    bool ok = r->access != ACCESS_UNDECLARED && (r->access != ACCESS_STAFF || r->roles) && r->run && r->about &&
              (!(r->flags & ROUTE_IDEMPOTENT) || r->replay) && r->status;
    if (!ok)
        fprintf(stderr, "route %s %s declares no access, no status, no meaning or no replay\n", r->method, r->path);
    return ok;
}

static bool add(const struct route *r)
{
    struct pattern *p = xcalloc(1, sizeof(*p));
    p->route = r;
    p->text = xstrdup(r->path);
    int n = cut(p->text, p->segment);
    if (!check_row(r) || n < 0)
        return false;
    struct pattern **last = &by_segments[n];
    for (; *last; last = &(*last)->next)
        if (same_shape(*last, p, n) && str_eq((*last)->route->method, r->method)) {
            fprintf(stderr, "route %s %s stands twice\n", r->method, r->path);
            return false;
        }
    *last = p;
    return true;
}

bool match_open(void)
{
    bool ok = true;
    for (const struct route_table *const *t = route_tables; (*t)->rows; t++)
        for (size_t i = 0; i < (*t)->n; i++)
            ok = add(&(*t)->rows[i]) && ok;
    return ok;
}

/* Do the holes take these segments? */
static bool fits(const struct pattern *p, const char *const *segment, int n, struct matched *m)
{
    int ids = 0, words = 0;
    for (int i = 0; i < n; i++) {
        if (*p->segment[i] != '{') {
            if (strcmp(p->segment[i], segment[i]) != 0)
                return false;
        } else if (is_number_hole(p->segment[i])) {
            if (!num_parse_id(segment[i], &m->id[ids++]))
                return false;
        } else {
            m->word[words++] = segment[i];
        }
    }
    return true;
}

static bool takes(const struct route *r, const char *method)
{
    return str_eq(r->method, method) || (str_eq(method, "HEAD") && str_eq(r->method, "GET"));
}

enum err match_find(const struct request *rq, struct matched *m)
{
    const char *segment[MAX_SEGMENTS];
    struct str allow;
    int n = cut(arena_strdup(rq->mem, rq->path), segment);
    *m = (struct matched){0};
    if (n < 0)
        return E_NOT_FOUND;
    str_init(&allow, rq->mem);
    for (const struct pattern *p = by_segments[n]; p; p = p->next) {
        struct matched here = {.route = p->route};
        if (!fits(p, segment, n, &here))
            continue;
        if (takes(p->route, rq->method)) {
            *m = here;
            return E_OK;
        }
        str_addf(&allow, "%s%s%s", allow.n ? ", " : "", p->route->method, str_eq(p->route->method, "GET") ? ", HEAD" : "");
    }
    if (!allow.n)
        return E_NOT_FOUND;
    str_add(&allow, ", OPTIONS");
    m->allow = allow.s;
    return E_METHOD;
}
