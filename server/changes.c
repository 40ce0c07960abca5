/* SPDX-License-Identifier: MIT */
#include "server/changes.h"

#include "common/str.h"
#include "common/xalloc.h"
#include "server/store/db/db.h"

#define MAX_KINDS 16

struct change {
    int64_t id, item;
    const char *kind;
};

static struct {
    const char *kind;
    void (*fn)(int64_t);
} listeners[MAX_KINDS];
static int n_listeners;

/* The ids of the last read, ascending: what the next one skips. Only the heartbeat comes here. */
static int64_t *seen;
static size_t n_seen;

void changes_on(const char *kind, void (*fn)(int64_t item))
{
    if (n_listeners < MAX_KINDS) {
        listeners[n_listeners].kind = kind;
        listeners[n_listeners++].fn = fn;
    }
}

static int by_id(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void tell(const struct change *ch)
{
    for (int i = 0; i < n_listeners; i++)
        if (str_eq(listeners[i].kind, ch->kind))
            listeners[i].fn(ch->item);
}

enum err changes_read(struct ctx *c)
{
    static const struct col cols[] = {COL(struct change, id), COL(struct change, kind), COL(struct change, item)};
    struct change *rows;
    size_t n;
    enum err e = db_rows(c, STMT_CHANGE_RECENT, NO_ARGS, COLS(cols), sizeof(*rows), &rows, &n);
    if (e)
        return e;
    for (size_t i = 0; i < n; i++)
        if (!n_seen || !bsearch(&rows[i].id, seen, n_seen, sizeof(*seen), by_id))
            tell(&rows[i]);
    seen = xrealloc(seen, n, sizeof(*seen));
    for (size_t i = 0; i < n; i++)
        seen[i] = rows[i].id;
    n_seen = n;
    return E_OK;
}
