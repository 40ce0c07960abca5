/* SPDX-License-Identifier: MIT */
/* api: a request of the caller's own, and the reply as it is. */
#include "cli/cli.h"

#include "cli/print.h"
#include "common/cmd/call.h"
#include "common/text.h"

#include <string.h>

static void print_reply(struct cli *cli, const struct client_reply *reply)
{
    bool rows = cli->form == FORM_TABLE || cli->form == FORM_TSV || cli->form == FORM_CSV;
    bool is_list = json_is_array(json_get(reply->doc, "items"));
    if (is_list && (rows || cli->form == FORM_JSONL || cli->fields)) {
        struct printer *p = printer_open(cli, NULL);
        printer_add(p, reply->doc);
        printer_close(p, true);
    } else if (json_is_object(reply->doc)) {
        print_document(cli, NULL, reply->doc);
    } else if (*reply->text) {
        fputs(text_safe(cli->mem, reply->text, true), stdout);
        if (reply->text[strlen(reply->text) - 1] != '\n')
            putchar('\n');
    }
}

enum err run_api(struct cli *cli)
{
    struct call call;
    struct client_reply reply;
    const char *wrong;
    if (call_make_api(&cli->line, &call, &wrong))
        return cli_fail(cli, E_USAGE, "%s", wrong);
    bool pages = cli->line.typed[G_ALL] || cli->line.typed[G_LIMIT];
    if (pages && strcmp(call.method, "GET") == 0)
        return run_list(cli, call.path, NULL);
    struct client_request rq = {.method = call.method, .path = call.path, .body = call.body};
    enum err e = cli_send(cli, cli->mem, &rq, &reply);
    if (!e && reply.text)
        print_reply(cli, &reply);
    return e;
}
