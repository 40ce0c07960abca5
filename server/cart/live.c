/* SPDX-License-Identifier: MIT */
#include "server/cart/live.h"

#include "common/num.h"
#include "common/str.h"
#include "server/cart/rows.h"
#include "server/store/idem.h"

#include <sodium.h>

#define TRIES        30 /* against others who change the same user's cart; they must be many at once */
#define REDO         3  /* on a copy that had to be loaded */
#define QUANTITY_TOP 1000000000
#define NUMBER_TOP   (1LL << 62) /* so that steps can be added to it */

bool live_parse_epoch(const struct kv_value *epoch, const char **life, int64_t *number)
{
    if (epoch->type != KV_LIST || epoch->n != 2)
        return false;
    const struct kv_value *l = &epoch->items[0], *n = &epoch->items[1];
    *life = l->s;
    return l->type == KV_TEXT && n->type == KV_TEXT && num_parse(n->s, 0, NUMBER_TOP, number);
}

bool live_parse_lines(struct arena *mem, const struct kv_value *lines, struct state *s)
{
    int64_t sku_id, quantity;
    s->lines = NULL;
    s->n = 0;
    if (lines->type != KV_LIST)
        return false;
    for (size_t i = 0; i + 1 < lines->n; i += 2) {
        const struct kv_value *sku = &lines->items[i], *count = &lines->items[i + 1];
        if (sku->type != KV_TEXT || !num_parse_id(sku->s, &sku_id) || count->type != KV_TEXT ||
            !num_parse(count->s, 1, QUANTITY_TOP, &quantity))
            return false;
        state_load_line(mem, s, sku_id, quantity);
    }
    state_sort(s);
    return true;
}

bool live_parse_views(const struct kv_value *views, struct state *s)
{
    s->n_views = 0;
    if (views->type != KV_LIST || views->n > STATE_VIEWS_MOST)
        return false;
    for (size_t i = 0; i < views->n; i++)
        if (views->items[i].type != KV_TEXT || !num_parse_id(views->items[i].s, &s->views[s->n_views++]))
            return false;
    return true;
}

/* Is the copy of this life, and not older than MariaDB's? */
static bool is_current(const struct kv_pipe *p, const struct kv_value *epoch, int64_t least, int64_t *number)
{
    const char *life;
    return live_parse_epoch(epoch, &life, number) && str_eq(life, kv_life(p)) && *number >= least;
}

/* What is sound of a copy. A copy that is not current is all unsound; of one that is, one half may be rubbish and
 * the other hold changes that are not copied yet. */
struct found {
    bool current, lines, views;
    struct state state;
};

static void add_reads(struct kv_pipe *p, long long user)
{
    kv_add(p, LIVE_READ_EPOCH, user);
    kv_add(p, LIVE_READ_LINES, user);
    kv_add(p, LIVE_READ_VIEWS, user);
}

/* `v` are the answers to add_reads(). True where all is sound. */
static bool take_all(struct ctx *c, const struct kv_pipe *p, const struct kv_value *v, int64_t least,
                     struct found *f)
{
    *f = (struct found){0};
    f->current = is_current(p, &v[0], least, &f->state.number);
    f->lines = f->current && live_parse_lines(c->mem, &v[1], &f->state);
    f->views = f->current && live_parse_views(&v[2], &f->state);
    return f->lines && f->views;
}

/* One command over all lines, or views: "HSET cart_7 3 1 4 2". */
static void add_list(struct ctx *c, struct kv_pipe *p, const char *command, const char *key,
                     const int64_t *values, size_t n)
{
    const char **words = arena_array(c->mem, n + 2, sizeof(*words));
    words[0] = command;
    words[1] = key;
    for (size_t i = 0; i < n; i++)
        words[i + 2] = arena_printf(c->mem, "%lld", (long long)values[i]);
    if (n)
        kv_add_words(p, words, n + 2);
}

/* Replaces what is unsound by what is in `s`. An uncopied key goes with the lines that it belongs to. */
static void add_load(struct ctx *c, struct kv_pipe *p, const struct found *f, const struct state *s,
                     const char *life)
{
    long long user = c->user_id;
    if (!f->lines) {
        int64_t *pairs = arena_array(c->mem, s->n * 2, sizeof(*pairs));
        for (size_t i = 0; i < s->n; i++) {
            pairs[2 * i] = s->lines[i].sku_id;
            pairs[2 * i + 1] = s->lines[i].quantity;
        }
        kv_add(p, "DEL " LIVE_CART " " LIVE_KEYS, user, user);
        add_list(c, p, "HSET", arena_printf(c->mem, LIVE_CART, user), pairs, s->n * 2);
    }
    if (!f->views) {
        kv_add(p, "DEL " LIVE_VIEWS, user);
        add_list(c, p, "RPUSH", arena_printf(c->mem, LIVE_VIEWS, user), s->views, s->n_views);
    }
    if (f->current) {
        kv_add(p, "HINCRBY " LIVE_EPOCH " number 1", user);
    } else {
        kv_add(p, "DEL " LIVE_EPOCH, user);
        kv_add(p, "HSET " LIVE_EPOCH " life %s number %lld", user, life,
               (long long)s->number + STORE_STEP_LOAD);
    }
}

