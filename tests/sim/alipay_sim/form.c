/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/form.h"

#include "tests/sim/alipay_sim/rsa.h"
#include "tests/sim/alipay_sim/values.h"

#define FIELDS_MAX 100

/* Decodes in place what stands before `end`; the length, or -1. */
static long decode(char *s, const char *end)
{
    char *out = s;
    for (const char *p = s; p < end; p++) {
        int used = 0;
        unsigned byte;
        if (*p == '+') {
            *out++ = ' ';
        } else if (*p == '%') {
            if (end - p < 3 || strspn(p + 1, "0123456789abcdefABCDEF") < 2 ||
                sscanf(p + 1, "%2x%n", &byte, &used) != 1 || used != 2)
                return -1;
            *out++ = (char)byte;
            p += 2;
        } else {
            *out++ = *p;
        }
    }
    return out - s;
}

static const char *read_field(json_t *form, char *field)
{
    char *equals = strchr(field, '=');
    if (!equals)
        return "a field without =";
    long name = decode(field, equals), value = decode(equals + 1, equals + strlen(equals));
    if (name < 0 || value < 0)
        return "a broken % escape";
    if (name == 0 || memchr(field, '\0', (size_t)name) || memchr(equals + 1, '\0', (size_t)value))
        return "a name or value that cannot be";
    field[name] = '\0';
    if (json_object_get(form, field))
        return "a field twice";
    if (json_object_size(form) == FIELDS_MAX)
        return "too many fields";
    json_t *text = json_stringn(equals + 1, (size_t)value);
    if (!text || json_object_set_new(form, field, text) != 0)
        return "text that is not UTF-8";
    return NULL;
}

const char *form_read(json_t *form, const char *text)
{
    char *copy = strdup(text), *rest = copy, *field;
    const char *wrong = NULL;
    while (!wrong && (field = strsep(&rest, "&")))
        wrong = *text ? read_field(form, field) : NULL;
    free(copy);
    return wrong;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char *form_sign_text(const json_t *form)
{
    char *fields[FIELDS_MAX + 2], *text = NULL;
    size_t n = 0, size;
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)form, name, value)
    {
        if (!text_is(name, "sign") && has(form, name))
            fields[n++] = (char *)(uintptr_t)name;
    }
    qsort(fields, n, sizeof(*fields), by_bytes);
    FILE *out = open_memstream(&text, &size);
    for (size_t i = 0; i < n; i++)
        fprintf(out, "%s%s=%s", i ? "&" : "", fields[i], get_text(form, fields[i]));
    fclose(out);
    return text;
}

void form_sign(json_t *form)
{
    char *text = form_sign_text(form), *sign = rsa_sign(text);
    set_text(form, "sign", sign);
    set_text(form, "sign_type", "RSA2");
    free(text);
    free(sign);
}

/* As java.net.URLEncoder writes it: that is what Alipay's servers use. */
static void write_escaped(FILE *to, const char *s)
{
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c == ' ')
            fputc('+', to);
        else if (strchr("*-._", c) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                 (c >= 'a' && c <= 'z'))
            fputc(c, to);
        else
            fprintf(to, "%%%02X", c);
    }
}

void form_write(FILE *to, const json_t *form)
{
    const char *name, *separator = "";
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)form, name, value)
    {
        fprintf(to, "%s%s=", separator, name);
        write_escaped(to, json_string_value(value));
        separator = "&";
    }
}
