/* SPDX-License-Identifier: MIT */
/* http.h - the simulator's server on 127.0.0.1: whole requests in, whole replies out, a thread a connection,
 * so that a reply may take its time. The only user of libmicrohttpd here. */
#ifndef SIM_HTTP_H
#define SIM_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct request {
    const char *method;       /* "GET" */
    const char *path, *query; /* as they came, undecoded; query is "" where there is none */
    const char *type, *body;  /* Content-Type and the body's text; "" where there is none */
};

/* Starts as 200 without a body. The server frees what is malloc'd. */
struct reply {
    unsigned status;
    const char *type; /* of the body */
    char *body;       /* malloc'd */
    size_t n;
    char *location;    /* malloc'd; NULL: none */
    char *policy;      /* Content-Security-Policy, malloc'd; NULL: none */
    const char *allow; /* with 405; NULL: none */
    int64_t delay_ms;
    bool drop; /* close the connection instead */
    bool slow; /* one byte every 100 ms */
};

/* Answers one request; called by many threads at once. */
typedef void http_answer(const struct request *req, struct reply *reply);

/* Port 0 takes any. Returns the port; dies with a sentence where it cannot be had. */
unsigned http_start(unsigned port, http_answer *answer);
void http_stop(void);

#endif
