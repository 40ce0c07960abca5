/* SPDX-License-Identifier: MIT */
/* Properties, normal forms and cluster breaks are utf8proc's (Debian's libutf8proc): the one file that
 * includes it. */
#include "common/text.h"

#include "common/str.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#define MAX_MARKS 8

/* One code point from s[0..n); returns its bytes, 0 where it is not valid. */
static size_t next(const char *s, size_t n, int32_t *cp)
{
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n, cp);
    return used > 0 ? (size_t)used : 0;
}

bool text_is_utf8(const char *s, size_t n)
{
    int32_t cp;
    for (size_t i = 0; i < n;) {
        size_t used = next(s + i, n - i, &cp);
        if (!used || cp == 0)
            return false;
        i += used;
    }
    return true;
}

static bool is_bidi(int32_t cp)
{
    return cp == 0x061c || cp == 0x200e || cp == 0x200f || (cp >= 0x202a && cp <= 0x202e) ||
           (cp >= 0x2066 && cp <= 0x2069);
}

static bool is_control(int32_t cp)
{
    return cp < 0x20 || (cp >= 0x7f && cp <= 0x9f);
}

static bool is_mark(int32_t cp)
{
    utf8proc_category_t k = utf8proc_category(cp);
    return k == UTF8PROC_CATEGORY_MN || k == UTF8PROC_CATEGORY_MC || k == UTF8PROC_CATEGORY_ME;
}

static bool is_refused(int32_t cp, bool lines)
{
    if (lines && (cp == '\n' || cp == '\t'))
        return false;
    return is_control(cp) || is_bidi(cp) || cp == 0xfeff || cp == 0x2028 || cp == 0x2029 ||
           (cp & 0xfffe) == 0xfffe || (cp >= 0xfdd0 && cp <= 0xfdef);
}

bool text_is_clean(const char *s, size_t n, bool lines)
{
    int32_t cp;
    int marks = 0;
    for (size_t i = 0; i < n;) {
        size_t used = next(s + i, n - i, &cp);
        if (!used || is_refused(cp, lines))
            return false;
        marks = is_mark(cp) ? marks + 1 : 0;
        if (marks > MAX_MARKS)
            return false;
        i += used;
    }
    return true;
}

/* The three fillers of Hangul and the blank Braille cell are letters and signs to Unicode, and look like nothing. */
static bool is_invisible(int32_t cp)
{
    utf8proc_category_t k = utf8proc_category(cp);
    return is_control(cp) || is_mark(cp) || k == UTF8PROC_CATEGORY_CF || k == UTF8PROC_CATEGORY_ZS ||
           cp == 0x115f || cp == 0x1160 || cp == 0x3164 || cp == 0xffa0 || cp == 0x2800;
}

bool text_is_blank(const char *s)
{
    size_t n = strlen(s);
    int32_t cp;
    for (size_t used; n; s += used, n -= used) {
        used = next(s, n, &cp);
        if (!used || !is_invisible(cp))
            return false;
    }
    return true;
}

static bool is_blank(unsigned char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

char *text_normal(struct arena *mem, const char *s)
{
    size_t n = strlen(s);
    while (n && is_blank((unsigned char)*s)) {
        s++;
        n--;
    }
    while (n && is_blank((unsigned char)s[n - 1]))
        n--;
    bool ascii = true;
    for (size_t i = 0; i < n && ascii; i++)
        ascii = (unsigned char)s[i] < 0x80;
    char *copy = arena_dup(mem, s, n);
    if (ascii)
        return copy;
    utf8proc_uint8_t *nfc = utf8proc_NFC((const utf8proc_uint8_t *)copy);
    if (!nfc)
        return copy;
    char *result = arena_strdup(mem, (const char *)nfc);
    free(nfc);
    return result;
}

size_t text_chars(const char *s)
{
    size_t n = 0;
    for (; *s; s++)
        n += ((unsigned char)*s & 0xc0) != 0x80;
    return n;
}

/* One cluster of s: its bytes and its columns. Joined emoji and variation selectors count by the widest
 * member, flags (two regional indicators) as two columns. */
static size_t cluster(const char *s, size_t n, size_t *columns)
{
    int32_t cp = 0, previous = 0;
    utf8proc_int32_t state = 0;
    size_t i = 0;
    *columns = 0;
    while (i < n) {
        size_t used = next(s + i, n - i, &cp);
        if (!used) {
            *columns = *columns ? *columns : 1;
            return i ? i : 1;
        }
        if (i && utf8proc_grapheme_break_stateful(previous, cp, &state))
            break;
        int w = utf8proc_charwidth(cp);
        if (cp == 0xfe0f || (cp >= 0x1f1e6 && cp <= 0x1f1ff && i))
            w = 2;
        if (w > 0 && (size_t)w > *columns)
            *columns = (size_t)w;
        previous = cp;
        i += used;
    }
    return i;
}

size_t text_width(const char *s)
{
    size_t n = strlen(s), width = 0, columns;
    while (n) {
        size_t used = cluster(s, n, &columns);
        width += columns;
        s += used;
        n -= used;
    }
    return width;
}

char *text_cut(struct arena *mem, const char *s, size_t columns)
{
    size_t n = strlen(s), width = 0, i = 0, fits = 0, w;
    while (i < n) {
        size_t used = cluster(s + i, n - i, &w);
        if (width + w > columns)
            return columns ? arena_printf(mem, "%.*s\u2026", (int)fits, s) : arena_strdup(mem, "");
        width += w;
        i += used;
        if (width + 1 <= columns)
            fits = i;
    }
    return arena_strdup(mem, s);
}

char *text_safe(struct arena *mem, const char *s, bool lines)
{
    struct str b;
    size_t n = strlen(s);
    int32_t cp;
    str_init(&b, mem);
    for (size_t i = 0; i < n;) {
        size_t used = next(s + i, n - i, &cp);
        bool keep = used && (!(is_control(cp) || is_bidi(cp)) || (lines && (cp == '\n' || cp == '\t')));
        if (keep)
            str_addn(&b, s + i, used);
        else
            str_add(&b, "\ufffd");
        i += used ? used : 1;
    }
    return b.s;
}
