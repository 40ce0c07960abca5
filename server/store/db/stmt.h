/* SPDX-License-Identifier: MIT */
/* stmt.h - named statements (sql/q/, see sql/stmts.awk), their typed arguments and the columns of their rows.
 * A letter is a type: i integer, s text, b bytes, t instant; every value may be NULL. */
#ifndef SERVER_STORE_DB_STMT_H
#define SERVER_STORE_DB_STMT_H

#include "stmts.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct stmt_row {
    const char *name, *in, *out; /* types of parameters in the head's order, and of columns */
    int binds;                   /* number of ? in the text */
    const unsigned char *arg;    /* which parameter each ? takes */
    int hot;
    const char *text;
};

extern const struct stmt_row stmt_table[STMT_COUNT];

struct arg {
    char type;
    bool null;
    int64_t i;     /* i, t */
    const void *p; /* s, b */
    size_t n;
};

struct args {
    const struct arg *list;
    size_t n;
};

struct arg arg_int(int64_t v);
struct arg arg_str(const char *s); /* NULL is NULL */
struct arg arg_bytes(const void *p, size_t n);
struct arg arg_time(int64_t ms);     /* CLOCK_NONE is NULL */
struct arg arg_ref(int64_t id);      /* 0 is NULL: an optional reference */

#define ARG(x)                                                                                               \
    _Generic((x), char *: arg_str, const char *: arg_str, int64_t: arg_int, int: arg_int, unsigned: arg_int, \
             bool: arg_int, size_t: arg_int)(x)
#define ARGS(...)                                                                                            \
    ((struct args){.list = (const struct arg[]){__VA_ARGS__},                                                \
                   .n = sizeof((const struct arg[]){__VA_ARGS__}) / sizeof(struct arg)})
#define NO_ARGS ((struct args){0})

/* Where a column lands in a row's struct; the types of struct member and column are compared at the call.
 * NULL lands as 0, NULL or CLOCK_NONE. Texts and bytes belong to the arena. */
struct col {
    char type; /* i int64_t, d int, B bool, s const char *, b struct bytes, t instant as int64_t */
    size_t at;
};

struct bytes {
    const unsigned char *p;
    size_t n;
};

#define COL(type_, member)                                                                                   \
    {_Generic(((type_ *)0)->member, int64_t: 'i', int: 'd', unsigned: 'd', bool: 'B', const char *: 's',     \
              struct bytes: 'b'),                                                                            \
     offsetof(type_, member)}
#define COL_TIME(type_, member) {'t', offsetof(type_, member)}
#define COLS(table)             (table), (sizeof(table) / sizeof((table)[0]))

#endif
