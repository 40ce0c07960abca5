/* SPDX-License-Identifier: MIT */
#include "server/http/field.h"

#include "common/json.h"
#include "common/num.h"
#include "common/str.h"
#include "common/text.h"
#include "server/http/guard.h"

#define PUT(type_, in, f) (*(type_ *)(void *)((char *)(in) + (f)->at))

/* The name under which a fault is reported: "items[2].quantity". */
static const char *full_name(struct ctx *c, const char *prefix, const char *name)
{
    return *prefix ? arena_printf(c->mem, "%s.%s", prefix, name) : name;
}

/* A name that the client made up, harmless and short enough for a problem and a log line. */
static void unknown_member(struct ctx *c, const char *prefix, const char *name)
{
    const char *shown = text_cut(c->mem, text_safe(c->mem, name, false), 64);
    (void)!fail_field(c, full_name(c, prefix, shown), "unknown", N_("is not known here"));
}

static void wrong_length(struct ctx *c, const char *name, const struct field *f)
{
    if (f->lo == f->hi)
        (void)!fail_field(c, name, "length", N_("must have %lld characters"), (long long)f->lo);
    else
        (void)!fail_field(c, name, "length", N_("must have %lld to %lld characters"), (long long)f->lo,
                          (long long)f->hi);
}

