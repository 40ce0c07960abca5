/* SPDX-License-Identifier: MIT */
/* request.h - one HTTP request as the rest of the daemon sees it (libmicrohttpd stays in mhd.c), and the reply
 * in the making. Everything lives in the request's arena, which the completion callback frees. */
#ifndef SERVER_HTTP_REQUEST_H
#define SERVER_HTTP_REQUEST_H

#include "common/arena.h"
#include "common/err.h"
#include "common/i18n.h"

#include <stdbool.h>
#include <stdint.h>

#define REQUEST_BODY_MAX  (64 * 1024)
#define REQUEST_ARENA_MAX (16 * 1024 * 1024)

struct pair {
    const char *name, *value;
};

struct reply {
    int status;
    const char *type, *body; /* NULL body: none */
    size_t n;
    struct pair *headers;
    size_t n_headers;
    struct arena *mem;
};

struct request {
    struct arena *mem;
    const char *method, *target; /* as they came: "GET", "/api/v1/skus?type=1" */
    const char *path;            /* decoded and found harmless by the guard */
    const char *query;           /* raw, without "?"; "" where there is none */
    struct pair *headers;
    size_t n_headers;
    char *body;
    size_t body_n;
    const char *peer; /* address of the other end of the connection; "unix" for a unix socket */
    const char *id;   /* X-Request-Id */
    enum lang lang;
    int64_t started_us, body_length; /* monotonic; Content-Length, -1 without one */
    struct reply reply;
    void *io; /* mhd.c's own */
};

/* The value of a header, names compared without case; NULL where it is absent. The first one counts. */
const char *request_header(const struct request *rq, const char *name);

/* The value of a cookie of the Cookie header(s), copied; NULL where it is absent. */
const char *request_cookie(const struct request *rq, const char *name);

#endif
