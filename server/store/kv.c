/* SPDX-License-Identifier: MIT */
/* Connections are kept on a stack and lent for the length of one pipeline. */
#include "server/store/kv.h"

#include "common/clock.h"
#include "common/log.h"
#include "common/xalloc.h"
#include "server/app.h"

#include <hiredis/hiredis.h>
#include <pthread.h>

#define TIMEOUT_US    300000
#define SKIP_US       1000000
#define MAX_IDLE      64
#define MAX_COMMANDS  256

struct kv {
    const struct config *cfg;
    pthread_mutex_t lock;
    redisContext *idle[MAX_IDLE];
    int n_idle;
    bool up;              /* the breaker is closed */
    int64_t retry_at;     /* while it is open: when somebody may probe */
    bool probing;
    enum err (*on_return)(struct ctx *);
};

struct kv *kv_open(const struct config *cfg)
{
    struct kv *kv = xcalloc(1, sizeof(*kv));
    kv->cfg = cfg;
    kv->up = false; /* the first use probes, and so drops what this Redis missed */
    pthread_mutex_init(&kv->lock, NULL);
    return kv;
}

void kv_on_return(struct kv *kv, enum err (*fn)(struct ctx *))
{
    kv->on_return = fn;
}

void kv_close(struct kv *kv)
{
    if (!kv)
        return;
    while (kv->n_idle)
        redisFree(kv->idle[--kv->n_idle]);
    free(kv);
}

bool kv_is_up(struct kv *kv)
{
    pthread_mutex_lock(&kv->lock);
    bool up = kv->up;
    pthread_mutex_unlock(&kv->lock);
    return up;
}

static redisContext *dial(const struct config *cfg)
{
    struct timeval t = {.tv_sec = 0, .tv_usec = TIMEOUT_US};
    redisContext *r = *cfg->redis_socket ? redisConnectUnixWithTimeout(cfg->redis_socket, t)
                                         : redisConnectWithTimeout(cfg->redis_host, (int)cfg->redis_port, t);
    if (r && !r->err && redisSetTimeout(r, t) == REDIS_OK)
        return r;
    if (r)
        redisFree(r);
    return NULL;
}

/* May this caller use Redis now? The first one after the pause probes for all. */
static bool enter(struct kv *kv, bool *probe)
{
    pthread_mutex_lock(&kv->lock);
    *probe = !kv->up && !kv->probing && clock_mono_us() >= kv->retry_at;
    bool go = kv->up || *probe;
    if (*probe)
        kv->probing = true;
    pthread_mutex_unlock(&kv->lock);
    return go;
}

static void trip(struct kv *kv)
{
    pthread_mutex_lock(&kv->lock);
    if (kv->up)
        log_warn("Redis does not answer: doing without it");
    kv->up = kv->probing = false;
    kv->retry_at = clock_mono_us() + SKIP_US;
    while (kv->n_idle)
        redisFree(kv->idle[--kv->n_idle]);
    pthread_mutex_unlock(&kv->lock);
}

static void restore(struct kv *kv)
{
    pthread_mutex_lock(&kv->lock);
    kv->up = true;
    kv->probing = false;
    pthread_mutex_unlock(&kv->lock);
    log_info("Redis is in use");
}

static redisContext *lend(struct kv *kv)
{
    redisContext *r = NULL;
    pthread_mutex_lock(&kv->lock);
    if (kv->n_idle)
        r = kv->idle[--kv->n_idle];
    pthread_mutex_unlock(&kv->lock);
    return r ? r : dial(kv->cfg);
}

static void give_back(struct kv *kv, redisContext *r)
{
    pthread_mutex_lock(&kv->lock);
    if (kv->n_idle < MAX_IDLE) {
        kv->idle[kv->n_idle++] = r;
        r = NULL;
    }
    pthread_mutex_unlock(&kv->lock);
    if (r)
        redisFree(r);
}

struct kv_pipe {
    struct ctx *c;
    char *commands[MAX_COMMANDS]; /* already in the wire's form */
    size_t sizes[MAX_COMMANDS];
    int n;
    bool bad;
};

struct kv_pipe *kv_pipe(struct ctx *c)
{
    struct kv_pipe *p = ARENA_NEW(c->mem, struct kv_pipe);
    p->c = c;
    return p;
}

static void vadd(struct kv_pipe *p, const char *fmt, va_list ap)
{
    char *wire = NULL;
    int n = p->n < MAX_COMMANDS ? redisvFormatCommand(&wire, fmt, ap) : -1;
    if (n < 0) {
        p->bad = true;
        return;
    }
    p->commands[p->n] = arena_dup(p->c->mem, wire, (size_t)n);
    p->sizes[p->n++] = (size_t)n;
    redisFreeCommand(wire);
}

