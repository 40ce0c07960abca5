/* SPDX-License-Identifier: MIT */
#include "common/money.h"

#include <stdio.h>

char *money_format(char buf[static 24], int64_t fen)
{
    uint64_t u = fen < 0 ? 0 - (uint64_t)fen : (uint64_t)fen;
    snprintf(buf, 24, "%s%llu.%02llu", fen < 0 ? "-" : "", (unsigned long long)(u / 100),
             (unsigned long long)(u % 100));
    return buf;
}

enum err money_parse(const char *s, int64_t *fen)
{
    int64_t v = 0;
    int whole = 0, places = 0;
    for (; *s >= '0' && *s <= '9'; s++, whole++) {
        v = v * 10 + (*s - '0');
        if (v > MONEY_MAX)
            return E_VALIDATION;
    }
    if (whole == 0)
        return E_VALIDATION;
    if (*s == '.') {
        for (s++; *s >= '0' && *s <= '9' && places < 2; s++, places++)
            v = v * 10 + (*s - '0');
        if (places == 0)
            return E_VALIDATION;
    }
    if (*s)
        return E_VALIDATION;
    for (; places < 2; places++)
        v *= 10;
    if (v > MONEY_MAX)
        return E_VALIDATION;
    *fen = v;
    return E_OK;
}

bool money_mul(int64_t fen, int64_t quantity, int64_t *product)
{
    int64_t v;
    if (fen < 0 || quantity < 0 || __builtin_mul_overflow(fen, quantity, &v) || v > MONEY_MAX)
        return false;
    *product = v;
    return true;
}

bool money_add(int64_t a, int64_t b, int64_t *sum)
{
    int64_t v;
    if (a < 0 || b < 0 || __builtin_add_overflow(a, b, &v) || v > MONEY_MAX)
        return false;
    *sum = v;
    return true;
}
