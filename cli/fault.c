/* SPDX-License-Identifier: MIT */
/* Everything that is told on stderr: what happened, why, what to do next, and the request's id. */
#include "cli/cli.h"

#include "cli/print.h"
#include "common/str.h"
#include "common/text.h"

#include <stdarg.h>
#include <string.h>

static void say(struct cli *cli, const char *text)
{
    fprintf(stderr, "%sshopctl:%s %s\n", cli->err_color ? "\033[1;31m" : "", cli->err_color ? "\033[0m" : "",
            text_safe(cli->mem, text, true));
}

void cli_hint(struct cli *cli, const char *text)
{
    fprintf(stderr, "  %s\n", text_safe(cli->mem, text, true));
}

enum err cli_fail(struct cli *cli, enum err e, const char *fmt, ...)
{
    struct str b;
    va_list ap;
    str_init(&b, cli->mem);
    va_start(ap, fmt);
    str_vaddf(&b, fmt, ap);
    va_end(ap);
    say(cli, b.s);
    return e;
}

void cli_note(struct cli *cli, const char *fmt, ...)
{
    struct str b;
    va_list ap;
    if (!cli->err_tty)
        return;
    str_init(&b, cli->mem);
    va_start(ap, fmt);
    str_vaddf(&b, fmt, ap);
    va_end(ap);
    fprintf(stderr, "%s\n", text_safe(cli->mem, b.s, true));
}

/* What to do next, where we know it. */
static const char *advice(enum err e)
{
    static const struct {
        enum err e;
        const char *text;
    } table[] = {
        {E_UNAUTHENTICATED, N_("sign in with: shopctl login USER")},
        {E_NOT_ACTIVATED, N_("the token in the activation mail does it: shopctl activate TOKEN")},
        {E_PRICE_CHANGED, N_("look at the new amount: shopctl order preview")},
        {E_INVALID_STATE, N_("the actions that are possible now: shopctl order show ID --json actions")},
        {E_UNREACHABLE, N_("is shopd running there? --url or SHOPCTL_URL name another address")},
        {E_UNCERTAIN, N_("it is not known whether this was carried out: look before you repeat it")},
        {E_METHOD, N_("shopctl and shopd may be of different versions")},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
        if (table[i].e == e)
            return table[i].text;
    return NULL;
}

/* Whether the sentence says more than the title and the fields below it do. */
static bool says_more(const struct client_problem *p)
{
    size_t i;
    json_t *one;
    json_array_foreach(p->fields, i, one) if (str_eq(json_str(one, "detail"), p->detail)) return false;
    return *p->detail && strcmp(p->detail, p->title) != 0;
}

static void tell_fields(struct cli *cli, const json_t *fields)
{
    size_t i;
    json_t *one;
    json_array_foreach(fields, i, one)
    {
        const char *field = json_str(one, "field"), *detail = json_str(one, "detail");
        cli_hint(cli, arena_printf(cli->mem, "%s: %s", field ? field : "", detail ? detail : ""));
    }
}

enum err cli_problem(struct cli *cli, const struct client_problem *p)
{
    if (cli->json_errors && p->text && *p->text) {
        /* As it came; but a terminal must not obey what is in it. */
        const char *text = cli->err_tty ? text_safe(cli->mem, p->text, true) : p->text;
        fprintf(stderr, "%s%s", text, text[strlen(text) - 1] == '\n' ? "" : "\n");
        return p->err;
    }
    if (says_more(p))
        cli_fail(cli, p->err, "%s: %s", p->title, p->detail);
    else
        cli_fail(cli, p->err, "%s", p->title);
    tell_fields(cli, p->fields);
    if (p->retry_after)
        cli_hint(cli,
                 arena_printf(cli->mem, tr(cli->lang, N_("try again in %lld s")), (long long)p->retry_after));
    if (advice(p->err))
        cli_hint(cli, tr(cli->lang, advice(p->err)));
    if (*p->request_id)
        cli_hint(cli, arena_printf(cli->mem, tr(cli->lang, N_("request id: %s")), p->request_id));
    return p->err;
}

void cli_trace(const char *line)
{
    struct arena *mem = arena_new(SIZE_MAX);
    fprintf(stderr, "%s\n", text_safe(mem, line, true));
    arena_free(mem);
}
