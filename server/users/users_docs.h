/* SPDX-License-Identifier: MIT */
/* users_docs.h - how an account looks in documents, and what else the routes of accounts share. */
#ifndef SERVER_USERS_USERS_DOCS_H
#define SERVER_USERS_USERS_DOCS_H

#include "server/http/route.h"
#include "server/users/users.h"

struct profile {
    struct user user;
    struct doc_list roles;  /* their names */
    const char *csrf_token; /* of the session that asks */
};

extern const struct doc account_doc;  /* {id, username, email, active} */
extern const struct doc identity_doc; /* the same with roles */
extern const struct doc profile_doc;  /* all there is */

struct profile profile_of(struct ctx *c, const struct user *u);

/* 200 with the account; the second is a route's replay. */
enum err reply_account(struct ctx *c, struct reply *r, const struct user *u);
enum err replay_account(struct ctx *c, int64_t user_id, struct reply *r);

/* The body {"token"} of a link from a mail. */
struct token_input {
    const char *token;
};
extern const struct fields token_fields;

#endif
