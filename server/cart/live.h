/* SPDX-License-Identifier: MIT */
/* live.h - carts and histories in Redis: the hash `cart_<user>` {sku: count}, the list `history_<user>`, newest
 * first, the hash `cart_epoch_<user>` {life, number} (see store.h), and `cart_keys_<user>` {route and
 * Idempotency-Key: fingerprint} of changes that are not copied yet. All are changed in MULTI, never by scripts.
 * Every function says E_UNAVAILABLE where Redis is away. */
#ifndef SERVER_CART_LIVE_H
#define SERVER_CART_LIVE_H

#include "server/cart/store.h"
#include "server/store/kv.h"

#define LIVE_CART       "cart_%lld"
#define LIVE_EPOCH      "cart_epoch_%lld"
#define LIVE_KEYS       "cart_keys_%lld"
#define LIVE_VIEWS      "history_%lld"
#define LIVE_DIRTY      "cart_dirty" /* set of users whose changes are to be copied to MariaDB */

/* Commands whose answers the functions below take. */
#define LIVE_READ_EPOCH "HMGET " LIVE_EPOCH " life number"
#define LIVE_READ_LINES "HGETALL " LIVE_CART
#define LIVE_READ_VIEWS "LRANGE " LIVE_VIEWS " 0 -1"

/* False where the copy has no epoch, or one that cannot be read. */
bool live_parse_epoch(const struct kv_value *epoch, const char **life, int64_t *number);

/* The lines or the views of `s`; false for anything that is no cart or no history. */
bool live_parse_lines(struct arena *mem, const struct kv_value *lines, struct state *s);
bool live_parse_views(const struct kv_value *views, struct state *s);

/* `number` is that of MariaDB's copy: an older one in Redis is replaced by it first. */
enum err live_read(struct ctx *c, int64_t number, struct state *s) MUST_CHECK;

/* Reads, edits and writes where nobody else has changed the cart in between, else again. The history cannot be
 * changed this way. */
enum err live_change(struct ctx *c, struct change *ch) MUST_CHECK;

/* In one round trip, and once more where the copy had to be loaded. The quantity may then be more than the stock:
 * the caller judges that and takes it back. */
struct live_add {
    struct cart_line line;
    int64_t quantity; /* out: of the line */
    struct cart_counts counts;
};
enum err live_add(struct ctx *c, int64_t number, struct live_add *add) MUST_CHECK;

enum err live_view(struct ctx *c, int64_t number, int64_t sku_id) MUST_CHECK;
enum err live_forget_views(struct ctx *c, int64_t number) MUST_CHECK;

#endif
