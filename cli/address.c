/* SPDX-License-Identifier: MIT */
/* address edit: the API replaces an address whole, so what is not named on the line is taken from what is. */
#include "cli/cli.h"

#include "cli/print.h"
#include "common/cmd/call.h"

#include <string.h>

/* The members that may be sent back. A region's code goes when the region changes: it would name the old one. */
static json_t *merged(const json_t *now, json_t *changes)
{
    static const char *const members[] = {"receiver", "region", "region_code", "detail", "zip_code", "phone"};
    json_t *whole = json_object();
    for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++) {
        json_t *v = json_get(now, members[i]);
        bool stale = strcmp(members[i], "region_code") == 0 && json_get(changes, "region");
        if (v && !stale)
            json_object_set(whole, members[i], v);
    }
    json_object_update(whole, changes);
    return whole;
}

enum err run_address_edit(struct cli *cli)
{
    struct call call = call_make(&cli->line);
    struct client_request get = {.method = "GET", .path = call.path},
                          put = {.method = "PUT", .path = call.path};
    struct client_reply reply;
    struct str body;
    json_t *changes;
    if (!call.body || json_read(cli->mem, call.body, strlen(call.body), &changes, NULL))
        return cli_fail(cli, E_USAGE, "%s", tr(cli->lang, N_("nothing to change")));
    enum err e = cli_send(cli, cli->mem, &get, &reply);
    if (e)
        return e;
    json_t *whole = merged(reply.doc, changes);
    str_init(&body, cli->mem);
    json_text(&body, whole, false);
    json_decref(whole);
    put.body = body.s;
    e = cli_send(cli, cli->mem, &put, &reply);
    if (!e && reply.doc)
        print_document(cli, columns_find(cli->mem, cli->line.cmd->prints), reply.doc);
    return e;
}
