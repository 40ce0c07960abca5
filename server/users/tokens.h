/* SPDX-License-Identifier: MIT */
/* tokens.h - one-time tokens that go out by mail: 256 random bits, stored as a SHA-256 only, single use, with
 * an expiry. A new one ends those of its kind that were made before it was asked for. */
#ifndef SERVER_USERS_TOKENS_H
#define SERVER_USERS_TOKENS_H

#include "server/ctx.h"

enum token_kind {
    TOKEN_ACTIVATION, /* 24 hours */
    TOKEN_RESET,      /* 30 minutes */
    TOKEN_EMAIL,      /* 24 hours; its mailbox is the new one */
};

struct token {
    int64_t user_id;
    const char *email; /* the mailbox that it was sent to */
};

/* A new token for t's user and mailbox; what goes into the mail is in c->mem. `asked_at` (ms) is when the person
 * asked: a mail that is sent once more leaves the link of its first copy alive, as only one may arrive. */
enum err token_make(struct ctx *c, enum token_kind kind, const struct token *t, int64_t asked_at,
                    const char **text) MUST_CHECK;

/* Would token_use() take it? E_NOT_FOUND without a sentence where not. */
enum err token_check(struct ctx *c, enum token_kind kind, const char *text) MUST_CHECK;

/* Uses it up, in the caller's transaction. E_NOT_FOUND without a sentence where it is unknown, used, expired or
 * of another kind. */
enum err token_use(struct ctx *c, enum token_kind kind, const char *text, struct token *t) MUST_CHECK;

/* Ends the unused ones of a kind. */
enum err token_drop(struct ctx *c, enum token_kind kind, int64_t user_id) MUST_CHECK;

/* The refusal of a token in a body: E_VALIDATION for the field "token". */
enum err token_refuse(struct ctx *c) MUST_CHECK;

#endif
