/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/method.h"

#include <stdio.h>

#include "tests/sim/alipay_sim/fault.h"
#include "tests/sim/alipay_sim/life.h"
#include "tests/sim/alipay_sim/trade.h"
#include "tests/sim/alipay_sim/values.h"

/* ---------------------------------------------------------------- biz_content */

enum kind { TEXT, NUMBER, AMOUNT, TIME, SPAN, URL, LIST };

struct rule {
    const char *name;
    enum kind kind;
    bool required;
    size_t most; /* characters, of a TEXT or NUMBER */
};

static const struct rule pay_rules[] = {
    {"out_trade_no", NUMBER, true, 64},  {"total_amount", AMOUNT, true, 0},
    {"subject", TEXT, true, 256},        {"product_code", TEXT, true, 64},
    {"body", TEXT, false, 128},          {"time_expire", TIME, false, 0},
    {"timeout_express", SPAN, false, 0}, {"passback_params", TEXT, false, 512},
    {"goods_detail", LIST, false, 0},    {"integration_type", TEXT, false, 16},
    {"qr_pay_mode", TEXT, false, 2},     {"qrcode_width", TEXT, false, 4},
    {"quit_url", URL, false, 400},       {0},
};

static const struct rule precreate_rules[] = {
    {"out_trade_no", NUMBER, true, 64},
    {"total_amount", AMOUNT, true, 0},
    {"subject", TEXT, true, 256},
    {"product_code", TEXT, false, 64},
    {"body", TEXT, false, 128},
    {"time_expire", TIME, false, 0},
    {"timeout_express", SPAN, false, 0},
    {"qr_code_timeout_express", SPAN, false, 0},
    {"passback_params", TEXT, false, 512},
    {"goods_detail", LIST, false, 0},
    {"store_id", TEXT, false, 32},
    {"operator_id", TEXT, false, 28},
    {"seller_id", TEXT, false, 28},
    {0},
};

static const struct rule number_rules[] = {
    {"out_trade_no", NUMBER, false, 64},
    {"trade_no", NUMBER, false, 64},
    {"operator_id", TEXT, false, 28},
    {"query_options", LIST, false, 0},
    {0},
};

static const struct rule refund_rules[] = {
    {"out_trade_no", NUMBER, false, 64}, {"trade_no", NUMBER, false, 64},
    {"refund_amount", AMOUNT, true, 0},  {"out_request_no", NUMBER, false, 64},
    {"refund_reason", TEXT, false, 256}, {"operator_id", TEXT, false, 28},
    {"query_options", LIST, false, 0},   {0},
};

static const struct rule refund_query_rules[] = {
    {"out_trade_no", NUMBER, false, 64},
    {"trade_no", NUMBER, false, 64},
    {"out_request_no", NUMBER, true, 64},
    {"query_options", LIST, false, 0},
    {0},
};

static size_t characters(const char *s)
{
    size_t n = 0;
    for (; *s; s++)
        n += ((unsigned char)*s & 0xc0) != 0x80;
    return n;
}

