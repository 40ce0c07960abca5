/* SPDX-License-Identifier: MIT */
/* call.h - from a command line to the request that it means, by the template of its row:
 *     GET /skus type min_price=min-price        members of the query, each from the hole of that name
 *     POST /orders/{id}/reviews reviews=review  the path's holes and members of the JSON body
 * GET and DELETE have a query, all others a body. A hole without a value leaves its member out; one that can
 * be repeated becomes an array in a body, and text with blanks between in a query. */
#ifndef COMMON_CMD_CALL_H
#define COMMON_CMD_CALL_H

#include "common/cmd/line.h"

struct call {
    const char *method, *path; /* the path with its query */
    const char *body;          /* JSON; NULL: none */
};

/* The line must be a whole one of a command whose row has a template. */
struct call call_make(const struct line *line);

/* For `api`: -f KEY=VALUE (text) and KEY:=JSON. E_USAGE with `wrong` where VALUE is no JSON. */
enum err call_make_api(const struct line *line, struct call *call, const char **wrong) MUST_CHECK;

/* Adds name=value to a path's query. */
const char *call_add_query(struct arena *mem, const char *path, const char *name, const char *value);

#endif
