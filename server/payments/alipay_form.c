/* SPDX-License-Identifier: MIT */
#include "server/payments/alipay_form.h"

#include "common/text.h"

static int hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

/* Decodes n bytes into `mem`; NULL, or why not. */
static const char *decode(struct arena *mem, const char *s, size_t n, const char **plain)
{
    char *out = arena_alloc(mem, n + 1);
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        int high, low;
        if (s[i] == '+') {
            out[k++] = ' ';
        } else if (s[i] != '%') {
            if (s[i] <= ' ' || s[i] > '~') /* char may be signed: bytes from 0x80 fail here too */
                return "a byte that must be escaped is not";
            out[k++] = s[i];
        } else if (n - i < 3 || (high = hex_digit(s[i + 1])) < 0 || (low = hex_digit(s[i + 2])) < 0) {
            return "a broken % escape";
        } else {
            out[k++] = (char)(high * 16 + low);
            i += 2;
        }
    }
    if (!text_is_utf8(out, k))
        return "text that is not UTF-8";
    *plain = out;
    return NULL;
}

static bool is_name(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    return n > 0 && s[n] == '\0';
}

static const char *read_field(struct arena *mem, const char *s, size_t n, struct alipay_form *form)
{
    struct alipay_field f;
    const char *equals = memchr(s, '=', n);
    if (!equals)
        return "a field without =";
    if (form->n == ALIPAY_FIELDS_MAX)
        return "too many fields";
    size_t name = (size_t)(equals - s);
    const char *why = decode(mem, s, name, &f.name);
    if (!why)
        why = decode(mem, equals + 1, n - name - 1, &f.value);
    if (why)
        return why;
    if (!is_name(f.name))
        return "an odd name";
    if (alipay_form_get(form, f.name))
        return "a name that occurs twice";
    form->field[form->n++] = f;
    return NULL;
}

const char *alipay_form_read(struct arena *mem, const char *text, size_t n, struct alipay_form *form)
{
    const char *end = text + n;
    struct alipay_form found = {.field = arena_array(mem, ALIPAY_FIELDS_MAX, sizeof(*found.field))};
    for (const char *s = text;;) {
        const char *stop = memchr(s, '&', (size_t)(end - s));
        const char *why = read_field(mem, s, (size_t)((stop ? stop : end) - s), &found);
        if (why)
            return why;
        if (!stop)
            break;
        s = stop + 1;
    }
    *form = found;
    return NULL;
}

const char *alipay_form_get(const struct alipay_form *form, const char *name)
{
    for (size_t i = 0; i < form->n; i++)
        if (strcmp(form->field[i].name, name) == 0)
            return form->field[i].value;
    return NULL;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct alipay_field *)a)->name, ((const struct alipay_field *)b)->name);
}

static bool is_signed(const struct alipay_field *f, unsigned skip)
{
    if (strcmp(f->name, "sign") == 0)
        return false;
    if ((skip & ALIPAY_SKIP_SIGN_TYPE) && strcmp(f->name, "sign_type") == 0)
        return false;
    return !((skip & ALIPAY_SKIP_EMPTY) && f->value[0] == '\0');
}

struct str alipay_form_text(struct arena *mem, const struct alipay_form *form, unsigned skip)
{
    struct alipay_field *sorted = arena_array(mem, form->n, sizeof(*sorted));
    size_t n = 0;
    for (size_t i = 0; i < form->n; i++)
        if (is_signed(&form->field[i], skip))
            sorted[n++] = form->field[i];
    qsort(sorted, n, sizeof(*sorted), by_name);
    struct str text;
    str_init(&text, mem);
    for (size_t i = 0; i < n; i++)
        str_addf(&text, "%s%s=%s", i ? "&" : "", sorted[i].name, sorted[i].value);
    return text;
}
