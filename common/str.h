/* SPDX-License-Identifier: MIT */
/* str.h - a growing byte string in an arena; the one way to build text of unknown length. */
#ifndef COMMON_STR_H
#define COMMON_STR_H

#include "common/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

struct str {
    struct arena *mem;
    char *s; /* always NUL-terminated once anything was added; "" before */
    size_t n, cap;
};

void str_init(struct str *b, struct arena *mem);
void str_add(struct str *b, const char *s);
void str_addn(struct str *b, const char *s, size_t n);
void str_addc(struct str *b, char c);
void str_addf(struct str *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void str_vaddf(struct str *b, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));
void str_int(struct str *b, int64_t v);

/* A JSON string with its quotes; `s` must be valid UTF-8. Control bytes, DEL and U+2028/2029 are escaped. */
void str_json(struct str *b, const char *s);
/* Percent-encoding of everything but the unreserved characters of RFC 3986. */
void str_url(struct str *b, const char *s);
/* Text for an HTML element or a quoted attribute: & < > " ' are escaped. */
void str_html(struct str *b, const char *s);

/* True where both are equal; NULL equals only NULL. */
bool str_eq(const char *a, const char *b);
bool str_starts(const char *s, const char *prefix);

#endif
