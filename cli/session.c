/* SPDX-License-Identifier: MIT */
/* register, login and logout: the commands that know passwords and tokens. */
#include "cli/cli.h"

#include "cli/print.h"

#include <string.h>

/* --dry-run prints the request, so it asks for nothing and shows nothing secret. */
static enum err password_for(struct cli *cli, bool twice, const char **password)
{
    *password = "***";
    return cli->dry_run ? E_OK : ask_password(cli, twice, password);
}

static const char *pairs(struct arena *mem, const char *const (*members)[2], size_t n)
{
    struct str b;
    str_init(&b, mem);
    for (size_t i = 0; i < n; i++) {
        str_addf(&b, "%s\"%s\":", i ? "," : "{", members[i][0]);
        str_json(&b, members[i][1]);
    }
    str_addc(&b, '}');
    return b.s;
}

enum err run_register(struct cli *cli)
{
    const char *password;
    struct client_reply reply;
    enum err e = password_for(cli, true, &password);
    if (e)
        return e;
    const char *members[][2] = {{"username", line_value(&cli->line, "user")},
                                {"email", line_value(&cli->line, "email")},
                                {"password", password}};
    struct client_request rq = {.method = "POST", .path = "/users"};
    rq.body = pairs(cli->mem, (const char *const(*)[2])members, 3);
    e = cli_send(cli, cli->mem, &rq, &reply);
    if (e || !reply.doc)
        return e;
    print_document(cli, columns_find(cli->mem, cli->line.cmd->prints), reply.doc);
    cli_note(cli, "%s",
             tr(cli->lang, N_("a mail with the activation token is on its way: shopctl activate TOKEN")));
    return E_OK;
}

enum err run_login(struct cli *cli)
{
    const char *password;
    struct client_reply reply;
    enum err e = password_for(cli, false, &password);
    if (e)
        return e;
    const char *members[][2] = {{"login", line_value(&cli->line, "user")}, {"password", password}};
    struct client_request rq = {.method = "POST", .path = "/sessions"};
    rq.body = pairs(cli->mem, (const char *const(*)[2])members, 2);
    e = cli_send(cli, cli->mem, &rq, &reply);
    if (e || !reply.doc)
        return e;
    const char *token = json_str(reply.doc, "token");
    e = token_save(cli, token ? token : "");
    if (e)
        return e;
    json_object_del(reply.doc, "token");
    print_document(cli, columns_find(cli->mem, cli->line.cmd->prints), reply.doc);
    cli_note(cli, tr(cli->lang, N_("the session is kept in %s")), cli->token_file);
    return E_OK;
}

/* A session that the server does not know any more is ended as well. */
enum err run_logout(struct cli *cli)
{
    const char *token;
    struct client_reply reply;
    enum err e = token_load(cli, &token);
    if (e || (!token && !cli->dry_run)) {
        if (!e)
            cli_note(cli, "%s", tr(cli->lang, N_("there was no session")));
        return e;
    }
    struct client_request rq = {.method = "DELETE", .path = "/sessions/current"};
    if (cli->dry_run)
        return cli_send(cli, cli->mem, &rq, &reply);
    e = cli_send_quietly(cli, cli->mem, &rq, &reply);
    if (e && e != E_UNAUTHENTICATED)
        return cli_problem(cli, &reply.problem);
    return token_drop(cli);
}
