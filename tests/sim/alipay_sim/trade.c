/* SPDX-License-Identifier: MIT */
/* A trade is an object with: out_trade_no trade_no kind subject total status buyer_id biz notify_url
 * return_url created expires paid closed refunded (sums in fen, instants in ms, 0 where not) and
 * refunds {out_request_no: {fen, at}}. */
#include "tests/sim/alipay_sim/trade.h"

#include <sys/random.h>

#include "tests/sim/alipay_sim/book.h"
#include "tests/sim/alipay_sim/notify.h"
#include "tests/sim/alipay_sim/values.h"

#define DAY_MS (24 * 3600 * 1000LL)

static void save(json_t *trade)
{
    book_save(book.trade, get_text(trade, "out_trade_no"), trade);
}

bool trade_is(const json_t *trade, const char *status)
{
    return text_is(get_text(trade, "status"), status);
}

json_t *trade_find(const json_t *biz)
{
    const char *key;
    json_t *trade;
    if (!has(biz, "trade_no"))
        return json_object_get(book.trade, get_text(biz, "out_trade_no"));
    json_object_foreach(book.trade, key, trade)
    {
        if (text_is(get_text(trade, "trade_no"), get_text(biz, "trade_no")))
            return trade;
    }
    return NULL;
}

/* ---------------------------------------------------------------- checkouts */

/* The earliest of the ends that the merchant named; `otherwise` where it named none. */
static int64_t earliest_end(const json_t *biz, const char *span, int64_t from, int64_t otherwise)
{
    int64_t end = otherwise, at;
    if (has(biz, span) && read_span(get_text(biz, span), from, &at))
        end = at;
    if (has(biz, "time_expire") && read_time(get_text(biz, "time_expire"), &at) && at < end)
        end = at;
    return end;
}

static bool same_offer(const json_t *checkout, const json_t *biz, const json_t *params)
{
    return json_equal(json_object_get(checkout, "biz"), biz) &&
           text_is(get_text(checkout, "notify_url"), get_text(params, "notify_url")) &&
           text_is(get_text(checkout, "return_url"), get_text(params, "return_url"));
}

/* An existing trade lets the same payment be offered again, as long as it waits. */
static const char *fits(const json_t *trade, const char *kind, const char *subject, int64_t total)
{
    if (trade_is(trade, "TRADE_SUCCESS") || trade_is(trade, "TRADE_FINISHED"))
        return "ACQ.TRADE_HAS_SUCCESS";
    if (trade_is(trade, "TRADE_CLOSED"))
        return "ACQ.TRADE_HAS_CLOSE";
    bool same = text_is(get_text(trade, "kind"), kind) && text_is(get_text(trade, "subject"), subject) &&
                get_whole(trade, "total") == total;
    return same ? NULL : "ACQ.CONTEXT_INCONSISTENT";
}

/* Finds the offer where it was made before; a QR code's number cannot get other parameters. */
static const char *find_offer(const char *kind, const json_t *biz, const json_t *params, json_t **found)
{
    const char *key;
    json_t *checkout;
    json_object_foreach(book.checkout, key, checkout)
    {
        if (!text_is(get_text(checkout, "kind"), kind) ||
            !text_is(get_text(checkout, "out_trade_no"), get_text(biz, "out_trade_no")))
            continue;
        if (same_offer(checkout, biz, params) && get_whole(checkout, "expires") > now_gateway())
            *found = checkout;
        else if (text_is(kind, "qr") && !json_equal(json_object_get(checkout, "biz"), biz))
            return "ACQ.CONTEXT_INCONSISTENT";
    }
    return NULL;
}

