/* SPDX-License-Identifier: MIT */
/* auth.h - who asks: the bearer token or the session cookie, the address, and whether a request that changes
 * something came from our own page. */
#ifndef SERVER_HTTP_AUTH_H
#define SERVER_HTTP_AUTH_H

#include "server/ctx.h"
#include "server/http/request.h"

#define AUTH_COOKIE        "shop_session"
#define AUTH_COOKIE_SECURE "__Host-shop_session"

/* Fills c's user, session and roles. No credentials: E_OK and nobody. Credentials that are not valid:
 * E_UNAUTHENTICATED. With the cookie, an unsafe method needs X-CSRF-Token: E_CSRF. */
enum err auth_request(struct ctx *c, struct request *rq) MUST_CHECK;

/* The token that the request bears, or NULL; `by_cookie` (may be NULL) says where it was. */
const char *auth_token(const struct ctx *c, const struct request *rq, bool *by_cookie);

/* The client's address: the peer, or behind a trusted proxy the last hop of X-Forwarded-For that is not one. */
const char *auth_address(const struct ctx *c, const struct request *rq);

#endif
