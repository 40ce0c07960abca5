/* SPDX-License-Identifier: MIT */
#include "server/http/doc.h"

#include "common/clock.h"

/* Members are read where `at` says, as the type that the row says. */
#define AT(type_, object, f) (*(type_ const *)((const char *)(object) + (f)->at))

static bool is_absent(const struct doc_field *f, const void *o)
{
    switch (f->type) {
    case DOC_ID:
        return AT(int64_t, o, f) == 0;
    case DOC_TIME:
        return AT(int64_t, o, f) == CLOCK_NONE;
    case DOC_TEXT:
        return !AT(const char *, o, f);
    case DOC_LINK:
        return !AT(const void *, o, f);
    default:
        return false;
    }
}

static void write_texts(struct str *b, const struct doc_list *l)
{
    const char *const *texts = l->items;
    str_addc(b, '[');
    for (size_t i = 0; i < l->n; i++) {
        if (i)
            str_addc(b, ',');
        str_json(b, texts[i]);
    }
    str_addc(b, ']');
}

static void write_ints(struct str *b, const struct doc_list *l)
{
    const int64_t *ints = l->items;
    str_addc(b, '[');
    for (size_t i = 0; i < l->n; i++) {
        if (i)
            str_addc(b, ',');
        str_int(b, ints[i]);
    }
    str_addc(b, ']');
}

static void write_value(struct str *b, const struct doc_field *f, const void *o) /* long: flat switch */
{
    char buf[32];
    int64_t v;
    switch (f->type) {
    case DOC_INT:
    case DOC_MONEY:
        str_int(b, AT(int64_t, o, f));
        break;
    case DOC_ID:
        str_addc(b, '"');
        str_int(b, AT(int64_t, o, f));
        str_addc(b, '"');
        break;
    case DOC_TEXT:
        str_json(b, AT(const char *, o, f));
        break;
    case DOC_TIME:
        str_addf(b, "\"%s\"", clock_rfc3339(buf, AT(int64_t, o, f)));
        break;
    case DOC_BOOL:
        str_add(b, AT(bool, o, f) ? "true" : "false");
        break;
    case DOC_TENTHS:
        v = AT(int64_t, o, f);
        str_addf(b, "%lld.%lld", (long long)(v / 10), (long long)(v % 10));
        break;
    case DOC_OBJECT:
        doc_write(b, f->of, (const char *)o + f->at);
        break;
    case DOC_LINK:
        doc_write(b, f->of, AT(const void *, o, f));
        break;
    case DOC_LIST:
        doc_write_list(b, f->of, AT(struct doc_list, o, f).items, AT(struct doc_list, o, f).n);
        break;
    case DOC_TEXTS:
        write_texts(b, &AT(struct doc_list, o, f));
        break;
    case DOC_INTS:
        write_ints(b, &AT(struct doc_list, o, f));
        break;
    case DOC_CONST:
        str_json(b, f->about);
        break;
    }
}

void doc_write(struct str *b, const struct doc *d, const void *object)
{
    char sep = '{';
    for (size_t i = 0; i < d->n; i++) {
        const struct doc_field *f = &d->fields[i];
        bool absent = is_absent(f, object);
        if (absent && f->optional)
            continue;
        str_addc(b, sep);
        sep = ',';
        str_addf(b, "\"%s\":", f->name);
        if (absent)
            str_add(b, "null");
        else
            write_value(b, f, object);
    }
    str_add(b, sep == '{' ? "{}" : "}");
}

void doc_write_list(struct str *b, const struct doc *d, const void *items, size_t n)
{
    str_addc(b, '[');
    for (size_t i = 0; i < n; i++) {
        if (i)
            str_addc(b, ',');
        doc_write(b, d, (const char *)items + i * d->size);
    }
    str_addc(b, ']');
}