bool field_is_email(const char *s)
{
    static const char local[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_`{|}~-";
    static const char label[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    size_t n = strspn(s, local);
    if (n == 0 || n > 64 || s[n] != '@' || strlen(s) > 254 || *s == '.' || s[n - 1] == '.' || strstr(s, ".."))
        return false;
    int labels = 0;
    for (const char *p = s + n + 1;; p++) {
        size_t l = strspn(p, label);
        if (l == 0 || l > 63 || p[0] == '-' || p[l - 1] == '-')
            return false;
        labels++;
        p += l;
        if (!*p)
            return labels >= 2;
        if (*p != '.')
            return false;
    }
}

static void put_email(struct ctx *c, const char *name, const struct field *f, const char *s, void *in)
{
    if (!field_is_email(s)) {
        (void)!fail_field(c, name, "email", N_("is not a mailbox of the form name@example.com"));
        return;
    }
    char *low = arena_strdup(c->mem, s);
    for (char *p = low; *p; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
    PUT(const char *, in, f) = low;
}

static void put_word(struct ctx *c, const char *name, const struct field *f, const char *s, void *in)
{
    struct str known;
    str_init(&known, c->mem);
    for (const char *const *w = f->words; *w; w++) {
        if (str_eq(*w, s)) {
            PUT(const char *, in, f) = *w;
            return;
        }
        str_addf(&known, "%s%s", known.n ? ", " : "", *w);
    }
    (void)!fail_field(c, name, "choice", N_("must be one of: %s"), known.s);
}

static void put_text(struct ctx *c, const char *name, const struct field *f, const char *s, void *in)
{
    if (f->type == FIELD_WORD) {
        put_word(c, name, f, s, in);
        return;
    }
    if (!text_is_clean(s, strlen(s), f->type == FIELD_LINES)) {
        (void)!fail_field(c, name, "characters", N_("holds characters that are not allowed"));
        return;
    }
    if (f->type == FIELD_EMAIL) {
        put_email(c, name, f, s, in);
        return;
    }
    const char *v = f->type == FIELD_SECRET ? arena_strdup(c->mem, s) : text_normal(c->mem, s);
    int64_t n = (int64_t)text_chars(v);
    bool none = f->type == FIELD_SECRET ? n == 0 : text_is_blank(v);
    if (none && f->lo > 0 && f->required)
        (void)!fail_field(c, name, "required", N_("is missing"));
    else if (n < f->lo || n > f->hi)
        wrong_length(c, name, f);
    else
        PUT(const char *, in, f) = v;
}

static void wrong_range(struct ctx *c, const char *name, const struct field *f)
{
    if (f->type == FIELD_ID)
        (void)!fail_field(c, name, "range", N_("is not an id"));
    else
        (void)!fail_field(c, name, "range", N_("must be from %lld to %lld"), (long long)f->lo, (long long)f->hi);
}

static void put_int(struct ctx *c, const char *name, const struct field *f, int64_t v, void *in)
{
    int64_t lo = f->type == FIELD_ID ? 1 : f->lo, hi = f->type == FIELD_ID ? INT64_MAX : f->hi;
    if (v < lo || v > hi)
        wrong_range(c, name, f);
    else
        PUT(int64_t, in, f) = v;
}

static void put_object(struct ctx *c, const struct fields *fs, const json_t *o, const char *prefix, void *in);

static void put_list(struct ctx *c, const char *name, const struct field *f, const json_t *v, void *in)
{
    size_t n = json_array_size(v);
    if ((int64_t)n < f->lo || (int64_t)n > f->hi) {
        (void)!fail_field(c, name, "length", N_("must have %lld to %lld entries"), (long long)f->lo, (long long)f->hi);
        return;
    }
    char *items = arena_array(c->mem, n, f->of->size);
    for (size_t i = 0; i < n; i++) {
        const json_t *o = json_array_get(v, i);
        const char *at = arena_printf(c->mem, "%s[%zu]", name, i);
        if (json_is_object(o))
            put_object(c, f->of, o, at, items + i * f->of->size);
        else
            (void)!fail_field(c, at, "type", N_("must be an object"));
    }
    PUT(struct field_list, in, f) = (struct field_list){.items = items, .n = n, .given = true};
}

static void put_json(struct ctx *c, const char *name, const struct field *f, const json_t *v, void *in)
{
    switch (f->type) {
    case FIELD_INT:
    case FIELD_ID:
        if (json_is_integer(v))
            put_int(c, name, f, (int64_t)json_integer_value(v), in);
        else if (json_is_huge(v))
            wrong_range(c, name, f);
        else
            (void)!fail_field(c, name, "type", N_("must be a whole number"));
        break;
    case FIELD_BOOL:
        if (json_is_boolean(v))
            PUT(bool, in, f) = json_is_true(v);
        else
            (void)!fail_field(c, name, "type", N_("must be true or false"));
        break;
    case FIELD_LIST:
        if (json_is_array(v))
            put_list(c, name, f, v, in);
        else
            (void)!fail_field(c, name, "type", N_("must be a list"));
        break;
    default:
        if (json_is_string(v))
            put_text(c, name, f, json_string_value(v), in);
        else
            (void)!fail_field(c, name, "type", N_("must be a text"));
    }
}

static void put_default(const struct field *f, void *in)
{
    if (f->type == FIELD_INT)
        PUT(int64_t, in, f) = f->otherwise;
    else if (f->type == FIELD_BOOL)
        PUT(bool, in, f) = f->otherwise != 0;
}

static const struct field *find(const struct fields *fs, const char *name)
{
    for (size_t i = 0; i < fs->n; i++)
        if (str_eq(fs->list[i].name, name))
            return &fs->list[i];
    return NULL;
}

static void put_object(struct ctx *c, const struct fields *fs, const json_t *o, const char *prefix, void *in)
{
    for (size_t i = 0; i < fs->n; i++) {
        const struct field *f = &fs->list[i];
        const json_t *v = json_get(o, f->name);
        put_default(f, in);
        if (v)
            put_json(c, full_name(c, prefix, f->name), f, v, in);
        else if (f->required)
            (void)!fail_field(c, full_name(c, prefix, f->name), "required", N_("is missing"));
    }
    const char *name;
    json_t *v;
    void *at;
    union {
        const json_t *from;
        json_t *to;
    } object = {.from = o};
    json_object_foreach_safe(object.to, at, name, v)
    {
        if (!find(fs, name))
            unknown_member(c, prefix, name);
    }
}

static enum err verdict(struct ctx *c, void *filled, void **in)
{
    if (c->errors)
        return E_VALIDATION;
    *in = filled;
    return E_OK;
}

enum err fields_from_json(struct ctx *c, const struct fields *f, const json_t *body, void **in)
{
    void *filled = arena_alloc(c->mem, f->size);
    if (body && !json_is_object(body))
        return fail(c, E_VALIDATION, N_("The body must be a JSON object."));
    put_object(c, f, body, "", filled);
    return verdict(c, filled, in);
}

static void put_pair(struct ctx *c, const struct field *f, const char *value, void *in)
{
    int64_t v;
    switch (f->type) {
    case FIELD_INT:
    case FIELD_ID:
        if (num_parse(value, INT64_MIN, INT64_MAX, &v))
            put_int(c, f->name, f, v, in);
        else
            (void)!fail_field(c, f->name, "type", N_("must be a whole number"));
        break;
    case FIELD_BOOL:
        if (str_eq(value, "true") || str_eq(value, "1"))
            PUT(bool, in, f) = true;
        else if (str_eq(value, "false") || str_eq(value, "0"))
            PUT(bool, in, f) = false;
        else
            (void)!fail_field(c, f->name, "type", N_("must be true or false"));
        break;
    case FIELD_LIST:
        (void)!fail_field(c, f->name, "type", N_("must be a list"));
        break;
    default:
        put_text(c, f->name, f, value, in);
    }
}

enum err fields_from_pairs(struct ctx *c, const struct fields *f, const char *text, void **in)
{
    void *filled = arena_alloc(c->mem, f->size);
    bool *seen = arena_array(c->mem, f->n, sizeof(*seen));
    for (size_t i = 0; i < f->n; i++)
        put_default(&f->list[i], filled);
    while (*text) {
        size_t n = strcspn(text, "&"), eq = 0;
        while (eq < n && text[eq] != '=')
            eq++;
        const char *name = guard_decode(c->mem, text, eq, true);
        const char *value = eq < n ? guard_decode(c->mem, text + eq + 1, n - eq - 1, true) : "";
        const struct field *row = name ? find(f, name) : NULL;
        if (!name || !value)
            return fail(c, E_BAD_REQUEST, N_("The query cannot be read."));
        if (n && !row)
            unknown_member(c, "", name);
        else if (row && seen[row - f->list])
            (void)!fail_field(c, row->name, "repeated", N_("stands twice"));
        else if (row && (*value || row->required)) {
            seen[row - f->list] = true;
            put_pair(c, row, value, filled);
        }
        text += n + (text[n] == '&');
    }
    for (size_t i = 0; i < f->n; i++)
        if (f->list[i].required && !seen[i])
            (void)!fail_field(c, f->list[i].name, "required", N_("is missing"));
    return verdict(c, filled, in);
}
