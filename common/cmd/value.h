/* SPDX-License-Identifier: MIT */
/* value.h - the types that a grammar's holes can have: what a word must look like, and what it becomes in a
 * JSON body or a query. Prices typed as 12.90 become fen here. */
#ifndef COMMON_CMD_VALUE_H
#define COMMON_CMD_VALUE_H

#include "common/str.h"

#include <stdbool.h>

/* Names: id, sku, cart-sku, address, order, desk-order, job (all ids; they differ in what completion offers), int, count,
 * money, text, item, review, field, duration, document, fields, file, url, lang; or choices. */
bool value_type_known(const char *type);

/* "AMOUNT", "SKU=QTY", "price|-price|name"; "WORD" for many choices. */
const char *value_type_shown(struct arena *mem, const char *type);

/* NULL: the word is fine; else what is wanted instead, a msgid or (for choices) the choices. */
const char *value_wrong(struct arena *mem, const char *type, const char *word);

/* Appends the value as JSON. The word has passed value_wrong(). */
void value_json(struct str *b, const char *type, const char *word);

/* The choices of a type, one after the other: `at` starts as the type. Returns NULL at the end. */
const char *value_choice(struct arena *mem, const char **at);

/* "30", "30s", "500ms", "2m" in milliseconds; false where it is none of these. */
bool value_duration(const char *word, int64_t *ms);

#endif
