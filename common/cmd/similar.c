/* SPDX-License-Identifier: MIT */
#include "common/cmd/similar.h"

#include <string.h>

#define LONGEST 32 /* our own words are shorter */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: row i holds the distances between the first i characters of a and those of b. */
size_t similar_distance(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b), d[3][LONGEST + 1];
    if (n > LONGEST || m > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= m; j++)
        d[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *now = d[i % 3], *last = d[(i + 2) % 3], *before = d[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            now[j] = least(last[j - 1] + (a[i - 1] != b[j - 1]), least(last[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
    }
    return d[n % 3][m];
}

void similar_try(struct similar *s, const char *known)
{
    size_t n = strlen(s->typed), distance = similar_distance(s->typed, known);
    size_t most = n < 3 ? 1 : n < 6 ? 2 : 3;
    if (distance > most || distance >= strlen(known) || (s->best && distance >= s->distance))
        return;
    s->best = known;
    s->distance = distance;
}
