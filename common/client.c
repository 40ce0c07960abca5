/* SPDX-License-Identifier: MIT */
/* One try is prepare() -> http_call() -> read_reply(); client_call() repeats tries. Another transport (a
 * screen that must not block) would bring its own loop around the same two ends. */
#include "common/client.h"

#include "common/clock.h"
#include "common/net/http.h"
#include "common/num.h"
#include "common/str.h"
#include "common/xalloc.h"

#include <string.h>
#include <strings.h>
#include <sys/random.h>

#define BASE      "/api/v1"
#define MAX_REPLY (64u << 20)
#define TRIES     5
#define FIRST_MS  200 /* wait before the second try; doubled for each further one */

struct client {
    struct client_config config;
    struct http *http;
};

struct client *client_new(const struct client_config *config)
{
    struct client *c = xcalloc(1, sizeof(*c));
    c->config = *config;
    c->http = http_new();
    return c;
}

void client_free(struct client *c)
{
    if (!c)
        return;
    http_free(c->http);
    free(c);
}

void client_set_timeout(struct client *c, int64_t ms)
{
    c->config.timeout_ms = ms;
}

/* ---------------------------------------------------------------- tracing */

static bool is_secret(const char *name)
{
    static const char *const secrets[] = {"password",     "token",        "csrf_token",
                                          "old_password", "new_password", "key"};
    for (size_t i = 0; i < sizeof(secrets) / sizeof(*secrets); i++)
        if (strcmp(name, secrets[i]) == 0)
            return true;
    return false;
}

static bool is_secret_header(const char *name)
{
    static const char *const secrets[] = {"Authorization", "Cookie", "Set-Cookie", "X-CSRF-Token",
                                          "X-Cart-Token"};
    for (size_t i = 0; i < sizeof(secrets) / sizeof(*secrets); i++)
        if (strncasecmp(name, secrets[i], strlen(secrets[i])) == 0)
            return true;
    return false;
}

static void mask(json_t *doc)
{
    const char *name;
    json_t *value;
    size_t i;
    void *next;
    json_array_foreach(doc, i, value) mask(value);
    json_object_foreach_safe(doc, next, name, value)
    {
        if (is_secret(name) && json_is_string(value))
            json_object_set_new(doc, name, json_string("***"));
        else
            mask(value);
    }
}

static void trace_body(struct client *c, struct arena *mem, const char *text)
{
    json_t *doc;
    if (!text || !*text)
        return;
    if (json_read(mem, text, strlen(text), &doc, NULL) == E_OK) {
        mask(doc);
        char *masked = json_dumps(doc, JSON_COMPACT | JSON_ENCODE_ANY);
        text = arena_strdup(mem, masked ? masked : "");
        free(masked);
    }
    c->config.trace(text);
}

static void trace_request(struct client *c, struct arena *mem, const struct http_request *h)
{
    if (!c->config.trace)
        return;
    c->config.trace(arena_printf(mem, "> %s %s", h->method, h->url));
    for (const char *const *line = h->headers; *line; line++) {
        if (is_secret_header(*line))
            c->config.trace(arena_printf(mem, "> %.*s: ***", (int)strcspn(*line, ":"), *line));
        else
            c->config.trace(arena_printf(mem, "> %s", *line));
    }
    trace_body(c, mem, h->body);
}

static void trace_response(struct client *c, struct arena *mem, const struct http_response *h)
{
    if (!c->config.trace)
        return;
    c->config.trace(arena_printf(mem, "< %d", h->status));
    for (size_t i = 0; i < h->header_n; i++)
        c->config.trace(arena_printf(mem, "< %s: %s", h->headers[i].name,
                                     is_secret_header(h->headers[i].name) ? "***" : h->headers[i].value));
    trace_body(c, mem, h->body);
}

/* ---------------------------------------------------------------- one try */

const char *client_path(struct arena *mem, const char *path)
{
    static const char *const whole[] = {"/api/", "/healthz", "/readyz", "/metrics"};
    for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
        if (str_starts(path, whole[i]))
            return path;
    return arena_printf(mem, BASE "%s%s", *path == '/' ? "" : "/", path);
}

