/* SPDX-License-Identifier: MIT */
/* order preview, pay and wait: what takes more than one request, or a drawing. */
#include "cli/cli.h"

#include "cli/print.h"
#include "cli/qr.h"
#include "common/clock.h"
#include "common/cmd/call.h"

#include <string.h>

/* ---------------------------------------------------------------- preview */

static enum err default_address(struct cli *cli, json_t **id)
{
    struct client_reply reply;
    struct client_request rq = {.method = "GET", .path = "/me/addresses"};
    json_t *one;
    size_t i;
    enum err e = cli_send(cli, cli->mem, &rq, &reply);
    if (e)
        return e;
    json_array_foreach(json_get(reply.doc, "items"), i,
                       one) if (json_flag(one, "is_default") && (*id = json_get(one, "id"))) return E_OK;
    cli_fail(cli, E_VALIDATION, "%s", tr(cli->lang, N_("there is no address yet")));
    cli_hint(cli, tr(cli->lang, N_("add one: shopctl address add")));
    return E_VALIDATION;
}

enum err run_order_preview(struct cli *cli)
{
    struct call call = call_make(&cli->line);
    struct client_request rq = {.method = call.method, .path = call.path};
    struct client_reply reply;
    struct str body;
    json_t *doc, *address;
    const char *text = call.body ? call.body : "{}";
    if (json_read(cli->mem, text, strlen(text), &doc, NULL))
        return cli_fail(cli, E_INTERNAL, "%s", text);
    if (!json_get(doc, "address_id")) {
        enum err e = default_address(cli, &address);
        if (e)
            return e;
        json_object_set(doc, "address_id", address);
    }
    str_init(&body, cli->mem);
    json_text(&body, doc, false);
    rq.body = body.s;
    enum err e = cli_send(cli, cli->mem, &rq, &reply);
    if (!e && reply.doc)
        print_document(cli, columns_find(cli->mem, cli->line.cmd->prints), reply.doc);
    return e;
}

/* ---------------------------------------------------------------- pay */

static void draw_code(struct cli *cli, const json_t *payment)
{
    const char *address = json_str(payment, "qr_code");
    if (!address)
        address = json_str(payment, "pay_url");
    if (!address || cli->form != FORM_TABLE || !cli->out_tty)
        return;
    const char *code = qr_text(cli->mem, address, cli->width, cli->out_color);
    if (code)
        printf("\n%s", code);
    else
        cli_note(cli, "%s",
                 tr(cli->lang, N_("this window is too narrow for the QR code; open the address instead")));
}

enum err run_order_pay(struct cli *cli)
{
    struct call call = call_make(&cli->line);
    struct client_request rq = {.method = call.method, .path = call.path, .body = call.body};
    struct client_reply reply;
    enum err e = cli_send(cli, cli->mem, &rq, &reply);
    if (e || !reply.doc)
        return e;
    print_document(cli, columns_find(cli->mem, cli->line.cmd->prints), reply.doc);
    draw_code(cli, reply.doc);
    return E_OK;
}

/* ---------------------------------------------------------------- wait */

/* How far an order has come. What has come further has passed the statuses before; `after` 0 stands aside. */
static const struct {
    const char *status;
    int after;
    bool of_payment;
} statuses[] = {
    {"pending_payment", 1, false}, {"pending_shipment", 2, false},
    {"shipped", 3, false},         {"pending_review", 4, false},
    {"completed", 5, false},       {"cancelling", 0, false},
    {"cancelled", 0, false},       {"unpaid", 1, true},
    {"cod_due", 0, true},          {"paid", 2, true},
    {"partly_refunded", 3, true},  {"refunded", 4, true},
};

static size_t find_status(const char *status)
{
    size_t i = 0;
    while (i < sizeof(statuses) / sizeof(*statuses) && (!status || strcmp(statuses[i].status, status) != 0))
        i++;
    return i;
}

/* E_OK: reached. E_PENDING: not yet. E_INVALID_STATE: never any more. */
static enum err judge(const json_t *order, const char *wanted)
{
    size_t n = sizeof(statuses) / sizeof(*statuses), want = find_status(wanted);
    const char *status = json_str(order, "status");
    size_t now = find_status(statuses[want].of_payment ? json_str(order, "payment_status") : status);
    bool cancelled = status && strcmp(status, "cancelled") == 0;
    bool completed = status && strcmp(status, "completed") == 0;
    bool wants_cancel = statuses[want].after == 0 && !statuses[want].of_payment;
    if (now == want || (wants_cancel && cancelled))
        return E_OK;
    if (now < n && statuses[want].after && statuses[now].after > statuses[want].after)
        return E_OK;
    if (statuses[want].of_payment && statuses[want].after > 2) /* a refund can still come */
        return E_PENDING;
    return cancelled || (completed && wants_cancel) ? E_INVALID_STATE : E_PENDING;
}

static enum err never(struct cli *cli, const json_t *order, const char *wanted)
{
    return cli_fail(cli, E_INVALID_STATE, tr(cli->lang, N_("this order is %s and will not be %s")),
                    json_str(order, "status"), wanted);
}

static enum err over(struct cli *cli, enum err last, const struct client_reply *reply)
{
    if (last)
        return cli_problem(cli, &reply->problem);
    const char *status = json_str(reply->doc, "status"), *payment = json_str(reply->doc, "payment_status");
    return cli_fail(cli, E_PENDING, tr(cli->lang, N_("still %s and %s")), status ? status : "?",
                    payment ? payment : "?");
}

static bool passes(enum err e)
{
    return e == E_UNREACHABLE || e == E_UNCERTAIN || e == E_UNAVAILABLE;
}

/* Polls each second, then less and less often up to every 5 s. */
enum err run_order_wait(struct cli *cli)
{
    const char *wanted = line_value(&cli->line, "for");
    struct client_request rq = {.method = "GET", .path = call_make(&cli->line).path};
    int64_t until = clock_mono_us() / 1000 + cli->timeout_ms, pause = 1000;
    for (;;) {
        struct client_reply reply;
        enum err e = cli_send_quietly(cli, cli->mem, &rq, &reply);
        enum err verdict = e ? E_PENDING : judge(reply.doc, wanted);
        int64_t left = until - clock_mono_us() / 1000;
        if (e && !passes(e))
            return reply.problem.err ? cli_problem(cli, &reply.problem) : e;
        if (verdict == E_INVALID_STATE)
            return never(cli, reply.doc, wanted);
        if (verdict == E_OK) {
            print_document(cli, columns_find(cli->mem, cli->line.cmd->prints), reply.doc);
            return E_OK;
        }
        if (left <= pause)
            return over(cli, e, &reply);
        nanosleep(&(struct timespec){pause / 1000, pause % 1000 * 1000000}, NULL);
        client_set_timeout(cli->client, left - pause);
        pause = pause < 5000 ? pause * 5 / 4 : 5000;
    }
}
