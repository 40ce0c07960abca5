/* SPDX-License-Identifier: MIT */
/* Connections are kept on a stack and lent for the length of one pipeline, or of two that belong together. Each
 * knows which life of Redis it talks to: the run id changes at a restart and a fail-over, after which Redis may
 * hold less, or older things, than it acknowledged. */
#include "server/store/kv.h"

#include "common/clock.h"
#include "common/log.h"
#include "common/str.h"
#include "common/xalloc.h"
#include "server/app.h"

#include <hiredis/hiredis.h>
#include <pthread.h>
#include <sys/socket.h>

#define TIMEOUT_US   300000
#define SKIP_US      1000000
#define MAX_IDLE     64
#define MAX_COMMANDS 256
#define MAX_REPLY    2000000 /* bytes; more is no answer to anything that we ask */
#define LIFE_CHARS   40

struct kv_conn {
    redisContext *r;
    char life[LIFE_CHARS + 1];
};

struct kv {
    const struct config *cfg;
    pthread_mutex_t lock;
    struct kv_conn *idle[MAX_IDLE];
    int n_idle;
    bool up;          /* the breaker is closed */
    int64_t retry_at; /* while it is open: when somebody may probe */
    bool probing;
    char life[LIFE_CHARS + 1]; /* of the Redis that was welcomed */
    enum err (*on_return)(struct ctx *);
};

static _Thread_local bool in_welcome;

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

static void hang_up(struct kv_conn *conn)
{
    redisFree(conn->r);
    free(conn);
}

