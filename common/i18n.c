/* SPDX-License-Identifier: MIT */
/* The .mo format is that of the GNU gettext manual, "The Format of GNU MO Files": a magic number, then two
 * tables of (length, offset), originals sorted by bytes, translations in the same order. Ours are made at
 * build time for this machine, so the byte order is the native one. */
#include "common/i18n.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

extern const unsigned char mo_zh_CN[], mo_zh_CN_end[], mo_en[], mo_en_end[];

static const struct {
    const char *tag, *primary;
    const unsigned char *mo, *end;
} langs[LANG_COUNT] = {
    [LANG_ZH] = {"zh-CN", "zh", mo_zh_CN, mo_zh_CN_end},
    [LANG_EN] = {"en", "en", mo_en, mo_en_end},
};

const char *lang_tag(enum lang l)
{
    return langs[l].tag;
}

static enum lang find(const char *tag, size_t n, enum lang otherwise)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        size_t p = strlen(langs[l].primary);
        if (n >= p && strncasecmp(tag, langs[l].primary, p) == 0 &&
            (n == p || tag[p] == '-' || tag[p] == '_' || tag[p] == '.'))
            return (enum lang)l;
    }
    return otherwise;
}

enum lang lang_find(const char *tag, enum lang otherwise)
{
    return tag ? find(tag, strlen(tag), otherwise) : otherwise;
}

/* A quality value in thousandths; RFC 9110 12.4.2 allows three places, 0 to 1. */
static int quality(const char *s, const char *end)
{
    for (; s < end; s++) {
        if ((*s != 'q' && *s != 'Q') || s + 2 > end || s[1] != '=')
            continue;
        int q = s[2] == '1' ? 1000 : 0;
        int unit = 100;
        if (s + 3 < end && s[3] == '.')
            for (s += 4; s < end && *s >= '0' && *s <= '9' && unit; s++, unit /= 10)
                q += (*s - '0') * unit;
        return q > 1000 ? 1000 : q;
    }
    return 1000;
}

enum lang lang_accept(const char *s, enum lang otherwise)
{
    enum lang best = otherwise;
    int best_q = 0;
    while (s && *s) {
        size_t n = strcspn(s, ",");
        const char *tag = s + strspn(s, " \t");
        size_t tag_n = strcspn(tag, ",; \t");
        int q = quality(tag + tag_n, s + n);
        enum lang l = find(tag, tag_n, LANG_COUNT);
        if (l != LANG_COUNT && q > best_q) {
            best = l;
            best_q = q;
        }
        s += n + (s[n] == ',');
    }
    return best;
}

static uint32_t word(const unsigned char *mo, uint32_t at)
{
    uint32_t v;
    memcpy(&v, mo + at, sizeof(v));
    return v;
}

const char *tr(enum lang l, const char *msgid)
{
    const unsigned char *mo = langs[l].mo;
    if (langs[l].end - mo < 28 || word(mo, 0) != 0x950412de || !*msgid)
        return msgid;
    uint32_t from = 0, to = word(mo, 8), originals = word(mo, 12), translations = word(mo, 16);
    while (from < to) {
        uint32_t mid = from + (to - from) / 2;
        int order = strcmp(msgid, (const char *)mo + word(mo, originals + mid * 8 + 4));
        if (order == 0) {
            const char *text = (const char *)mo + word(mo, translations + mid * 8 + 4);
            return *text ? text : msgid;
        }
        if (order < 0)
            to = mid;
        else
            from = mid + 1;
    }
    return msgid;
}
