/* SPDX-License-Identifier: MIT */
#include "server/orders/states.h"

#include "common/str.h"
#include "server/store/db/db.h"

const char *const order_status_names[ORDER_STATUS_COUNT + 1] = {
    [ORDER_PENDING_PAYMENT] = "pending_payment",
    [ORDER_PENDING_SHIPMENT] = "pending_shipment",
    [ORDER_SHIPPED] = "shipped",
    [ORDER_PENDING_REVIEW] = "pending_review",
    [ORDER_COMPLETED] = "completed",
    [ORDER_CANCELLING] = "cancelling",
    [ORDER_CANCELLED] = "cancelled",
};

/* The same in words, for sentences. */
static const char *const labels[ORDER_STATUS_COUNT] = {
    [ORDER_PENDING_PAYMENT] = N_("waiting for its payment"),
    [ORDER_PENDING_SHIPMENT] = N_("waiting to be shipped"),
    [ORDER_SHIPPED] = N_("shipped"),
    [ORDER_PENDING_REVIEW] = N_("waiting for reviews"),
    [ORDER_COMPLETED] = N_("completed"),
    [ORDER_CANCELLING] = N_("being cancelled"),
    [ORDER_CANCELLED] = N_("cancelled"),
};

const char *order_status_label(struct ctx *c, enum order_status s)
{
    return tr(c->lang, labels[s]);
}

static const char *const actor_names[] = {
    [ACTOR_SHOPPER] = "shopper",
    [ACTOR_STAFF] = "staff",
    [ACTOR_SYSTEM] = "system",
    [ACTOR_PROVIDER] = "provider",
};

#define TO(s) (1u << (s))

/* The state machine: what may follow each state. sql/q/books.sql audits histories by the same pairs. */
static const unsigned followers[ORDER_STATUS_COUNT] = {
    [ORDER_PENDING_PAYMENT] = TO(ORDER_PENDING_SHIPMENT) | TO(ORDER_CANCELLING) | TO(ORDER_CANCELLED),
    [ORDER_CANCELLING] = TO(ORDER_CANCELLED) | TO(ORDER_PENDING_SHIPMENT),
    [ORDER_PENDING_SHIPMENT] = TO(ORDER_SHIPPED) | TO(ORDER_CANCELLED),
    [ORDER_SHIPPED] = TO(ORDER_PENDING_REVIEW),
    [ORDER_PENDING_REVIEW] = TO(ORDER_COMPLETED),
};

bool order_may_follow(enum order_status from, enum order_status to)
{
    return followers[from] & TO(to);
}

static const struct col lock_cols[] = {
    COL(struct order_locked, id),          COL(struct order_locked, user_id),
    COL(struct order_locked, status_name), COL(struct order_locked, payment_status),
    COL(struct order_locked, pay_method),  COL(struct order_locked, payable_amount),
    COL(struct order_locked, version),     COL(struct order_locked, late),
};

enum err order_lock(struct ctx *c, int64_t id, bool any, struct order_locked *o)
{
    enum err e = db_row(c, STMT_ORDER_LOCK, ARGS(ARG(id)), COLS(lock_cols), o);
    if (e)
        return e;
    if (!any && o->user_id != c->user_id)
        return E_NOT_FOUND;
    for (int s = 0; s < ORDER_STATUS_COUNT; s++)
        if (str_eq(order_status_names[s], o->status_name))
            o->status = (enum order_status)s;
    return E_OK;
}

enum err order_move(struct ctx *c, struct order_locked *o, enum order_status to, enum order_actor actor)
{
    if (!order_may_follow(o->status, to))
        return fail(c, E_INVALID_STATE, N_("The order is %s; this is not possible any more."),
                    order_status_label(c, o->status));
    int64_t actor_id = actor == ACTOR_SHOPPER || actor == ACTOR_STAFF ? c->user_id : 0;
    enum err e = db_exec(c, STMT_ORDER_SET_STATUS, ARGS(ARG(o->id), ARG(order_status_names[to])), NULL);
    if (!e)
        e = db_exec(c, STMT_ORDER_ADD_HISTORY,
                    ARGS(ARG(o->id), ARG(order_status_names[to]), ARG(actor_names[actor]), arg_ref(actor_id)),
                    NULL);
    if (e)
        return e;
    o->status = to;
    o->status_name = order_status_names[to];
    return E_OK;
}

struct taken {
    int64_t order_id, sku_id, quantity, price, amount, reviewed;
    const char *name, *image, *unit;
};

static const struct col taken_cols[] = {
    COL(struct taken, order_id), COL(struct taken, sku_id), COL(struct taken, name),
    COL(struct taken, image),    COL(struct taken, unit),   COL(struct taken, price),
    COL(struct taken, quantity), COL(struct taken, amount), COL(struct taken, reviewed),
};

static int by_sku(const void *a, const void *b)
{
    const struct taken *x = a, *y = b;
    return (x->sku_id > y->sku_id) - (x->sku_id < y->sku_id);
}

enum err order_release_stock(struct ctx *c, const struct order_locked *o)
{
    struct taken *lines;
    struct str items;
    size_t n;
    enum err e =
        db_rows(c, STMT_ORDER_LINES, ARGS(ARG(arena_printf(c->mem, "[%lld]", (long long)o->id)), ARG("en")),
                COLS(taken_cols), sizeof(*lines), &lines, &n);
    if (!e)
        e = db_exec(c, STMT_ORDER_MOVE_STOCK, ARGS(ARG("cancelled"), ARG(o->id), ARG(1)), NULL);
    if (e == E_CONFLICT)
        return FAIL_BUG(c, "order %lld gives its stock back twice", (long long)o->id);
    if (e)
        return e;
    qsort(lines, n, sizeof(*lines), by_sku);
    str_init(&items, c->mem);
    for (size_t i = 0; i < n; i++)
        str_addf(&items, "%c{\"sku\":%lld,\"quantity\":%lld}", i ? ',' : '[', (long long)lines[i].sku_id,
                 (long long)lines[i].quantity);
    str_addc(&items, ']');
    return db_exec(c, STMT_ORDER_GIVE_STOCK, ARGS(ARG(items.s)), NULL);
}

enum err order_complete_if_done(struct ctx *c, struct order_locked *o, enum order_actor actor)
{
    int64_t unreviewed;
    if (o->status != ORDER_PENDING_REVIEW || !str_eq(o->payment_status, "paid"))
        return E_OK;
    enum err e = db_int(c, STMT_ORDER_UNREVIEWED, ARGS(ARG(o->id)), &unreviewed);
    if (e || unreviewed)
        return e;
    return order_move(c, o, ORDER_COMPLETED, actor);
}

static bool has_unreviewed(const struct order *o)
{
    const struct order_line *lines = o->lines.items;
    for (size_t i = 0; i < o->lines.n; i++)
        if (!lines[i].reviewed)
            return true;
    return false;
}

struct doc_list order_actions(struct ctx *c, const struct order *o)
{
    const char **list = arena_array(c->mem, 4, sizeof(*list));
    size_t n = 0;
    bool cod = str_eq(o->pay_method, "cod");
    if (str_eq(o->status, "pending_payment")) {
        list[n++] = "pay";
        list[n++] = "cancel";
    } else if (str_eq(o->status, "pending_shipment") && cod && str_eq(o->payment_status, "cod_due")) {
        list[n++] = "cancel";
    } else if (str_eq(o->status, "shipped")) {
        list[n++] = "receive";
    } else if (str_eq(o->status, "pending_review") && has_unreviewed(o)) {
        list[n++] = "review";
    }
    return (struct doc_list){list, n};
}
