/* SPDX-License-Identifier: MIT */
/* json.h - reading JSON strictly (jansson underneath: this is where json_t is taken apart) and the canonical
 * form that two equal documents share. Writing is done straight into a str. */
#ifndef COMMON_JSON_H
#define COMMON_JSON_H

#include "common/arena.h"
#include "common/err.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#define JSON_DEPTH 32

/* Parses exactly one object or array: valid UTF-8, no duplicate names, no NUL, at most JSON_DEPTH deep. The arena
 * owns the result. `why` (may be NULL) gets a short English reason on E_MALFORMED_JSON. An integer that int64_t
 * does not hold is read as something that json_is_huge() knows. */
enum err json_read(struct arena *mem, const char *text, size_t n, json_t **doc, const char **why) MUST_CHECK;

bool json_is_huge(const json_t *v);

/* Members of an object; NULL or `otherwise` where absent, null or of another type. Borrowed from `o`. */
json_t *json_get(const json_t *o, const char *name);
const char *json_str(const json_t *o, const char *name);
int64_t json_int(const json_t *o, const char *name, int64_t otherwise);
bool json_flag(const json_t *o, const char *name);

/* Sorted names, no blanks: equal documents have equal bytes. */
char *json_canonical(struct arena *mem, const json_t *doc);

#endif
