/* SPDX-License-Identifier: MIT */
/* match.h - which row a path belongs to. */
#ifndef SERVER_HTTP_MATCH_H
#define SERVER_HTTP_MATCH_H

#include "server/http/route.h"

struct matched {
    const struct route *route;
    int64_t id[3];
    const char *word[3];
    const char *allow; /* the methods of this path, for E_METHOD */
};

bool match_open(void); /* see router_open() */

/* E_NOT_FOUND, or E_METHOD with m->allow where only the method is wrong. HEAD finds the row of GET. */
enum err match_find(const struct request *rq, struct matched *m) MUST_CHECK;

#endif
