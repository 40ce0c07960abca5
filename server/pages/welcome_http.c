/* SPDX-License-Identifier: MIT */
#include "server/pages/welcome_http.h"

#include "common/str.h"
#include "server/app.h"

static const char head[] =
    "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
    "<style>body{font:1.1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.2rem;color:#23402f}"
    "h1{font-size:2rem}a{color:#20744a}img{width:5rem}</style>";

static enum err page(struct ctx *c, const char *sentence, struct reply *r)
{
    static const char *const pictures[] = {"apples", "shrimp", "steak"};
    struct str b;
    str_init(&b, c->mem);
    str_addf(&b, "<!doctype html><html lang=\"%s\">%s<title>", lang_tag(c->lang), head);
    str_html(&b, c->app->cfg.shop_name);
    str_add(&b, "</title><p>");
    for (size_t i = 0; i < sizeof(pictures) / sizeof(pictures[0]); i++)
        str_addf(&b, "<img src=\"/media/demo/%s.svg\" alt=\"\"> ", pictures[i]);
    str_add(&b, "<h1>");
    str_html(&b, c->app->cfg.shop_name);
    str_add(&b, "</h1><p>");
    str_html(&b, sentence);
    str_add(&b, "<p><a href=\"/api/v1/home\">/api/v1/home</a> · <a href=\"/api/openapi.json\">/api/openapi.json</a>\n");
    reply_header(r, "Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    reply_body(r, 200, "text/html; charset=utf-8", b.s, b.n);
    return E_OK;
}

static enum err get_welcome(struct ctx *c, const struct input *in, struct reply *r)
{
    (void)in;
    return page(c, tr(c->lang, N_("The shop is open for programs and for shopctl; its pages are being built.")), r);
}

static enum err get_return(struct ctx *c, const struct input *in, struct reply *r)
{
    (void)in;
    return page(c, tr(c->lang, N_("Thank you. Your payment is being checked; shopctl order list shows how it stands.")), r);
}

static const struct route rows[] = {
    {"GET", "/", ACCESS_ANY, .flags = ROUTE_INLINE | ROUTE_NO_SESSION | ROUTE_PAGE, .run = get_welcome, .status = 200,
     .shape = SHAPE_TEXT, .about = "What a browser meets"},
    {"GET", "/user/order/{page}", ACCESS_ANY, .flags = ROUTE_INLINE | ROUTE_NO_SESSION | ROUTE_PAGE, .run = get_return,
     .status = 200, .shape = SHAPE_TEXT, .about = "Where a browser comes back to from paying"},
};
const struct route_table welcome_routes = ROUTE_TABLE(rows);
