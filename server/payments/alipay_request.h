/* SPDX-License-Identifier: MIT */
/* alipay_request.h - a signed request to Alipay's gateway ("OpenAPI 2.0"), ready to be sent by whoever has a
 * network, or to be the address that a browser is sent to. The JSON in it is the caller's. */
#ifndef PAYMENTS_ALIPAY_REQUEST_H
#define PAYMENTS_ALIPAY_REQUEST_H

#include <stdint.h>

#include "server/payments/alipay_form.h"
#include "server/payments/alipay_sign.h"

/* Where a field may be NULL, NULL and "" leave the parameter out. */
struct alipay_request {
    const char *app_id;
    const char *method;      /* "alipay.trade.query" */
    int64_t at;              /* now, in ms since 1970 UTC; the gateway allows 15 minutes of difference */
    const char *notify_url;  /* may be NULL; for methods that create trades */
    const char *return_url;  /* may be NULL; where the browser comes back */
    const char *biz_content; /* JSON text: signed and sent byte for byte */
    const struct alipay_field *more; /* may be NULL; others, such as certificate numbers */
    size_t n_more;
};

struct alipay_call {
    const char *query; /* everything but `more` and biz_content */
    const char *body;  /* these; to be posted as ALIPAY_CONTENT_TYPE */
};

#define ALIPAY_CONTENT_TYPE "application/x-www-form-urlencoded;charset=UTF-8"

/* Signs with our private key; the call lives in `mem`. E_INTERNAL as alipay_sign(). */
enum err alipay_request_sign(struct arena *mem, const struct alipay_key *key, const struct alipay_request *r,
                             struct alipay_call *call) MUST_CHECK;

/* The whole request as one address: where a browser goes for page pay and wap pay. */
const char *alipay_call_url(struct arena *mem, const char *gateway, const struct alipay_call *call);

#endif
