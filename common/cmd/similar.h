/* SPDX-License-Identifier: MIT */
/* similar.h - which of the known words was meant by a mistyped one. It is only ever suggested, never run. */
#ifndef COMMON_CMD_SIMILAR_H
#define COMMON_CMD_SIMILAR_H

#include <stddef.h>

/* Keeps the best of the words that it is shown. Start with {.typed = word}; `best` is NULL until one is near. */
struct similar {
    const char *typed, *best;
    size_t distance;
};

void similar_try(struct similar *s, const char *known);

/* Edits from one to the other: a character added, dropped, changed, or two neighbours swapped. */
size_t similar_distance(const char *a, const char *b);

#endif
