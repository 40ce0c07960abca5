/* SPDX-License-Identifier: MIT */
#include "common/cmd/help.h"

#include "common/cmd/cmd.h"
#include "common/cmd/grammar.h"
#include "common/cmd/line.h"
#include "common/cmd/value.h"
#include "common/str.h"
#include "common/text.h"

#include <string.h>

#define WIDTH 80

/* ---------------------------------------------------------------- laying out */

/* Bytes of the wide character at s, of which Chinese is made; 0 where there is none. */
static size_t wide(const char *s)
{
    size_t n = (unsigned char)*s >= 0xe0;
    while (n && ((unsigned char)s[n] & 0xc0) == 0x80)
        n++;
    return n;
}

static bool closes(const char *s)
{
    static const char *const marks[] = {"\u3002", "\uff0c", "\uff1b", "\uff1a", "\u3001", "\uff09", "\uff1f"};
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (str_starts(s, marks[i]))
            return true;
    return false;
}

/* Where a line may be broken: behind a blank, and around a wide character, but not before a closing mark. */
static size_t next_break(const char *s)
{
    size_t i = wide(s);
    while (!wide(s) && s[i] && s[i] != ' ' && !wide(s + i))
        i++;
    while (closes(s + i))
        i += wide(s + i);
    return i + strspn(s + i, " ");
}

static void pad(struct str *b, size_t n)
{
    while (n--)
        str_addc(b, ' ');
}

/* Adds text that begins at column `at`, broken to lines that begin at column `indent`. */
static void wrap(struct str *b, const char *text, size_t at, size_t indent)
{
    while (*text) {
        size_t n = next_break(text), trimmed = n;
        while (trimmed && text[trimmed - 1] == ' ')
            trimmed--;
        size_t columns = text_width(arena_dup(b->mem, text, trimmed));
        if (at > indent && at + columns > WIDTH) {
            while (b->n && b->s[b->n - 1] == ' ')
                b->s[--b->n] = '\0';
            str_addc(b, '\n');
            pad(b, at = indent);
        }
        str_addn(b, text, n);
        at += columns + (n - trimmed);
        text += n;
    }
    str_addc(b, '\n');
}

/* "  name      about": the name gets at least `column` columns. */
static void entry(struct str *b, const char *name, const char *about, size_t column)
{
    size_t width = text_width(name) + 2;
    str_addf(b, "  %s", name);
    if (width + 1 > column) {
        str_addc(b, '\n');
        width = 0;
    }
    pad(b, column - width);
    wrap(b, about, column, column);
}

static void heading(struct str *b, enum lang lang, const char *msgid)
{
    str_addf(b, "%s%s\n", b->n ? "\n" : "", tr(lang, msgid));
}

/* ---------------------------------------------------------------- parts */

static const char *words_of(struct arena *mem, const struct grammar *g)
{
    struct str b;
    str_init(&b, mem);
    for (size_t i = 0; i < g->word_n; i++)
        str_addf(&b, "%s%s", i ? " " : "", g->words[i]);
    return b.s;
}

static void examples(struct str *b, enum lang lang, const char *lines)
{
    heading(b, lang, N_("Examples:"));
    while (*lines) {
        size_t n = strcspn(lines, "\n");
        str_addf(b, "  shopctl %.*s\n", (int)n, lines);
        lines += n + (lines[n] == '\n');
    }
}

/* "shopctl order place --address ID [--item SKU=QTY ...]", broken between holes. */
static void usage(struct str *b, const struct grammar *g)
{
    const char *start = arena_printf(b->mem, "  shopctl %s", words_of(b->mem, g));
    size_t at = strlen(start);
    str_add(b, start);
    for (size_t i = 0; i < g->hole_n; i++) {
        const struct hole *h = &g->holes[i];
        const char *text = arena_printf(b->mem, "%s%s%s%s", h->required ? "" : "[", hole_usage(b->mem, h),
                                        h->many ? " ..." : "", h->required ? "" : "]");
        size_t width = text_width(text) + 1;
        if (at + width > WIDTH) {
            str_add(b, "\n     ");
            at = 5;
        }
        str_addf(b, " %s", text);
        at += width;
    }
    str_addc(b, '\n');
}

