/* SPDX-License-Identifier: MIT */
/* audit.h - who of the staff did what: a row in the change's own transaction, never altered after. */
#ifndef SERVER_STAFF_AUDIT_H
#define SERVER_STAFF_AUDIT_H

#include "server/ctx.h"

struct audit_entry {
    int64_t id, at, actor_id;
    const char *actor, *action, *object, *before_doc, *after_doc, *address, *request_id;
};

/* `action` such as "order.ship", `object` such as "order:123"; the documents are JSON text or NULL. */
enum err audit_write(struct ctx *c, const char *action, const char *object, const char *before_doc,
                     const char *after_doc) MUST_CHECK;

/* Newest first, those before id `before` (0: from the newest). */
enum err audit_list(struct ctx *c, int64_t before, int64_t limit, struct audit_entry **list, size_t *n, int64_t *next) MUST_CHECK;

#endif
