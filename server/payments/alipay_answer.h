/* SPDX-License-Identifier: MIT */
/* alipay_answer.h - what the gateway's HTTP answer proves. Its signature covers raw bytes, so the signed node
 * is found with a scanner and never written anew; only values that the signature covers can be read. What an
 * outcome means for an order or a refund is the caller's business. */
#ifndef PAYMENTS_ALIPAY_ANSWER_H
#define PAYMENTS_ALIPAY_ANSWER_H

#include <stdint.h>

#include "common/json.h"
#include "server/payments/alipay_sign.h"

/* What is known of the request after an answer; also for "no answer" (timeout, HTTP other than 200), which is
 * ALIPAY_UNKNOWN. */
enum alipay_outcome {
    ALIPAY_UNKNOWN, /* it may have been carried out: query, then repeat with the same numbers */
    ALIPAY_DONE,    /* verified, code 10000; for refunds this is not yet "refunded": see fund_change */
    ALIPAY_PAYING,  /* verified, code 10003: the buyer is still busy */
    ALIPAY_REFUSED, /* code 40004, a business failure: see sub_code */
    ALIPAY_BUSY,    /* code 40005: back off, then repeat */
    ALIPAY_MISUSE,  /* our request or configuration is wrong: repeating does not help */
};

/* Without `verified` the outcome is at most a failure that nobody signed: believe it only of requests that
 * are safe to repeat. Texts live in the arena and are never NULL. */
struct alipay_answer {
    enum alipay_outcome outcome;
    bool verified;
    const char *code, *sub_code, *sub_msg; /* "" where absent */
    const char *why;                       /* for the log: why an answer was not believed; "" where it was */
    struct arena *mem;
    const char *node; /* the signed JSON text; NULL unless verified */
    size_t node_n;
    json_t *doc;
};

/* Judges the n bytes of the body of an HTTP 200 answer to a request of `method`. */
void alipay_answer_read(struct arena *mem, const struct alipay_key *alipay, const char *method,
                        const char *raw, size_t n, struct alipay_answer *ret);

/* A member of a verified answer: a string's text, or a number as it was written. NULL where it is absent, of
 * another type or the answer is not verified. */
const char *alipay_answer_text(const struct alipay_answer *a, const char *name);

/* The same as an amount in fen, exactly. E_PROVIDER where it is absent or no amount. */
enum err alipay_answer_fen(const struct alipay_answer *a, const char *name, int64_t *fen) MUST_CHECK;

/* The raw value of a member of the JSON object `text`, which must be well-formed, with no name twice; only its
 * outermost members count. False where there is none. For the reader above, and to be fuzzed. */
bool alipay_answer_member(const char *text, size_t n, const char *name, const char **value, size_t *value_n);

#endif