void kv_close(struct kv *kv)
{
    if (!kv)
        return;
    while (kv->n_idle)
        hang_up(kv->idle[--kv->n_idle]);
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

/* A Redis that may not tell its run id (ACL) has one life for ever. */
static bool ask_life(redisContext *r, char life[LIFE_CHARS + 1])
{
    redisReply *info = redisCommand(r, "INFO server");
    const char *id = info && info->type == REDIS_REPLY_STRING ? strstr(info->str, "run_id:") : NULL;
    if (id)
        snprintf(life, LIFE_CHARS + 1, "%.*s", (int)strspn(id + 7, "0123456789abcdef"), id + 7);
    else
        snprintf(life, LIFE_CHARS + 1, "unknown");
    freeReplyObject(info);
    return info != NULL;
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
        hang_up(kv->idle[--kv->n_idle]);
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

/* A new connection must lead to the Redis that was welcomed; the one that welcomes says which that is. */
static struct kv_conn *open_conn(struct kv *kv)
{
    struct kv_conn *conn = xcalloc(1, sizeof(*conn));
    conn->r = dial(kv->cfg);
    bool ok = conn->r && ask_life(conn->r, conn->life);
    pthread_mutex_lock(&kv->lock);
    if (ok && in_welcome)
        memcpy(kv->life, conn->life, sizeof(kv->life));
    ok = ok && strcmp(kv->life, conn->life) == 0;
    pthread_mutex_unlock(&kv->lock);
    if (ok)
        return conn;
    hang_up(conn);
    return NULL;
}

static struct kv_conn *lend(struct kv *kv)
{
    struct kv_conn *conn = NULL;
    pthread_mutex_lock(&kv->lock);
    if (kv->n_idle)
        conn = kv->idle[--kv->n_idle];
    pthread_mutex_unlock(&kv->lock);
    return conn ? conn : open_conn(kv);
}

static void give_back(struct kv *kv, struct kv_conn *conn)
{
    pthread_mutex_lock(&kv->lock);
    if (kv->n_idle < MAX_IDLE && strcmp(kv->life, conn->life) == 0) {
        kv->idle[kv->n_idle++] = conn;
        conn = NULL;
    }
    pthread_mutex_unlock(&kv->lock);
    if (conn)
        hang_up(conn);
}

struct kv_pipe {
    struct ctx *c;
    char *commands[MAX_COMMANDS]; /* already in the wire's form */
    size_t sizes[MAX_COMMANDS];
    int n, wait_ms;
    bool bad, keep;
    struct loan *loan; /* of the pipeline before this one */
    const char *life;
};

struct kv_pipe *kv_pipe(struct ctx *c)
{
    struct kv_pipe *p = ARENA_NEW(c->mem, struct kv_pipe);
    p->c = c;
    return p;
}

void kv_keep(struct kv_pipe *p)
{
    p->keep = true;
}

struct kv_pipe *kv_after(struct kv_pipe *kept)
{
    struct kv_pipe *p = kv_pipe(kept->c);
    p->loan = kept->loan;
    kept->loan = NULL;
    return p;
}

const char *kv_life(const struct kv_pipe *p)
{
    return p->life;
}

/* hiredis made `wire`, of `n` bytes or not at all. */
static void add_wire(struct kv_pipe *p, char *wire, int n)
{
    if (n < 0 || p->n == MAX_COMMANDS) {
        p->bad = true;
    } else {
        p->commands[p->n] = arena_dup(p->c->mem, wire, (size_t)n);
        p->sizes[p->n++] = (size_t)n;
    }
    if (n >= 0)
        redisFreeCommand(wire);
}

static void vadd(struct kv_pipe *p, const char *fmt, va_list ap)
{
    char *wire = NULL;
    int n = redisvFormatCommand(&wire, fmt, ap);
    add_wire(p, wire, n);
}

void kv_add(struct kv_pipe *p, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    vadd(p, fmt, ap);
    va_end(ap);
}

void kv_wait(struct kv_pipe *p, int ms)
{
    p->wait_ms = ms;
}

static bool set_timeout(redisContext *r, int wait_ms)
{
    int64_t us = TIMEOUT_US + (int64_t)wait_ms * 1000;
    return redisSetTimeout(r, (struct timeval){.tv_sec = us / 1000000, .tv_usec = us % 1000000}) == REDIS_OK;
}

void kv_add_words(struct kv_pipe *p, const char **words, size_t n)
{
    char *wire = NULL;
    int len = redisFormatCommandArgv(&wire, (int)n, words, NULL);
    add_wire(p, wire, len);
}

static const struct kv_value oversized = {.type = KV_ERROR, .s = "oversized", .n = 9};

static struct kv_value copy(struct ctx *c, const redisReply *r, size_t *room);

static struct kv_value copy_list(struct ctx *c, const redisReply *r, size_t *room)
{
    if (r->elements > *room / sizeof(struct kv_value))
        return oversized;
    *room -= r->elements * sizeof(struct kv_value);
    struct kv_value *items = arena_array(c->mem, r->elements, sizeof(*items));
    for (size_t i = 0; i < r->elements; i++)
        items[i] = copy(c, r->element[i], room);
    return (struct kv_value){.type = KV_LIST, .items = items, .n = r->elements};
}

static struct kv_value copy_text(struct ctx *c, const redisReply *r, size_t *room)
{
    size_t n = (size_t)r->len;
    if (n > *room)
        return oversized;
    *room -= n;
    return (struct kv_value){
        .type = r->type == REDIS_REPLY_ERROR ? KV_ERROR : KV_TEXT, .s = arena_dup(c->mem, r->str, n), .n = n};
}

/* Copies a reply into the arena as far as `room` bytes reach. */
static struct kv_value copy(struct ctx *c, const redisReply *r, size_t *room)
{
    switch (r->type) {
    case REDIS_REPLY_INTEGER:
        return (struct kv_value){.type = KV_INT, .i = r->integer};
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
    case REDIS_REPLY_ERROR:
        return copy_text(c, r, room);
    case REDIS_REPLY_ARRAY:
        return copy_list(c, r, room);
    default:
        return (struct kv_value){.type = KV_NIL};
    }
}

/* Loading its data, unable to write, not the primary: as good as away. */
static bool is_useless(const struct kv_value *v)
{
    static const char *const states[] = {"LOADING", "MISCONF", "OOM", "READONLY", "MASTERDOWN"};
    for (size_t i = 0; v->type == KV_ERROR && i < sizeof(states) / sizeof(states[0]); i++)
        if (str_starts(v->s, states[i]))
            return true;
    return false;
}

static bool talk(struct kv_pipe *p, redisContext *r, struct kv_value *values)
{
    for (int i = 0; i < p->n; i++)
        if (redisAppendFormattedCommand(r, p->commands[i], p->sizes[i]) != REDIS_OK)
            return false;
    for (int i = 0; i < p->n; i++) {
        size_t room = MAX_REPLY;
        void *reply = NULL;
        if (redisGetReply(r, &reply) != REDIS_OK)
            return false;
        values[i] = copy(p->c, reply, &room);
        freeReplyObject(reply);
        if (is_useless(&values[i]))
            return false;
    }
    return true;
}

/* The arena may give up (longjmp) while replies are copied, so the connection is closed by a deferred call
 * until it is given back. */
struct loan {
    struct kv_conn *conn;
};

/* What was sent and not answered must not arrive later: over TCP a reset throws it away. */
static void close_loan(void *arg)
{
    struct loan *loan = arg;
    if (!loan->conn)
        return;
    setsockopt(loan->conn->r->fd, SOL_SOCKET, SO_LINGER, &(struct linger){.l_onoff = 1},
               sizeof(struct linger));
    hang_up(loan->conn);
    loan->conn = NULL;
}

static struct loan *borrow(struct kv *kv, struct kv_pipe *p)
{
    struct loan *loan = p->loan;
    if (loan)
        return loan;
    loan = ARENA_NEW(p->c->mem, struct loan);
    arena_defer(p->c->mem, close_loan, loan);
    loan->conn = lend(kv);
    return loan->conn ? loan : NULL;
}

static bool exchange(struct kv *kv, struct kv_pipe *p, struct kv_value *values)
{
    struct loan *loan = borrow(kv, p);
    p->loan = NULL;
    if (!loan)
        return false;
    p->c->kv_trips++;
    p->life = arena_strdup(p->c->mem, loan->conn->life);
    redisContext *r = loan->conn->r;
    bool ok = (!p->wait_ms || set_timeout(r, p->wait_ms)) && talk(p, r, values) && (!p->wait_ms || set_timeout(r, 0));
    if (!ok) {
        close_loan(loan);
    } else if (p->keep) {
        p->loan = loan;
    } else {
        give_back(kv, loan->conn);
        loan->conn = NULL;
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

enum err kv_exec(struct kv_pipe *p, const struct kv_value **values)
{
    const struct kv_value *all;
    kv_add(p, "EXEC");
    enum err e = kv_run(p, &all);
    if (e)
        return e;
    const struct kv_value *last = &all[p->n - 1];
    if (last->type == KV_NIL)
        return E_CONFLICT;
    if (last->type != KV_LIST) {
        log_warn("Redis: %s", last->type == KV_ERROR ? last->s : "EXEC without answers");
        return E_UNAVAILABLE;
    }
    *values = last->items;
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
