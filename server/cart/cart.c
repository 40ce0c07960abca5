/* SPDX-License-Identifier: MIT */
/* What may be in a cart, and what is shown of it. */
#include "server/cart/cart.h"

#include "common/str.h"
#include "server/app.h"
#include "server/cart/copy.h"
#include "server/cart/history.h"
#include "server/cart/live.h"
#include "server/cart/rows.h"
#include "server/store/db/db.h"

void cart_open(struct app *app)
{
    goods_on_view = history_add;
    kv_on_return(app->kv, copy_welcome);
}

static struct cart_item item(const struct sku_summary *sku, int64_t quantity)
{
    return (struct cart_item){
        .sku = *sku,
        .quantity = quantity,
        .amount = sku->price * quantity,
        .available = str_eq(sku->status, "on_sale") && sku->stock >= quantity,
    };
}

/* SKUs that do not exist at all are not shown; both lists are in the order of ids. */
static void put_items(struct ctx *c, const struct state *s, const struct sku_summary *skus, size_t n,
                      struct cart *cart)
{
    struct cart_item *items = arena_array(c->mem, n, sizeof(*items));
    for (size_t i = 0, k = 0; i < s->n && k < n; i++) {
        if (s->lines[i].sku_id != skus[k].id)
            continue;
        items[k] = item(&skus[k], state_quantity(s->lines[i].quantity));
        cart->total_quantity += items[k].quantity;
        if (str_eq(skus[k].status, "on_sale"))
            cart->total_amount += items[k].amount;
        k++;
    }
    cart->items = (struct doc_list){items, n};
}

enum err cart_show(struct ctx *c, struct cart *cart)
{
    struct state s;
    struct sku_summary *skus;
    size_t found;
    enum err e = store_read(c, &s);
    if (e)
        return e;
    int64_t *ids = arena_array(c->mem, s.n, sizeof(*ids));
    for (size_t i = 0; i < s.n; i++)
        ids[i] = s.lines[i].sku_id;
    *cart = (struct cart){0};
    e = goods_summaries(c, ids, s.n, &skus, &found);
    if (!e)
        put_items(c, &s, skus, found, cart);
    return e;
}

enum err cart_read(struct ctx *c, struct cart_line **lines, size_t *n)
{
    struct state s;
    enum err e = store_read(c, &s);
    if (e)
        return e;
    *n = s.n;
    *lines = arena_array(c->mem, s.n, sizeof(**lines));
    for (size_t i = 0; i < s.n; i++)
        (*lines)[i] = (struct cart_line){s.lines[i].sku_id, state_quantity(s.lines[i].quantity)};
    return E_OK;
}

enum err cart_count(struct ctx *c, struct cart_counts *counts)
{
    struct state s;
    enum err e = store_read(c, &s);
    if (!e)
        *counts = state_count(&s);
    return e;
}

/* What is wanted of a SKU, and what there is of it. */
struct want {
    struct cart_line line;
    const char *status;
    int64_t stock, number; /* number: of the cart's copy in MariaDB */
    struct live_add add;
    enum err refused; /* for a reason that came up before, or with the stock exceeded */
};

static const struct col sku_cols[] = {COL(struct want, status), COL(struct want, stock),
                                      COL(struct want, number)};

/* The SKU's row and the cart's number, in one statement. E_NOT_FOUND for an unknown or retired SKU. */
static enum err look(struct ctx *c, struct want *w)
{
    enum err e = db_row(c, STMT_CART_SKU, ARGS(ARG(c->user_id), ARG(w->line.sku_id)), COLS(sku_cols), w);
    if (e)
        return e;
    if (str_eq(w->status, "retired"))
        return E_NOT_FOUND;
    if (!str_eq(w->status, "on_sale"))
        return fail(c, E_OUT_OF_STOCK, N_("This article is not on sale at the moment."));
    return E_OK;
}

/* May the line have `total`, where it has `before` already and the cart has `lines` with it? */
static enum err judge(struct ctx *c, const struct want *w, int64_t total, int64_t before, int64_t lines)
{
    if (total > w->stock && w->stock <= 0)
        return fail(c, E_OUT_OF_STOCK, N_("This article is sold out."));
    if (total > w->stock && before)
        return fail(c, E_OUT_OF_STOCK,
                    N_("Only %lld of this article are left, and your cart has %lld of them already."),
                    (long long)w->stock, (long long)before);
    if (total > w->stock)
        return fail(c, E_OUT_OF_STOCK, N_("Only %lld of this article are left."), (long long)w->stock);
    if (total > CART_QUANTITY_MOST)
        return fail(c, E_CONFLICT, N_("A cart holds at most %d of an article."), CART_QUANTITY_MOST);
    if (lines > CART_LINES_MOST)
        return fail(c, E_CONFLICT, N_("A cart holds at most %d different articles."), CART_LINES_MOST);
    return E_OK;
}

