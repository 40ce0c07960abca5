/* SPDX-License-Identifier: MIT */
/* Users are moved from `cart_dirty` to `cart_busy`, read, written, and taken out of it; what a killed worker left
 * in `cart_busy` is put back by the next one. A change during the copying marks its user again. */
#include "server/cart/copy.h"

#include "common/log.h"
#include "common/num.h"
#include "common/str.h"
#include "server/cart/live.h"
#include "server/cart/rows.h"
#include "server/store/db/db.h"

#define BUSY     "cart_busy"
/* The life of Redis in which its carts are in use. Until copy_welcome() has set it after a restart, carts of the
 * life before are untouched and can still be copied; later they are not looked at any more. */
#define LIFE     "cart_life"
#define BATCH    30
#define MOST     100 /* batches in one run, so that it ends before it is taken for dead */
#define COMMANDS 8   /* a user, see add_user() */
#define MEMORY   (256 * 1024 * 1024)

struct batch {
    size_t drawn, n, n_copies; /* members of the set, users among them, copies that could be read */
    int64_t users[BATCH];
    struct rows_copy copies[BATCH];
};

/* Both sets may have been made something else: then they begin anew. */
static enum err put_back_busy(struct ctx *c)
{
    for (int i = 0; i < 3; i++) {
        const struct kv_value *v;
        struct kv_pipe *p = kv_pipe(c);
        if (i == 2)
            kv_add(p, "DEL " LIVE_DIRTY);
        kv_add(p, "SUNIONSTORE " LIVE_DIRTY " " LIVE_DIRTY " " BUSY);
        kv_add(p, "DEL " BUSY);
        enum err e = kv_run(p, &v);
        if (e || v[0].type != KV_ERROR)
            return e;
    }
    return E_OK;
}

/* Some members of the set; what is no user is thrown out of it. */
static enum err draw(struct ctx *c, struct batch *b)
{
    struct kv_value some;
    const struct kv_value *v;
    struct kv_pipe *p = kv_pipe(c);
    enum err e = kv_do(c, &some, "SRANDMEMBER " LIVE_DIRTY " %d", BATCH);
    if (e || some.type != KV_LIST)
        return e;
    b->drawn = some.n;
    for (size_t i = 0; i < some.n; i++)
        if (num_parse_id(some.items[i].s, &b->users[b->n]))
            b->n++;
        else
            kv_add(p, "SREM " LIVE_DIRTY " %b", some.items[i].s, some.items[i].n);
    return b->n == b->drawn ? E_OK : kv_run(p, &v);
}

/* One EXEC a user, so that one that cannot be read does not stand in the others' way. */
static void add_user(struct kv_pipe *p, long long user)
{
    kv_add(p, "MULTI");
    kv_add(p, "GET " LIFE);
    kv_add(p, "SMOVE " LIVE_DIRTY " " BUSY " %lld", user);
    kv_add(p, LIVE_READ_EPOCH, user);
    kv_add(p, LIVE_READ_LINES, user);
    kv_add(p, LIVE_READ_VIEWS, user);
    kv_add(p, "HGETALL " LIVE_KEYS, user);
    kv_add(p, "EXEC");
}

static bool is_hex(const char *s)
{
    return strspn(s, "0123456789abcdef") == strlen(s);
}

static void take_key(struct arena *mem, const struct kv_value *field, const struct kv_value *value,
                     struct rows_copy *copy)
{
    const char *blank = field->type == KV_TEXT ? strchr(field->s, ' ') : NULL;
    if (!blank || value->type != KV_TEXT || value->n != 64 || !is_hex(value->s))
        return;
    copy->keys[copy->n_keys++] =
        (struct rows_key){.route = arena_dup(mem, field->s, (size_t)(blank - field->s)),
                          .name = blank + 1,
                          .fingerprint = value->s};
}

/* What EXEC gave for one user; false where there is nothing that could be copied. */
static bool take_user(struct ctx *c, const struct kv_value *exec, const char *life, struct rows_copy *copy)
{
    const char *of;
    int64_t number;
    if (exec->type != KV_LIST || !live_parse_epoch(&exec->items[2], &of, &number))
        return false;
    const struct kv_value *in_use = &exec->items[0], *keys = &exec->items[5];
    if (!str_eq(of, life) && !(in_use->type == KV_TEXT && str_eq(of, in_use->s)))
        return false;
    copy->lines = live_parse_lines(c->mem, &exec->items[3], &copy->state);
    copy->views = live_parse_views(&exec->items[4], &copy->state);
    if (!copy->lines && !copy->views)
        return false;
    copy->state.number = number;
    copy->n_keys = 0;
    size_t n = copy->lines && keys->type == KV_LIST ? keys->n : 0; /* keys go with the lines that they changed */
    copy->keys = arena_array(c->mem, n / 2, sizeof(*copy->keys));
    for (size_t i = 0; i + 1 < n; i += 2)
        take_key(c->mem, &keys->items[i], &keys->items[i + 1], copy);
    return true;
}

static enum err read_users(struct ctx *c, struct batch *b)
{
    const struct kv_value *v;
    struct kv_pipe *p = kv_pipe(c);
    for (size_t i = 0; i < b->n; i++)
        add_user(p, b->users[i]);
    enum err e = kv_run(p, &v);
    for (size_t i = 0; !e && i < b->n; i++) {
        struct rows_copy *copy = &b->copies[b->n_copies];
        copy->user_id = b->users[i];
        b->n_copies += take_user(c, &v[i * COMMANDS + COMMANDS - 1], kv_life(p), copy);
    }
    return e;
}