/* Replaces what is lost or stale by MariaDB's copy, unless somebody else has just done that. */
static enum err renew(struct ctx *c, int64_t least)
{
    for (int i = 0; i < TRIES; i++) {
        const struct kv_value *v;
        struct found f;
        struct state s;
        struct kv_pipe *p = kv_pipe(c);
        kv_keep(p);
        kv_add(p, "WATCH " LIVE_EPOCH, (long long)c->user_id);
        add_reads(p, c->user_id);
        enum err e = kv_run(p, &v);
        if (e || take_all(c, p, v + 1, least, &f))
            return e;
        e = rows_read(c, &s);
        if (e)
            return e;
        struct kv_pipe *q = kv_after(p);
        kv_add(q, "MULTI");
        add_load(c, q, &f, &s, kv_life(p));
        e = kv_exec(q, &v);
        if (e != E_CONFLICT)
            return e;
    }
    return E_UNAVAILABLE;
}

enum err live_read(struct ctx *c, int64_t number, struct state *s)
{
    for (int i = 0; i < REDO; i++) {
        const struct kv_value *v;
        struct found f;
        struct kv_pipe *p = kv_pipe(c);
        kv_add(p, "MULTI");
        add_reads(p, c->user_id);
        enum err e = kv_exec(p, &v);
        bool sound = !e && take_all(c, p, v, number, &f);
        if (sound)
            *s = f.state;
        if (e || sound)
            return e;
        e = renew(c, number);
        if (e)
            return e;
    }
    return E_UNAVAILABLE;
}

/* What every change begins with: its number, and the mark for copy.c. */
static void add_mark(struct kv_pipe *p, long long user)
{
    kv_add(p, "HINCRBY " LIVE_EPOCH " number 1", user);
    kv_add(p, "SADD " LIVE_DIRTY " %lld", user);
}

/* The set of marks may have been made something else; what it held is lost then. `mark` is SADD's answer. */
static void check_mark(struct ctx *c, const struct kv_value *mark)
{
    const struct kv_value *v;
    struct kv_pipe *p = kv_pipe(c);
    if (mark->type != KV_ERROR)
        return;
    kv_add(p, "DEL " LIVE_DIRTY);
    kv_add(p, "SADD " LIVE_DIRTY " %lld", (long long)c->user_id);
    (void)!kv_run(p, &v);
}

static char *key_field(struct ctx *c)
{
    return arena_printf(c->mem, "%s %s", c->idem->route, c->idem->key);
}

static char *fingerprint(struct ctx *c)
{
    size_t size = sizeof(c->idem->fingerprint) * 2 + 1;
    return sodium_bin2hex(arena_alloc(c->mem, size), size, c->idem->fingerprint,
                          sizeof(c->idem->fingerprint));
}

/* Was c's Idempotency-Key used already? `kept` is what Redis holds of it, which was read first: copy.c writes a
 * key to MariaDB before it takes it out of Redis. E_NOT_FOUND: it was not. */
static enum err look_up(struct ctx *c, const struct kv_value *kept)
{
    if (!c->idem)
        return E_NOT_FOUND;
    if (kept->type != KV_TEXT)
        return idem_lookup(c);
    if (str_eq(kept->s, fingerprint(c)))
        return E_OK;
    return fail(c, E_IDEMPOTENCY, N_("This Idempotency-Key was already used with another request."));
}

/* Sends what `ch` has changed, on the connection that watches. */
static enum err write_change(struct ctx *c, struct kv_pipe *watching, const struct change *ch,
                             bool keys_are_sound)
{
    const struct kv_value *v;
    long long user = c->user_id;
    struct kv_pipe *p = kv_after(watching);
    kv_add(p, "MULTI");
    add_mark(p, user);
    for (size_t i = 0; i < ch->state.n; i++) {
        const struct state_line *l = &ch->state.lines[i];
        if (l->quantity && l->quantity != l->was)
            kv_add(p, "HSET " LIVE_CART " %lld %lld", user, (long long)l->sku_id, (long long)l->quantity);
        else if (!l->quantity && l->was)
            kv_add(p, "HDEL " LIVE_CART " %lld", user, (long long)l->sku_id);
    }
    if (!keys_are_sound)
        kv_add(p, "DEL " LIVE_KEYS, user);
    if (c->idem)
        kv_add(p, "HSET " LIVE_KEYS " %s %s", user, key_field(c), fingerprint(c));
    enum err e = kv_exec(p, &v);
    if (!e)
        check_mark(c, &v[1]);
    return e;
}

