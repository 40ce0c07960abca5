/* SPDX-License-Identifier: MIT */
/* users_http.h - the tables of the account routes (users_http.c, credentials_http.c, sessions_http.c,
 * addresses_http.c), and what they share. */
#ifndef SERVER_USERS_USERS_HTTP_H
#define SERVER_USERS_USERS_HTTP_H

#include "server/http/route.h"
#include "server/users/users.h"

extern const struct route_table users_routes, credentials_routes, sessions_routes, addresses_routes;

/* 200 with the account; the second is a route's replay. */
enum err reply_account(struct ctx *c, struct reply *r, const struct user *u);
enum err replay_account(struct ctx *c, int64_t user_id, struct reply *r);

/* The body {"token"} of a link from a mail. */
struct token_input {
    const char *token;
};
extern const struct fields token_fields;

#endif
