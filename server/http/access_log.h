/* SPDX-License-Identifier: MIT */
/* access_log.h - the one line a request leaves: what, who, how long, what it cost, why it failed. No query, no
 * body, no token: a path's word hole (a reset token) is shown as the pattern. */
#ifndef SERVER_HTTP_ACCESS_LOG_H
#define SERVER_HTTP_ACCESS_LOG_H

#include "server/ctx.h"
#include "server/http/request.h"
#include "server/http/route.h"

void access_log(const struct ctx *c, const struct request *rq, const struct route *row, enum err e);

#endif
