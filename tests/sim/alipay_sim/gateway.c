/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/gateway.h"

#include <jansson.h>
#include <stdio.h>

#include "tests/sim/alipay_sim/book.h"
#include "tests/sim/alipay_sim/fault.h"
#include "tests/sim/alipay_sim/form.h"
#include "tests/sim/alipay_sim/life.h"
#include "tests/sim/alipay_sim/method.h"
#include "tests/sim/alipay_sim/page.h"
#include "tests/sim/alipay_sim/rsa.h"
#include "tests/sim/alipay_sim/trade.h"
#include "tests/sim/alipay_sim/values.h"

#define CLOCKS_APART_MAX (15 * 60 * 1000)
#define HUGE_BLANKS      (32u << 20)

/* A request that is being judged. */
struct call {
    json_t *params, *biz, *node;
    const struct method *method; /* NULL: unknown */
};

/* ---------------------------------------------------------------- refusals of the gateway itself */

static bool refuse(json_t *node, const char *code, const char *sub_code, const char *sub_msg)
{
    set_text(node, "code", code);
    set_text(node, "msg", text_is(code, "40001") ? "Missing Required Arguments" : "Invalid Arguments");
    set_text(node, "sub_code", sub_code);
    set_text(node, "sub_msg", sub_msg);
    return false;
}

/* Parameters that must be there, and what they must be; NULL: judged apart. */
static const struct {
    const char *name, *value, *missing, *invalid;
} fixed[] = {
    {"method", NULL, "isv.missing-method", NULL},
    {"charset", "utf-8", "isv.missing-charset", "isv.invalid-charset"},
    {"version", "1.0", "isv.missing-version", "isv.invalid-version"},
    {"sign_type", "RSA2", "isv.missing-signature-type", "isv.invalid-signature-type"},
    {"timestamp", NULL, "isv.missing-timestamp", NULL},
    {"sign", NULL, "isv.missing-signature", NULL},
    {"biz_content", NULL, "isv.missing-biz-content", NULL},
};

static const char *const optional[] = {
    "app_id",     "format",      "notify_url",          "return_url", "app_auth_token",
    "alipay_sdk", "app_cert_sn", "alipay_root_cert_sn", NULL};

static bool is_known(const char *name)
{
    for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
        if (text_is(fixed[i].name, name))
            return true;
    for (const char *const *o = optional; *o; o++)
        if (text_is(*o, name))
            return true;
    return false;
}

static bool check_fixed(const struct call *c)
{
    const char *name;
    json_t *value;
    for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++) {
        if (!has(c->params, fixed[i].name))
            return refuse(c->node, "40001", fixed[i].missing, fixed[i].name);
        if (fixed[i].value && !text_is(get_text(c->params, fixed[i].name), fixed[i].value))
            return refuse(c->node, "40002", fixed[i].invalid, fixed[i].name);
    }
    json_object_foreach(c->params, name, value)
    {
        if (!is_known(name))
            return refuse(c->node, "40002", "isv.invalid-parameter", name);
    }
    if (has(c->params, "format") && !text_is(get_text(c->params, "format"), "JSON"))
        return refuse(c->node, "40002", "isv.invalid-format", "format");
    return true;
}

static bool check_timestamp(const struct call *c)
{
    int64_t at;
    if (!read_time(get_text(c->params, "timestamp"), &at))
        return refuse(c->node, "40002", "isv.invalid-timestamp", "yyyy-MM-dd HH:mm:ss");
    int64_t apart = now_machine() - at;
    if (apart > CLOCKS_APART_MAX || apart < -CLOCKS_APART_MAX)
        return refuse(c->node, "40002", "isv.invalid-timestamp", "more than 15 minutes from Beijing's time");
    return true;
}

static bool check_signature(const struct call *c)
{
    char *text = form_sign_text(c->params), *message = NULL;
    bool good = rsa_verify(text, get_text(c->params, "sign"));
    if (!good &&
        asprintf(&message,
                 "验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配，网关生成的验签字符串为：%s",
                 text) > 0)
        refuse(c->node, "40002", "isv.invalid-signature", message);
    free(message);
    free(text);
    return good;
}

