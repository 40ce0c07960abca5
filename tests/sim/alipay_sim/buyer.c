/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/buyer.h"

#include <stdio.h>

#include "tests/sim/alipay_sim/book.h"
#include "tests/sim/alipay_sim/fault.h"
#include "tests/sim/alipay_sim/form.h"
#include "tests/sim/alipay_sim/life.h"
#include "tests/sim/alipay_sim/method.h"
#include "tests/sim/alipay_sim/notify.h"
#include "tests/sim/alipay_sim/page.h"
#include "tests/sim/alipay_sim/trade.h"
#include "tests/sim/alipay_sim/values.h"

/* Back to the shop, with signed parameters that do not say whether the money came. */
static char *way_back(const json_t *trade)
{
    const char *url = get_text(trade, "return_url");
    char *target = NULL, method[64];
    size_t n;
    json_t *f = json_object();
    snprintf(method, sizeof(method), "alipay.trade.%s.pay.return", get_text(trade, "kind"));
    set_text(f, "charset", "utf-8");
    set_text(f, "out_trade_no", get_text(trade, "out_trade_no"));
    set_text(f, "method", method);
    set_amount(f, "total_amount", get_whole(trade, "total"));
    set_text(f, "trade_no", get_text(trade, "trade_no"));
    set_text(f, "auth_app_id", sim.app_id);
    set_text(f, "version", "1.0");
    set_text(f, "app_id", sim.app_id);
    set_text(f, "seller_id", sim.seller_id);
    set_time(f, "timestamp", now_gateway());
    form_sign(f);
    FILE *to = open_memstream(&target, &n);
    fprintf(to, "%s%s", url, strchr(url, '?') ? "&" : "?");
    form_write(to, f);
    fclose(to);
    json_decref(f);
    return target;
}

/* What the buyer saw is what is paid; a form without the amount (a script's) pays what there is. */
static bool saw_amount(const json_t *checkout, const struct request *req)
{
    char total[24];
    json_t *form = json_object();
    bool good = !form_read(form, req->body);
    if (good && has(form, "total_amount"))
        good = text_is(get_text(form, "total_amount"), write_amount(total, get_whole(checkout, "total")));
    json_decref(form);
    return good;
}

static void pay(json_t *checkout, const struct request *req, struct reply *reply)
{
    json_t *trade;
    struct fault delay = {0};
    if (!saw_amount(checkout, req)) {
        page_refusal(reply, 400, "ACQ.CONTEXT_INCONSISTENT", method_sub_msg("ACQ.CONTEXT_INCONSISTENT"));
        return;
    }
    const char *refusal = checkout_pay(checkout, &trade);
    if (refusal) {
        page_refusal(reply, 409, refusal, method_sub_msg(refusal));
        return;
    }
    if (fault_strikes("pay", "notify_first", NULL))
        notice_send_latest(trade);
    if (fault_strikes("pay", "delay", &delay))
        reply->delay_ms = delay.ms;
    if (has(trade, "return_url")) {
        reply->status = 302;
        reply->location = way_back(trade);
    } else {
        page_paid(reply, trade);
    }
}

/* The buyer has logged in, and the payment did not go through: the trade is there and waits. */
static void fail(json_t *checkout, const struct request *req, struct reply *reply)
{
    (void)req;
    json_t *trade;
    const char *refusal = checkout_scan(checkout, &trade);
    if (refusal)
        page_refusal(reply, 409, refusal, method_sub_msg(refusal));
    else
        page_checkout(reply, checkout, true);
}

static void leave(json_t *checkout, const struct request *req, struct reply *reply)
{
    (void)req;
    if (has(checkout, "quit_url")) {
        reply->status = 302;
        reply->location = strdup(get_text(checkout, "quit_url"));
    } else {
        page_left(reply, checkout);
    }
}

/* Opening a QR code's address is the scan; the address of a page only shows it. */
static void show(json_t *checkout, const struct request *req, struct reply *reply)
{
    (void)req;
    json_t *trade;
    bool qr = text_is(get_text(checkout, "kind"), "qr");
    const char *refusal = qr ? checkout_scan(checkout, &trade) : NULL;
    if (refusal)
        page_refusal(reply, 409, refusal, method_sub_msg(refusal));
    else
        page_checkout(reply, checkout, false);
}

static const struct {
    const char *method, *verb;
    void (*act)(json_t *checkout, const struct request *req, struct reply *reply);
} acts[] = {
    {"GET", "", show},
    {"POST", "pay", pay},
    {"POST", "fail", fail},
    {"POST", "leave", leave},
};

void buyer_answer(const struct request *req, struct reply *reply)
{
    char family[8], token[40], verb[8] = "";
    int end = 0;
    json_t *checkout = NULL;
    if (sscanf(req->path, "/%7[a-z]/%39[0-9a-f]%n/%7[a-z]%n", family, token, &end, verb, &end) < 2 ||
        req->path[end]) {
        page_not_found(reply);
        return;
    }
    book_lock();
    trade_expire_all();
    checkout = checkout_find(family, token);
    if (!checkout)
        page_not_found(reply);
    for (size_t i = 0; checkout && i < sizeof(acts) / sizeof(*acts); i++) {
        if (!text_is(acts[i].verb, verb))
            continue;
        if (text_is(acts[i].method, req->method)) {
            acts[i].act(checkout, req, reply);
        } else {
            reply->status = 405;
            reply->allow = acts[i].method;
        }
        checkout = NULL;
    }
    if (checkout)
        page_not_found(reply);
    book_unlock();
}
