/* SPDX-License-Identifier: MIT */
/* users_docs.h - how an account looks in documents. */
#ifndef SERVER_USERS_USERS_DOCS_H
#define SERVER_USERS_USERS_DOCS_H

#include "server/http/doc.h"
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

#endif
