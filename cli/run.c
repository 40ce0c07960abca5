/* SPDX-License-Identifier: MIT */
/* Running a command: most are what their row says; the others are in the table below. */
#include "cli/cli.h"

#include "cli/print.h"
#include "common/cmd/call.h"
#include "common/cmd/help.h"

#include <string.h>

#define PAGE 100 /* the most that the API gives at once */

/* ---------------------------------------------------------------- help */

/* Words that name nothing: told as they would be if they had been typed as a command. */
static enum err no_help(struct cli *cli, const char *const *words, size_t n)
{
    struct line l;
    if (line_scan(&l, cli->mem, cli->lang, (int)n, words) == E_OK)
        l.error = arena_printf(cli->mem, tr(cli->lang, N_("there is no help on '%s'")), words[n - 1]);
    cli_fail(cli, E_USAGE, "%s", l.error);
    if (l.hint)
        cli_hint(cli, l.hint);
    return E_USAGE;
}

static enum err help_on(struct cli *cli, const char *const *words, size_t n)
{
    const char *text;
    if (help_text(cli->mem, cli->lang, words, n, &text) != E_OK)
        return no_help(cli, words, n);
    fputs(text, stdout);
    return E_OK;
}

static enum err run_help(struct cli *cli)
{
    const struct values *topic = line_values(&cli->line, "topic");
    if (!line_value(&cli->line, "tree"))
        return help_on(cli, topic->list, topic->n);
    fputs(help_tree(cli->mem, cli->lang), stdout);
    return E_OK;
}

/* ---------------------------------------------------------------- lists */

/* Asks for pages as large as they are needed; `api` sends what it was given. */
static const char *first_page(struct cli *cli, const char *path)
{
    unsigned flags = cli->line.cmd->flags;
    char number[24];
    if (!(flags & (CMD_PAGES | CMD_CURSOR)))
        return path;
    snprintf(number, sizeof(number), "%lld", (long long)(cli->limit < PAGE ? cli->limit : PAGE));
    return call_add_query(cli->mem, path, flags & CMD_PAGES ? "per_page" : "limit", number);
}

/* Leaves at most `left` items. */
static void cut_items(json_t *items, int64_t left)
{
    while ((int64_t)json_array_size(items) > left)
        json_array_remove(items, json_array_size(items) - 1);
}

static void tell_cut(struct cli *cli, int64_t shown, int64_t total)
{
    if (total > shown)
        cli_note(cli, tr(cli->lang, N_("%lld of %lld; --all shows everything")), (long long)shown,
                 (long long)total);
    else
        cli_note(cli, tr(cli->lang, N_("the first %lld; --all shows everything")), (long long)shown);
}

enum err run_list(struct cli *cli, const char *path, const struct columns *columns)
{
    struct printer *p = printer_open(cli, columns);
    int64_t shown = 0, total = 0;
    bool cut = false;
    enum err e = E_OK;
    path = first_page(cli, path);
    while (path && !e && !ferror(stdout)) {
        struct arena *mem = arena_new(SIZE_MAX);
        struct client_reply reply;
        e = cli_send(cli, mem, &(struct client_request){.method = "GET", .path = path}, &reply);
        path = NULL;
        if (!e) {
            json_t *items = json_get(reply.doc, "items");
            int64_t had = shown + (int64_t)json_array_size(items);
            cut_items(items, cli->limit - shown);
            printer_add(p, reply.doc);
            shown += (int64_t)json_array_size(items);
            total = json_int(reply.doc, "total", 0);
            cut = had > shown || (reply.next && shown >= cli->limit);
            if (reply.next && !cut)
                path = arena_strdup(cli->mem, reply.next);
        }
        arena_free(mem);
    }
    printer_close(p, !e);
    if (!e && !shown && cli->form == FORM_TABLE)
        cli_note(cli, "%s", tr(cli->lang, N_("nothing found")));
    if (!e && cut)
        tell_cut(cli, shown, total);
    return e;
}

/* ---------------------------------------------------------------- one call */

