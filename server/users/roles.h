/* SPDX-License-Identifier: MIT */
/* roles.h - sets of staff roles (the bits of ctx.h) to their names on the wire and back. */
#ifndef SERVER_USERS_ROLES_H
#define SERVER_USERS_ROLES_H

#include "server/ctx.h"

/* The names of a set of roles, in c->mem. */
const char **role_names(struct ctx *c, unsigned roles, size_t *n);

/* The bits of names with commas between ("orders,support"); 0 where one of them is no role. */
unsigned role_parse(struct ctx *c, const char *names);

#endif
