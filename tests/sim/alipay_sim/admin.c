/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/admin.h"

#include "tests/sim/alipay_sim/book.h"
#include "tests/sim/alipay_sim/fault.h"
#include "tests/sim/alipay_sim/life.h"
#include "tests/sim/alipay_sim/trade.h"
#include "tests/sim/alipay_sim/values.h"

static json_t *values_of(json_t *entries)
{
    const char *key;
    json_t *entry, *list = json_array();
    json_object_foreach(entries, key, entry)
    {
        json_array_append_new(list, json_deep_copy(entry));
    }
    return list;
}

/* ---------------------------------------------------------------- reading: the lock is held */

static json_t *list_trades(void)
{
    return json_pack("{s:o, s:o}", "trades", values_of(book.trade), "checkouts", values_of(book.checkout));
}

static json_t *list_deliveries(void)
{
    return json_pack("{s:o, s:o}", "deliveries", values_of(book.delivery), "notices", values_of(book.notice));
}

/* The witness of the money: what was paid and paid back, in fen. */
static json_t *sum_up(void)
{
    const char *key;
    json_t *trade, *by_trade = json_object();
    int64_t paid = 0, refunded = 0;
    json_object_foreach(book.trade, key, trade)
    {
        int64_t in = get_whole(trade, "paid") ? get_whole(trade, "total") : 0,
                out = get_whole(trade, "refunded");
        paid += in;
        refunded += out;
        json_object_set_new(by_trade, key,
                            json_pack("{s:s, s:s, s:I, s:I}", "trade_no", get_text(trade, "trade_no"),
                                      "status", get_text(trade, "status"), "paid", (json_int_t)in, "refunded",
                                      (json_int_t)out));
    }
    return json_pack("{s:s, s:s, s:I, s:I, s:o}", "app_id", sim.app_id, "seller_id", sim.seller_id, "paid",
                     (json_int_t)paid, "refunded", (json_int_t)refunded, "by_trade", by_trade);
}

/* ---------------------------------------------------------------- doing: NULL, or what is wrong */

static const char *clear_faults(const json_t *wish)
{
    (void)wish;
    fault_clear();
    return NULL;
}

static const char *set_clock(const json_t *wish)
{
    if (!json_is_integer(json_object_get(wish, "ahead_seconds")))
        return "ahead_seconds must be a whole number";
    set_ahead(get_whole(wish, "ahead_seconds") * 1000);
    trade_expire_all();
    return NULL;
}

static const char *pay(const json_t *wish)
{
    json_t *trade, *checkout = checkout_latest(get_text(wish, "out_trade_no"));
    return checkout ? checkout_pay(checkout, &trade) : "ACQ.TRADE_NOT_EXIST";
}

static const char *finish(const json_t *wish)
{
    json_t *trade = trade_find(wish);
    return trade ? trade_finish(trade) : "ACQ.TRADE_NOT_EXIST";
}

/* ---------------------------------------------------------------- routes */

static const struct {
    const char *method, *path;
    json_t *(*show)(void);
    const char *(*act)(const json_t *wish); /* the request's JSON */
} routes[] = {
    {"GET", "/sim/trades", list_trades, NULL}, {"GET", "/sim/deliveries", list_deliveries, NULL},
    {"GET", "/sim/book", sum_up, NULL},        {"GET", "/sim/faults", fault_list, NULL},
    {"POST", "/sim/faults", NULL, fault_plan}, {"DELETE", "/sim/faults", NULL, clear_faults},
    {"POST", "/sim/clock", NULL, set_clock}, /* {"ahead_seconds": n}: trades expire by it */
    {"POST", "/sim/pay", NULL, pay},         /* {"out_trade_no": s}: a buyer without a browser */
    {"POST", "/sim/finish", NULL, finish},   /* {"out_trade_no": s}: the time for refunds is over */
};

static void answer(struct reply *reply, unsigned status, json_t *doc)
{
    reply->status = status;
    reply->type = "application/json";
    reply->body = json_dumps(doc, JSON_INDENT(1));
    reply->n = strlen(reply->body);
    json_decref(doc);
}

static void act(const struct request *req, struct reply *reply, const char *(*what)(const json_t *))
{
    /* A form of a page that a browser has open elsewhere cannot send JSON unasked. */
    json_t *wish = strncmp(req->type, "application/json", 16) == 0
                       ? json_loads(req->body, JSON_REJECT_DUPLICATES, NULL)
                       : NULL;
    if (!wish && text_is(req->method, "DELETE"))
        wish = json_object();
    const char *wrong = json_is_object(wish) ? what(wish) : "a JSON object is needed, as application/json";
    answer(reply, wrong ? 400 : 200,
           wrong ? json_pack("{s:s}", "error", wrong) : json_pack("{s:b}", "ok", 1));
    json_decref(wish);
}

void admin_answer(const struct request *req, struct reply *reply)
{
    bool path = false;
    for (size_t i = 0; i < sizeof(routes) / sizeof(*routes); i++) {
        if (!text_is(routes[i].path, req->path))
            continue;
        path = true;
        if (!text_is(routes[i].method, req->method))
            continue;
        book_lock();
        trade_expire_all();
        if (routes[i].show)
            answer(reply, 200, routes[i].show());
        else
            act(req, reply, routes[i].act);
        book_unlock();
        return;
    }
    answer(reply, path ? 405 : 404, json_pack("{s:s}", "error", path ? "no such method here" : "not found"));
}
