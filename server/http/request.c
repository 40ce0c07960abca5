/* SPDX-License-Identifier: MIT */
#include "server/http/request.h"

#include <strings.h>

const char *request_header(const struct request *rq, const char *name)
{
    for (size_t i = 0; i < rq->n_headers; i++)
        if (strcasecmp(rq->headers[i].name, name) == 0)
            return rq->headers[i].value;
    return NULL;
}

const char *request_cookie(const struct request *rq, const char *name)
{
    size_t n = strlen(name);
    for (size_t i = 0; i < rq->n_headers; i++) {
        if (strcasecmp(rq->headers[i].name, "Cookie") != 0)
            continue;
        for (const char *p = rq->headers[i].value; p; p = strchr(p, ';')) {
            p += strspn(p, "; ");
            if (strncmp(p, name, n) == 0 && p[n] == '=')
                return arena_dup(rq->mem, p + n + 1, strcspn(p + n + 1, "; "));
        }
    }
    return NULL;
}