static const char *random_key(struct arena *mem)
{
    unsigned char bytes[16];
    struct str b;
    if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes))
        abort(); /* the kernel gives up to 256 bytes whole */
    str_init(&b, mem);
    for (size_t i = 0; i < sizeof(bytes); i++)
        str_addf(&b, "%02x", bytes[i]);
    return b.s;
}

static void prepare(struct client *c, struct arena *mem, const struct client_request *rq,
                    struct http_request *h)
{
    const char **line = arena_array(mem, 7, sizeof(*line));
    size_t url_n = strlen(c->config.url);
    while (url_n && c->config.url[url_n - 1] == '/')
        url_n--;
    *h =
        (struct http_request){.method = rq->method, .max_body = MAX_REPLY, .headers = line, .body = rq->body};
    h->url = arena_printf(mem, "%.*s%s", (int)url_n, c->config.url, client_path(mem, rq->path));
    h->body_n = rq->body ? strlen(rq->body) : 0;
    *line++ = "Accept: application/json";
    *line++ = arena_printf(mem, "Accept-Language: %s", lang_tag(c->config.lang));
    if (rq->body)
        *line++ = "Content-Type: application/json";
    if (c->config.token)
        *line++ = arena_printf(mem, "Authorization: Bearer %s", c->config.token);
    if (rq->if_match)
        *line++ = arena_printf(mem, "If-Match: %s", rq->if_match);
    if (strcmp(rq->method, "POST") == 0)
        *line++ = arena_printf(mem, "Idempotency-Key: %s", random_key(mem));
}

/* The address of rel="next" in a Link header: its path and query. Who serves it stays who we asked. */
static const char *next_page(struct arena *mem, const char *link)
{
    while (link && (link = strchr(link, '<'))) {
        size_t n = strcspn(link + 1, ">");
        const char *rest = link + 1 + n;
        size_t rest_n = strcspn(rest, "<");
        const char *rel = memmem(rest, rest_n, "rel=\"next\"", 10);
        if (!rel)
            rel = memmem(rest, rest_n, "rel=next", 8);
        if (rel) {
            const char *url = arena_dup(mem, link + 1, n), *host = strstr(url, "://");
            return host ? strchr(host + 3, '/') : url;
        }
        link = rest;
    }
    return NULL;
}

/* An error code that a reply may bear; those that only clients use would turn an error into success. */
static enum err err_of_reply(const char *code, int status)
{
    enum err e = code ? err_from_code(code) : E_INTERNAL;
    if (e != E_OK && e < E_USAGE && (e != E_INTERNAL || status == 500))
        return e;
    for (int i = E_VALIDATION; i < E_USAGE; i++)
        if (err_http((enum err)i) == status)
            return (enum err)i;
    return status >= 400 && status < 500 ? E_BAD_REQUEST : E_INTERNAL;
}

static const char *or_empty(const char *s)
{
    return s ? s : "";
}

static enum err read_problem(struct client *c, struct arena *mem, const struct http_response *h,
                             struct client_reply *reply)
{
    struct client_problem *p = &reply->problem;
    int64_t seconds = 0;
    const char *after = http_header(h, "Retry-After"), *id = json_str(reply->doc, "request_id");
    p->err = err_of_reply(json_str(reply->doc, "code"), h->status);
    p->status = h->status;
    p->title = or_empty(json_str(reply->doc, "title"));
    p->detail = or_empty(json_str(reply->doc, "detail"));
    if (!*p->title)
        p->title = tr(c->config.lang, err_title(p->err));
    if (!json_is_object(reply->doc))
        p->detail = arena_printf(mem, "HTTP %d", h->status);
    p->request_id = id ? id : reply->request_id;
    p->fields = json_get(reply->doc, "errors");
    p->retry_after = after && num_parse(after, 0, 86400, &seconds) ? seconds : 0;
    p->text = reply->text;
    return p->err;
}

