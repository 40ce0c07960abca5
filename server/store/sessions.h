/* SPDX-License-Identifier: MIT */
/* sessions.h - who a token belongs to. The row in MariaDB is the session; Redis holds a copy for 60 s. A token
 * is 256 random bits and is stored nowhere: both stores know its SHA-256 only. */
#ifndef SERVER_STORE_SESSIONS_H
#define SERVER_STORE_SESSIONS_H

#include "server/ctx.h"

#define SESSION_TOKEN_CHARS 43

struct session {
    int64_t id, user_id, roles, expires_at;
    const char *username;
};

struct session_new {
    int64_t user_id, auth_epoch, seconds;
    const char *client; /* User-Agent */
    const char *token;  /* out: shown to the client once */
    int64_t id, expires_at;
};

/* Makes a session of c's address for `s->user_id`. */
enum err session_make(struct ctx *c, struct session_new *s) MUST_CHECK;

/* The live session of a token; E_UNAUTHENTICATED where there is none (ended, expired, disabled, unknown). */
enum err session_find(struct ctx *c, const char *token, struct session *s) MUST_CHECK;

/* Ends one session of c's user; E_NOT_FOUND where it is not theirs. */
enum err session_end(struct ctx *c, int64_t session_id) MUST_CHECK;

/* Ends all sessions of a user at once, on every daemon. For a transaction's end: call session_forget_user()
 * after the commit to drop the copies in Redis. */
enum err session_end_all(struct ctx *c, int64_t user_id) MUST_CHECK;
void session_forget_user(struct ctx *c, int64_t user_id);

/* What the change reader calls: copies of this user's sessions that were made before now are not believed. */
void session_distrust(int64_t user_id);

/* A random token of 256 bits, base64url, in c->mem. */
char *session_random_token(struct ctx *c);
void session_hash(const char *token, unsigned char hash[32]);

/* What a page's form or X-CSRF-Token must bear for this token: derived from it, so nothing is stored. */
char *session_csrf(struct ctx *c, const char *token);

#endif
