/* SPDX-License-Identifier: MIT */
#include "server/cart/rows.h"

#include "common/str.h"
#include "server/store/db/db.h"
#include "server/store/idem.h"

enum err rows_number(struct ctx *c, int64_t *number)
{
    *number = 0;
    enum err e = db_int(c, STMT_CART_NUMBER, ARGS(ARG(c->user_id)), number);
    return e == E_NOT_FOUND ? E_OK : e;
}

struct row {
    int64_t kind, place, sku_id, quantity;
};

enum { ROW_LINE, ROW_VIEW, ROW_NUMBER };

static const struct col row_cols[] = {COL(struct row, kind), COL(struct row, place), COL(struct row, sku_id),
                                      COL(struct row, quantity)};

enum err rows_read(struct ctx *c, struct state *s)
{
    struct row *rows;
    size_t n;
    enum err e = db_rows(c, STMT_CART_ROWS, ARGS(ARG(c->user_id)), COLS(row_cols), sizeof(*rows), &rows, &n);
    if (e)
        return e;
    *s = (struct state){0};
    for (size_t i = 0; i < n; i++)
        if (rows[i].kind == ROW_LINE)
            state_load_line(c->mem, s, rows[i].sku_id, rows[i].quantity);
        else if (rows[i].kind == ROW_NUMBER)
            s->number = rows[i].place;
        else if (s->n_views < STATE_VIEWS_MOST)
            s->views[s->n_views++] = rows[i].sku_id;
    return E_OK;
}

/* A list for a statement, in the making: [[1,2,3],[4,5,6]]. */
static void put(struct str *b, int64_t user_id, int64_t x, int64_t y)
{
    str_addf(b, "%c[%lld,%lld,%lld]", b->n ? ',' : '[', (long long)user_id, (long long)x, (long long)y);
}

/* Runs a statement over a list, unless the list is empty. */
static enum err over(struct ctx *c, enum stmt s, struct str *list)
{
    if (!list->n)
        return E_OK;
    str_addc(list, ']');
    return db_exec(c, s, ARGS(ARG(list->s)), NULL);
}

static void put_views(struct str *b, int64_t user_id, const struct state *s)
{
    for (size_t i = 0; i < s->n_views; i++)
        put(b, user_id, (int64_t)i, s->views[i]);
}

static enum err write_lines(struct ctx *c, const struct state *s)
{
    struct str changed, gone;
    str_init(&changed, c->mem);
    str_init(&gone, c->mem);
    for (size_t i = 0; i < s->n; i++) {
        const struct state_line *l = &s->lines[i];
        if (l->quantity != l->was)
            put(l->quantity ? &changed : &gone, c->user_id, l->sku_id, l->quantity);
    }
    enum err e = over(c, STMT_CART_LINES_PUT, &changed);
    return e ? e : over(c, STMT_CART_LINES_DROP, &gone);
}

static enum err write_views(struct ctx *c, const struct state *s)
{
    struct str users, views;
    str_init(&users, c->mem);
    str_init(&views, c->mem);
    put(&users, c->user_id, 0, 0);
    put_views(&views, c->user_id, s);
    enum err e = over(c, STMT_CART_VIEWS_DROP, &users);
    return e ? e : over(c, STMT_CART_VIEWS_PUT, &views);
}

enum err rows_touch(struct ctx *c)
{
    return db_exec(c, STMT_CART_TOUCH, ARGS(ARG(c->user_id), ARG((int64_t)STORE_STEP_ROWS)), NULL);
}

static bool same_views(const struct state *a, const struct state *b)
{
    return a->n_views == b->n_views && memcmp(a->views, b->views, a->n_views * sizeof(a->views[0])) == 0;
}

/* The touch comes first: its lock on the user's row keeps other changes out. */
static enum err change(struct ctx *c, void *arg)
{
    struct change *ch = arg;
    enum err e = rows_touch(c);
    if (!e)
        e = rows_read(c, &ch->state);
    struct state before = ch->state;
    if (!e)
        e = ch->edit(c, &ch->state, ch->arg);
    if (!e)
        e = write_lines(c, &ch->state);
    if (!e && !same_views(&before, &ch->state))
        e = write_views(c, &ch->state);
    return e;
}