/* Where there was no reply, the problem document is ours. */
static enum err no_reply(struct client *c, struct arena *mem, enum err e, const char *why,
                         struct client_reply *reply)
{
    struct client_problem *p = &reply->problem;
    struct str b;
    *p = (struct client_problem){.err = e, .title = tr(c->config.lang, err_title(e)), .request_id = ""};
    p->detail = arena_printf(mem, "%s: %s", c->config.url, why);
    str_init(&b, mem);
    str_add(&b, "{\"type\":\"about:blank\",\"title\":");
    str_json(&b, p->title);
    str_add(&b, ",\"detail\":");
    str_json(&b, p->detail);
    str_addf(&b, ",\"code\":\"%s\"}", err_code(e));
    p->text = b.s;
    return e;
}

/* What http_call() says about the exchange, said about the API call: a wrong address is wrong usage, a reply
 * without end is the server's fault. */
static enum err err_of_transport(enum err e)
{
    return e == E_BAD_REQUEST ? E_USAGE : e == E_TOO_LARGE ? E_INTERNAL : e;
}

static enum err read_reply(struct client *c, struct arena *mem, const struct http_response *h,
                           struct client_reply *reply)
{
    const char *type = http_header(h, "Content-Type"), *why = "no JSON";
    *reply = (struct client_reply){.status = h->status, .text = h->body};
    reply->request_id = or_empty(http_header(h, "X-Request-Id"));
    reply->next = next_page(mem, http_header(h, "Link"));
    bool is_json = type && strstr(type, "json");
    enum err e = is_json && h->body_n ? json_read(mem, h->body, h->body_n, &reply->doc, &why) : E_OK;
    if (h->status < 200 || h->status > 299)
        return read_problem(c, mem, h, reply);
    if (e)
        return no_reply(c, mem, E_INTERNAL, why, reply);
    return E_OK;
}

/* ---------------------------------------------------------------- tries */

/* Milliseconds to wait before the next try; -1: there is none. */
static int64_t wait_before(const struct client_request *rq, enum err e, const struct client_reply *reply,
                           int tries)
{
    bool get = strcmp(rq->method, "GET") == 0;
    bool keyed = strcmp(rq->method, "POST") == 0;
    bool passing = e == E_UNREACHABLE || e == E_UNCERTAIN || e == E_UNAVAILABLE;
    /* The key is ours alone: what is still being carried out is our own earlier try. */
    passing = passing || (keyed && e == E_IN_PROGRESS);
    if (!(get || keyed) || !passing || tries >= TRIES)
        return -1;
    int64_t ms = (int64_t)FIRST_MS << (tries - 1), said = reply->problem.retry_after * 1000;
    return said > ms ? said : ms;
}

static void sleep_ms(int64_t ms)
{
    struct timespec t = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&t, NULL);
}

enum err client_call(struct client *c, struct arena *mem, const struct client_request *rq,
                     struct client_reply *reply)
{
    struct http_request h;
    int64_t until = clock_mono_us() / 1000 + c->config.timeout_ms;
    prepare(c, mem, rq, &h);
    for (int tries = 1;; tries++) {
        struct http_response answer;
        const char *why = "";
        h.timeout_ms = until - clock_mono_us() / 1000;
        trace_request(c, mem, &h);
        *reply = (struct client_reply){.request_id = ""};
        enum err e = http_call(c->http, mem, &h, &answer, &why);
        if (e == E_OK) {
            trace_response(c, mem, &answer);
            e = read_reply(c, mem, &answer, reply);
        } else {
            e = no_reply(c, mem, err_of_transport(e), why, reply);
        }
        int64_t ms = e ? wait_before(rq, e, reply, tries) : -1;
        if (ms < 0 || clock_mono_us() / 1000 + ms >= until)
            return e;
        if (c->config.trace)
            c->config.trace(arena_printf(mem, "* %s; again in %lld ms", err_code(e), (long long)ms));
        sleep_ms(ms);
    }
}
