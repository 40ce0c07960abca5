/* SPDX-License-Identifier: MIT */
/* addresses.h - where orders go: up to 50 addresses a user. Who has any has exactly one default. An order copies
 * its address, so nothing here changes orders. All verbs are about c's user; somebody else's is E_NOT_FOUND. */
#ifndef SERVER_USERS_ADDRESSES_H
#define SERVER_USERS_ADDRESSES_H

#include "server/ctx.h"

struct address {
    int64_t id;
    const char *receiver, *region, *detail, *phone;
    const char *region_code, *zip_code; /* NULL: none */
    bool is_default;
};

enum err address_list(struct ctx *c, struct address **list,
                      size_t *n) MUST_CHECK; /* the default, then newest first */
enum err address_show(struct ctx *c, int64_t id, struct address *a) MUST_CHECK;

/* Adds it: a->id and a->is_default are set. The first is the default, a later one where `is_default` asks for
 * it. E_CONFLICT past 50. */
enum err address_add(struct ctx *c, struct address *a) MUST_CHECK;

/* Replaces the whole of address a->id. `is_default` makes it the default; not set, it leaves the default alone. */
enum err address_replace(struct ctx *c, struct address *a) MUST_CHECK;

/* Removing the default makes the newest that is left the default. */
enum err address_remove(struct ctx *c, int64_t id) MUST_CHECK;

enum err address_make_default(struct ctx *c, int64_t id) MUST_CHECK;

#endif