enum err rows_change(struct ctx *c, struct change *ch)
{
    enum err e = c->idem ? idem_lookup(c) : E_NOT_FOUND;
    ch->repeated = e == E_OK;
    if (ch->repeated)
        return rows_read(c, &ch->state);
    return e == E_NOT_FOUND ? db_tx(c, change, ch) : e;
}

struct copying {
    struct rows_copy *list;
    size_t n;
};

/* Whose rows are older than the copy? The users' rows are locked first, in the order of ids. */
static enum err find_newer(struct ctx *c, struct copying *x)
{
    static const struct col id_col[] = {{'i', 0}};
    struct str users;
    int64_t *older;
    size_t n_older;
    str_init(&users, c->mem);
    for (size_t i = 0; i < x->n; i++)
        put(&users, x->list[i].user_id, x->list[i].state.number, 0);
    str_addc(&users, ']');
    enum err e = db_exec(c, STMT_CART_COPY_LOCK, ARGS(ARG(users.s)), NULL);
    if (!e)
        e = db_rows(c, STMT_CART_COPY_OLDER, ARGS(ARG(users.s)), COLS(id_col), sizeof(*older), &older,
                    &n_older);
    for (size_t i = 0; !e && i < x->n; i++) {
        x->list[i].newer = false;
        for (size_t k = 0; k < n_older; k++)
            x->list[i].newer = x->list[i].newer || older[k] == x->list[i].user_id;
    }
    return e;
}

static void put_keys(struct str *b, const struct rows_copy *copy)
{
    for (size_t i = 0; i < copy->n_keys; i++) {
        str_addf(b, "%c[%lld,", b->n ? ',' : '[', (long long)copy->user_id);
        str_json(b, copy->keys[i].route);
        str_addc(b, ',');
        str_json(b, copy->keys[i].name);
        str_addf(b, ",\"%s\"]", copy->keys[i].fingerprint);
    }
}

/* The lists that the statements below take. */
struct lists {
    struct str users, line_users, lines, view_users, views, keys;
};

static void put_copy(struct lists *l, const struct rows_copy *copy)
{
    const struct state *s = &copy->state;
    put(&l->users, copy->user_id, s->number, 0);
    if (copy->lines) {
        put(&l->line_users, copy->user_id, 0, 0);
        for (size_t i = 0; i < s->n; i++)
            put(&l->lines, copy->user_id, s->lines[i].sku_id, state_quantity(s->lines[i].quantity));
        put_keys(&l->keys, copy);
    }
    if (copy->views) {
        put(&l->view_users, copy->user_id, 0, 0);
        put_views(&l->views, copy->user_id, s);
    }
}

static enum err write_copies(struct ctx *c, void *arg)
{
    struct copying *x = arg;
    struct lists l;
    const struct {
        enum stmt stmt;
        struct str *list;
    } steps[] = {
        {STMT_CART_COPY_NUMBER, &l.users}, {STMT_CART_LINES_DROP_ALL, &l.line_users},
        {STMT_CART_LINES_PUT, &l.lines},   {STMT_CART_VIEWS_DROP, &l.view_users},
        {STMT_CART_VIEWS_PUT, &l.views},   {STMT_CART_KEYS_PUT, &l.keys},
    };
    enum err e = find_newer(c, x);
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
        str_init(steps[i].list, c->mem);
    for (size_t i = 0; !e && i < x->n; i++)
        if (x->list[i].newer)
            put_copy(&l, &x->list[i]);
    for (size_t i = 0; !e && i < sizeof(steps) / sizeof(steps[0]); i++)
        e = over(c, steps[i].stmt, steps[i].list);
    return e;
}

enum err rows_copy(struct ctx *c, struct rows_copy *list, size_t n)
{
    return n ? db_tx(c, write_copies, &(struct copying){list, n}) : E_OK;
}

static const struct col away_cols[] = {COL(struct rows_away, user_id), COL(struct rows_away, number)};

enum err rows_list_away(struct ctx *c, int64_t after, int64_t limit, struct rows_away **list, size_t *n)
{
    return db_rows(c, STMT_CART_AWAY, ARGS(ARG(after), ARG(limit)), COLS(away_cols), sizeof(**list), list, n);
}

enum err rows_set_back(struct ctx *c, const struct rows_away *list, size_t n)
{
    struct str users;
    str_init(&users, c->mem);
    for (size_t i = 0; i < n; i++)
        put(&users, list[i].user_id, list[i].number, 0);
    return over(c, STMT_CART_BACK, &users);
}
