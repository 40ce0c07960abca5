/* SPDX-License-Identifier: MIT */
/* field.h - declared input: one row a member of a JSON body, a form or a query says its type and rule and
 * where it goes in the handler's input struct. Anything not declared is refused by name. */
#ifndef SERVER_HTTP_FIELD_H
#define SERVER_HTTP_FIELD_H

#include "server/ctx.h"

#include <jansson.h>
#include <stddef.h>

enum field_type {
    FIELD_INT,   /* int64_t within lo..hi; absent: `otherwise` */
    FIELD_ID,    /* int64_t from 1; absent: 0 */
    FIELD_TEXT,  /* const char * of lo..hi characters, clean, trimmed, NFC; absent: NULL */
    FIELD_LINES, /* the same, line feeds allowed */
    FIELD_SECRET, /* the same, taken as it is and never remembered (passwords, tokens) */
    FIELD_EMAIL, /* const char *: a mailbox in ASCII, lowered */
    FIELD_WORD,  /* const char *: one of `words` */
    FIELD_BOOL,  /* bool; absent: `otherwise` */
    FIELD_LIST,  /* struct field_list of lo..hi objects of `of`; absent: none */
};

struct field_list {
    const void *items;
    size_t n;
    bool given;
};

struct field {
    const char *name;
    enum field_type type;
    bool required;
    int64_t lo, hi, otherwise;
    size_t at;
    const char *const *words; /* NULL-terminated */
    const struct fields *of;
    const char *about;
};

struct fields {
    const char *name; /* of the schema: "OrderRequest" */
    size_t size;      /* of the input struct */
    const struct field *list;
    size_t n;
};

#define FIELDS(name_, type_, table) {name_, sizeof(type_), (table), sizeof(table) / sizeof((table)[0])}

/* Fills a new input struct in c->mem. All faults are collected: E_VALIDATION with one error a field. */
enum err fields_from_json(struct ctx *c, const struct fields *f, const json_t *body, void **in) MUST_CHECK;

/* The same from name=value pairs, percent-encoded (a query or a form). */
enum err fields_from_pairs(struct ctx *c, const struct fields *f, const char *text, void **in) MUST_CHECK;

/* The rules of a mailbox: ASCII, one "@", a domain with a dot, no quotes or comments; at most 254 bytes. */
bool field_is_email(const char *s);

#endif
