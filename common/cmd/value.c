/* SPDX-License-Identifier: MIT */
#include "common/cmd/value.h"

#include "common/i18n.h"
#include "common/money.h"
#include "common/num.h"
#include "common/text.h"

#include <stdlib.h>
#include <string.h>

#define LONG 50 /* choices longer than this are listed apart */

/* ---------------------------------------------------------------- checks */

static bool is_id(struct arena *mem, const char *s)
{
    int64_t v;
    (void)mem;
    return num_parse_id(s, &v);
}

static bool is_int(struct arena *mem, const char *s)
{
    int64_t v;
    (void)mem;
    return num_parse(s, INT64_MIN, INT64_MAX, &v);
}

static bool is_count(struct arena *mem, const char *s)
{
    int64_t v;
    (void)mem;
    return num_parse(s, 1, 1000000000, &v);
}

static bool is_money(struct arena *mem, const char *s)
{
    int64_t v;
    (void)mem;
    return money_parse(s, &v) == E_OK;
}

static bool is_text(struct arena *mem, const char *s)
{
    (void)mem;
    return text_is_utf8(s, strlen(s));
}

/* "7=2": both numbers; what else a quantity must be the server says. */
static bool is_item(struct arena *mem, const char *s)
{
    const char *equals = strchr(s, '=');
    return equals && is_id(mem, arena_dup(mem, s, (size_t)(equals - s))) && is_int(mem, equals + 1);
}

static bool is_review(struct arena *mem, const char *s)
{
    const char *equals = strchr(s, '='), *colon = equals ? strchr(equals, ':') : NULL;
    return colon && is_id(mem, arena_dup(mem, s, (size_t)(equals - s))) &&
           is_int(mem, arena_dup(mem, equals + 1, (size_t)(colon - equals - 1))) && is_text(mem, colon);
}

static bool is_field(struct arena *mem, const char *s)
{
    return *s && *s != '=' && strchr(s, '=') && strncmp(s, ":=", 2) != 0 && is_text(mem, s);
}

static bool is_duration(struct arena *mem, const char *s)
{
    int64_t ms;
    (void)mem;
    return value_duration(s, &ms);
}

static bool is_url(struct arena *mem, const char *s)
{
    return is_text(mem, s) && (str_starts(s, "http://") || str_starts(s, "https://"));
}

static bool is_lang(struct arena *mem, const char *s)
{
    (void)mem;
    return lang_find(s, LANG_COUNT) != LANG_COUNT;
}

/* ---------------------------------------------------------------- JSON */

static void write_number(struct str *b, const char *s)
{
    str_add(b, s);
}

static void write_money(struct str *b, const char *s)
{
    int64_t fen = 0;
    if (money_parse(s, &fen) == E_OK)
        str_int(b, fen);
}

static void write_item(struct str *b, const char *s)
{
    size_t n = strcspn(s, "=");
    str_addf(b, "{\"sku_id\":%.*s,\"quantity\":%s}", (int)n, s, s + n + 1);
}

static void write_review(struct str *b, const char *s)
{
    size_t sku = strcspn(s, "="), stars = strcspn(s + sku + 1, ":");
    str_addf(b, "{\"sku_id\":%.*s,\"rating\":%.*s,\"content\":", (int)sku, s, (int)stars, s + sku + 1);
    str_json(b, s + sku + 1 + stars + 1);
    str_addc(b, '}');
}

/* ---------------------------------------------------------------- the types */

static const struct type {
    const char *name, *shown, *wants;
    bool (*check)(struct arena *mem, const char *word);
    void (*write)(struct str *b, const char *word);
} types[] = {
    {"id", "ID", N_("a number above 0"), is_id, write_number},
    {"sku", "SKU", N_("a number above 0"), is_id, write_number},
    {"cart-sku", "SKU", N_("a number above 0"), is_id, write_number},
    {"address", "ID", N_("a number above 0"), is_id, write_number},
    {"order", "ID", N_("a number above 0"), is_id, str_json},
    {"desk-order", "ID", N_("a number above 0"), is_id, str_json},
    {"job", "ID", N_("a number above 0"), is_id, write_number},
    {"int", "N", N_("a whole number"), is_int, write_number},
    {"count", "N", N_("a number above 0"), is_count, write_number},
    {"money", "AMOUNT", N_("an amount such as 12.90"), is_money, write_money},
    {"text", "TEXT", N_("text in UTF-8"), is_text, str_json},
    {"document", "NAME", N_("text in UTF-8"), is_text, str_json},
    {"item", "SKU=QTY", N_("SKU=QTY, such as 7=2"), is_item, write_item},
    {"review", "SKU=STARS:TEXT", N_("SKU=STARS:TEXT, such as 7=5:Fresh"), is_review, write_review},
    {"field", "KEY=VALUE", N_("KEY=VALUE, or KEY:=JSON"), is_field, str_json},
    {"duration", "TIME", N_("a time such as 30, 500ms or 2m"), is_duration, str_json},
    {"fields", "[FIELDS]", N_("names of fields with commas between"), is_text, str_json},
    {"file", "FILE", N_("text in UTF-8"), is_text, str_json},
    {"url", "URL", N_("an address that begins with http:// or https://"), is_url, str_json},
    {"lang", "LANG", N_("zh-CN or en"), is_lang, str_json},
};

static const struct type *find(const char *name)
{
    for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
        if (strcmp(types[i].name, name) == 0)
            return &types[i];
    return NULL;
}

static bool is_choices(const char *type)
{
    return strchr(type, '|') != NULL;
}

/* Choices that end in "|.." are only the usual ones. */
static bool is_open(const char *type)
{
    size_t n = strlen(type);
    return n > 3 && strcmp(type + n - 3, "|..") == 0;
}

bool value_type_known(const char *type)
{
    return is_choices(type) || find(type);
}

const char *value_type_shown(struct arena *mem, const char *type)
{
    if (!is_choices(type))
        return find(type)->shown;
    if (strlen(type) > LONG)
        return "WORD";
    return is_open(type) ? arena_dup(mem, type, strlen(type) - 3) : type;
}

const char *value_choice(struct arena *mem, const char **at)
{
    const char *from = *at;
    size_t n = strcspn(from, "|");
    if (!n || strcmp(from, "..") == 0)
        return NULL;
    *at = from + n + (from[n] == '|');
    return arena_dup(mem, from, n);
}

const char *value_wrong(struct arena *mem, const char *type, const char *word)
{
    if (!is_choices(type))
        return find(type)->check(mem, word) ? NULL : find(type)->wants;
    if (is_open(type))
        return is_text(mem, word) && *word ? NULL : N_("text in UTF-8");
    const char *at = type, *choice;
    while ((choice = value_choice(mem, &at)))
        if (strcmp(choice, word) == 0)
            return NULL;
    return type;
}

void value_json(struct str *b, const char *type, const char *word)
{
    if (is_choices(type))
        str_json(b, word);
    else
        find(type)->write(b, word);
}

bool value_duration(const char *word, int64_t *ms)
{
    static const struct {
        const char *unit;
        int64_t ms;
    } units[] = {{"", 1000}, {"s", 1000}, {"ms", 1}, {"m", 60000}};
    char digits[16];
    int64_t v;
    size_t n = strspn(word, "0123456789");
    if (n == 0 || n > 9)
        return false;
    memcpy(digits, word, n);
    digits[n] = '\0';
    for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
        if (strcmp(word + n, units[i].unit) == 0 && num_parse(digits, 1, 1000000, &v)) {
            *ms = v * units[i].ms;
            return true;
        }
    return false;
}
