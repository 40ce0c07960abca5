/* SPDX-License-Identifier: MIT */
/* doc.h - documents as tables: one row a member says where it lies in a C struct and what it is on the wire.
 * The same rows write the JSON and describe it in the OpenAPI file, so the two cannot differ. */
#ifndef SERVER_HTTP_DOC_H
#define SERVER_HTTP_DOC_H

#include "common/str.h"

#include <stddef.h>

enum doc_type {
    DOC_INT,     /* int64_t */
    DOC_MONEY,   /* int64_t fen */
    DOC_ID,      /* int64_t, a string of digits on the wire (64-bit ids); 0 is none */
    DOC_TEXT,    /* const char *; NULL is none */
    DOC_TIME,    /* int64_t ms; CLOCK_NONE is none */
    DOC_BOOL,    /* bool */
    DOC_TENTHS,  /* int64_t: 45 is 4.5 on the wire */
    DOC_OBJECT,  /* a struct within the struct */
    DOC_LINK,    /* const struct *: NULL is none */
    DOC_LIST,    /* struct doc_list of structs */
    DOC_TEXTS,   /* struct doc_list of const char * */
    DOC_INTS,    /* struct doc_list of int64_t */
    DOC_CONST,   /* the text in `about` itself (a constant member) */
};

struct doc_list {
    const void *items;
    size_t n;
};

struct doc_field {
    const char *name;
    enum doc_type type;
    size_t at;
    const struct doc *of;     /* DOC_OBJECT, DOC_LINK, DOC_LIST */
    bool optional;            /* left out where there is none */
    bool nullable;            /* null where there is none; a member that is neither is always there */
    const char *about;        /* for the OpenAPI file; DOC_CONST: the value */
    const char *const *words; /* DOC_TEXT, DOC_TEXTS: what it may be, NULL-terminated */
};

struct doc {
    const char *name; /* of the schema: "Order" */
    size_t size;      /* of the C struct */
    const struct doc_field *fields;
    size_t n;
};

#define DOC(name_, type_, table) {name_, sizeof(type_), (table), sizeof(table) / sizeof((table)[0])}

void doc_write(struct str *b, const struct doc *d, const void *object);
void doc_write_list(struct str *b, const struct doc *d, const void *items, size_t n);

#endif