static json_t *new_checkout(const char *kind, const json_t *biz, const json_t *params, int64_t total)
{
    unsigned char bytes[16];
    char token[33];
    int64_t now = now_gateway(), two_hours = now + 2 * 3600 * 1000;
    if (getrandom(bytes, sizeof(bytes), 0) != sizeof(bytes))
        return NULL;
    for (size_t i = 0; i < sizeof(bytes); i++)
        snprintf(token + 2 * i, 3, "%02x", bytes[i]);
    bool qr = text_is(kind, "qr");
    json_t *checkout =
        json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "token", token, "kind", kind, "out_trade_no",
                  get_text(biz, "out_trade_no"), "subject", get_text(biz, "subject"), "notify_url",
                  get_text(params, "notify_url"), "return_url", get_text(params, "return_url"), "quit_url",
                  get_text(biz, "quit_url"));
    json_object_set_new(checkout, "biz", json_deep_copy(biz));
    set_whole(checkout, "total", total);
    set_whole(checkout, "created", now);
    set_whole(checkout, "expires",
              qr ? earliest_end(biz, "qr_code_timeout_express", now, two_hours)
                 : earliest_end(biz, "", now, now + 15 * DAY_MS));
    book_save(book.checkout, token, checkout);
    json_decref(checkout);
    return checkout;
}

const char *checkout_open(const char *kind, const json_t *biz, const json_t *params, json_t **checkout)
{
    int64_t total, end;
    if (!read_amount(get_text(biz, "total_amount"), &total))
        return "ACQ.INVALID_PARAMETER";
    if (read_time(get_text(biz, "time_expire"), &end) && end <= now_gateway())
        return "ACQ.INVALID_PARAMETER";
    json_t *trade = trade_find(biz), *found = NULL;
    const char *refusal = trade ? fits(trade, kind, get_text(biz, "subject"), total) : NULL;
    if (!refusal)
        refusal = find_offer(kind, biz, params, &found);
    if (refusal)
        return refusal;
    *checkout = found ? found : new_checkout(kind, biz, params, total);
    return *checkout ? NULL : "ACQ.SYSTEM_ERROR";
}

json_t *checkout_find(const char *kind, const char *token)
{
    json_t *checkout = json_object_get(book.checkout, token);
    bool qr = text_is(get_text(checkout, "kind"), "qr");
    return checkout && qr == text_is(kind, "qr") ? checkout : NULL;
}

json_t *checkout_latest(const char *out_trade_no)
{
    const char *key;
    json_t *checkout, *latest = NULL;
    json_object_foreach(book.checkout, key, checkout)
    {
        if (text_is(get_text(checkout, "out_trade_no"), out_trade_no))
            latest = checkout;
    }
    return latest;
}

/* ---------------------------------------------------------------- from offer to payment */

static void new_trade_no(char no[static 40], int64_t now)
{
    char day[32];
    write_time(day, now);
    snprintf(no, 40, "%.4s%.2s%.2s2200%013lld%03zu", day, day + 5, day + 8, (long long)now,
             json_object_size(book.trade) % 1000);
}

static json_t *new_trade(const json_t *checkout)
{
    static const char *const kept[] = {"out_trade_no", "kind",       "subject",   "total",
                                       "biz",          "notify_url", "return_url"};
    char no[40];
    int64_t now = now_gateway();
    json_t *trade = json_object(), *biz = json_object_get(checkout, "biz");
    for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
        json_object_set(trade, kept[i], json_object_get(checkout, kept[i]));
    new_trade_no(no, now);
    set_text(trade, "trade_no", no);
    set_text(trade, "status", "WAIT_BUYER_PAY");
    set_text(trade, "buyer_id", "2088000000000099");
    set_whole(trade, "created", now);
    set_whole(trade, "expires", earliest_end(biz, "timeout_express", now, now + 15 * DAY_MS));
    json_object_set_new(trade, "refunds", json_object());
    save(trade);
    json_decref(trade);
    return trade;
}

const char *checkout_scan(json_t *checkout, json_t **trade)
{
    json_t *found = json_object_get(book.trade, get_text(checkout, "out_trade_no"));
    const char *refusal = NULL;
    if (found)
        refusal = fits(found, get_text(checkout, "kind"), get_text(checkout, "subject"),
                       get_whole(checkout, "total"));
    else if (get_whole(checkout, "expires") <= now_gateway())
        refusal = "ACQ.TRADE_HAS_CLOSE";
    *trade = found || refusal ? found : new_trade(checkout);
    return refusal;
}

static void pay(json_t *trade)
{
    set_text(trade, "status", "TRADE_SUCCESS");
    set_whole(trade, "paid", now_gateway());
    save(trade);
    notice_queue(trade, NULL);
}

