/* SPDX-License-Identifier: MIT */
/* Alipay as a provider: what is asked of the gateway and what its answers mean for an attempt. How requests are
 * signed and answers believed is in alipay_*.h. */
#include "common/clock.h"
#include "common/log.h"
#include "common/money.h"
#include "common/net/http.h"
#include "common/str.h"
#include "common/xalloc.h"
#include "server/app.h"
#include "server/counters.h"
#include "server/payments/alipay_answer.h"
#include "server/payments/alipay_notice.h"
#include "server/payments/alipay_request.h"
#include "server/payments/notices.h"
#include "server/payments/provider.h"
#include "server/store/ids.h"

#define BEIJING    28800
#define TIMEOUT_MS 10000
#define ANSWER_MAX (256 * 1024)

struct alipay {
    const struct config *cfg;
    struct alipay_key *ours, *theirs;
};

static struct alipay_key *load(const char *what, const char *path,
                               enum err (*read)(const char *, size_t, struct alipay_key **, const char **))
{
    struct alipay_key *key = NULL;
    const char *why = NULL;
    char *text = config_secret(what, path);
    if (text && read(text, strlen(text), &key, &why))
        fprintf(stderr, "%s: %s: %s\n", what, path, why);
    free(text);
    return key;
}

static bool is_complete(const struct config *cfg)
{
    const struct {
        const char *name, *value;
    } needed[] = {{"gateway", cfg->alipay_gateway},       {"app_id", cfg->alipay_app_id},
                  {"seller_id", cfg->alipay_seller_id},   {"notify_url", cfg->alipay_notify_url},
                  {"return_url", cfg->alipay_return_url}};
    bool ok = true;
    for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
        if (!*needed[i].value) {
            fprintf(stderr, "alipay.%s: is needed where Alipay is enabled\n", needed[i].name);
            ok = false;
        }
    return ok;
}

struct alipay *alipay_open(const struct config *cfg, bool *ok)
{
    *ok = true;
    if (!cfg->alipay_enabled)
        return NULL;
    struct alipay *a = xcalloc(1, sizeof(*a));
    a->cfg = cfg;
    a->ours = load("alipay.private_key_file", cfg->alipay_private_key_file, alipay_key_private);
    a->theirs = load("alipay.public_key_file", cfg->alipay_public_key_file, alipay_key_public);
    *ok = is_complete(cfg) && a->ours && a->theirs;
    if (*ok && alipay_key_same(a->ours, a->theirs)) {
        fputs("alipay.public_key_file: this is our own public key; Alipay's is needed\n", stderr);
        *ok = false;
    }
    return a;
}

void alipay_close(struct alipay *a)
{
    if (!a)
        return;
    alipay_key_free(a->ours);
    alipay_key_free(a->theirs);
    free(a);
}

static enum err start(struct ctx *c, const struct payment *p, const char **pay_url)
{
    const struct alipay *a = c->app->alipay;
    char amount[24], expires[32];
    struct str biz;
    struct alipay_call call;
    str_init(&biz, c->mem);
    str_addf(&biz, "{\"out_trade_no\":\"%lld\",\"product_code\":\"FAST_INSTANT_TRADE_PAY\",\"total_amount\":\"%s\",\"subject\":",
             (long long)p->id, money_format(amount, p->amount));
    str_json(&biz, arena_printf(c->mem, "%s %lld", a->cfg->shop_name, (long long)p->order_id));
    str_addf(&biz, ",\"time_expire\":\"%s\",\"qr_pay_mode\":\"2\"}", clock_local(expires, p->expires_at, BEIJING));
    struct alipay_request rq = {.app_id = a->cfg->alipay_app_id,
                                .method = "alipay.trade.page.pay",
                                .at = ids_now(c),
                                .notify_url = a->cfg->alipay_notify_url,
                                .return_url = a->cfg->alipay_return_url,
                                .biz_content = biz.s};
    enum err e = alipay_request_sign(c->mem, a->ours, &rq, &call);
    if (!e)
        *pay_url = alipay_call_url(c->mem, a->cfg->alipay_gateway, &call);
    return e;
}

