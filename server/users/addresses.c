/* SPDX-License-Identifier: MIT */
/* Every change locks the user's row first, so that two of them never see half of each other: without that, two
 * first addresses at once would both become the default, or neither. */
#include "server/users/addresses.h"

#include "server/store/db/db.h"
#include "server/store/idem.h"

#define MOST 50

static const struct col address_cols[] = {
    COL(struct address, id),          COL(struct address, receiver),   COL(struct address, region),
    COL(struct address, region_code), COL(struct address, detail),     COL(struct address, zip_code),
    COL(struct address, phone),       COL(struct address, is_default),
};

/* Six digits of GB/T 2260; a postal code of digits; a telephone number as people write it. */
static bool is_made_of(const char *s, const char *allowed)
{
    return !s || s[strspn(s, allowed)] == '\0';
}

static enum err check(struct ctx *c, const struct address *a)
{
    bool plus = *a->phone == '+';
    if (!is_made_of(a->region_code, "0123456789"))
        (void)!fail_field(c, "region_code", "characters", N_("must be digits"));
    if (!is_made_of(a->zip_code, "0123456789"))
        (void)!fail_field(c, "zip_code", "characters", N_("must be digits"));
    if (!is_made_of(a->phone + plus, "0123456789- ") || !strpbrk(a->phone, "0123456789"))
        (void)!fail_field(c, "phone", "characters",
                          N_("must be digits, spaces and hyphens, with or without a leading +"));
    return c->errors ? E_VALIDATION : E_OK;
}

static struct arg or_null(const char *s)
{
    return arg_str(s && *s ? s : NULL);
}

/* The user's row is the lock on the user's addresses. */
static enum err lock(struct ctx *c)
{
    int64_t id;
    return db_int(c, STMT_USER_LOCK, ARGS(ARG(c->user_id)), &id);
}

/* In a transaction under the lock: takes the mark from the one that has it. */
static enum err mark_default(struct ctx *c, int64_t id)
{
    enum err e = db_exec(c, STMT_ADDRESS_NO_DEFAULT, ARGS(ARG(c->user_id)), NULL);
    return e ? e : db_exec(c, STMT_ADDRESS_MAKE_DEFAULT, ARGS(ARG(id), ARG(c->user_id)), NULL);
}

enum err address_list(struct ctx *c, struct address **list, size_t *n)
{
    return db_rows(c, STMT_ADDRESS_LIST, ARGS(ARG(c->user_id)), COLS(address_cols), sizeof(**list), list, n);
}

enum err address_show(struct ctx *c, int64_t id, struct address *a)
{
    return db_row(c, STMT_ADDRESS_SHOW, ARGS(ARG(id), ARG(c->user_id)), COLS(address_cols), a);
}

struct adding {
    struct address *a;
    bool wants_default;
};

static enum err add(struct ctx *c, void *arg)
{
    const struct adding *x = arg;
    struct address *a = x->a;
    int64_t n = 0;
    enum err e = lock(c);
    if (!e)
        e = db_int(c, STMT_ADDRESS_COUNT, ARGS(ARG(c->user_id)), &n);
    if (!e && n >= MOST)
        e = fail(c, E_CONFLICT, N_("You have %d addresses already; remove one first."), MOST);
    if (!e)
        e = db_insert(c, STMT_ADDRESS_ADD,
                      ARGS(ARG(c->user_id), ARG(a->receiver), ARG(a->region), ARG(a->region_code),
                           ARG(a->detail), or_null(a->zip_code), ARG(a->phone)),
                      &a->id);
    a->is_default = x->wants_default || n == 0;
    if (!e && a->is_default)
        e = mark_default(c, a->id);
    if (c->idem)
        c->idem->object_id = a->id;
    return e;
}

enum err address_add(struct ctx *c, struct address *a)
{
    enum err e = check(c, a);
    return e ? e : db_tx(c, add, &(struct adding){a, a->is_default});
}

static enum err replace(struct ctx *c, void *arg)
{
    const struct address *a = arg;
    struct address old;
    enum err e = lock(c);
    if (!e)
        e = address_show(c, a->id, &old);
    if (!e)
        e = db_exec(c, STMT_ADDRESS_SET,
                    ARGS(ARG(a->receiver), ARG(a->region), ARG(a->region_code), ARG(a->detail),
                         or_null(a->zip_code), ARG(a->phone), ARG(a->id), ARG(c->user_id)),
                    NULL);
    if (!e && a->is_default && !old.is_default)
        e = mark_default(c, a->id);
    return e;
}

enum err address_replace(struct ctx *c, struct address *a)
{
    enum err e = check(c, a);
    return e ? e : db_tx(c, replace, a);
}

static enum err remove_one(struct ctx *c, void *arg)
{
    const int64_t *id = arg;
    struct address old;
    int64_t heir;
    enum err e = lock(c);
    if (!e)
        e = address_show(c, *id, &old);
    if (!e)
        e = db_exec(c, STMT_ADDRESS_DROP, ARGS(ARG(*id), ARG(c->user_id)), NULL);
    if (e || !old.is_default)
        return e;
    e = db_int(c, STMT_ADDRESS_NEWEST, ARGS(ARG(c->user_id)), &heir);
    return e == E_NOT_FOUND ? E_OK : e ? e : mark_default(c, heir);
}

enum err address_remove(struct ctx *c, int64_t id)
{
    return db_tx(c, remove_one, &id);
}

static enum err make_default(struct ctx *c, void *arg)
{
    const int64_t *id = arg;
    struct address a;
    enum err e = lock(c);
    if (!e)
        e = address_show(c, *id, &a);
    return e ? e : mark_default(c, *id);
}

enum err address_make_default(struct ctx *c, int64_t id)
{
    return db_tx(c, make_default, &id);
}
