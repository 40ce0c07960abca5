/* SPDX-License-Identifier: MIT */
/* kv.h - Redis, which never holds anything that cannot be lost. Every use is one pipeline of commands: one
 * round trip of at most 0.3 s. After a time-out or a lost connection Redis is skipped for 1 s and then probed
 * by one caller (the breaker); meanwhile every call says E_UNAVAILABLE at once and callers use MariaDB. */
#ifndef SERVER_STORE_KV_H
#define SERVER_STORE_KV_H

#include "server/ctx.h"

#include <stdarg.h>

struct config;
struct kv;

struct kv *kv_open(const struct config *cfg);
void kv_close(struct kv *kv);

/* Called each time Redis is found to be back, or to be another one (restarted, failed over), before anybody else
 * may use it: what was changed elsewhere meanwhile is dropped from it. An error keeps the breaker open. */
void kv_on_return(struct kv *kv, enum err (*fn)(struct ctx *));

/* Is Redis in use at the moment? For /readyz and /metrics. */
bool kv_is_up(struct kv *kv);

enum kv_type { KV_NIL, KV_INT, KV_TEXT, KV_LIST, KV_ERROR };

struct kv_value {
    enum kv_type type;
    int64_t i;
    const char *s; /* NUL-terminated, `n` bytes; owned by the arena */
    size_t n;
    const struct kv_value *items; /* KV_LIST: `n` of them */
};

/* A pipeline in the making, in c->mem. Formats are hiredis's: %s, %b (pointer and size_t), %lld, %d. */
struct kv_pipe;
struct kv_pipe *kv_pipe(struct ctx *c);
void kv_add(struct kv_pipe *p, const char *fmt, ...);

/* A command of any number of words. */
void kv_add_words(struct kv_pipe *p, const char **words, size_t n);

/* WATCH … MULTI … EXEC needs one connection for two pipelines: kv_keep() the first before it is run, and make the
 * second with kv_after(). A kept connection that nothing follows is closed with the arena. */
void kv_keep(struct kv_pipe *p);
struct kv_pipe *kv_after(struct kv_pipe *kept);

/* Which life of Redis answered this pipeline (its run id). What is from another life may be older than what was
 * acknowledged. */
const char *kv_life(const struct kv_pipe *p);
/* The last reply may take `ms` longer than usual: for a command that waits on the server (BLOCK). */
void kv_wait(struct kv_pipe *p, int ms);

/* Sends all commands and reads all replies: `values` gets one a command, in order. E_UNAVAILABLE where Redis is
 * away; a single command's error is its value's type. */
enum err kv_run(struct kv_pipe *p, const struct kv_value **values) MUST_CHECK;

/* For a pipeline whose first command is MULTI: adds EXEC, runs it, and gives the answers to the commands between
 * the two. E_CONFLICT: a watched key was changed, and nothing was done. */
enum err kv_exec(struct kv_pipe *p, const struct kv_value **values) MUST_CHECK;

/* One command alone. */
enum err kv_do(struct ctx *c, struct kv_value *value, const char *fmt, ...) MUST_CHECK;

#endif
