/* SPDX-License-Identifier: MIT */
/* num.h - reading integers from text, strictly: ASCII digits only, the whole text, no blanks, no leading
 * zeros, no plus sign, within range. */
#ifndef COMMON_NUM_H
#define COMMON_NUM_H

#include <stdbool.h>
#include <stdint.h>

bool num_parse(const char *text, int64_t min, int64_t max, int64_t *value);

/* An id as it stands in a path: 1 to 2^63-1. */
bool num_parse_id(const char *text, int64_t *id);

#endif
