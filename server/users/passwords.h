/* SPDX-License-Identifier: MIT */
/* passwords.h - Argon2id (libsodium, interactive limits: 64 MiB, two passes). At most four are computed at
 * once, the others wait a while; no database connection is held meanwhile, so never call in a transaction. */
#ifndef SERVER_USERS_PASSWORDS_H
#define SERVER_USERS_PASSWORDS_H

#include "server/ctx.h"

#define PASSWORD_MIN 10 /* characters */
#define PASSWORD_MAX 128

/* E_UNAVAILABLE where too many wait already. */
enum err password_hash(struct ctx *c, const char *password, const char **hash) MUST_CHECK;

/* Compares. `hash` NULL (nobody of that name) takes as long as any other and is never right. */
enum err password_check(struct ctx *c, const char *hash, const char *password, bool *right) MUST_CHECK;

/* Made with parameters that are not today's? */
bool password_is_old(const char *hash);

#endif