static bool is_number(const char *s)
{
    return s[strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")] == '\0';
}

static bool fits(const struct rule *r, const json_t *value)
{
    int64_t ignored;
    const char *s = json_string_value(value);
    if (r->kind == LIST)
        return json_is_array(value);
    if (!s || !*s || (r->most && characters(s) > r->most))
        return false;
    switch (r->kind) {
    case NUMBER:
        return is_number(s);
    case AMOUNT:
        return read_amount(s, &ignored);
    case TIME:
        return read_time(s, &ignored);
    case SPAN:
        return read_span(s, 0, &ignored);
    case URL:
        return strncmp(s, "http://", 7) == 0 || strncmp(s, "https://", 8) == 0;
    default:
        return true;
    }
}

static const struct rule *rule_for(const struct method *m, const char *name)
{
    for (const struct rule *r = m->rules; r->name; r++)
        if (text_is(r->name, name))
            return r;
    return NULL;
}

char *method_check(const struct method *m, const json_t *biz)
{
    const char *name;
    json_t *value;
    char *wrong = NULL;
    json_object_foreach((json_t *)(uintptr_t)biz, name, value)
    {
        const struct rule *r = rule_for(m, name);
        if (r && fits(r, value))
            continue;
        if (asprintf(&wrong, r ? "%s has a value that cannot be" : "%s is not a parameter of this method",
                     name) < 0)
            die("no memory");
        return wrong;
    }
    for (const struct rule *r = m->rules; r->name; r++)
        if (r->required && !has(biz, r->name))
            return asprintf(&wrong, "%s is missing", r->name) < 0 ? NULL : wrong;
    if (rule_for(m, "trade_no") && !has(biz, "trade_no") && !has(biz, "out_trade_no"))
        return strdup("neither trade_no nor out_trade_no is there");
    return NULL;
}

/* ---------------------------------------------------------------- offering a payment */

static const char *open_page(const char *kind, const char *product, const json_t *biz, const json_t *params,
                             json_t *node)
{
    json_t *checkout;
    if (!text_is(get_text(biz, "product_code"), product))
        return "ACQ.INVALID_PARAMETER";
    const char *refusal = checkout_open(kind, biz, params, &checkout);
    if (!refusal) {
        set_text(node, "kind", kind);
        set_text(node, "token", get_text(checkout, "token"));
    }
    return refusal;
}

static const char *page_pay(const json_t *biz, const json_t *params, json_t *node)
{
    return open_page("page", "FAST_INSTANT_TRADE_PAY", biz, params, node);
}

static const char *wap_pay(const json_t *biz, const json_t *params, json_t *node)
{
    return open_page("wap", "QUICK_WAP_WAY", biz, params, node);
}

static const char *precreate(const json_t *biz, const json_t *params, json_t *node)
{
    char url[128];
    json_t *checkout;
    const char *refusal = checkout_open("qr", biz, params, &checkout);
    if (refusal)
        return refusal;
    snprintf(url, sizeof(url), "http://127.0.0.1:%u/qr/%s", sim.port, get_text(checkout, "token"));
    set_text(node, "out_trade_no", get_text(biz, "out_trade_no"));
    set_text(node, "qr_code", url);
    return NULL;
}

/* ---------------------------------------------------------------- what there is */

static void add_numbers(json_t *node, const json_t *trade)
{
    set_text(node, "out_trade_no", get_text(trade, "out_trade_no"));
    set_text(node, "trade_no", get_text(trade, "trade_no"));
}

static void add_buyer(json_t *node, const json_t *trade)
{
    set_text(node, "buyer_logon_id", "159****5620");
    set_text(node, "buyer_user_id", get_text(trade, "buyer_id"));
}

static bool asks_for(const json_t *biz, const char *option)
{
    size_t i;
    json_t *value;
    json_array_foreach(json_object_get(biz, "query_options"), i, value)
    {
        if (json_is_string(value) && text_is(json_string_value(value), option))
            return true;
    }
    return false;
}

static const char *query(const json_t *biz, const json_t *params, json_t *node)
{
    static const char *const amounts[] = {"buyer_pay_amount", "invoice_amount", "receipt_amount"};
    char total[24];
    (void)params;
    const json_t *trade = trade_find(biz);
    if (!trade)
        return "ACQ.TRADE_NOT_EXIST";
    bool paid = get_whole(trade, "paid") > 0;
    write_amount(total, get_whole(trade, "total"));
    add_buyer(node, trade);
    for (size_t i = 0; i < sizeof(amounts) / sizeof(*amounts); i++)
        set_text(node, amounts[i], paid ? total : "0.00");
    if (paid && asks_for(biz, "fund_bill_list"))
        json_object_set_new(node, "fund_bill_list",
                            json_pack("[{s:s, s:s}]", "amount", total, "fund_channel", "ALIPAYACCOUNT"));
    add_numbers(node, trade);
    set_text(node, "point_amount", "0.00");
    if (paid)
        set_time(node, "send_pay_date", get_whole(trade, "paid"));
    set_text(node, "total_amount", total);
    set_text(node, "trade_status", get_text(trade, "status"));
    return NULL;
}

static const char *refund_query(const json_t *biz, const json_t *params, json_t *node)
{
    (void)params;
    const json_t *trade = trade_find(biz);
    if (!trade)
        return "ACQ.TRADE_NOT_EXIST";
    const json_t *refund = trade_find_refund(trade, get_text(biz, "out_request_no"));
    if (!refund)
        return NULL; /* "the question was answered": without refund_status there is no such refund */
    add_numbers(node, trade);
    set_text(node, "out_request_no", get_text(biz, "out_request_no"));
    set_amount(node, "refund_amount", get_whole(refund, "fen"));
    set_text(node, "refund_status", "REFUND_SUCCESS");
    set_amount(node, "total_amount", get_whole(trade, "total"));
    if (asks_for(biz, "gmt_refund_pay"))
        set_time(node, "gmt_refund_pay", get_whole(refund, "at"));
    return NULL;
}

/* ---------------------------------------------------------------- changes */

static const char *close_it(const json_t *biz, const json_t *params, json_t *node)
{
    json_t *trade = trade_find(biz);
    if (!trade)
        return "ACQ.TRADE_NOT_EXIST";
    if (has(params, "notify_url") && trade_is(trade, "WAIT_BUYER_PAY"))
        set_text(trade, "notify_url", get_text(params, "notify_url"));
    const char *refusal = trade_close(trade);
    if (!refusal)
        add_numbers(node, trade);
    return refusal;
}

static const char *cancel(const json_t *biz, const json_t *params, json_t *node)
{
    const char *action = NULL;
    (void)params;
    json_t *trade = trade_find(biz);
    const char *refusal = trade ? trade_cancel(trade, &action) : NULL;
    if (refusal)
        return refusal;
    if (trade)
        add_numbers(node, trade);
    else if (has(biz, "out_trade_no")) /* a number that nobody knows is cancelled all the same */
        set_text(node, "out_trade_no", get_text(biz, "out_trade_no"));
    set_text(node, "retry_flag", "N");
    if (action)
        set_text(node, "action", action);
    return NULL;
}

static const char *refund(const json_t *biz, const json_t *params, json_t *node)
{
    int64_t fen = 0;
    bool changed;
    (void)params;
    json_t *trade = trade_find(biz);
    if (!trade)
        return "ACQ.TRADE_NOT_EXIST";
    read_amount(get_text(biz, "refund_amount"), &fen);
    const char *number = get_text(biz, "out_request_no");
    if (!*number && fen != get_whole(trade, "total"))
        return "ACQ.REASON_TRADE_REFUND_FEE_ERR";
    if (!*number)
        number = get_text(trade, "out_trade_no");
    const char *refusal = trade_refund(trade, number, fen, &changed);
    if (refusal)
        return refusal;
    add_buyer(node, trade);
    set_text(node, "fund_change",
             changed && !fault_strikes("alipay.trade.refund", "fund_change_n", NULL) ? "Y" : "N");
    set_time(node, "gmt_refund_pay", get_whole(trade_find_refund(trade, number), "at"));
    add_numbers(node, trade);
    set_amount(node, "refund_fee", get_whole(trade, "refunded"));
    set_amount(node, "send_back_fee", changed ? fen : 0);
    return NULL;
}

/* ---------------------------------------------------------------- tables */

static const struct method methods[] = {
    {"alipay.trade.page.pay", pay_rules, page_pay, true},
    {"alipay.trade.wap.pay", pay_rules, wap_pay, true},
    {"alipay.trade.precreate", precreate_rules, precreate, false},
    {"alipay.trade.query", number_rules, query, false},
    {"alipay.trade.close", number_rules, close_it, false},
    {"alipay.trade.cancel", number_rules, cancel, false},
    {"alipay.trade.refund", refund_rules, refund, false},
    {"alipay.trade.fastpay.refund.query", refund_query_rules, refund_query, false},
};

const struct method *method_find(const char *name)
{
    for (size_t i = 0; i < sizeof(methods) / sizeof(*methods); i++)
        if (text_is(methods[i].name, name))
            return &methods[i];
    return NULL;
}

static const struct {
    const char *sub_code, *sub_msg;
} sub_msgs[] = {
    {"ACQ.TRADE_NOT_EXIST", "交易不存在"},
    {"ACQ.TRADE_HAS_SUCCESS", "交易已支付"},
    {"ACQ.TRADE_HAS_CLOSE", "交易已关闭"},
    {"ACQ.TRADE_HAS_FINISHED", "交易已完结"},
    {"ACQ.TRADE_STATUS_ERROR", "交易状态不合法"},
    {"ACQ.CONTEXT_INCONSISTENT", "交易信息被篡改"},
    {"ACQ.INVALID_PARAMETER", "参数无效"},
    {"ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "退款金额超限"},
    {"ACQ.REASON_TRADE_REFUND_FEE_ERR", "退款金额无效"},
    {"ACQ.DISCORDANT_REPEAT_REQUEST", "请求信息不一致"},
    {"ACQ.TRADE_CANCEL_TIME_OUT", "超过撤销时间范围"},
    {"ACQ.CANCEL_NOT_ALLOWED", "不支持撤销"},
    {"ACQ.SELLER_BALANCE_NOT_ENOUGH", "商户余额不足"},
    {"ACQ.SYSTEM_ERROR", "系统异常"},
};

const char *method_sub_msg(const char *sub_code)
{
    for (size_t i = 0; i < sizeof(sub_msgs) / sizeof(*sub_msgs); i++)
        if (text_is(sub_msgs[i].sub_code, sub_code))
            return sub_msgs[i].sub_msg;
    return "业务失败";
}
