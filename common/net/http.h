/* SPDX-License-Identifier: MIT */
/* http.h - one HTTP exchange at a time, blocking, with hard limits on time and size. Redirects are never
 * followed, and only http and https are spoken. For shopctl's API calls and the daemon's calls to providers;
 * knows nothing of what is said. */
#ifndef COMMON_NET_HTTP_H
#define COMMON_NET_HTTP_H

#include "common/arena.h"
#include "common/err.h"

#include <stddef.h>
#include <stdint.h>

/* A connection that is kept open between calls. For one thread at a time. */
struct http;

struct http_request {
    const char *method, *url;
    const char *const *headers; /* "Name: value" lines, NULL at the end; may be NULL */
    const char *body;           /* NULL: none */
    size_t body_n;
    int64_t timeout_ms; /* for the whole exchange; connecting gets 5 s of it at most */
    size_t max_body;    /* bytes of the reply's body */
};

struct http_header {
    const char *name, *value;
};

struct http_response {
    int status;
    struct http_header *headers;
    size_t header_n;
    char *body; /* NUL-terminated; "" where there is none */
    size_t body_n;
};

struct http *http_new(void); /* never NULL; sends nothing and loads nothing yet */
void http_free(struct http *h);

/* E_OK for every reply, whatever its status; `mem` owns it. E_UNREACHABLE: not connected, so nothing was
 * sent. E_UNCERTAIN: sent (maybe in part), and no whole reply came in time. E_TOO_LARGE: the reply passes
 * max_body. E_BAD_REQUEST: no http or https address. `why` (may be NULL) gets a reason in English. */
enum err http_call(struct http *h, struct arena *mem, const struct http_request *rq, struct http_response *rs,
                   const char **why) MUST_CHECK;

/* The value of the first header of this name, in any case; NULL where there is none. */
const char *http_header(const struct http_response *rs, const char *name);

#endif