/* One exchange with the gateway about an attempt. No answer is an answer: ALIPAY_UNKNOWN. */
static enum err ask(struct ctx *c, const struct payment *p, const char *method, struct alipay_answer *answer)
{
    const struct alipay *a = c->app->alipay;
    static const char *const headers[] = {"Content-Type: " ALIPAY_CONTENT_TYPE, NULL};
    struct alipay_call call;
    struct http_response rs = {0};
    struct alipay_request rq = {.app_id = a->cfg->alipay_app_id,
                                .method = method,
                                .at = ids_now(c),
                                .biz_content = arena_printf(c->mem, "{\"out_trade_no\":\"%lld\"}", (long long)p->id)};
    *answer = (struct alipay_answer){.outcome = ALIPAY_UNKNOWN, .sub_code = "", .why = "no answer"};
    enum err e = alipay_request_sign(c->mem, a->ours, &rq, &call);
    if (e)
        return e;
    struct http_request http = {.method = "POST",
                                .url = arena_printf(c->mem, "%s?%s", a->cfg->alipay_gateway, call.query),
                                .headers = headers,
                                .body = call.body,
                                .body_n = strlen(call.body),
                                .timeout_ms = TIMEOUT_MS,
                                .max_body = ANSWER_MAX};
    struct http *h = http_new();
    const char *why = NULL;
    if (http_call(h, c->mem, &http, &rs, &why) == E_OK && rs.status == 200)
        alipay_answer_read(c->mem, a->theirs, method, rs.body, rs.body_n, answer);
    else
        log_warn("Alipay: %s of %lld: %s", method, (long long)p->id, why ? why : "an unexpected status");
    http_free(h);
    return E_OK;
}

static bool is_unknown_trade(const struct alipay_answer *a)
{
    return a->verified && a->outcome == ALIPAY_REFUSED && str_eq(a->sub_code, "ACQ.TRADE_NOT_EXIST");
}

static void log_doubt(const struct payment *p, const struct alipay_answer *a)
{
    if (a->outcome != ALIPAY_DONE && !is_unknown_trade(a))
        log_warn("Alipay: payment %lld: %s %s %s", (long long)p->id, a->code ? a->code : "", a->sub_code, a->why);
}

/* Paid only where the signature covers it: our number, a paid state, an amount that can be read. */
static enum err query(struct ctx *c, const struct payment *p, struct pay_answer *ret)
{
    struct alipay_answer a;
    *ret = (struct pay_answer){.state = PAY_UNKNOWN};
    enum err e = ask(c, p, "alipay.trade.query", &a);
    if (e)
        return e;
    log_doubt(p, &a);
    if (is_unknown_trade(&a))
        ret->state = PAY_NONE;
    if (a.outcome != ALIPAY_DONE || !a.verified ||
        !str_eq(alipay_answer_text(&a, "out_trade_no"), arena_printf(c->mem, "%lld", (long long)p->id)))
        return E_OK;
    enum alipay_trade_status s = alipay_trade_status(alipay_answer_text(&a, "trade_status"));
    ret->provider_no = alipay_answer_text(&a, "trade_no");
    if (s == WAIT_BUYER_PAY)
        ret->state = PAY_WAITING;
    else if (s == TRADE_CLOSED)
        ret->state = PAY_CLOSED;
    else if ((s == TRADE_SUCCESS || s == TRADE_FINISHED) && ret->provider_no &&
             alipay_answer_fen(&a, "total_amount", &ret->amount) == E_OK)
        ret->state = PAY_PAID;
    return E_OK;
}

static enum err close_trade(struct ctx *c, const struct payment *p, struct pay_answer *ret)
{
    struct alipay_answer a;
    *ret = (struct pay_answer){.state = PAY_UNKNOWN};
    enum err e = ask(c, p, "alipay.trade.close", &a);
    if (e)
        return e;
    log_doubt(p, &a);
    if (a.outcome == ALIPAY_DONE && a.verified)
        ret->state = PAY_CLOSED;
    else if (is_unknown_trade(&a))
        ret->state = PAY_NONE;
    return E_OK;
}

const struct pay_provider alipay_provider = {.method = "alipay", .start = start, .query = query, .close = close_trade};

bool payments_notice(struct ctx *c, const char *body, size_t n)
{
    const struct alipay *a = c->app->alipay;
    struct alipay_notice notice;
    if (!a)
        return false;
    struct alipay_us us = {a->theirs, a->cfg->alipay_app_id, a->cfg->alipay_seller_id};
    enum alipay_verdict v = alipay_notify_read(c->mem, &us, body, n, &notice);
    if (v == ALIPAY_GOOD)
        return notice_apply(c, &notice);
    counter_add(COUNTER_NOTICES_REFUSED);
    log_warn("Alipay: a notice from %s was refused: %s (request %s)", c->address, alipay_verdict_text(v), c->request_id);
    return false;
}
