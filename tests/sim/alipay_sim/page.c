/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/page.h"

#include <stdio.h>

#include "tests/sim/alipay_sim/trade.h"
#include "tests/sim/alipay_sim/values.h"

static const char style[] =
    "*{box-sizing:border-box}\n"
    "html{background:#eef2f7;color:#1d2733;font:16px/1.5 system-ui,\"Noto Sans CJK SC\",\"PingFang SC\","
    "\"Microsoft YaHei\",sans-serif}\n"
    "body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center}\n"
    ".banner{width:100%;padding:.55rem 1rem;background:#7a3b00;color:#fff;text-align:center;font-size:.875rem}\n"
    ".banner b{letter-spacing:.06em}\n"
    "main{width:min(27rem,calc(100% - 2rem));margin:auto;padding:2.25rem 2rem;background:#fff;border-radius:14px;"
    "box-shadow:0 1px 2px #1d273314,0 12px 32px #1d27331a}\n"
    "h1{margin:0 0 .25rem;font-size:1.125rem;font-weight:600;overflow-wrap:anywhere}\n"
    ".amount{margin:1rem 0 1.25rem;font-size:2.75rem;font-weight:700;line-height:1.1;"
    "font-variant-numeric:tabular-nums}\n"
    ".amount small{margin-right:.15em;font-size:.5em;font-weight:600;vertical-align:.55em}\n"
    "dl{margin:0 0 1.75rem;padding:1rem 0 0;border-top:1px solid #e3e8ef;display:grid;"
    "grid-template-columns:auto 1fr;gap:.35rem 1rem;font-size:.875rem}\n"
    "dt{color:#5b6778}\n"
    "dd{margin:0;text-align:right;overflow-wrap:anywhere}\n"
    ".say{margin:0 0 1.25rem;padding:.7rem .9rem;border-radius:8px;background:#fdecea;color:#8c1d13;"
    "font-size:.9375rem}\n"
    ".say.good{background:#e7f6ec;color:#12592b}\n"
    "p{margin:0 0 .75rem;overflow-wrap:anywhere}\n"
    "code{font-size:.875em}\n"
    "button{width:100%;padding:.8rem;border:0;border-radius:9px;font:inherit;font-weight:600;cursor:pointer}\n"
    "button:focus-visible{outline:3px solid #7db4ff;outline-offset:2px}\n"
    ".pay button{background:#1060d8;color:#fff}\n"
    ".pay button:hover{background:#0c4fb4}\n"
    ".others{display:flex;gap:.75rem;margin-top:.75rem}\n"
    ".others form{flex:1}\n"
    ".others button{padding:.6rem;background:#eef2f7;color:#33404f;font-weight:500}\n"
    ".others button:hover{background:#e0e7f0}\n"
    "footer{padding:1rem;color:#5b6778;font-size:.8125rem;text-align:center}\n";

void page_style(struct reply *reply)
{
    reply->type = "text/css; charset=utf-8";
    reply->body = strdup(style);
    reply->n = strlen(style);
}

static void text(FILE *to, const char *s)
{
    for (; *s; s++) {
        const char *escape = *s == '&'    ? "&amp;"
                             : *s == '<'  ? "&lt;"
                             : *s == '>'  ? "&gt;"
                             : *s == '"'  ? "&quot;"
                             : *s == '\'' ? "&#39;"
                                          : NULL;
        if (escape)
            fputs(escape, to);
        else
            fputc(*s, to);
    }
}

/* Forms post to us, and the answer may send the browser on to the merchant: `url` (may be "") is allowed. */
static FILE *begin(struct reply *reply, const char *url)
{
    const char *host = strstr(url, "://");
    int origin = host ? (int)(host - url + 3) + (int)strcspn(host + 3, "/?#") : 0;
    if (asprintf(
            &reply->policy,
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' %.*s",
            origin, url) < 0)
        reply->policy = NULL;
    reply->type = "text/html; charset=utf-8";
    FILE *to = open_memstream(&reply->body, &reply->n);
    fputs(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>TEST PAYMENT</title>\n<link rel=\"stylesheet\" href=\"/pay.css\">\n</head>\n<body>\n"
        "<div class=\"banner\"><b>TEST PAYMENT</b> &middot; 测试支付 &middot; No money moves</div>\n<main>\n",
        to);
    return to;
}

static void end(FILE *to)
{
    fputs("</main>\n<footer>A simulator of the Alipay gateway, for tests and demonstrations. "
          "It is not run by Alipay.</footer>\n</body>\n</html>\n",
          to);
    fclose(to);
}

static void paragraph(FILE *to, const char *before, const char *s, const char *after)
{
    fputs(before, to);
    text(to, s);
    fputs(after, to);
}