/* Keys are in MariaDB now, or were before; the lines stay. */
static enum err release(struct ctx *c, const struct batch *b)
{
    const struct kv_value *v;
    struct kv_pipe *p = kv_pipe(c);
    for (size_t i = 0; i < b->n; i++)
        kv_add(p, "SREM " BUSY " %lld", (long long)b->users[i]);
    for (size_t i = 0; i < b->n_copies; i++) {
        const struct rows_copy *copy = &b->copies[i];
        const char **words = arena_array(c->mem, copy->n_keys + 2, sizeof(*words));
        words[0] = "HDEL";
        words[1] = arena_printf(c->mem, LIVE_KEYS, (long long)copy->user_id);
        for (size_t k = 0; k < copy->n_keys; k++)
            words[k + 2] = arena_printf(c->mem, "%s %s", copy->keys[k].route, copy->keys[k].name);
        if (copy->n_keys && copy->newer)
            kv_add_words(p, words, copy->n_keys + 2);
    }
    return kv_run(p, &v);
}

static enum err copy_batch(struct ctx *c, size_t *drawn)
{
    struct batch *b = ARENA_NEW(c->mem, struct batch);
    enum err e = draw(c, b);
    *drawn = b->drawn;
    if (e || !b->n)
        return e;
    e = read_users(c, b);
    if (!e)
        e = rows_copy(c, b->copies, b->n_copies);
    return e ? e : release(c, b);
}

/* Copies what is marked, `most` batches of it at most. */
static enum err copy_marked(struct ctx *c, int most)
{
    size_t drawn = BATCH;
    enum err e = put_back_busy(c);
    for (int i = 0; !e && drawn && i < most; i++) {
        ctx_reset(c);
        e = copy_batch(c, &drawn);
    }
    return e;
}

/* Drops the stale copies of these users. One that somebody has loaded anew meanwhile is not stale any more. */
static enum err drop_page(struct ctx *c, const struct rows_away *list, size_t n)
{
    const struct kv_value *v;
    struct kv_pipe *p = kv_pipe(c), *q;
    kv_keep(p);
    for (size_t i = 0; i < n; i++)
        kv_add(p, "WATCH " LIVE_EPOCH, (long long)list[i].user_id);
    for (size_t i = 0; i < n; i++)
        kv_add(p, LIVE_READ_EPOCH, (long long)list[i].user_id);
    enum err e = kv_run(p, &v);
    if (e)
        return e;
    q = kv_after(p);
    kv_add(q, "MULTI");
    for (size_t i = 0; i < n; i++) {
        long long user = list[i].user_id;
        const char *life;
        int64_t number;
        if (!live_parse_epoch(&v[n + i], &life, &number) || number < list[i].number)
            kv_add(q, "DEL " LIVE_CART " " LIVE_EPOCH " " LIVE_KEYS " " LIVE_VIEWS, user, user, user, user);
    }
    e = kv_exec(q, &v);
    if (e == E_CONFLICT) /* the next run looks at them again */
        return E_OK;
    return e ? e : rows_set_back(c, list, n);
}

static enum err drop_stale(struct ctx *c)
{
    struct rows_away *list;
    int64_t after = 0;
    size_t n = BATCH;
    enum err e = E_OK;
    while (!e && n == BATCH) {
        ctx_reset(c);
        e = rows_list_away(c, after, BATCH, &list, &n);
        if (e || !n)
            break;
        after = list[n - 1].user_id;
        e = drop_page(c, list, n);
    }
    return e;
}

/* Nothing to do while Redis is away. */
static enum err keep(struct ctx *c)
{
    struct kv_value pong;
    if (kv_do(c, &pong, "PING"))
        return E_OK;
    enum err e = drop_stale(c);
    return e ? e : copy_marked(c, MOST);
}

/* After a restart the carts that Redis still has may be older than their rows, so they are all left behind; but
 * first the newer ones among them are copied: those are marked. */
static enum err welcome(struct ctx *c)
{
    struct kv_value done;
    const struct kv_value *v;
    char life[64];
    struct kv_pipe *p = kv_pipe(c);
    kv_add(p, "GET " LIFE);
    enum err e = kv_run(p, &v);
    if (e)
        return e;
    snprintf(life, sizeof(life), "%s", kv_life(p));
    if (v[0].type != KV_TEXT || !str_eq(v[0].s, life))
        e = copy_marked(c, INT32_MAX);
    if (!e)
        e = drop_stale(c);
    return e ? e : kv_do(c, &done, "SET " LIFE " %s", life);
}

/* In a context of its own: the caller's may be in the middle of a request, and much may have to be read. */
static enum err apart(struct ctx *c, enum err (*fn)(struct ctx *))
{
    struct ctx own;
    db_release(c);
    ctx_open(&own, c->app, MEMORY);
    enum err e = fn(&own);
    if (e && own.detail)
        c->detail = arena_strdup(c->mem, own.detail);
    ctx_close(&own);
    return e;
}

enum err copy_keep(struct ctx *c)
{
    return apart(c, keep);
}

enum err copy_welcome(struct ctx *c)
{
    enum err e = apart(c, welcome);
    if (e)
        log_warn("Redis is back, but carts are not ready for it: %s", c->detail ? c->detail : err_code(e));
    fail_clear(c);
    return e;
}