const char *checkout_pay(json_t *checkout, json_t **trade)
{
    const char *refusal = checkout_scan(checkout, trade);
    if (!refusal)
        pay(*trade);
    else if (*trade && trade_is(*trade, "TRADE_SUCCESS") &&
             get_whole(*trade, "total") == get_whole(checkout, "total"))
        refusal = NULL;
    return refusal;
}

/* ---------------------------------------------------------------- ends */

static void close_trade(json_t *trade)
{
    set_text(trade, "status", "TRADE_CLOSED");
    set_whole(trade, "closed", now_gateway());
    save(trade);
}

const char *trade_close(json_t *trade)
{
    if (!trade_is(trade, "WAIT_BUYER_PAY"))
        return "ACQ.TRADE_STATUS_ERROR";
    close_trade(trade);
    notice_queue(trade, NULL);
    return NULL;
}

const char *trade_finish(json_t *trade)
{
    if (!trade_is(trade, "TRADE_SUCCESS"))
        return "ACQ.TRADE_STATUS_ERROR";
    set_text(trade, "status", "TRADE_FINISHED");
    save(trade);
    if (text_is(get_text(trade, "kind"), "wap"))
        notice_queue(trade, NULL);
    return NULL;
}

const char *trade_cancel(json_t *trade, const char **action)
{
    bool changed, paid = get_whole(trade, "paid") > 0;
    if (has(trade, "cancelled")) {
        *action = get_text(trade, "cancelled");
        return NULL;
    }
    if (now_gateway() - get_whole(trade, "created") > DAY_MS)
        return "ACQ.TRADE_CANCEL_TIME_OUT";
    if (get_whole(trade, "refunded") > 0)
        return "ACQ.REASON_TRADE_REFUND_FEE_ERR";
    if (trade_is(trade, "TRADE_FINISHED"))
        return "ACQ.CANCEL_NOT_ALLOWED";
    *action = paid ? "refund" : "close";
    set_text(trade, "cancelled", *action);
    if (paid)
        return trade_refund(trade, get_text(trade, "out_trade_no"), get_whole(trade, "total"), &changed);
    if (trade_is(trade, "WAIT_BUYER_PAY"))
        close_trade(trade);
    return NULL;
}

const json_t *trade_find_refund(const json_t *trade, const char *out_request_no)
{
    return json_object_get(json_object_get(trade, "refunds"), out_request_no);
}

static const char *refund_refusal(const json_t *trade, int64_t fen)
{
    if (trade_is(trade, "TRADE_FINISHED"))
        return "ACQ.TRADE_HAS_FINISHED";
    if (trade_is(trade, "TRADE_CLOSED"))
        return "ACQ.TRADE_HAS_CLOSE";
    if (!trade_is(trade, "TRADE_SUCCESS"))
        return "ACQ.TRADE_STATUS_ERROR";
    if (fen > get_whole(trade, "total") - get_whole(trade, "refunded"))
        return "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL";
    return NULL;
}

const char *trade_refund(json_t *trade, const char *out_request_no, int64_t fen, bool *changed)
{
    const json_t *earlier = trade_find_refund(trade, out_request_no);
    *changed = false;
    if (earlier)
        return get_whole(earlier, "fen") == fen ? NULL : "ACQ.DISCORDANT_REPEAT_REQUEST";
    const char *refusal = refund_refusal(trade, fen);
    if (refusal)
        return refusal;
    int64_t now = now_gateway(), sum = get_whole(trade, "refunded") + fen;
    json_t *refund = json_pack("{s:I, s:I}", "fen", (json_int_t)fen, "at", (json_int_t)now);
    json_object_set_new(json_object_get(trade, "refunds"), out_request_no, refund);
    set_whole(trade, "refunded", sum);
    if (sum == get_whole(trade, "total"))
        close_trade(trade);
    else
        save(trade);
    notice_queue(trade, out_request_no);
    *changed = true;
    return NULL;
}

void trade_expire_all(void)
{
    const char *key;
    json_t *trade;
    int64_t now = now_gateway();
    json_object_foreach(book.trade, key, trade)
    {
        if (!trade_is(trade, "WAIT_BUYER_PAY") || get_whole(trade, "expires") > now)
            continue;
        close_trade(trade);
        if (text_is(get_text(trade, "kind"), "wap")) /* of the others nobody is told */
            notice_queue(trade, NULL);
    }
}
