/* SPDX-License-Identifier: MIT */
/* credentials.h - changing what one signs in with: the password and the mailbox. A new password ends every
 * session of the account, the one that asked included: whoever held one signs in again. */
#ifndef SERVER_USERS_CREDENTIALS_H
#define SERVER_USERS_CREDENTIALS_H

#include "server/users/users.h"

struct password_change {
    const char *old_password, *new_password;
};

/* Of c's user. E_VALIDATION (field "old_password") where the old one is wrong; counts as a failed login. */
enum err credentials_set_password(struct ctx *c, const struct password_change *in) MUST_CHECK;

/* With the token of a reset mail: E_NOT_FOUND where it is unknown, used or expired. */
enum err credentials_reset(struct ctx *c, const char *token, const char *password) MUST_CHECK;

struct email_change {
    const char *email, *password;
};

/* Sends a link to the new mailbox of c's user; the old one stays until it is confirmed. Whether somebody else
 * has that mailbox is not told. E_VALIDATION (field "password") where it is wrong. */
enum err credentials_ask_email(struct ctx *c, const struct email_change *in) MUST_CHECK;

/* With the token of that mail, by the same user: E_VALIDATION (field "token") where it is not good, E_CONFLICT
 * where the mailbox was taken meanwhile. */
enum err credentials_confirm_email(struct ctx *c, const char *token, struct user *u) MUST_CHECK;

#endif
