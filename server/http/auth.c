/* SPDX-License-Identifier: MIT */
#include "server/http/auth.h"

#include "common/str.h"
#include "server/app.h"
#include "server/store/sessions.h"

#include <arpa/inet.h>
#include <sodium.h>
#include <strings.h>

static bool is_listed(const char *list, const char *address)
{
    size_t n = strlen(address);
    for (const char *p = list; *p;) {
        p += strspn(p, ", ");
        size_t len = strcspn(p, ", ");
        if (len == n && strncmp(p, address, n) == 0)
            return true;
        p += len;
    }
    return false;
}

static bool is_trusted(const struct ctx *c, const char *address)
{
    return str_eq(address, "unix") || str_starts(address, "127.") || str_eq(address, "::1") ||
           is_listed(c->app->cfg.http_trusted_proxies, address);
}

static bool is_address(const char *s)
{
    unsigned char buf[16];
    return inet_pton(AF_INET, s, buf) == 1 || inet_pton(AF_INET6, s, buf) == 1;
}

const char *auth_address(const struct ctx *c, const struct request *rq)
{
    const char *hops = request_header(rq, "X-Forwarded-For"), *client = rq->peer;
    if (!hops || !is_trusted(c, rq->peer))
        return client;
    size_t end = strlen(hops);
    while (end > 0) { /* from the last hop backwards, as long as we trust who wrote it */
        size_t from = end;
        while (from > 0 && hops[from - 1] != ',')
            from--;
        const char *first = hops + from + strspn(hops + from, " ");
        const char *hop = arena_dup(rq->mem, first, first < hops + end ? (size_t)(hops + end - first) : 0);
        if (!is_address(hop))
            break;
        client = hop;
        if (!is_trusted(c, hop) || from == 0)
            break;
        end = from - 1;
    }
    return client;
}

const char *auth_token(const struct ctx *c, const struct request *rq, bool *by_cookie)
{
    const char *h = request_header(rq, "Authorization");
    bool secure = str_starts(c->app->cfg.http_site, "https://");
    if (by_cookie)
        *by_cookie = false;
    if (h && strncasecmp(h, "Bearer ", 7) == 0)
        return h + 7 + strspn(h + 7, " ");
    const char *token = request_cookie(rq, secure ? AUTH_COOKIE_SECURE : AUTH_COOKIE);
    if (by_cookie)
        *by_cookie = token != NULL;
    return token;
}

static bool is_safe(const char *method)
{
    return str_eq(method, "GET") || str_eq(method, "HEAD") || str_eq(method, "OPTIONS");
}

static enum err check_csrf(struct ctx *c, const struct request *rq, const char *token)
{
    const char *given = request_header(rq, "X-CSRF-Token"), *want = session_csrf(c, token);
    if (given && strlen(given) == strlen(want) && sodium_memcmp(given, want, strlen(want)) == 0)
        return E_OK;
    return fail(c, E_CSRF, N_("X-CSRF-Token is missing or is not this session's (see csrf_token of GET /me)."));
}

enum err auth_request(struct ctx *c, struct request *rq)
{
    struct session s;
    bool by_cookie;
    const char *token = auth_token(c, rq, &by_cookie);
    if (!token)
        return E_OK;
    enum err e = session_find(c, token, &s);
    if (!e && by_cookie && !is_safe(rq->method))
        e = check_csrf(c, rq, token);
    if (e)
        return e;
    c->user_id = s.user_id;
    c->session_id = s.id;
    c->roles = (unsigned)s.roles;
    c->username = s.username;
    return E_OK;
}