static enum err ask_first(struct cli *cli)
{
    struct arena *mem = cli->mem;
    const char *what = arena_printf(mem, "%s %s %s:", cli->line.path[0], cli->line.path[cli->line.path_n - 1],
                                    line_value(&cli->line, "id"));
    return ask_yes(cli, arena_printf(mem, "%s %s", what, tr(cli->lang, N_("this can't be undone. Go on?"))));
}

static void print_reply(struct cli *cli, const struct columns *columns, json_t *doc)
{
    if (!columns || !doc)
        return;
    if (!columns->many) {
        print_document(cli, columns, doc);
        return;
    }
    struct printer *p = printer_open(cli, columns);
    printer_add(p, doc);
    printer_close(p, true);
}

static enum err call_row(struct cli *cli, struct client_reply *reply)
{
    const struct cmd *cmd = cli->line.cmd;
    struct call call = call_make(&cli->line);
    struct client_request rq = {.method = call.method, .path = call.path, .body = call.body};
    enum err e = cmd->flags & CMD_ASKS ? ask_first(cli) : E_OK;
    if (!e)
        e = cli_send(cli, cli->mem, &rq, reply);
    if (!e)
        print_reply(cli, columns_find(cli->mem, cmd->prints), reply->doc);
    return e;
}

static enum err run_row(struct cli *cli)
{
    const struct cmd *cmd = cli->line.cmd;
    struct client_reply reply;
    if (cmd->flags & (CMD_PAGES | CMD_CURSOR))
        return run_list(cli, call_make(&cli->line).path, columns_find(cli->mem, cmd->prints));
    return call_row(cli, &reply);
}

/* Broken books are no error of the request, but one for whoever runs this every night. */
static enum err run_books_audit(struct cli *cli)
{
    struct client_reply reply;
    enum err e = call_row(cli, &reply);
    if (e || !reply.doc || json_flag(reply.doc, "balanced"))
        return e;
    return cli_fail(cli, E_INTERNAL, "%s", tr(cli->lang, N_("the books do not balance")));
}

/* ---------------------------------------------------------------- which */

static enum err (*const specials[CMD_SPECIALS])(struct cli *cli) = {
    [CMD_PLAIN] = run_row,
    [CMD_REGISTER] = run_register,
    [CMD_LOGIN] = run_login,
    [CMD_LOGOUT] = run_logout,
    [CMD_ADDRESS_EDIT] = run_address_edit,
    [CMD_ORDER_PREVIEW] = run_order_preview,
    [CMD_ORDER_PAY] = run_order_pay,
    [CMD_ORDER_WAIT] = run_order_wait,
    [CMD_BOOKS_AUDIT] = run_books_audit,
    [CMD_API] = run_api,
    [CMD_EXPLAIN] = run_explain,
    [CMD_COMPLETION] = run_completion,
    [CMD_COMPLETE] = run_complete,
    [CMD_HELP] = run_help,
};

/* Said here rather than by the server: a guest's cart would be one that nobody finds again. */
static enum err need_session(struct cli *cli)
{
    const char *token;
    if (!(cli->line.cmd->flags & CMD_SESSION) || cli->dry_run)
        return E_OK;
    enum err e = token_load(cli, &token);
    if (e || token)
        return e;
    struct client_problem p = {.err = E_UNAUTHENTICATED, .detail = "", .request_id = ""};
    p.title = tr(cli->lang, err_title(p.err));
    p.text = "{\"type\":\"about:blank\",\"title\":\"Please sign in\",\"code\":\"unauthenticated\"}";
    return cli_problem(cli, &p);
}

enum err cli_run(struct cli *cli)
{
    const struct line *l = &cli->line;
    if (l->globals[G_VERSION]) {
        puts("shopctl " VERSION);
        return E_OK;
    }
    if (l->globals[G_HELP] || !l->cmd)
        return help_on(cli, l->path, l->path_n);
    if (l->globals[G_JSON] && strcmp(l->globals[G_JSON], "?") == 0 && l->cmd->prints) {
        if (!l->globals[G_OUTPUT])
            cli->form = cli->out_tty ? FORM_TABLE : FORM_TSV;
        print_fields(cli, columns_find(cli->mem, l->cmd->prints));
        return E_OK;
    }
    enum err e = need_session(cli);
    return e ? e : specials[l->cmd->special](cli);
}
