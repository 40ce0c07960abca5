/* SPDX-License-Identifier: MIT */
#include "server/payments/payments_http.h"

#include "server/payments/payments.h"

#include <strings.h>

static const char *const statuses[] = {"pending", "paid", "closed", "failed", NULL};
static const char *const methods[] = {"alipay", NULL};

static const struct doc_field payment_fields[] = {
    {"id", DOC_ID, offsetof(struct payment, id)},
    {"order_id", DOC_ID, offsetof(struct payment, order_id)},
    {"method", DOC_TEXT, offsetof(struct payment, method)},
    {"status", DOC_TEXT, offsetof(struct payment, status), .words = statuses},
    {"amount", DOC_MONEY, offsetof(struct payment, amount)},
    {"currency", DOC_CONST, 0, .about = "CNY"},
    {"pay_url", DOC_TEXT, offsetof(struct payment, pay_url), .optional = true, .about = "Where the shopper pays"},
    {"qr_code", DOC_TEXT, offsetof(struct payment, qr_code), .optional = true},
    {"expires_at", DOC_TIME, offsetof(struct payment, expires_at), .nullable = true},
};
static const struct doc payment_doc = DOC("Payment", struct payment, payment_fields);

struct payment_in {
    const char *method;
};

static const struct field start_fields[] = {
    {"method", FIELD_WORD, .at = offsetof(struct payment_in, method), .words = methods},
};
static const struct fields start_spec = FIELDS("PaymentRequest", struct payment_in, start_fields);

static enum err reply_payment(struct ctx *c, const struct payment *p, struct reply *r)
{
    reply_header(r, "Location", arena_printf(c->mem, "/api/v1/orders/%lld/payment", (long long)p->order_id));
    return reply_doc(r, 201, &payment_doc, p);
}

static enum err post_payment(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct payment_in *b = in->body;
    struct payment p;
    enum err e = payments_start(c, in->id[0], b ? b->method : NULL, &p);
    return e ? e : reply_payment(c, &p, r);
}

static enum err replay_payment(struct ctx *c, int64_t id, struct reply *r)
{
    struct payment p;
    enum err e = payments_reload(c, id, &p);
    return e ? e : reply_payment(c, &p, r);
}

static enum err get_payment(struct ctx *c, const struct input *in, struct reply *r)
{
    struct payment p;
    enum err e = payments_show(c, in->id[0], &p);
    return e ? e : reply_doc(r, 200, &payment_doc, &p);
}

/* The provider reads one word; anything but "success" makes it send the notice again. */
static enum err post_notify(struct ctx *c, const struct input *in, struct reply *r)
{
    const char *type = request_header(in->rq, "Content-Type");
    bool form = type && strncasecmp(type, "application/x-www-form-urlencoded", 33) == 0;
    bool good = form && payments_notice(c, in->rq->body ? in->rq->body : "", in->rq->body_n);
    reply_body(r, 200, "text/plain; charset=utf-8", good ? "success" : "fail", good ? 7 : 4);
    return E_OK;
}

static const struct route rows[] = {
    {"POST", "/api/v1/orders/{id}/payments", ACCESS_LOGIN, .flags = ROUTE_IDEMPOTENT, .body = &start_spec,
     .run = post_payment, .replay = replay_payment, .status = 201, .doc = &payment_doc,
     .errors = MAY(E_INVALID_STATE), .about = "Begin to pay an order"},
    {"GET", "/api/v1/orders/{id}/payment", ACCESS_LOGIN, .run = get_payment, .status = 200, .doc = &payment_doc,
     .about = "How the order's payment stands in our books"},
    {"POST", "/api/v1/payments/alipay/notify", ACCESS_ANY, .flags = ROUTE_FORM | ROUTE_NO_SESSION, .run = post_notify,
     .status = 200, .shape = SHAPE_TEXT, .about = "Alipay's notice: answered by the bare word success or fail"},
};
const struct route_table payments_routes = ROUTE_TABLE(rows);
