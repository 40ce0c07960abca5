/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include "cli/print.h"

#include <string.h>

/* The token is read only now, so that commands which send nothing need no token file. */
static enum err open_client(struct cli *cli)
{
    struct client_config config = {.url = cli->url, .lang = cli->lang, .timeout_ms = cli->timeout_ms};
    if (cli->client)
        return E_OK;
    enum err e = token_load(cli, &config.token);
    if (e)
        return e;
    config.trace = cli->line.globals[G_DEBUG] ? cli_trace : NULL;
    cli->client = client_new(&config);
    return E_OK;
}

static void print_request(struct cli *cli, struct arena *mem, const struct client_request *rq)
{
    json_t *doc = json_object(), *body = NULL;
    json_object_set_new(doc, "method", json_string(rq->method));
    json_object_set_new(doc, "path", json_string(client_path(mem, rq->path)));
    if (rq->body && json_read(mem, rq->body, strlen(rq->body), &body, NULL) == E_OK)
        json_object_set(doc, "body", body);
    const char *fields = cli->fields;
    cli->fields = NULL; /* they are those of the reply that won't come */
    print_document(cli, columns_find(mem, "request"), doc);
    cli->fields = fields;
    json_decref(doc);
}

enum err cli_send_quietly(struct cli *cli, struct arena *mem, const struct client_request *rq,
                          struct client_reply *reply)
{
    enum err e = open_client(cli);
    *reply = (struct client_reply){.request_id = ""};
    return e ? e : client_call(cli->client, mem, rq, reply);
}

enum err cli_send(struct cli *cli, struct arena *mem, const struct client_request *rq,
                  struct client_reply *reply)
{
    if (cli->dry_run && strcmp(rq->method, "GET") != 0) {
        *reply = (struct client_reply){.request_id = ""};
        print_request(cli, mem, rq);
        return E_OK;
    }
    enum err e = cli_send_quietly(cli, mem, rq, reply);
    return e && reply->problem.err ? cli_problem(cli, &reply->problem) : e;
}
