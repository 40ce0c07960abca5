/* SPDX-License-Identifier: MIT */
/* paging.h - the query members that lists share. */
#ifndef SERVER_HTTP_PAGING_H
#define SERVER_HTTP_PAGING_H

#include "server/http/field.h"

/* Numbered pages, for structs with int64_t members page and per_page. */
#define PAGING_FIELDS(type_)                                                                                  \
    {"page", FIELD_INT, .lo = 1, .hi = 10000, .otherwise = 1, .at = offsetof(type_, page)},                   \
    {"per_page", FIELD_INT, .lo = 1, .hi = 100, .otherwise = 20, .at = offsetof(type_, per_page)}

/* Cursors, for structs with a const char *cursor and an int64_t limit. */
#define CURSOR_FIELDS(type_)                                                                                  \
    {"cursor", FIELD_TEXT, .lo = 1, .hi = 40, .at = offsetof(type_, cursor), .about = "`next` of the page before"}, \
    {"limit", FIELD_INT, .lo = 1, .hi = 100, .otherwise = 20, .at = offsetof(type_, limit)}

struct cursor_in {
    const char *cursor;
    int64_t limit;
};

extern const struct fields cursor_query; /* of struct cursor_in */

#endif
