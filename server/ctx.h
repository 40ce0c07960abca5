/* SPDX-License-Identifier: MIT */
/* ctx.h - what a request, a job or a command carries through domains and store: its memory, its language, who
 * asks, what went wrong. One thread uses it at a time. */
#ifndef SERVER_CTX_H
#define SERVER_CTX_H

#include "common/arena.h"
#include "common/err.h"
#include "common/i18n.h"

#include <stdbool.h>
#include <stdint.h>

struct after;
struct app;
struct db_conn;
struct idem;

/*    role             bit name on the wire */
#define ROLE_TABLE(X)                 \
    X(ROLE_CATALOGUE, 0, "catalogue") \
    X(ROLE_ORDERS, 1, "orders")       \
    X(ROLE_SUPPORT, 2, "support")     \
    X(ROLE_FINANCE, 3, "finance")     \
    X(ROLE_ADMIN, 4, "admin")

enum role {
#define X(role, bit, name) role = 1 << (bit),
    ROLE_TABLE(X)
#undef X
};

/* One member of the problem document's "errors". */
struct field_error {
    const char *field, *code, *detail;
    struct field_error *next;
};

struct ctx {
    struct arena *mem;
    struct app *app;
    enum lang lang;

    int64_t user_id, session_id; /* 0: nobody */
    unsigned roles;              /* of enum role; 0: no staff */
    const char *username, *request_id, *address;

    const char *detail; /* the sentence for people, set by fail() */
    struct field_error *errors;
    int retry_after; /* seconds, for E_RATE_LIMITED and E_UNAVAILABLE; 0: the default */
    const char *where;  /* file:line of an E_INTERNAL */
    struct {
        int64_t most, left, seconds;
    } limit; /* of the rate limit that was asked, for the RateLimit-* headers; most 0: none */

    struct db_conn *db; /* leased at the first statement, given back with the arena */
    int tx_depth;
    struct after *after; /* what db_after_commit() was given in the open transaction */
    struct idem *idem; /* of a request that bears an Idempotency-Key */

    unsigned db_trips, kv_trips; /* round trips so far */
};

/* A context with an arena of its own of at most `limit` bytes; ctx_close() gives all back. */
void ctx_open(struct ctx *c, struct app *app, size_t limit);
void ctx_close(struct ctx *c);

/* Ends the work so far (deferred calls run, memory is given back) and begins anew: for loops. */
void ctx_reset(struct ctx *c);

/* Sets the sentence, translated into c->lang, and returns `e`. `fmt` is a msgid. */
enum err fail(struct ctx *c, enum err e, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* Adds a field's error {field, code, detail} to the problem and returns E_VALIDATION. */
enum err fail_field(struct ctx *c, const char *field, const char *code, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* Forgets what fail() and fail_field() said (a retry, a fallback). */
void fail_clear(struct ctx *c);

/* E_INTERNAL with the place in our own code; the sentence goes to the log only. */
#define FAIL_BUG(c, ...) fail_bug((c), __FILE__, __LINE__, __VA_ARGS__)
enum err fail_bug(struct ctx *c, const char *file, int line, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

#endif