/* One attempt: `again` where somebody else came in between, or the copy had to be loaded first. */
static enum err try_change(struct ctx *c, struct change *ch, bool *again)
{
    const struct kv_value *v;
    struct found f;
    long long user = c->user_id;
    struct kv_pipe *p = kv_pipe(c);
    kv_keep(p);
    kv_add(p, "WATCH " LIVE_CART " " LIVE_EPOCH " " LIVE_KEYS, user, user, user);
    add_reads(p, user);
    if (c->idem)
        kv_add(p, "HGET " LIVE_KEYS " %s", user, key_field(c));
    enum err e = kv_run(p, &v);
    if (e)
        return e;
    *again = !take_all(c, p, v + 1, ch->number, &f);
    if (*again)
        return renew(c, ch->number);
    ch->state = f.state;
    e = look_up(c, &v[4]);
    ch->repeated = e == E_OK;
    if (e != E_NOT_FOUND)
        return e;
    e = ch->edit(c, &ch->state, ch->arg);
    if (e)
        return e;
    e = write_change(c, p, ch, !c->idem || v[4].type != KV_ERROR);
    *again = e == E_CONFLICT;
    return *again ? E_OK : e;
}

enum err live_change(struct ctx *c, struct change *ch)
{
    for (int i = 0; i < TRIES; i++) {
        bool again = false;
        enum err e = try_change(c, ch, &again);
        if (e || !again)
            return e;
    }
    return fail(c, E_IN_PROGRESS, N_("Too much is going on at once; please retry."));
}

/* Commands that need no reading first, as one MULTI: `put` adds them, `take` gets their answers and says whether
 * they are sound. Where the copy was lost or stale they are thrown away with it, and are carried out again on the
 * one that is loaded. */
struct blind {
    void (*put)(struct kv_pipe *p, long long user, const struct blind *b);
    bool (*take)(struct ctx *c, const struct kv_value *v, struct blind *b);
    int64_t sku_id;
    struct live_add *add;
};

static enum err change_blind(struct ctx *c, int64_t least, struct blind *b)
{
    long long user = c->user_id;
    for (int i = 0; i < REDO; i++) {
        int64_t number;
        const struct kv_value *v;
        struct kv_pipe *p = kv_pipe(c);
        kv_add(p, "MULTI");
        kv_add(p, LIVE_READ_EPOCH, user);
        add_mark(p, user);
        b->put(p, user, b);
        enum err e = kv_exec(p, &v);
        if (e)
            return e;
        if (is_current(p, &v[0], least, &number) && b->take(c, &v[3], b)) {
            check_mark(c, &v[2]);
            return E_OK;
        }
        e = renew(c, least);
        if (e)
            return e;
    }
    return E_UNAVAILABLE;
}

static void put_add(struct kv_pipe *p, long long user, const struct blind *b)
{
    kv_add(p, "HINCRBY " LIVE_CART " %lld %lld", user, (long long)b->add->line.sku_id,
           (long long)b->add->line.quantity);
    kv_add(p, LIVE_READ_LINES, user);
}

static bool take_add(struct ctx *c, const struct kv_value *v, struct blind *b)
{
    struct live_add *add = b->add;
    struct state s;
    if (v[0].type != KV_INT || v[0].i < add->line.quantity || !live_parse_lines(c->mem, &v[1], &s))
        return false;
    add->quantity = v[0].i;
    add->counts = state_count(&s);
    return true;
}

enum err live_add(struct ctx *c, int64_t number, struct live_add *add)
{
    return change_blind(c, number, &(struct blind){.put = put_add, .take = take_add, .add = add});
}

static void put_view(struct kv_pipe *p, long long user, const struct blind *b)
{
    kv_add(p, "LREM " LIVE_VIEWS " 0 %lld", user, (long long)b->sku_id);
    kv_add(p, "LPUSH " LIVE_VIEWS " %lld", user, (long long)b->sku_id);
    kv_add(p, "LTRIM " LIVE_VIEWS " 0 %d", user, STATE_VIEWS_MOST - 1);
    kv_add(p, LIVE_READ_VIEWS, user);
}

static bool take_view(struct ctx *c, const struct kv_value *v, struct blind *b)
{
    struct state s;
    (void)c, (void)b;
    return live_parse_views(&v[3], &s);
}

enum err live_view(struct ctx *c, int64_t number, int64_t sku_id)
{
    return change_blind(c, number, &(struct blind){.put = put_view, .take = take_view, .sku_id = sku_id});
}

static void put_forget(struct kv_pipe *p, long long user, const struct blind *b)
{
    (void)b;
    kv_add(p, "DEL " LIVE_VIEWS, user);
}

static bool take_forget(struct ctx *c, const struct kv_value *v, struct blind *b)
{
    (void)c, (void)v, (void)b;
    return true;
}

enum err live_forget_views(struct ctx *c, int64_t number)
{
    return change_blind(c, number, &(struct blind){.put = put_forget, .take = take_forget});
}
