/* SPDX-License-Identifier: MIT */
#include "common/str.h"

#include <stdio.h>
#include <string.h>

static char empty[1];

void str_init(struct str *b, struct arena *mem)
{
    *b = (struct str){.mem = mem, .s = empty};
}

static void reserve(struct str *b, size_t more)
{
    size_t want = b->n + more + 1;
    if (want <= b->cap)
        return;
    size_t cap = b->cap ? b->cap * 2 : 64;
    while (cap < want)
        cap *= 2;
    b->s = arena_grow(b->mem, b->cap ? b->s : NULL, b->cap, cap);
    b->cap = cap;
}

void str_addn(struct str *b, const char *s, size_t n)
{
    reserve(b, n);
    if (n)
        memcpy(b->s + b->n, s, n);
    b->n += n;
    b->s[b->n] = '\0';
}

void str_add(struct str *b, const char *s)
{
    str_addn(b, s, strlen(s));
}

void str_addc(struct str *b, char c)
{
    str_addn(b, &c, 1);
}

void str_vaddf(struct str *b, const char *fmt, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    if (n > 0) {
        reserve(b, (size_t)n);
        vsnprintf(b->s + b->n, (size_t)n + 1, fmt, again);
        b->n += (size_t)n;
    }
    va_end(again);
}

void str_addf(struct str *b, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    str_vaddf(b, fmt, ap);
    va_end(ap);
}

void str_int(struct str *b, int64_t v)
{
    char digits[24];
    size_t i = sizeof(digits);
    uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    do
        digits[--i] = (char)('0' + u % 10);
    while (u /= 10);
    if (v < 0)
        digits[--i] = '-';
    str_addn(b, digits + i, sizeof(digits) - i);
}

static const char *json_escape(unsigned char c, char out[8])
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        snprintf(out, 8, "\\u%04x", c);
        return out;
    }
}

void str_json(struct str *b, const char *s)
{
    char buf[8];
    str_addc(b, '"');
    const char *from = s;
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        bool separator = c == 0xe2 && (unsigned char)s[1] == 0x80 && ((unsigned char)s[2] & 0xfe) == 0xa8;
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f && !separator)
            continue;
        str_addn(b, from, (size_t)(s - from));
        if (separator) {
            str_add(b, (unsigned char)s[2] == 0xa8 ? "\\u2028" : "\\u2029");
            s += 2;
        } else {
            str_add(b, json_escape(c, buf));
        }
        from = s + 1;
    }
    str_addn(b, from, (size_t)(s - from));
    str_addc(b, '"');
}

void str_url(struct str *b, const char *s)
{
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                     c == '.' || c == '_' || c == '~';
        if (plain)
            str_addc(b, *s);
        else
            str_addf(b, "%%%02X", c);
    }
}

void str_html(struct str *b, const char *s)
{
    for (; *s; s++) {
        const char *to = *s == '&'    ? "&amp;"
                         : *s == '<'  ? "&lt;"
                         : *s == '>'  ? "&gt;"
                         : *s == '"'  ? "&quot;"
                         : *s == '\'' ? "&#39;"
                                      : NULL;
        if (to)
            str_add(b, to);
        else
            str_addc(b, *s);
    }
}

bool str_eq(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool str_starts(const char *s, const char *prefix)
{
    return strncmp(s, prefix, strlen(prefix)) == 0;
}
