/* SPDX-License-Identifier: MIT */
#include "common/json.h"

#include "common/num.h"
#include "common/str.h"

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

/* The number that s[0..n) begins with, copied; "" where it begins with none. */
static char *number_at(struct arena *mem, const char *s, size_t n)
{
    size_t i = 0;
    while (i < n && s[i] && strchr("+-.0123456789Ee", s[i]))
        i++;
    return arena_dup(mem, s, i);
}

/* An integer as JSON writes it that int64_t does not hold? */
static bool is_too_large(const char *number)
{
    int64_t v;
    const char *digits = number + (*number == '-');
    return *digits >= '1' && *digits <= '9' && !digits[strspn(digits, "0123456789")] &&
           !num_parse(number, INT64_MIN, INT64_MAX, &v);
}

/* jansson takes an integer beyond 64 bits for a fault of the text. It gets a real in its place, which is no valid
 * value of any member, so that the member is refused by its name. */
static const char *tame(struct arena *mem, const char *s, size_t *size)
{
    struct str b;
    bool quoted = false;
    str_init(&b, mem);
    for (size_t i = 0, n; i < *size; i += n) {
        const char *number = quoted || !strchr("-0123456789", s[i]) ? "" : number_at(mem, s + i, *size - i);
        n = *number ? strlen(number) : quoted && s[i] == '\\' && i + 1 < *size ? 2 : 1;
        if (s[i] == '"')
            quoted = !quoted;
        if (is_too_large(number))
            str_add(&b, *number == '-' ? "-1e300" : "1e300");
        else
            str_addn(&b, s + i, n);
    }
    *size = b.n;
    return b.s;
}

/* Without what jansson quotes of the text: it may be half of a password, and problems end in bug reports. */
static const char *reason(struct arena *mem, const json_error_t *e)
{
    const char *near = strstr(e->text, " near ");
    int n = near ? (int)(near - e->text) : (int)strlen(e->text);
    if (json_error_code(e) == json_error_null_character)
        return arena_printf(mem, "line %d, column %d: a NUL character", e->line, e->column);
    return arena_printf(mem, "line %d, column %d: %.*s", e->line, e->column, n, e->text);
}

bool json_is_huge(const json_t *v)
{
    return json_is_real(v) && (json_real_value(v) >= 1e300 || json_real_value(v) <= -1e300);
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
    if (!j && json_error_code(&e) == json_error_numeric_overflow) {
        text = tame(mem, text, &n);
        j = json_loadb(text, n, JSON_REJECT_DUPLICATES, &e);
    }
    if (!j) {
        if (why)
            *why = reason(mem, &e);
        return E_MALFORMED_JSON;
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
