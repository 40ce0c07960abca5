/* SPDX-License-Identifier: MIT */
/* reply.h - putting a result into a reply. Handlers use these and nothing else. */
#ifndef SERVER_HTTP_REPLY_H
#define SERVER_HTTP_REPLY_H

#include "server/ctx.h"
#include "server/http/doc.h"
#include "server/http/request.h"

struct input;

/* A header of the reply; both texts must live as long as the request. */
void reply_header(struct reply *r, const char *name, const char *value);

/* A body as it is. */
void reply_body(struct reply *r, int status, const char *type, const char *body, size_t n);

/* One document; always E_OK, so that a handler can end with it. */
enum err reply_doc(struct reply *r, int status, const struct doc *d, const void *object);

/* 201 with Location. */
enum err reply_created(struct reply *r, const char *location, const struct doc *d, const void *object);

enum err reply_nothing(struct reply *r); /* 204 */

struct page {
    int64_t page, per_page, total;
};

/* {"items":…,"page":…,"per_page":…,"total":…} and its Link header. */
enum err reply_page(struct reply *r, const struct input *in, const struct doc *d, const void *items, size_t n,
                    struct page page);

/* The Link header of such a page alone, for documents that hold more than the page. */
void reply_page_links(struct reply *r, const struct input *in, struct page page);

/* {"items":…,"next":…} and its Link header; `next` 0: the end. */
enum err reply_cursor(struct reply *r, const struct input *in, const struct doc *d, const void *items, size_t n,
                      int64_t next);

/* {"items":…} of a list that is never long. */
enum err reply_list(struct reply *r, const struct doc *d, const void *items, size_t n);

/* The id that a cursor of ours stands for; no cursor: 0. E_VALIDATION for one that is not ours. */
enum err reply_read_cursor(struct ctx *c, const char *cursor, int64_t *after) MUST_CHECK;

/* The problem document (RFC 9457) of an error, in c->lang. */
void reply_problem(struct ctx *c, struct reply *r, enum err e);

/* Header values by name that are already there; NULL. */
const char *reply_get(const struct reply *r, const char *name);

#endif