static void write_amount_line(FILE *to, int64_t fen)
{
    char total[24];
    fprintf(to, "<p class=\"amount\"><small>&yen;</small>%s</p>\n", write_amount(total, fen));
}

static void write_facts(FILE *to, const json_t *checkout)
{
    char until[32];
    paragraph(to, "<dl>\n<dt>Order 订单号</dt><dd>", get_text(checkout, "out_trade_no"), "</dd>\n");
    fprintf(to, "<dt>Pay before 支付截止</dt><dd>%s UTC+8</dd>\n</dl>\n",
            write_time(until, get_whole(checkout, "expires")));
}

/* `path` is made of our own words and a token. */
static void write_form(FILE *to, const json_t *checkout, const char *verb, const char *label)
{
    char total[24];
    const char *family = text_is(get_text(checkout, "kind"), "qr") ? "qr" : "page";
    fprintf(to,
            "<form class=\"%s\" method=\"post\" action=\"/%s/%s/%s\">\n"
            "<input type=\"hidden\" name=\"total_amount\" value=\"%s\">\n"
            "<button type=\"submit\">%s</button>\n</form>\n",
            verb, family, get_text(checkout, "token"), verb,
            write_amount(total, get_whole(checkout, "total")), label);
}

void page_checkout(struct reply *reply, const json_t *checkout, bool failed)
{
    const char *back = get_text(checkout, "return_url");
    FILE *to = begin(reply, *back ? back : get_text(checkout, "quit_url"));
    if (failed)
        fputs("<p class=\"say\" role=\"alert\">The payment failed. You can try again.<br>"
              "支付失败，请重试。</p>\n",
              to);
    paragraph(to, "<h1>", get_text(checkout, "subject"), "</h1>\n");
    write_amount_line(to, get_whole(checkout, "total"));
    write_facts(to, checkout);
    write_form(to, checkout, "pay", "Pay 确认支付");
    fputs("<div class=\"others\">\n", to);
    write_form(to, checkout, "fail", "Fail 支付失败");
    write_form(to, checkout, "leave", "Leave 离开");
    fputs("</div>\n", to);
    end(to);
}

void page_paid(struct reply *reply, const json_t *trade)
{
    FILE *to = begin(reply, "");
    fputs("<p class=\"say good\" role=\"status\">Paid. 支付成功。</p>\n", to);
    paragraph(to, "<h1>", get_text(trade, "subject"), "</h1>\n");
    write_amount_line(to, get_whole(trade, "total"));
    paragraph(to, "<dl>\n<dt>Order 订单号</dt><dd>", get_text(trade, "out_trade_no"), "</dd>\n");
    paragraph(to, "<dt>Alipay's number 交易号</dt><dd>", get_text(trade, "trade_no"), "</dd>\n</dl>\n");
    fputs("<p>You can close this window. 您可以关闭此窗口。</p>\n", to);
    end(to);
}

void page_left(struct reply *reply, const json_t *checkout)
{
    FILE *to = begin(reply, "");
    fputs("<h1>You left without paying. 您未完成支付。</h1>\n", to);
    paragraph(to, "<p>Order ", get_text(checkout, "out_trade_no"),
              " can still be paid until it expires.</p>\n");
    end(to);
}

void page_refusal(struct reply *reply, unsigned status, const char *code, const char *why)
{
    FILE *to = begin(reply, "");
    reply->status = status;
    fputs("<p class=\"say\" role=\"alert\">This payment is not possible. 无法支付。</p>\n", to);
    paragraph(to, "<p><code>", code, "</code></p>\n");
    paragraph(to, "<p>", why, "</p>\n");
    end(to);
}

void page_not_found(struct reply *reply)
{
    FILE *to = begin(reply, "");
    reply->status = 404;
    fputs("<h1>There is nothing at this address.</h1>\n<p>此处没有内容。</p>\n", to);
    end(to);
}

void page_outage(struct reply *reply)
{
    FILE *to = begin(reply, "");
    fputs("<h1>502 Bad Gateway</h1>\n", to);
    end(to);
}

void page_home(struct reply *reply)
{
    FILE *to = begin(reply, "");
    fputs(
        "<h1>Payment gateway for tests</h1>\n"
        "<p>Shops send their requests to <code>/gateway.do</code>; buyers are sent here to pay. "
        "The book is open:</p>\n"
        "<p><a href=\"/sim/trades\">trades</a> &middot; <a href=\"/sim/deliveries\">deliveries</a> &middot; "
        "<a href=\"/sim/book\">sums</a> &middot; <a href=\"/sim/faults\">faults</a></p>\n",
        to);
    end(to);
}
