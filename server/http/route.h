/* SPDX-License-Identifier: MIT */
/* route.h - a route is a row: who may call it, what comes in, what goes out, the function that runs. The
 * router, the OpenAPI file, `shopd routes`, the metrics and the tests read the same rows. */
#ifndef SERVER_HTTP_ROUTE_H
#define SERVER_HTTP_ROUTE_H

#include "server/ctx.h"
#include "server/http/doc.h"
#include "server/http/field.h"
#include "server/http/reply.h"

enum access {
    ACCESS_UNDECLARED, /* stops the daemon at start */
    ACCESS_ANY,        /* anybody; a session is used where there is one */
    ACCESS_LOGIN,
    ACCESS_STAFF, /* one of `roles`, or admin */
};

enum {
    ROUTE_INLINE = 1 << 0,     /* answered by the I/O thread: no store, no wait */
    ROUTE_FORM = 1 << 1,       /* the body is a form that the handler reads itself (a provider's notice) */
    ROUTE_IDEMPOTENT = 1 << 2, /* honours Idempotency-Key through db_tx(); needs `replay` */
    ROUTE_ETAG = 1 << 3,       /* a strong ETag over the bytes; answers 304 */
    ROUTE_NO_SESSION = 1 << 4, /* does not look at credentials at all */
    ROUTE_PAGE = 1 << 5,       /* HTML for a browser: what a query says beyond the declared is ignored */
    ROUTE_SLOW = 1 << 6,       /* computes for long (a password's hash): waits in a queue of its own */
};

/* What a handler gets: validated input, and the numbers and words of the path's holes, in order. */
struct input {
    const void *query, *body;
    int64_t id[3];
    const char *word[3];
    const struct request *rq;
};

/* How a reply's document is wrapped. */
enum shape { SHAPE_ONE, SHAPE_PAGE, SHAPE_CURSOR, SHAPE_LIST, SHAPE_NONE, SHAPE_TEXT };

struct route {
    const char *method,
        *path; /* "GET", "/api/v1/skus/{id}": {…id} is a number from 1, other holes are words */
    enum access access;
    unsigned roles, flags;
    const struct fields *query, *body;
    enum err (*run)(struct ctx *c, const struct input *in, struct reply *r);
    enum err (*replay)(struct ctx *c, int64_t object_id, struct reply *r);
    int status;
    enum shape shape;
    const struct doc *doc;
    const char *type; /* media type of a SHAPE_TEXT body, or a range where it varies; NULL: plain text, HTML of a page */
    int also;         /* a second status that bears the same document; 0: none */
    uint64_t errors;  /* MAY() bits: what its domain answers, beyond what the router does for such a row */
    const char *about;
};

#define MAY(e) (UINT64_C(1) << (e))

struct route_table {
    const struct route *rows;
    size_t n;
};

#define ROUTE_TABLE(rows)                        \
    {                                            \
        (rows), sizeof(rows) / sizeof((rows)[0]) \
    }

/* routes.c: the list of the tables, ended by one without rows. */
extern const struct route_table *const route_tables[];

#endif
