/* SPDX-License-Identifier: MIT */
/* client.h - the mall's JSON API as a client sees it: a request in, a document or a problem out, with the
 * session, the language, idempotency keys, retries and pages taken care of. For shopctl and shoptui; knows no
 * command and prints nothing. The contract is the API's page of conventions (shop-api(7)). */
#ifndef COMMON_CLIENT_H
#define COMMON_CLIENT_H

#include "common/arena.h"
#include "common/err.h"
#include "common/i18n.h"
#include "common/json.h"

#include <stdbool.h>
#include <stdint.h>

struct client;

struct client_config {
    const char *url;    /* "http://127.0.0.1:8080"; a slash at the end does not matter */
    const char *token;  /* of the session; NULL: a guest */
    enum lang lang;     /* of texts for people */
    int64_t timeout_ms; /* for a call with all its retries */
    /* Told about every exchange, one line at a time, secrets masked; NULL: nobody listens. */
    void (*trace)(const char *line);
};

struct client_request {
    const char *method;
    const char *path; /* with the query, below /api/v1; one that begins with /api/ is taken whole, and so are
                         the daemon's own: /healthz, /readyz, /metrics */
    const char *body; /* JSON text, NULL: none */
    const char *if_match;
};

/* What went wrong, for people and for scripts; texts are "" rather than NULL. */
struct client_problem {
    enum err err;
    int status;         /* 0: there was no reply */
    const char *title;  /* what */
    const char *detail; /* why */
    const char *request_id;
    int64_t retry_after; /* seconds; 0: not said */
    json_t *fields;      /* the array of {field,code,detail}; NULL: none */
    const char *text;    /* the document as it came, or one of our own where there was no reply */
};

struct client_reply {
    int status;
    json_t *doc;      /* NULL: no body, or none that is JSON */
    const char *text; /* the body as it came */
    const char *next; /* the next page's path and query (RFC 8288 rel="next"); NULL: the last page */
    const char *request_id;
    struct client_problem problem; /* filled in where client_call() fails */
};

/* Keeps what `config` points at. Never NULL; nothing is sent yet. */
struct client *client_new(const struct client_config *config);
void client_free(struct client *c);
void client_set_timeout(struct client *c, int64_t ms);

/* One call. GET and keyed requests (every POST carries an Idempotency-Key of its own, the same on each try)
 * are tried again on a broken connection and on 503, as long as the time lasts; nothing else is. `mem` owns the
 * reply. The result is E_OK for 2xx, else what reply->problem tells about. */
enum err client_call(struct client *c, struct arena *mem, const struct client_request *rq,
                     struct client_reply *reply) MUST_CHECK;

/* The whole path on the wire: "/api/v1/skus" for "/skus". */
const char *client_path(struct arena *mem, const char *path);

#endif
