/* SPDX-License-Identifier: MIT */
/* The body is collected in memory of the handle's own and copied to the arena at the end: an arena that is
 * full jumps, and must not jump across libcurl's frames. */
#include "common/net/http.h"

#include "common/net/curl.h"
#include "common/str.h"
#include "common/xalloc.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#define CONNECT_MS 5000

struct http {
    CURL *easy;
    char *body;
    size_t n, cap, max;
    bool too_large;
    char why[CURL_ERROR_SIZE];
};

struct http *http_new(void)
{
    return xcalloc(1, sizeof(struct http));
}

void http_free(struct http *h)
{
    const struct curl_calls *curl;
    if (!h)
        return;
    if (h->easy && curl_get(&curl) == E_OK)
        curl->easy_cleanup(h->easy);
    free(h->body);
    free(h);
}

static size_t collect(char *data, size_t size, size_t count, void *arg)
{
    struct http *h = arg;
    size_t n = size * count;
    if (n > h->max - h->n) {
        h->too_large = true;
        return 0;
    }
    if (h->n + n > h->cap) {
        size_t cap = (h->n + n) * 2;
        h->body = xrealloc(h->body, cap, 1);
        h->cap = cap;
    }
    memcpy(h->body + h->n, data, n);
    h->n += n;
    return n;
}

/* libcurl makes requests with a body from its POST and those without from its GET; the word on the wire is
 * set apart from that. */
static void set_body(const struct curl_calls *curl, CURL *easy, const struct http_request *rq)
{
    if (rq->body) {
        curl->easy_setopt(easy, CURLOPT_POST, 1L);
        curl->easy_setopt(easy, CURLOPT_POSTFIELDS, rq->body);
        curl->easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)rq->body_n);
    } else if (strcmp(rq->method, "POST") == 0 || strcmp(rq->method, "PUT") == 0) {
        curl->easy_setopt(easy, CURLOPT_POST, 1L); /* so that Content-Length: 0 is sent */
        curl->easy_setopt(easy, CURLOPT_POSTFIELDS, "");
        curl->easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)0);
    } else if (strcmp(rq->method, "HEAD") == 0) {
        curl->easy_setopt(easy, CURLOPT_NOBODY, 1L);
    }
    curl->easy_setopt(easy, CURLOPT_CUSTOMREQUEST, rq->method);
}

static struct curl_slist *set_headers(const struct curl_calls *curl, CURL *easy,
                                      const struct http_request *rq)
{
    /* Without Expect a body is sent at once; without a Content-Type of the caller's there is none. */
    struct curl_slist *list = curl->slist_append(NULL, "Expect:");
    bool typed = false;
    for (const char *const *line = rq->headers; line && *line; line++) {
        typed = typed || strncasecmp(*line, "Content-Type:", 13) == 0;
        list = curl->slist_append(list, *line);
    }
    if (!typed)
        list = curl->slist_append(list, "Content-Type:");
    curl->easy_setopt(easy, CURLOPT_HTTPHEADER, list);
    return list;
}

/* What runs on this machine is not reached through a proxy, whatever the environment says. */
static bool is_here(const char *url)
{
    const char *host = strstr(url, "://");
    return host &&
           (str_starts(host, "://127.") || str_starts(host, "://localhost") || str_starts(host, "://[::1]"));
}

static void set_up(const struct curl_calls *curl, struct http *h, const struct http_request *rq)
{
    CURL *easy = h->easy;
    long total = (long)(rq->timeout_ms > 0 ? rq->timeout_ms : 1);
    h->n = 0;
    h->max = rq->max_body;
    h->too_large = false;
    h->why[0] = '\0';
    curl->easy_reset(easy);
    curl->easy_setopt(easy, CURLOPT_URL, rq->url);
    curl->easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl->easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl->easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl->easy_setopt(easy, CURLOPT_TIMEOUT_MS, total);
    curl->easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, total < CONNECT_MS ? total : CONNECT_MS);
    if (is_here(rq->url))
        curl->easy_setopt(easy, CURLOPT_PROXY, "");
    /* libcurl sends again by itself where a kept connection turns out to be dead: never for a write. */
    curl->easy_setopt(easy, CURLOPT_FRESH_CONNECT, strcmp(rq->method, "GET") == 0 ? 0L : 1L);
    curl->easy_setopt(easy, CURLOPT_USERAGENT, "daily-fresh/" VERSION);
    curl->easy_setopt(easy, CURLOPT_ERRORBUFFER, h->why);
    curl->easy_setopt(easy, CURLOPT_WRITEFUNCTION, collect);
    curl->easy_setopt(easy, CURLOPT_WRITEDATA, h);
    set_body(curl, easy, rq);
}

/* What libcurl's result means for somebody who must know whether the request went out. */
static enum err judge(const struct http *h, CURLcode code, CURL *easy, const struct curl_calls *curl)
{
    curl_off_t connected = 0;
    switch (code) {
    case CURLE_OK:
        return E_OK;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return E_BAD_REQUEST;
    case CURLE_WRITE_ERROR:
        return h->too_large ? E_TOO_LARGE : E_UNCERTAIN;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
        return E_UNREACHABLE;
    default:
        curl->easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &connected);
        return connected ? E_UNCERTAIN : E_UNREACHABLE;
    }
}

static void copy_headers(const struct curl_calls *curl, CURL *easy, struct arena *mem,
                         struct http_response *rs)
{
    struct curl_header *one = NULL;
    size_t n = 0;
    while ((one = curl->easy_nextheader(easy, CURLH_HEADER, -1, one)))
        n++;
    rs->headers = arena_array(mem, n, sizeof(*rs->headers));
    rs->header_n = 0;
    while (rs->header_n < n && (one = curl->easy_nextheader(easy, CURLH_HEADER, -1, one)))
        rs->headers[rs->header_n++] =
            (struct http_header){arena_strdup(mem, one->name), arena_strdup(mem, one->value)};
}

enum err http_call(struct http *h, struct arena *mem, const struct http_request *rq, struct http_response *rs,
                   const char **why)
{
    const struct curl_calls *curl;
    if (curl_get(&curl) != E_OK || !(h->easy || (h->easy = curl->easy_init()))) {
        if (why)
            *why = "libcurl is not there";
        return E_INTERNAL;
    }
    set_up(curl, h, rq);
    struct curl_slist *list = set_headers(curl, h->easy, rq);
    CURLcode code = curl->easy_perform(h->easy);
    curl->slist_free_all(list);
    enum err e = judge(h, code, h->easy, curl);
    if (e) {
        if (why)
            *why = arena_strdup(mem, h->why[0] ? h->why : curl->easy_strerror(code));
        return e;
    }
    long status = 0;
    curl->easy_getinfo(h->easy, CURLINFO_RESPONSE_CODE, &status);
    *rs = (struct http_response){.status = (int)status, .body_n = h->n};
    rs->body = arena_dup(mem, h->n ? h->body : "", h->n);
    copy_headers(curl, h->easy, mem, rs);
    return E_OK;
}

const char *http_header(const struct http_response *rs, const char *name)
{
    for (size_t i = 0; i < rs->header_n; i++)
        if (strcasecmp(rs->headers[i].name, name) == 0)
            return rs->headers[i].value;
    return NULL;
}