void kv_add(struct kv_pipe *p, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    vadd(p, fmt, ap);
    va_end(ap);
}

static struct kv_value copy(struct ctx *c, const redisReply *r)
{
    struct kv_value v = {.type = KV_NIL};
    switch (r->type) {
    case REDIS_REPLY_INTEGER:
        v = (struct kv_value){.type = KV_INT, .i = r->integer};
        break;
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
    case REDIS_REPLY_ERROR:
        v = (struct kv_value){.type = r->type == REDIS_REPLY_ERROR ? KV_ERROR : KV_TEXT,
                              .s = arena_dup(c->mem, r->str, (size_t)r->len),
                              .n = (size_t)r->len};
        break;
    case REDIS_REPLY_ARRAY: {
        struct kv_value *items = arena_array(c->mem, r->elements, sizeof(*items));
        for (size_t i = 0; i < r->elements; i++)
            items[i] = copy(c, r->element[i]);
        v = (struct kv_value){.type = KV_LIST, .items = items, .n = r->elements};
        break;
    }
    default:
        break;
    }
    return v;
}

static bool talk(struct kv_pipe *p, redisContext *r, struct kv_value *values)
{
    for (int i = 0; i < p->n; i++)
        if (redisAppendFormattedCommand(r, p->commands[i], p->sizes[i]) != REDIS_OK)
            return false;
    for (int i = 0; i < p->n; i++) {
        void *reply = NULL;
        if (redisGetReply(r, &reply) != REDIS_OK)
            return false;
        values[i] = copy(p->c, reply);
        freeReplyObject(reply);
        /* Loading its data, or unable to write: as good as away. */
        const char *s = values[i].s;
        if (values[i].type == KV_ERROR && (strncmp(s, "LOADING", 7) == 0 || strncmp(s, "MISCONF", 7) == 0 ||
                                           strncmp(s, "READONLY", 8) == 0 || strncmp(s, "MASTERDOWN", 10) == 0))
            return false;
    }
    return true;
}

/* The arena may give up (longjmp) while replies are copied, so the connection is closed by a deferred call
 * until it is given back. */
struct loan {
    redisContext *r;
};

static void close_loan(void *arg)
{
    struct loan *loan = arg;
    if (loan->r)
        redisFree(loan->r);
}

static bool exchange(struct kv *kv, struct kv_pipe *p, struct kv_value *values)
{
    struct loan *loan = ARENA_NEW(p->c->mem, struct loan);
    loan->r = lend(kv);
    if (!loan->r)
        return false;
    arena_defer(p->c->mem, close_loan, loan);
    p->c->kv_trips++;
    bool ok = talk(p, loan->r, values);
    if (ok) {
        give_back(kv, loan->r);
        loan->r = NULL;
    }
    return ok;
}

/* What must be dropped from a Redis that was away goes first, through the breaker that is still open. */
static bool welcome(struct kv *kv, struct ctx *c)
{
    struct kv_pipe *ping = kv_pipe(c);
    struct kv_value pong;
    kv_add(ping, "PING");
    return exchange(kv, ping, &pong) && (!kv->on_return || kv->on_return(c) == E_OK);
}

static _Thread_local bool in_welcome;

enum err kv_run(struct kv_pipe *p, const struct kv_value **values)
{
    struct kv *kv = p->c->app->kv;
    bool probe = false;
    if (p->bad)
        return FAIL_BUG(p->c, "a Redis command cannot be built");
    if (!in_welcome && !enter(kv, &probe))
        return E_UNAVAILABLE;
    if (probe) {
        in_welcome = true;
        bool ok = welcome(kv, p->c);
        in_welcome = false;
        if (!ok) {
            trip(kv);
            return E_UNAVAILABLE;
        }
        restore(kv);
    }
    struct kv_value *v = arena_array(p->c->mem, (size_t)p->n, sizeof(*v));
    if (!exchange(kv, p, v)) {
        if (!in_welcome)
            trip(kv);
        return E_UNAVAILABLE;
    }
    *values = v;
    return E_OK;
}

enum err kv_do(struct ctx *c, struct kv_value *value, const char *fmt, ...)
{
    struct kv_pipe *p = kv_pipe(c);
    const struct kv_value *values;
    va_list ap;
    va_start(ap, fmt);
    vadd(p, fmt, ap);
    va_end(ap);
    enum err e = kv_run(p, &values);
    if (!e)
        *value = values[0];
    return e;
}
