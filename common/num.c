/* SPDX-License-Identifier: MIT */
#include "common/num.h"

bool num_parse(const char *s, int64_t min, int64_t max, int64_t *value)
{
    bool negative = *s == '-';
    if (negative)
        s++;
    if (*s < '0' || *s > '9' || (*s == '0' && s[1]) || (negative && *s == '0'))
        return false;
    int64_t v = 0;
    for (; *s; s++) {
        if (*s < '0' || *s > '9')
            return false;
        int digit = *s - '0';
        if (__builtin_mul_overflow(v, 10, &v) || __builtin_sub_overflow(v, digit, &v))
            return false;
    }
    /* Collected as a negative, so that INT64_MIN fits. */
    if (!negative && __builtin_sub_overflow(0, v, &v))
        return false;
    if (v < min || v > max)
        return false;
    *value = v;
    return true;
}

bool num_parse_id(const char *text, int64_t *id)
{
    return num_parse(text, 1, INT64_MAX, id);
}
