/* SPDX-License-Identifier: MIT */
/* alipay_notice.h - the two messages that reach us through others' hands: the asynchronous notify (a POST to
 * notify_url) and the browser's return (a GET of return_url). Decides who signed what, and for whom; finding
 * the payment, comparing its amount and the order of states are the caller's, in its transaction. */
#ifndef PAYMENTS_ALIPAY_NOTICE_H
#define PAYMENTS_ALIPAY_NOTICE_H

#include <stdint.h>

#include "server/payments/alipay_form.h"
#include "server/payments/alipay_sign.h"

/* Trade states, in notifies and in answers to queries. A closed trade was paid once and is refunded in full
 * where a refund is named; else it was never paid. */
#define ALIPAY_TRADE_STATUSES(X) X(WAIT_BUYER_PAY) X(TRADE_SUCCESS) X(TRADE_FINISHED) X(TRADE_CLOSED)

enum alipay_trade_status {
    ALIPAY_NO_STATUS,
#define X(name) name,
    ALIPAY_TRADE_STATUSES(X)
#undef X
};

enum alipay_trade_status alipay_trade_status(const char *text); /* ALIPAY_NO_STATUS for others and NULL */
const char *alipay_trade_status_text(enum alipay_trade_status s);

#define ALIPAY_VERDICTS(X)                                                \
    X(ALIPAY_GOOD, "good")                                                \
    X(ALIPAY_BAD_FORM, "not a well-formed, RSA2-signed message in utf-8") \
    X(ALIPAY_BAD_SIGNATURE, "not signed by Alipay")                       \
    X(ALIPAY_OTHER_APP, "signed by Alipay, but for another app")          \
    X(ALIPAY_OTHER_SELLER, "signed by Alipay, but for another seller")    \
    X(ALIPAY_BAD_VALUE, "signed by Alipay, but with a number, amount or state that cannot be read")

enum alipay_verdict {
#define X(name, text) name,
    ALIPAY_VERDICTS(X)
#undef X
};

const char *alipay_verdict_text(enum alipay_verdict v); /* English, for logs and alarms */

/* Who we are. A good signature with other names than these deserves an alarm. */
struct alipay_us {
    const struct alipay_key *alipay; /* Alipay's public key */
    const char *app_id, *seller_id;
};

struct alipay_notice {
    const char *notify_id;           /* the same in every repetition; NULL in a return */
    const char *trade_no;            /* Alipay's number */
    const char *out_trade_no;        /* ours */
    const char *out_biz_no;          /* our number of the refund that this is about; NULL where none */
    enum alipay_trade_status status; /* ALIPAY_NO_STATUS in a return, which proves no payment */
    int64_t total;                   /* fen */
    int64_t refund_fee;              /* fen, all refunds so far; 0 where none is named */
    bool refunded;                   /* refund_fee or gmt_refund is named */
};

/* From the raw bytes to a verdict; `notice` is set only with ALIPAY_GOOD and lives in `mem`. */
enum alipay_verdict alipay_notify_read(struct arena *mem, const struct alipay_us *us, const char *body,
                                       size_t n, struct alipay_notice *notice) MUST_CHECK;
enum alipay_verdict alipay_return_read(struct arena *mem, const struct alipay_us *us, const char *query,
                                       size_t n, struct alipay_notice *notice) MUST_CHECK;

/* The two steps of a notify after alipay_form_read(): is it signed, and does it say what we can use. The
 * second alone proves nothing. */
enum alipay_verdict alipay_notice_verify(struct arena *mem, const struct alipay_form *form,
                                         const struct alipay_key *alipay) MUST_CHECK;
enum alipay_verdict alipay_notice_judge(const struct alipay_form *form, const struct alipay_us *us,
                                        bool notify, struct alipay_notice *notice) MUST_CHECK;

#endif
