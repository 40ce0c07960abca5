/* SPDX-License-Identifier: MIT */
/* users.h - the people of the shop: who they are, how they join. Passwords, logins, one-time tokens and
 * addresses have files of their own beside this one. */
#ifndef SERVER_USERS_USERS_H
#define SERVER_USERS_USERS_H

#include "server/ctx.h"

struct user {
    int64_t id, auth_epoch, created_at;
    const char *username, *email; /* as shown; what is unique are their lowered forms */
    const char *lang;             /* tag of the language of mails: "zh-CN" */
    const char *password_hash;
    bool active, disabled;
    unsigned roles; /* of enum role; 0: no staff */
};

/* What a new account is made of; `email` as FIELD_EMAIL left it. */
struct registration {
    const char *username, *email, *password;
};

/* Makes an account that is not active yet and queues the activation mail, in c's language. E_VALIDATION for a
 * name that is no name, E_CONFLICT with the field that is taken, E_RATE_LIMITED for c's address. */
enum err user_register(struct ctx *c, const struct registration *r, struct user *u) MUST_CHECK;

/* The account of a user name or a mailbox in any case; E_NOT_FOUND without a sentence. */
enum err user_by_login(struct ctx *c, const char *name_or_email, struct user *u) MUST_CHECK;
enum err user_by_id(struct ctx *c, int64_t id, struct user *u) MUST_CHECK;

/* Uses up an activation token: E_VALIDATION (field "token") where it is not good (any more). */
enum err user_activate(struct ctx *c, const char *token, struct user *u) MUST_CHECK;

/* The language of c's user for mails. */
enum err user_set_lang(struct ctx *c, const char *lang) MUST_CHECK;

/* 3 to 30 ASCII letters, digits, underscores or CJK ideographs (U+3400-4DBF, U+4E00-9FFF). */
bool user_is_name(const char *s);

/* ASCII letters lowered: the form in which names and mailboxes are unique. */
char *user_key(struct ctx *c, const char *name_or_email);

#endif
