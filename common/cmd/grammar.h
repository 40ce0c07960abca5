/* SPDX-License-Identifier: MIT */
/* grammar.h - the little language in which a command's shape is written:
 *     order place --address=address --pay=alipay|cod|.. [--item=item]... [--note=text]
 *     <sku:sku>        an argument that must be there       <words:text>...   one or more
 *     [qty:int=1]      one that may, with its default        [topic:text]...   none or more
 *     --address=id     an option that must be there          [--note=text]     one that may
 *     [--all]          a flag                                [-f=field]...     a one-letter option, repeatable
 * A type is a name of value.h or the choices a|b|c; with "|.." at the end others are let through as well. */
#ifndef COMMON_CMD_GRAMMAR_H
#define COMMON_CMD_GRAMMAR_H

#include "common/arena.h"

#include <stdbool.h>

#define GRAMMAR_WORDS 4

struct hole {
    const char *name;   /* "min-price", "f" */
    const char *type;   /* NULL: a flag */
    const char *preset; /* the default; NULL: none */
    bool option, required, many;
};

struct grammar {
    const char *words[GRAMMAR_WORDS]; /* "order", "place" */
    size_t word_n;
    struct hole *holes; /* arguments in their order, and options */
    size_t hole_n;
};

/* NULL where `text` is malformed, which a unit test rules out for the table. `mem` owns the result. */
struct grammar *grammar_read(struct arena *mem, const char *text);

/* The option of this name (without dashes); NULL where there is none. */
const struct hole *grammar_option(const struct grammar *g, const char *name);

/* As people read it: "--address ID", "QTY", "-f KEY=VALUE". */
const char *hole_usage(struct arena *mem, const struct hole *h);

#endif
