/* SPDX-License-Identifier: MIT */
/* books.h - proves from the tables alone that stock, orders, payments and refunds balance: read-only, in one
 * consistent snapshot. `shopd audit` and POST /admin/books/audit. */
#ifndef SERVER_STAFF_BOOKS_H
#define SERVER_STAFF_BOOKS_H

#include "server/ctx.h"

struct book_fault {
    int64_t id, want, have;
    const char *rule, *about; /* about: what the rule says, in c's language */
};

/* All broken rows, at most 100 a rule; `rules` gets the number of rules that were checked. */
enum err books_audit(struct ctx *c, struct book_fault **faults, size_t *n, size_t *rules) MUST_CHECK;

#endif
