/* SPDX-License-Identifier: MIT */
#include "common/cmd/grammar.h"

#include "common/cmd/value.h"
#include "common/str.h"

#include <string.h>

/* Cuts what stands between the marks, at the first `c`: "qty:int" -> "qty", returns "int". */
static char *cut(char *s, char c)
{
    char *at = strchr(s, c);
    if (!at)
        return NULL;
    *at = '\0';
    return at + 1;
}

static bool read_option(char *s, struct hole *h)
{
    h->option = true;
    s += s[1] == '-' ? 2 : 1;
    h->name = s;
    h->type = cut(s, '=');
    return *h->name && (!h->type || *h->type);
}

static bool read_argument(char *s, struct hole *h)
{
    h->name = s;
    h->type = cut(s, ':');
    h->preset = h->type ? cut(s + strlen(s) + 1, '=') : NULL;
    return *h->name && h->type && *h->type;
}

/* One blank-separated part that is no plain word. */
static bool read_hole(char *s, struct hole *h)
{
    size_t n = strlen(s);
    *h = (struct hole){.required = *s != '['};
    if (n > 3 && strcmp(s + n - 3, "...") == 0) {
        h->many = true;
        s[n -= 3] = '\0';
    }
    if (*s == '[' || *s == '<') {
        char close = *s == '[' ? ']' : '>';
        if (n < 3 || s[n - 1] != close)
            return false;
        s[n - 1] = '\0';
        s++;
    } else if (*s != '-') {
        return false;
    }
    return *s == '-' ? read_option(s, h) : read_argument(s, h);
}

/* Types must exist, and arguments stand in an order that can be told apart: those that must be there first,
 * a repeated one last. */
static bool makes_sense(const struct grammar *g)
{
    bool optional = false, many = false;
    for (size_t i = 0; i < g->hole_n; i++) {
        const struct hole *h = &g->holes[i];
        if (h->type && !value_type_known(h->type))
            return false;
        if (h->option)
            continue;
        if (many || (h->required && optional))
            return false;
        optional = !h->required;
        many = h->many;
    }
    return true;
}

struct grammar *grammar_read(struct arena *mem, const char *text)
{
    struct grammar *g = ARENA_NEW(mem, struct grammar);
    char *copy = arena_strdup(mem, text), *rest = NULL;
    g->holes = arena_array(mem, strlen(text) / 2 + 1, sizeof(*g->holes));
    for (char *s = strtok_r(copy, " ", &rest); s; s = strtok_r(NULL, " ", &rest)) {
        if (strchr("<[-", *s)) {
            if (!read_hole(s, &g->holes[g->hole_n++]))
                return NULL;
        } else if (g->hole_n || g->word_n == GRAMMAR_WORDS) {
            return NULL;
        } else {
            g->words[g->word_n++] = s;
        }
    }
    return makes_sense(g) ? g : NULL;
}

const struct hole *grammar_option(const struct grammar *g, const char *name)
{
    for (size_t i = 0; i < g->hole_n; i++)
        if (g->holes[i].option && strcmp(g->holes[i].name, name) == 0)
            return &g->holes[i];
    return NULL;
}

static const char *upper(struct arena *mem, const char *name)
{
    char *s = arena_strdup(mem, name);
    for (char *c = s; *c; c++)
        if (*c >= 'a' && *c <= 'z')
            *c = (char)(*c - 'a' + 'A');
    return s;
}

const char *hole_usage(struct arena *mem, const struct hole *h)
{
    struct str b;
    str_init(&b, mem);
    if (h->option)
        str_addf(&b, "%s%s", h->name[1] ? "--" : "-", h->name);
    if (h->option && h->type)
        str_addf(&b, " %s", value_type_shown(mem, h->type));
    /* Choices and pairs say more than the argument's name does. */
    if (!h->option)
        str_add(&b, strpbrk(value_type_shown(mem, h->type), "|=") ? value_type_shown(mem, h->type)
                                                                  : upper(mem, h->name));
    return b.s;
}