/* What it is for, with the choices where the usage line has no room for them. */
static const char *about_hole(struct arena *mem, enum lang lang, const struct hole *h)
{
    const char *about = cmd_hole_about(h->name), *at = h->type, *choice;
    struct str b;
    if (!about || !h->type || strcmp(value_type_shown(mem, h->type), "WORD") != 0)
        return about ? tr(lang, about) : NULL;
    str_init(&b, mem);
    str_add(&b, tr(lang, about));
    for (const char *mark = ": "; (choice = value_choice(mem, &at)); mark = ", ")
        str_addf(&b, "%s%s", mark, choice);
    return b.s;
}

static void holes(struct str *b, enum lang lang, const struct grammar *g)
{
    bool any = false;
    for (size_t i = 0; i < g->hole_n; i++) {
        const char *about = about_hole(b->mem, lang, &g->holes[i]);
        if (!about)
            continue;
        if (!any)
            heading(b, lang, N_("Arguments and options:"));
        any = true;
        const char *usage = hole_usage(b->mem, &g->holes[i]);
        entry(b, strlen(usage) > 40 ? arena_printf(b->mem, "--%s", g->holes[i].name) : usage, tr(lang, about),
              24);
    }
}

/* The commands whose words begin so. */
static bool commands(struct str *b, enum lang lang, const char *const *path, size_t n, size_t column)
{
    bool any = false;
    for (size_t i = 0; i < cmd_count; i++) {
        const struct grammar *g = grammar_read(b->mem, cmd_table[i].grammar);
        bool ours = !(cmd_table[i].flags & CMD_HIDDEN) && g->word_n >= n;
        for (size_t w = 0; ours && w < n; w++)
            ours = strcmp(g->words[w], path[w]) == 0;
        if (ours)
            entry(b, words_of(b->mem, g), tr(lang, cmd_table[i].about), column);
        any = any || ours;
    }
    return any;
}

static void global_options(struct str *b, enum lang lang)
{
    static const char *const abouts[] = {
#define X(name, hole, about) about,
        CMD_GLOBALS(X)
#undef X
    };
    const struct grammar *g = line_globals(b->mem);
    heading(b, lang, N_("Options before or after any command:"));
    for (size_t i = 0; i < g->hole_n; i++) {
        entry(b, hole_usage(b->mem, &g->holes[i]), tr(lang, abouts[i]), 24);
    }
}

/* ---------------------------------------------------------------- pages */

static const char *help_command(struct arena *mem, enum lang lang, const struct cmd *cmd)
{
    const struct grammar *g = grammar_read(mem, cmd->grammar);
    struct str b;
    str_init(&b, mem);
    examples(&b, lang, cmd->examples);
    heading(&b, lang, N_("Usage:"));
    usage(&b, g);
    str_addc(&b, '\n');
    wrap(&b, arena_printf(mem, "%s - %s", words_of(mem, g), tr(lang, cmd->about)), 0, 0);
    if (cmd->more)
        wrap(&b, tr(lang, cmd->more), 0, 0);
    holes(&b, lang, g);
    str_addc(&b, '\n');
    wrap(&b, tr(lang, N_("Options of all commands: shopctl help. Fields of the output: --json=?")), 0, 0);
    return b.s;
}

static const char *help_noun(struct arena *mem, enum lang lang, const char *const *words, size_t n)
{
    struct str b;
    str_init(&b, mem);
    heading(&b, lang, N_("Commands:"));
    return commands(&b, lang, words, n, 24) ? b.s : NULL;
}

static void noun(void *arg, const char *word)
{
    struct str *b = arg;
    str_addf(b, "%s%s", b->n ? " " : "", word);
}

static const char *help_top(struct arena *mem, enum lang lang)
{
    struct str b, nouns;
    str_init(&b, mem);
    str_init(&nouns, mem);
    examples(&b, lang,
             "goods search strawberry\nlogin lin\ncart add 7 2\norder place --address 3 --pay alipay\n");
    heading(&b, lang, N_("Usage:"));
    str_add(&b, "  shopctl COMMAND [WORDS] [OPTIONS]\n");
    heading(&b, lang, N_("Commands:"));
    line_next_words(mem, NULL, 0, noun, &nouns);
    str_add(&b, "  ");
    wrap(&b, nouns.s, 2, 2);
    str_addc(&b, '\n');
    wrap(&b,
         tr(lang, N_("More: shopctl help NOUN, shopctl help NOUN VERB, shopctl help --tree, and on the "
                     "topics exit-codes, output and environment.")),
         0, 0);
    global_options(&b, lang);
    return b.s;
}

