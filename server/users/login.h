/* SPDX-License-Identifier: MIT */
/* login.h - signing in and out. Failures are limited per account and per client address, judged before the
 * password is; an unknown name costs and answers what a wrong password does. */
#ifndef SERVER_USERS_LOGIN_H
#define SERVER_USERS_LOGIN_H

#include "server/store/sessions.h"
#include "server/users/users.h"

struct login {
    const char *name; /* user name or mailbox */
    const char *password, *client;
    bool remember;
};

/* E_UNAUTHENTICATED (unknown, wrong, disabled), E_NOT_ACTIVATED, E_RATE_LIMITED. */
enum err login_start(struct ctx *c, const struct login *in, struct session_new *s, struct user *u) MUST_CHECK;

/* Is this the password of c's user? E_VALIDATION for `field` where not; counts as a failed login. */
enum err login_confirm(struct ctx *c, const char *field, const char *password, struct user *u) MUST_CHECK;

/* Forgets the account's failed logins: whoever set a new password through the mailbox is its owner. */
enum err login_forgive(struct ctx *c, int64_t user_id) MUST_CHECK;

struct session_row {
    int64_t id, created_at, seen_at, expires_at;
    const char *client, *address;
    bool current;
};

/* The live sessions of c's user, newest first. */
enum err login_list(struct ctx *c, struct session_row **list, size_t *n) MUST_CHECK;

/* Ends one session of c's user; E_NOT_FOUND where it is not theirs. */
enum err login_end(struct ctx *c, int64_t session_id) MUST_CHECK;

/* What X-CSRF-Token must bear for this token. */
const char *login_csrf(struct ctx *c, const char *token);

#endif
