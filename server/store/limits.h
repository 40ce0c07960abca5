/* SPDX-License-Identifier: MIT */
/* limits.h - how often something may be done in a window of time by one account, mailbox or client address.
 * Counted in MariaDB, so that the counts hold for all daemons and survive Redis; a subject is stored as a hash.
 * How many are allowed is a setting ([limits] of shopd.conf), 0 means no limit. Each call also sets c->limit,
 * for the RateLimit-* headers: the tightest of those asked. */
#ifndef SERVER_STORE_LIMITS_H
#define SERVER_STORE_LIMITS_H

#include "server/ctx.h"

enum limit {
    LIMIT_LOGIN_ACCOUNT, /* failed logins */
    LIMIT_LOGIN_ADDRESS, /* failed logins; subject is a client address, of IPv6 its /64 counts */
    LIMIT_MAILS,         /* mails that anybody can ask for */
    LIMIT_REGISTRATIONS, /* subject is a client address */
};

/* Is one more allowed? E_RATE_LIMITED where not. Counts nothing. */
enum err limit_check(struct ctx *c, enum limit which, const char *subject) MUST_CHECK;

/* Counts one; E_RATE_LIMITED where it was one too many. */
enum err limit_count(struct ctx *c, enum limit which, const char *subject) MUST_CHECK;

/* Forgets what was counted. */
enum err limit_clear(struct ctx *c, enum limit which, const char *subject) MUST_CHECK;

#endif
