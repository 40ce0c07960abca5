/* SPDX-License-Identifier: MIT */
#include "cli/print.h"

#include "common/text.h"

#include <string.h>

static void indent(struct str *b, int depth)
{
    if (depth < 0)
        return;
    str_addc(b, '\n');
    while (depth--)
        str_add(b, "  ");
}

/* Where a text has what a terminal obeys (C1, bidi controls, DEL), all of it that is not ASCII is escaped. */
static void put_string(struct str *b, const char *s)
{
    if (strcmp(text_safe(b->mem, s, true), s) == 0) {
        str_json(b, s);
        return;
    }
    json_t *string = json_string(s);
    char *ascii = json_dumps(string, JSON_ENSURE_ASCII | JSON_ENCODE_ANY);
    for (const char *c = ascii; c && *c; c++)
        if (*c == 0x7f)
            str_add(b, "\\u007f");
        else
            str_addc(b, *c);
    free(ascii);
    json_decref(string);
}

static void put_scalar(struct str *b, const json_t *v)
{
    char *text = json_dumps(v, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
    str_add(b, text ? text : "null");
    free(text);
}

/* `depth` -1: on one line. */
static void put(struct str *b, json_t *v, int depth)
{
    int inner = depth < 0 ? -1 : depth + 1;
    bool object = json_is_object(v);
    size_t i = 0;
    if (json_is_string(v)) {
        put_string(b, json_string_value(v));
        return;
    }
    if (!object && !json_is_array(v)) {
        put_scalar(b, v);
        return;
    }
    str_addc(b, object ? '{' : '[');
    const char *name;
    json_t *value;
    if (object) {
        json_object_foreach(v, name, value)
        {
            if (i++)
                str_addc(b, ',');
            indent(b, inner);
            put_string(b, name);
            str_add(b, depth < 0 ? ":" : ": ");
            put(b, value, inner);
        }
    } else {
        json_array_foreach(v, i, value)
        {
            if (i)
                str_addc(b, ',');
            indent(b, inner);
            put(b, value, inner);
        }
    }
    if (i)
        indent(b, depth);
    str_addc(b, object ? '}' : ']');
}

void json_text(struct str *b, json_t *value, bool indented)
{
    put(b, value, indented ? 0 : -1);
}
