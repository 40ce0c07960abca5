/* SPDX-License-Identifier: MIT */
#include "common/cmd/complete.h"

#include "common/cmd/columns.h"
#include "common/cmd/help.h"
#include "common/cmd/value.h"
#include "common/str.h"

#include <string.h>

void complete_add(struct completion *c, const char *word, const char *about)
{
    size_t size = sizeof(*c->list);
    if (!str_starts(word, c->typed))
        return;
    c->list = arena_grow(c->line.mem, c->list, c->n * size, (c->n + 1) * size);
    c->list[c->n++] = (struct candidate){word, about ? about : ""};
}

static const char *translated(const struct completion *c, const char *msgid)
{
    return msgid ? tr(c->line.lang, msgid) : "";
}

/* ---------------------------------------------------------------- values */

/* Fields of what the command prints, behind those that are there already: "id,na" -> "id,name". */
static void fields(struct completion *c, const char *before)
{
    const struct columns *columns = c->line.cmd ? columns_find(c->line.mem, c->line.cmd->prints) : NULL;
    const char *last = strrchr(c->typed, ',');
    size_t keep = last ? (size_t)(last + 1 - c->typed) : strlen(before);
    for (size_t i = 0; columns && i < columns->n; i++)
        complete_add(c, arena_printf(c->line.mem, "%.*s%s", (int)keep, c->typed, columns->list[i].path),
                     NULL);
}

/* `before` stands in front of each: "--sort=" or "". */
static void values(struct completion *c, const struct hole *h, const char *before)
{
    const char *at = h->type, *choice;
    if (!h->type)
        return;
    if (strcmp(h->type, "fields") == 0)
        fields(c, before);
    else if (strcmp(h->type, "lang") == 0)
        at = "zh-CN|en";
    if (strchr(at, '|'))
        while ((choice = value_choice(c->line.mem, &at)))
            complete_add(c, arena_printf(c->line.mem, "%s%s", before, choice), NULL);
    else if (!*before)
        c->look_up = h->type;
}

/* ---------------------------------------------------------------- options */

static void options(struct completion *c)
{
    static const char *const abouts[] = {
#define X(name, hole, about) about,
        CMD_GLOBALS(X)
#undef X
    };
    const struct grammar *own = c->line.grammar, *globals = line_globals(c->line.mem);
    for (size_t i = 0; own && i < own->hole_n; i++) {
        const struct hole *h = &own->holes[i];
        if (h->option && (h->many || !c->line.values[i].n))
            complete_add(c, arena_printf(c->line.mem, "%s%s", h->name[1] ? "--" : "-", h->name),
                         translated(c, cmd_hole_about(h->name)));
    }
    for (size_t i = 0; i < globals->hole_n; i++)
        if (!c->line.globals[i])
            complete_add(c, arena_printf(c->line.mem, "--%s", globals->holes[i].name),
                         translated(c, abouts[i]));
}

static void option_value(struct completion *c)
{
    size_t n = strcspn(c->typed, "=");
    const char *name = arena_dup(c->line.mem, c->typed + 2, n - 2);
    const struct hole *h = c->line.cmd ? grammar_option(c->line.grammar, name) : NULL;
    if (!h)
        h = grammar_option(line_globals(c->line.mem), name);
    if (h)
        values(c, h, arena_dup(c->line.mem, c->typed, n + 1));
}

/* ---------------------------------------------------------------- words */

static const char *about_of(struct completion *c, const char *const *path, size_t n)
{
    for (size_t i = 0; i < cmd_count; i++) {
        const struct grammar *g = grammar_read(c->line.mem, cmd_table[i].grammar);
        bool same = g->word_n == n;
        for (size_t w = 0; same && w < n; w++)
            same = strcmp(g->words[w], path[w]) == 0;
        if (same)
            return translated(c, cmd_table[i].about);
    }
    return "";
}

static void next_word(void *arg, const char *word)
{
    struct completion *c = arg;
    const char *path[GRAMMAR_WORDS];
    if (c->line.path_n == GRAMMAR_WORDS)
        return;
    memcpy(path, c->line.path, sizeof(path));
    path[c->line.path_n] = word;
    complete_add(c, word, about_of(c, path, c->line.path_n + 1));
}

/* The argument that comes next; behind the last one only options can. */
static void argument(struct completion *c)
{
    size_t place = 0;
    for (size_t i = 0; i < c->line.grammar->hole_n; i++) {
        const struct hole *h = &c->line.grammar->holes[i];
        if (h->option || (place++ < c->line.arg_n && !h->many))
            continue;
        values(c, h, "");
        return;
    }
    options(c);
}

/* Behind `help` come the words of commands. */
static void help_word(struct completion *c, int argc, const char *const *argv)
{
    struct line topic;
    if (line_scan(&topic, c->line.mem, c->line.lang, argc - 1, argv + 1) != E_OK)
        return;
    c->line = topic;
    line_next_words(topic.mem, topic.path, topic.path_n, next_word, c);
    for (size_t i = 0; topic.path_n == 0 && help_topic(i); i++)
        complete_add(c, help_topic(i), NULL);
}

void complete_line(struct completion *c, struct arena *mem, enum lang lang, int argc, const char *const *argv)
{
    *c = (struct completion){.typed = argc ? argv[argc - 1] : ""};
    int before = argc ? argc - 1 : 0;
    if (line_scan(&c->line, mem, lang, before, argv) != E_OK)
        return;
    if (c->line.open)
        values(c, c->line.open, "");
    else if (str_starts(c->typed, "--") && strchr(c->typed, '='))
        option_value(c);
    else if (*c->typed == '-')
        options(c);
    else if (c->line.cmd && c->line.cmd->special == CMD_HELP && strcmp(argv[0], "help") == 0)
        help_word(c, before, argv);
    else if (c->line.cmd)
        argument(c);
    else
        line_next_words(mem, c->line.path, c->line.path_n, next_word, c);
    if (before && strcmp(argv[before - 1], "--json") == 0)
        fields(c, "");
}
