/* SPDX-License-Identifier: MIT */
#include "common/json.h"

#include <stdlib.h>
#include <string.h>

static void drop(void *doc)
{
    json_decref(doc);
}

/* jansson recurses; deep nesting is refused before it does. */
static bool too_deep(const char *s, size_t n)
{
    int depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < n; i++) {
        if (quoted) {
            if (s[i] == '\\')
                i++;
            else if (s[i] == '"')
                quoted = false;
        } else if (s[i] == '"') {
            quoted = true;
        } else if (s[i] == '{' || s[i] == '[') {
            if (++depth > JSON_DEPTH)
                return true;
        } else if (s[i] == '}' || s[i] == ']') {
            depth--;
        }
    }
    return false;
}

enum err json_read(struct arena *mem, const char *text, size_t n, json_t **doc, const char **why)
{
    json_error_t e;
    if (n && memchr(text, '\0', n)) { /* jansson loses one that follows a number */
        if (why)
            *why = "a NUL byte";
        return E_MALFORMED_JSON;
    }
    if (too_deep(text, n)) {
        if (why)
            *why = "nested too deeply";
        return E_MALFORMED_JSON;
    }
    json_t *j = json_loadb(text, n, JSON_REJECT_DUPLICATES, &e);
    if (!j) {
        if (why)
            *why = arena_printf(mem, "line %d, column %d: %s", e.line, e.column, e.text);
        return strncmp(e.text, "too big", 7) == 0 ? E_VALIDATION : E_MALFORMED_JSON;
    }
    arena_defer(mem, drop, j);
    *doc = j;
    return E_OK;
}

json_t *json_get(const json_t *o, const char *name)
{
    json_t *v = json_object_get(o, name);
    return json_is_null(v) ? NULL : v;
}

const char *json_str(const json_t *o, const char *name)
{
    return json_string_value(json_object_get(o, name));
}

int64_t json_int(const json_t *o, const char *name, int64_t otherwise)
{
    json_t *v = json_object_get(o, name);
    return json_is_integer(v) ? (int64_t)json_integer_value(v) : otherwise;
}

bool json_flag(const json_t *o, const char *name)
{
    return json_is_true(json_object_get(o, name));
}

char *json_canonical(struct arena *mem, const json_t *doc)
{
    char *text = json_dumps(doc, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
    char *copy = arena_strdup(mem, text ? text : "");
    free(text);
    return copy;
}