/* An address of the merchant: full, http or https, plain characters; a notify_url has no query of its own. */
static bool is_url(const char *s, bool query)
{
    const char *host = strncmp(s, "http://", 7) == 0 ? s + 7 : strncmp(s, "https://", 8) == 0 ? s + 8 : "";
    size_t n = strcspn(host, "/?#");
    if (n == 0 || strspn(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]") < n)
        return false;
    for (const char *p = host; *p; p++)
        if (*p <= ' ' || *p > '~' || strchr("\"'<>\\^`{|}#", *p) || (*p == '?' && !query))
            return false;
    return strlen(s) <= 256;
}

static bool check_urls(const struct call *c)
{
    if (has(c->params, "notify_url") && !is_url(get_text(c->params, "notify_url"), false))
        return refuse(c->node, "40002", "isv.invalid-parameter", "notify_url");
    if (has(c->params, "return_url") && !is_url(get_text(c->params, "return_url"), true))
        return refuse(c->node, "40002", "isv.invalid-parameter", "return_url");
    if (has(c->biz, "quit_url") && !is_url(get_text(c->biz, "quit_url"), true))
        return refuse(c->node, "40002", "isv.invalid-parameter", "quit_url");
    return true;
}

static bool check_biz(struct call *c)
{
    if (!c->method)
        return refuse(c->node, "40002", "isv.invalid-method", "不存在的方法名");
    c->biz = json_loads(get_text(c->params, "biz_content"), JSON_REJECT_DUPLICATES, NULL);
    char *wrong =
        json_is_object(c->biz) ? method_check(c->method, c->biz) : strdup("biz_content is no JSON object");
    if (wrong)
        refuse(c->node, "40002", "isv.invalid-parameter", wrong);
    free(wrong);
    return !wrong && check_urls(c);
}

/* ---------------------------------------------------------------- answers */

static void refuse_work(json_t *node, const char *sub_code)
{
    json_object_clear(node);
    set_text(node, "code", "40004");
    set_text(node, "msg", "Business Failed");
    set_text(node, "sub_code", sub_code);
    set_text(node, "sub_msg", method_sub_msg(sub_code));
}

static void claim_unknown(json_t *node)
{
    json_object_clear(node);
    set_text(node, "code", "20000");
    set_text(node, "msg", "Service Currently Unavailable");
    set_text(node, "sub_code", "isp.unknow-error");
    set_text(node, "sub_msg", "系统繁忙");
}

/* The buyer is quicker than the merchant, if there is something to pay. */
static void let_pay(const struct call *c)
{
    json_t *trade = trade_find(c->biz), *checkout;
    const char *number = trade ? get_text(trade, "out_trade_no") : get_text(c->biz, "out_trade_no");
    if ((checkout = checkout_latest(number)))
        checkout_pay(checkout, &trade);
}

static void work(struct call *c)
{
    const char *name = c->method->name, *refusal;
    struct fault planned;
    if (fault_strikes(name, "unknown_before", NULL)) {
        claim_unknown(c->node);
        return;
    }
    if (fault_strikes(name, "refuse", &planned)) {
        refuse_work(c->node, planned.sub_code);
        return;
    }
    book_lock();
    trade_expire_all();
    if (fault_strikes(name, "paid_before", NULL))
        let_pay(c);
    set_text(c->node, "code", "10000");
    set_text(c->node, "msg", "Success");
    refusal = c->method->run(c->biz, c->params, c->node);
    book_unlock();
    if (refusal)
        refuse_work(c->node, refusal);
    if (fault_strikes(name, "unknown_after", NULL))
        claim_unknown(c->node);
}

/* {"x_response":{…},"sign":"…"}: signed are the node's bytes as they stand here, slashes escaped. */
static void write_answer(struct reply *reply, const char *key, const json_t *node, bool with_sign,
                         bool bad_sign)
{
    char *text = json_dumps(node, JSON_COMPACT | JSON_ESCAPE_SLASH);
    char *sign = rsa_sign(bad_sign ? "{}" : text);
    FILE *out = open_memstream(&reply->body, &reply->n);
    fprintf(out, "{\"%s\":%s", key, text);
    if (with_sign)
        fprintf(out, ",\"sign\":\"%s\"", sign);
    fputc('}', out);
    fclose(out);
    reply->type = "text/html;charset=utf-8"; /* as the real gateway calls its JSON */
    free(text);
    free(sign);
}

static void inflate(struct reply *reply)
{
    char *body = malloc(HUGE_BLANKS + reply->n);
    if (!body)
        return;
    memset(body, ' ', HUGE_BLANKS);
    memcpy(body + HUGE_BLANKS, reply->body, reply->n);
    free(reply->body);
    reply->body = body;
    reply->n += HUGE_BLANKS;
}

static void answer_daemon(struct call *c, bool good, bool known_app, struct reply *reply)
{
    const char *name = c->method ? c->method->name : "";
    char key[96];
    struct fault delay = {0};
    if (good && fault_strikes(name, "drop_before", NULL)) {
        reply->drop = true;
        return;
    }
    if (good)
        work(c);
    snprintf(key, sizeof(key), c->method && known_app ? "%s_response" : "error_response", name);
    for (char *p = key; *p; p++)
        if (*p == '.')
            *p = '_';
    bool sign = known_app && !(good && fault_strikes(name, "unsigned", NULL));
    write_answer(reply, key, c->node, sign, good && fault_strikes(name, "bad_signature", NULL));
    if (!good)
        return;
    if (fault_strikes(name, "delay", &delay))
        reply->delay_ms = delay.ms;
    if (fault_strikes(name, "html", NULL)) {
        free(reply->body);
        page_outage(reply);
    }
    if (fault_strikes(name, "huge", NULL))
        inflate(reply);
    reply->slow = fault_strikes(name, "slow", NULL);
    reply->drop = fault_strikes(name, "drop_after", NULL);
}

/* A buyer's browser is answered with a page. */
static void answer_browser(struct call *c, bool good, struct reply *reply)
{
    book_lock();
    trade_expire_all();
    const char *refusal = good ? c->method->run(c->biz, c->params, c->node) : get_text(c->node, "sub_code");
    if (refusal)
        page_refusal(reply, 400, refusal, good ? method_sub_msg(refusal) : get_text(c->node, "sub_msg"));
    else
        page_checkout(reply, checkout_find(get_text(c->node, "kind"), get_text(c->node, "token")), false);
    book_unlock();
}

static bool judge(struct call *c, const struct request *req)
{
    const char *wrong = form_read(c->params, req->query);
    if (!wrong && strncmp(req->type, "application/x-www-form-urlencoded", 33) == 0)
        wrong = form_read(c->params, req->body);
    c->method = method_find(get_text(c->params, "method"));
    if (wrong)
        return refuse(c->node, "40002", "isv.invalid-parameter", wrong);
    if (!has(c->params, "app_id"))
        return refuse(c->node, "40001", "isv.missing-app-id", "app_id");
    if (!text_is(get_text(c->params, "app_id"), sim.app_id))
        return refuse(c->node, "40002", "isv.invalid-app-id", "无效的AppID参数");
    return check_fixed(c) && check_timestamp(c) && check_signature(c) && check_biz(c);
}

void gateway_answer(const struct request *req, struct reply *reply)
{
    struct call c = {.params = json_object(), .node = json_object()};
    bool good = judge(&c, req);
    if (c.method && c.method->browser)
        answer_browser(&c, good, reply);
    else
        answer_daemon(&c, good, text_is(get_text(c.params, "app_id"), sim.app_id), reply);
    json_decref(c.params);
    json_decref(c.biz);
    json_decref(c.node);
}