const char *help_tree(struct arena *mem, enum lang lang)
{
    struct str b;
    str_init(&b, mem);
    commands(&b, lang, NULL, 0, 24);
    return b.s;
}

/* ---------------------------------------------------------------- topics */

static const char *exit_codes(struct arena *mem, enum lang lang)
{
    static const struct {
        int code;
        const char *about;
    } codes[] = {
        {0, N_("done")},
        {1, N_("the server failed, or anything else")},
        {2, N_("wrong usage; nothing was sent")},
        {3, N_("not found")},
        {4, N_("not signed in, or not allowed")},
        {5, N_("conflict: stale, out of stock, another price, not in this state")},
        {6, N_("invalid data")},
        {7, N_("not reachable, no answer in time, or the outcome is not known")},
        {8, N_("still pending when the time was over")},
        {9, N_("too many attempts")},
        {130, N_("interrupted")},
    };
    struct str b;
    str_init(&b, mem);
    for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
        entry(&b, arena_printf(mem, "%d", codes[i].code), tr(lang, codes[i].about), 8);
    return b.s;
}

static const char *output(struct arena *mem, enum lang lang)
{
    static const char *const texts[] = {
        N_("On a terminal: a table, cut to the window, with relative times. Elsewhere: tsv."),
        N_("tsv: one record a line, no header, nothing cut, times in RFC 3339, amounts as 12.90; tab, line feed and "
           "backslash are written \\t, \\n and \\\\. The columns are those that --json=? lists."),
        N_("csv: the same columns with a header (RFC 4180). jsonl: one JSON document a line."),
        N_("json, or --json: the API's own document, amounts in minor units, one document however many pages."),
        N_("--json id,name: only these fields; with --output as well they choose its columns."),
    };
    struct str b;
    str_init(&b, mem);
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
        wrap(&b, tr(lang, texts[i]), 0, 0);
    return b.s;
}

static const char *environment(struct arena *mem, enum lang lang)
{
    static const char *const texts[] = {
        N_("SHOPCTL_<OPTION> stands for every option of all commands: SHOPCTL_URL, SHOPCTL_TOKEN_FILE, "
           "SHOPCTL_OUTPUT and so on; 1 switches a flag on. What is on the command line comes first."),
        N_("LANGUAGE, LC_ALL, LC_MESSAGES, LANG: the language, in this order, behind --lang."),
        N_("NO_COLOR, CLICOLOR_FORCE, TERM: colours, in this order, behind --color. COLUMNS: the width of tables."),
        N_("XDG_STATE_HOME: the session's token is kept in shop/token below it (default ~/.local/state)."),
    };
    struct str b;
    str_init(&b, mem);
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
        wrap(&b, tr(lang, texts[i]), 0, 0);
    return b.s;
}

static const struct {
    const char *name;
    const char *(*text)(struct arena *mem, enum lang lang);
} topics[] = {{"exit-codes", exit_codes}, {"output", output}, {"environment", environment}};

const char *help_topic(size_t i)
{
    return i < sizeof(topics) / sizeof(*topics) ? topics[i].name : NULL;
}

enum err help_text(struct arena *mem, enum lang lang, const char *const *words, size_t n, const char **text)
{
    *text = n ? NULL : help_top(mem, lang);
    for (size_t i = 0; n == 1 && !*text && i < sizeof(topics) / sizeof(*topics); i++)
        if (strcmp(topics[i].name, words[0]) == 0)
            *text = topics[i].text(mem, lang);
    for (size_t i = 0; !*text && i < cmd_count; i++) {
        const struct grammar *g = grammar_read(mem, cmd_table[i].grammar);
        bool same = g->word_n == n;
        for (size_t w = 0; same && w < n; w++)
            same = strcmp(g->words[w], words[w]) == 0;
        if (same)
            *text = help_command(mem, lang, &cmd_table[i]);
    }
    if (!*text)
        *text = help_noun(mem, lang, words, n);
    return *text ? E_OK : E_NOT_FOUND;
}
