/* SPDX-License-Identifier: MIT */
/* A key `job:<id>` beside the stream says that the id waits on it. It runs out by itself: an announcement that was
 * trimmed away, or taken by a worker that died or froze at once, is then repeated. */
#include "server/jobs/stream.h"

#include "common/num.h"
#include "common/str.h"
#include "server/store/kv.h"

#define BATCH 200 /* commands of one pipeline */

static void add_batch(struct ctx *c, const int64_t *ids, size_t n)
{
    const struct kv_value *fresh, *added;
    struct kv_pipe *mark = kv_pipe(c), *add = kv_pipe(c);
    for (size_t i = 0; i < n; i++)
        kv_add(mark, "SET job:%lld 1 NX EX 10", (long long)ids[i]);
    if (kv_run(mark, &fresh))
        return;
    for (size_t i = 0; i < n; i++)
        if (fresh[i].type == KV_TEXT)
            kv_add(add, "XADD jobs MAXLEN ~ 10000 * id %lld", (long long)ids[i]);
    if (kv_run(add, &added))
        return;
}

void stream_add(struct ctx *c, const int64_t *ids, size_t n)
{
    for (size_t i = 0; i < n; i += BATCH)
        add_batch(c, ids + i, n - i < BATCH ? n - i : BATCH);
}

/* The group is missing (a new or emptied Redis), or the key is no stream at all. */
static enum err make_stream(struct ctx *c, const char *error)
{
    const struct kv_value *done;
    struct kv_pipe *p = kv_pipe(c);
    if (!str_starts(error, "NOGROUP"))
        kv_add(p, "DEL jobs");
    kv_add(p, "XGROUP CREATE jobs workers 0 MKSTREAM");
    enum err e = kv_run(p, &done);
    return e ? e : E_UNAVAILABLE;
}

static const struct kv_value *item(const struct kv_value *list, size_t i)
{
    return list && list->type == KV_LIST && i < list->n ? &list->items[i] : NULL;
}

enum err stream_take(struct ctx *c, int wait_ms, int64_t *id)
{
    const struct kv_value *reply;
    struct kv_value dropped;
    struct kv_pipe *p = kv_pipe(c);
    kv_add(p, "XREADGROUP GROUP workers any COUNT 1 BLOCK %d NOACK STREAMS jobs >", wait_ms);
    kv_wait(p, wait_ms);
    enum err e = kv_run(p, &reply);
    if (e)
        return e;
    if (reply->type == KV_ERROR)
        return make_stream(c, reply->s);
    /* [[stream, [[entry, [name, value]]]]] */
    const struct kv_value *entry = item(item(item(reply, 0), 1), 0), *value = item(item(entry, 1), 1);
    *id = 0;
    if (!value || value->type != KV_TEXT || !num_parse_id(value->s, id))
        return E_OK;
    return kv_do(c, &dropped, "DEL job:%lld", (long long)*id);
}
