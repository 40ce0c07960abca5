/* SPDX-License-Identifier: MIT */
/* columns.h - the documents of the API as clients print them: which fields, in which order, of which type.
 * `--json=?` lists them, tsv prints all of them in that order, a table those that matter most. */
#ifndef COMMON_CMD_COLUMNS_H
#define COMMON_CMD_COLUMNS_H

#include "common/arena.h"
#include "common/json.h"

#include <stdbool.h>
#include <stddef.h>

enum column_kind {
    COL_INTEGER,
    COL_MONEY,
    COL_NUMBER,
    COL_TEXT,
    COL_STATUS,
    COL_TIME,
    COL_BOOL,
    COL_OBJECT,
    COL_LIST
};

struct column {
    const char *path; /* "price", "sku.name" */
    enum column_kind kind;
    const char *of; /* COL_LIST: the document that its elements are; NULL: plain values */
    bool in_rows;   /* shown where a table has a row for each document */
    bool alone;     /* shown where one document is shown by itself */
};

struct columns {
    const char *name;
    struct column *list;
    size_t n;
    bool many;        /* {"items": [these]} */
    const char *foot; /* members of a list's document that a table ends with: "total_quantity:int …" */
};

/* Those of the document of a command's `prints` ("sku", "sku[]"); NULL where there is no such document. */
struct columns *columns_find(struct arena *mem, const char *prints);

/* Those that this text describes, as the table of documents has them: "*id:int *name:text". */
struct column *columns_read(struct arena *mem, const char *text, size_t *n);

/* What --json=? calls the type. */
const char *column_kind_name(enum column_kind kind);

/* What people call it, a msgid: "payable amount"; the path itself where nothing better is known. */
const char *column_label(const char *path);

/* The value at a path such as "sku.name"; NULL where there is none or it is null. */
json_t *column_value(const json_t *object, const char *path);

/* Whether `name` may be asked for: a field, the object that fields are in, or what is in an object. */
bool columns_have(const struct columns *d, const char *name);

#endif
