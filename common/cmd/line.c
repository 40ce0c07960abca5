/* SPDX-License-Identifier: MIT */
/* One pass over the words. The one doubt is the optional value of --json: in `--json id order list` the next
 * word is its value, in `--json order list` it is not. It is one where what is left is a whole command and the
 * word names fields of what that command prints; so both readings are tried, this one first. */
#include "common/cmd/line.h"

#include "common/cmd/columns.h"
#include "common/cmd/similar.h"
#include "common/cmd/value.h"
#include "common/str.h"

#include <stdarg.h>
#include <string.h>

struct reader {
    struct line *line;
    const char *const *argv;
    int argc, at;
    bool take_fields; /* read the word after --json as its value */
    bool doubtful;    /* the other reading is possible as well */
    const char **args;
};

static enum err wrong(struct line *l, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static enum err wrong(struct line *l, const char *fmt, ...)
{
    struct str b;
    va_list ap;
    str_init(&b, l->mem);
    va_start(ap, fmt);
    str_vaddf(&b, fmt, ap);
    va_end(ap);
    l->error = b.s;
    return E_USAGE;
}

static void suggest(struct line *l, const struct similar *s, const char *dashes)
{
    if (s->best)
        l->hint = arena_printf(l->mem, tr(l->lang, N_("did you mean '%s%s'?")), dashes, s->best);
}

/* ---------------------------------------------------------------- words */

static bool begins(const struct grammar *g, const char *const *path, size_t n)
{
    if (g->word_n < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (strcmp(g->words[i], path[i]) != 0)
            return false;
    return true;
}

void line_next_words(struct arena *mem, const char *const *path, size_t n,
                     void (*each)(void *arg, const char *word), void *arg)
{
    const char *last = "";
    for (size_t i = 0; i < cmd_count; i++) {
        const struct grammar *g = grammar_read(mem, cmd_table[i].grammar);
        if ((cmd_table[i].flags & CMD_HIDDEN) || !begins(g, path, n) || g->word_n == n ||
            !strcmp(g->words[n], last))
            continue;
        last = g->words[n];
        each(arg, last);
    }
}

static void compare(void *arg, const char *word)
{
    similar_try(arg, word);
}

/* A word of the command's name: finds the row, or a longer way to go. */
static enum err name_word(struct line *l, const char *word)
{
    bool longer = false;
    l->path[l->path_n++] = word;
    for (size_t i = 0; i < cmd_count; i++) {
        const struct grammar *g = grammar_read(l->mem, cmd_table[i].grammar);
        if (!begins(g, l->path, l->path_n))
            continue;
        longer = true;
        if (g->word_n != l->path_n)
            continue;
        l->cmd = &cmd_table[i];
        l->grammar = g;
        l->values = arena_array(l->mem, g->hole_n, sizeof(*l->values));
        return E_OK;
    }
    if (longer)
        return E_OK;
    struct similar near = {.typed = word};
    l->path_n--;
    line_next_words(l->mem, l->path, l->path_n, compare, &near);
    suggest(l, &near, "");
    if (l->path_n)
        return wrong(l, tr(l->lang, N_("'%s' has no command '%s'")), l->path[l->path_n - 1], word);
    return wrong(l, tr(l->lang, N_("there is no command '%s'")), word);
}

/* ---------------------------------------------------------------- options */

const struct grammar *line_globals(struct arena *mem)
{
#define X(name, hole, about) " " hole
    return grammar_read(mem, "shopctl" CMD_GLOBALS(X));
#undef X
}

static void add(struct line *l, const struct hole *h, const char *value)
{
    struct values *v = &l->values[h - l->grammar->holes];
    size_t bytes = sizeof(*v->list);
    v->list = arena_grow(l->mem, v->list, v->n * bytes, (v->n + 1) * bytes);
    v->list[v->n++] = value;
}

static enum err check(struct line *l, const struct hole *h, const char *shown, const char *value)
{
    const char *wants = value_wrong(l->mem, h->type, value);
    if (!wants)
        return E_OK;
    return wrong(l, tr(l->lang, N_("%s: '%s' is not right; wanted: %s")), shown, value, tr(l->lang, wants));
}

static bool looks_like_fields(const char *s)
{
    return *s && s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_.,?")] == '\0';
}

/* --json, whose value may be missing: "*" stands for all fields. */
static const char *fields_value(struct reader *r)
{
    const char *next = r->at + 1 < r->argc ? r->argv[r->at + 1] : NULL;
    if (!next || !looks_like_fields(next))
        return "*";
    r->doubtful = true;
    if (!r->take_fields)
        return "*";
    r->at++;
    return next;
}

/* The option's value: behind the equals sign or in the next word. NULL: it is missing. */
static const char *option_value(struct reader *r, const struct hole *h, const char *inlined)
{
    bool fields = strcmp(h->type, "fields") == 0;
    if (inlined)
        return fields && !*inlined ? "*" : inlined;
    if (fields)
        return fields_value(r);
    if (r->at + 1 < r->argc)
        return r->argv[++r->at];
    r->line->open = h;
    return NULL;
}

static enum err unknown_option(struct line *l, const char *shown, const char *name)
{
    const struct grammar *globals = line_globals(l->mem);
    struct similar near = {.typed = name};
    for (size_t i = 0; i < globals->hole_n; i++)
        similar_try(&near, globals->holes[i].name);
    for (size_t i = 0; l->grammar && i < l->grammar->hole_n; i++)
        if (l->grammar->holes[i].option)
            similar_try(&near, l->grammar->holes[i].name);
    suggest(l, &near, near.best && !near.best[1] ? "-" : "--");
    if (!l->cmd)
        return wrong(l, tr(l->lang, N_("no option '%s' for all commands; a command's own stand behind it")),
                     shown);
    return wrong(l, tr(l->lang, N_("'%s' has no option '%s'")), l->grammar->words[l->path_n - 1], shown);
}

static enum err read_option(struct reader *r, const char *name, const char *shown, const char *inlined)
{
    struct line *l = r->line;
    const struct grammar *globals = line_globals(l->mem);
    const struct hole *own = l->cmd ? grammar_option(l->grammar, name) : NULL, *h = own;
    if (!h)
        h = grammar_option(globals, name);
    if (!h)
        return unknown_option(l, shown, name);
    if (!h->type && inlined)
        return wrong(l, tr(l->lang, N_("%s takes no value")), shown);
    const char *value = h->type ? option_value(r, h, inlined) : "1";
    if (!value)
        return wrong(l, tr(l->lang, N_("%s needs a value: %s")), shown, value_type_shown(l->mem, h->type));
    if (h->type && check(l, h, shown, value))
        return E_USAGE;
    if (own && !h->many && l->values[h - l->grammar->holes].n)
        return wrong(l, tr(l->lang, N_("%s is given twice")), shown);
    if (own) {
        add(l, h, value);
    } else {
        l->globals[h - globals->holes] = value;
        l->typed[h - globals->holes] = true;
    }
    return E_OK;
}

static enum err read_long(struct reader *r, const char *word)
{
    size_t n = strcspn(word, "=");
    const char *shown = arena_dup(r->line->mem, word, n);
    if (n == 3) /* one letter has one dash */
        return unknown_option(r->line, shown, shown + 2);
    return read_option(r, shown + 2, shown, word[n] ? word + n + 1 : NULL);
}

static enum err read_short(struct reader *r, const char *word)
{
    const char *shown = arena_dup(r->line->mem, word, 2);
    if (strcmp(word, "-h") == 0)
        return read_option(r, "help", shown, NULL);
    return read_option(r, shown + 1, shown, word[2] ? word + 2 : NULL);
}

/* ---------------------------------------------------------------- the pass */

/* "-3" is a number and "-" is a word. */
static bool is_option(const char *word)
{
    return word[0] == '-' && word[1] && !(word[1] >= '0' && word[1] <= '9');
}

static enum err read_words(struct reader *r)
{
    struct line *l = r->line;
    bool ended = false;
    for (r->at = 0; r->at < r->argc; r->at++) {
        const char *word = r->argv[r->at];
        enum err e = E_OK;
        if (!ended && strcmp(word, "--") == 0)
            ended = true;
        else if (!ended && is_option(word))
            e = word[1] == '-' ? read_long(r, word) : read_short(r, word);
        else if (!l->cmd)
            e = name_word(l, word);
        else
            r->args[l->arg_n++] = word;
        if (e)
            return e;
    }
    return E_OK;
}

static enum err missing(struct line *l, const struct hole *h)
{
    return wrong(l, tr(l->lang, N_("%s is missing")), hole_usage(l->mem, h));
}

/* Puts the arguments into their holes, and finds what must be there and is not. */
static enum err fill_holes(struct line *l, const char **args)
{
    const struct grammar *g = l->grammar;
    size_t used = 0;
    for (size_t i = 0; i < g->hole_n; i++) {
        const struct hole *h = &g->holes[i];
        for (bool more = !h->option; more && used < l->arg_n; more = h->many) {
            if (check(l, h, hole_usage(l->mem, h), args[used]))
                return E_USAGE;
            add(l, h, args[used++]);
        }
        if (h->required && !l->values[i].n)
            return missing(l, h);
    }
    if (used < l->arg_n)
        return wrong(l, tr(l->lang, N_("one word too many: '%s'")), args[used]);
    return E_OK;
}

static enum err no_command(struct line *l)
{
    if (l->path_n == 0)
        return E_OK;
    return wrong(l, tr(l->lang, N_("'%s' alone is no command")), l->path[l->path_n - 1]);
}

/* A variable that is on: anything but empty, 0, false and no. */
static const char *flag_from_env(const char *value)
{
    static const char *const off[] = {"", "0", "false", "no"};
    for (size_t i = 0; i < sizeof(off) / sizeof(*off); i++)
        if (strcmp(value, off[i]) == 0)
            return NULL;
    return "1";
}

static const char *env_name(struct arena *mem, const char *option)
{
    char *s = arena_printf(mem, "SHOPCTL_%s", option);
    for (char *c = s; *c; c++)
        *c = *c == '-' ? '_' : *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
    return s;
}

static enum err from_env(struct line *l, const char *(*env)(const char *))
{
    const struct grammar *globals = line_globals(l->mem);
    for (int i = 0; i < G_HELP; i++) {
        const struct hole *h = &globals->holes[i];
        const char *name = env_name(l->mem, h->name), *value = env(name);
        if (l->globals[i] || !value || !*value)
            continue;
        if (i == G_JSON) {
            const char *on = flag_from_env(value);
            l->globals[i] = on && strcmp(value, "1") == 0 ? "*" : on ? value : NULL;
        } else if (!h->type) {
            l->globals[i] = flag_from_env(value);
        } else if (check(l, h, name, value)) {
            return E_USAGE;
        } else {
            l->globals[i] = value;
        }
    }
    return E_OK;
}

static enum err read_once(struct reader *r, struct arena *mem, enum lang lang,
                          const char *(*env)(const char *))
{
    struct line *l = r->line;
    *l = (struct line){.mem = mem, .lang = lang};
    r->doubtful = false;
    r->args = arena_array(mem, (size_t)r->argc, sizeof(*r->args));
    enum err e = read_words(r);
    if (e || !env || l->globals[G_HELP] || l->globals[G_VERSION])
        return e;
    e = from_env(l, env);
    if (e)
        return e;
    return l->cmd ? fill_holes(l, r->args) : no_command(l);
}

/* Every field that --json asks for must be one of what the command prints; `api` prints anything. */
static enum err check_fields(struct line *l)
{
    const char *asked = l->globals[G_JSON];
    const struct columns *c = l->cmd ? columns_find(l->mem, l->cmd->prints) : NULL;
    if (!c || !asked || strcmp(asked, "*") == 0 || strcmp(asked, "?") == 0)
        return E_OK;
    char *rest = NULL, *copy = arena_strdup(l->mem, asked);
    for (char *name = strtok_r(copy, ",", &rest); name; name = strtok_r(NULL, ",", &rest)) {
        if (columns_have(c, name))
            continue;
        struct similar near = {.typed = name};
        for (size_t i = 0; i < c->n; i++)
            similar_try(&near, c->list[i].path);
        suggest(l, &near, "");
        return wrong(l, tr(l->lang, N_("there is no field '%s' here; --json=? lists them")), name);
    }
    return E_OK;
}

enum err line_read(struct line *line, struct arena *mem, enum lang lang, int argc, const char *const *argv,
                   const char *(*env)(const char *name))
{
    struct line other;
    struct reader r = {.line = line, .argv = argv, .argc = argc, .take_fields = true};
    enum err e = read_once(&r, mem, lang, env), whole = e;
    if (!e)
        e = check_fields(line);
    if (!e || !r.doubtful)
        return e;
    r.line = &other;
    r.take_fields = false;
    enum err e2 = read_once(&r, mem, lang, env);
    /* Both readings fail: the one that is a command or got further into one tells what is wrong. */
    if (e2 && (!whole || line->path_n >= other.path_n))
        return e;
    *line = other;
    return e2;
}

enum err line_scan(struct line *line, struct arena *mem, enum lang lang, int argc, const char *const *argv)
{
    struct reader r = {.line = line, .argv = argv, .argc = argc};
    enum err e = read_once(&r, mem, lang, NULL);
    return line->open ? E_OK : e;
}

/* ---------------------------------------------------------------- reading the result */

const struct values *line_values(const struct line *l, const char *name)
{
    static const struct values none;
    for (size_t i = 0; l->grammar && i < l->grammar->hole_n; i++)
        if (strcmp(l->grammar->holes[i].name, name) == 0)
            return &l->values[i];
    return &none;
}

const char *line_value(const struct line *l, const char *name)
{
    for (size_t i = 0; l->grammar && i < l->grammar->hole_n; i++)
        if (strcmp(l->grammar->holes[i].name, name) == 0)
            return l->values[i].n ? l->values[i].list[0] : l->grammar->holes[i].preset;
    return NULL;
}