static enum err edit_add(struct ctx *c, struct state *s, void *arg)
{
    struct want *w = arg;
    if (w->refused)
        return w->refused;
    struct state_line *l = state_line(c->mem, s, w->line.sku_id);
    int64_t before = l->quantity;
    l->quantity += w->line.quantity;
    return judge(c, w, l->quantity, before, state_count(s).count);
}

static enum err edit_set(struct ctx *c, struct state *s, void *arg)
{
    struct want *w = arg;
    state_line(c->mem, s, w->line.sku_id)->quantity = w->line.quantity;
    return judge(c, w, w->line.quantity, 0, state_count(s).count);
}

static enum err add_live(struct ctx *c, int64_t number, void *arg)
{
    struct want *w = arg;
    w->add.line = w->line;
    return live_add(c, number, &w->add);
}

/* An add that was too much is judged again, now that nobody else can come in between: others may have taken theirs
 * back, or the line may have been set anew. */
static enum err edit_take_back(struct ctx *c, struct state *s, void *arg)
{
    struct want *w = arg;
    struct state_line *l = state_line(c->mem, s, w->line.sku_id);
    int64_t before = l->quantity > w->line.quantity ? l->quantity - w->line.quantity : 0;
    fail_clear(c);
    w->refused = judge(c, w, l->quantity, before, before ? 0 : state_count(s).count);
    if (w->refused)
        l->quantity = before;
    return E_OK;
}

/* Adding comes first and judging second, so that the usual add is one round trip to Redis. In between the cart may
 * show more than there is, which it says of itself; orders take from the stock alone. */
static enum err add_then_judge(struct ctx *c, struct want *w, struct change *ch, struct cart_counts *counts)
{
    bool in_rows;
    enum err e = store_change_blind(c, add_live, ch, &in_rows);
    if (e)
        return e;
    *counts = in_rows ? state_count(&ch->state) : w->add.counts;
    int64_t before = w->add.quantity - w->line.quantity;
    if (in_rows || !judge(c, w, w->add.quantity, before, before ? 0 : counts->count))
        return E_OK;
    ch->edit = edit_take_back;
    e = store_change(c, ch);
    *counts = state_count(&ch->state);
    return e ? e : w->refused;
}

/* With an Idempotency-Key a refusal waits until the key is known to be new: a repeated request is not refused
 * because stock has run out since. */
enum err cart_add(struct ctx *c, struct cart_line line, struct cart_counts *counts, bool *repeated)
{
    struct want w = {.line = line};
    struct change ch = {.edit = edit_add, .arg = &w};
    *repeated = false;
    enum err e = look(c, &w);
    if (e == E_NOT_FOUND)
        e = fail_field(c, "sku_id", "unknown", N_("is not an article of this shop"));
    if (!e)
        e = judge(c, &w, line.quantity, 0, 0);
    if (e && !c->idem)
        return e;
    w.refused = e;
    ch.number = w.number;
    if (!c->idem)
        return add_then_judge(c, &w, &ch, counts);
    e = store_change(c, &ch);
    *counts = state_count(&ch.state);
    *repeated = ch.repeated;
    if (ch.repeated)
        fail_clear(c);
    return e;
}

enum err cart_set(struct ctx *c, struct cart_line line, struct cart_counts *counts)
{
    struct want w = {.line = line};
    struct change ch = {.edit = edit_set, .arg = &w};
    enum err e = look(c, &w);
    if (e)
        return e;
    ch.number = w.number;
    e = store_change(c, &ch);
    *counts = state_count(&ch.state);
    return e;
}

static enum err change(struct ctx *c, enum err (*edit)(struct ctx *, struct state *, void *), void *arg)
{
    struct change ch = {.edit = edit, .arg = arg};
    enum err e = rows_number(c, &ch.number);
    return e ? e : store_change(c, &ch);
}

static enum err edit_remove(struct ctx *c, struct state *s, void *arg)
{
    struct state_line *l = state_line(c->mem, s, *(const int64_t *)arg);
    if (!l->quantity)
        return fail(c, E_NOT_FOUND, N_("This article is not in your cart."));
    l->quantity = 0;
    return E_OK;
}

enum err cart_remove(struct ctx *c, int64_t sku_id)
{
    return change(c, edit_remove, &sku_id);
}

static enum err edit_clear(struct ctx *c, struct state *s, void *arg)
{
    (void)c, (void)arg;
    for (size_t i = 0; i < s->n; i++)
        s->lines[i].quantity = 0;
    return E_OK;
}

enum err cart_clear(struct ctx *c)
{
    return change(c, edit_clear, NULL);
}
