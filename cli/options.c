/* SPDX-License-Identifier: MIT */
/* From the global options, the environment and the terminal to what one run does. */
#include "cli/cli.h"

#include "common/cmd/value.h"
#include "common/num.h"
#include "common/str.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define DEFAULT_URL   "http://127.0.0.1:8080"
#define DEFAULT_LIMIT 30
#define DEFAULT_WIDTH 80

/* The first of a list such as "zh_CN:en" that we have. */
static enum lang lang_of_list(struct arena *mem, const char *list)
{
    char *rest = NULL, *copy = arena_strdup(mem, list);
    for (char *tag = strtok_r(copy, ":", &rest); tag; tag = strtok_r(NULL, ":", &rest)) {
        enum lang l = lang_find(tag, LANG_COUNT);
        if (l != LANG_COUNT)
            return l;
    }
    return LANG_COUNT;
}

/* Known before the line is read, since errors in it are told in this language. */
static enum lang find_lang(struct arena *mem, int argc, const char *const *argv)
{
    static const char *const variables[] = {"SHOPCTL_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    enum lang l = LANG_COUNT;
    for (int i = 0; i < argc && l == LANG_COUNT && strcmp(argv[i], "--") != 0; i++) {
        if (str_starts(argv[i], "--lang="))
            l = lang_find(argv[i] + 7, LANG_COUNT);
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            l = lang_find(argv[i + 1], LANG_COUNT);
    }
    for (size_t i = 0; l == LANG_COUNT && i < sizeof(variables) / sizeof(*variables); i++) {
        const char *value = getenv(variables[i]);
        l = value ? lang_of_list(mem, value) : LANG_COUNT;
    }
    return l == LANG_COUNT ? LANG_EN : l;
}

/* --color, NO_COLOR, CLICOLOR_FORCE, TERM, and at last whether it is a terminal. */
static bool has_color(const char *option, bool tty)
{
    const char *none = getenv("NO_COLOR"), *force = getenv("CLICOLOR_FORCE"), *term = getenv("TERM");
    if (option && strcmp(option, "auto") != 0)
        return strcmp(option, "always") == 0;
    if (none && *none)
        return false;
    if (force && *force && strcmp(force, "0") != 0)
        return true;
    return tty && term && *term && strcmp(term, "dumb") != 0;
}

static size_t find_width(bool tty)
{
    const char *columns = getenv("COLUMNS");
    struct winsize w;
    int64_t n;
    if (columns && num_parse(columns, 1, 10000, &n))
        return (size_t)n;
    if (!tty)
        return 0;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col ? w.ws_col : DEFAULT_WIDTH;
}

static const char *default_token_file(struct arena *mem)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    if (state && *state == '/')
        return arena_printf(mem, "%s/shop/token", state);
    return home && *home == '/' ? arena_printf(mem, "%s/.local/state/shop/token", home) : NULL;
}

/* --output typed beats --json typed beats both from the environment. `api` prints what the server says. */
static void find_form(struct cli *cli)
{
    static const char *const names[] = {"table", "tsv", "csv", "json", "jsonl"};
    const struct line *l = &cli->line;
    const char *output = l->globals[G_OUTPUT], *json = l->globals[G_JSON];
    bool is_api = l->cmd && l->cmd->special == CMD_API;
    cli->form = is_api ? FORM_JSON : cli->out_tty ? FORM_TABLE : FORM_TSV;
    if (json && (!output || (l->typed[G_JSON] && !l->typed[G_OUTPUT])))
        output = "json";
    for (size_t i = 0; output && i < sizeof(names) / sizeof(*names); i++)
        if (strcmp(names[i], output) == 0)
            cli->form = (enum form)i;
    cli->json_errors = output && (cli->form == FORM_JSON || cli->form == FORM_JSONL);
    cli->fields = json && strcmp(json, "*") != 0 ? json : NULL;
}

static void find_limit(struct cli *cli)
{
    const struct line *l = &cli->line;
    bool all = l->globals[G_ALL] && !(l->typed[G_LIMIT] && !l->typed[G_ALL]);
    cli->limit = all ? INT64_MAX : DEFAULT_LIMIT;
    if (!all && l->globals[G_LIMIT] && !num_parse(l->globals[G_LIMIT], 1, INT64_MAX, &cli->limit))
        cli->limit = DEFAULT_LIMIT;
}

static enum err told(struct cli *cli)
{
    cli_fail(cli, E_USAGE, "%s", cli->line.error);
    if (cli->line.hint)
        cli_hint(cli, cli->line.hint);
    struct str words;
    str_init(&words, cli->mem);
    for (size_t i = 0; i < cli->line.path_n; i++)
        str_addf(&words, " %s", cli->line.path[i]);
    cli_hint(cli, arena_printf(cli->mem, tr(cli->lang, N_("see 'shopctl help%s'")), words.s));
    return E_USAGE;
}

enum err cli_options(struct cli *cli, int argc, const char *const *argv)
{
    struct line *l = &cli->line;
    cli->lang = find_lang(cli->mem, argc, argv);
    cli->in_tty = isatty(STDIN_FILENO);
    cli->out_tty = isatty(STDOUT_FILENO);
    cli->err_tty = isatty(STDERR_FILENO);
    cli->err_color = has_color(NULL, cli->err_tty);
    enum err e = line_read(l, cli->mem, cli->lang, argc, argv, (const char *(*)(const char *))getenv);
    if (e)
        return told(cli);
    cli->out_color = has_color(l->globals[G_COLOR], cli->out_tty);
    cli->err_color = has_color(l->globals[G_COLOR], cli->err_tty);
    cli->url = l->globals[G_URL] ? l->globals[G_URL] : DEFAULT_URL;
    cli->token_file = l->globals[G_TOKEN_FILE] ? l->globals[G_TOKEN_FILE] : default_token_file(cli->mem);
    cli->yes = l->globals[G_YES];
    cli->dry_run = l->globals[G_DRY_RUN];
    cli->width = find_width(cli->out_tty);
    if (!l->globals[G_TIMEOUT] || !value_duration(l->globals[G_TIMEOUT], &cli->timeout_ms))
        cli->timeout_ms = 30000;
    find_form(cli);
    find_limit(cli);
    return E_OK;
}
