/* SPDX-License-Identifier: MIT */
/* provider.h - what the shop needs of whoever moves the money. Each call may take seconds over a network, so no
 * database connection is held and no lock is kept while it runs. */
#ifndef SERVER_PAYMENTS_PROVIDER_H
#define SERVER_PAYMENTS_PROVIDER_H

#include "server/payments/payments.h"

enum pay_state {
    PAY_UNKNOWN, /* no believable answer: nothing may be concluded */
    PAY_NONE,    /* the provider knows no such trade (yet) */
    PAY_WAITING,
    PAY_PAID,
    PAY_CLOSED, /* unpaid, and never to be paid any more */
};

struct pay_answer {
    enum pay_state state;
    int64_t amount;          /* PAY_PAID: fen */
    const char *provider_no; /* PAY_PAID */
};

struct pay_provider {
    const char *method;
    /* Where the shopper pays this attempt; no network. */
    enum err (*start)(struct ctx *c, const struct payment *p, const char **pay_url);
    enum err (*query)(struct ctx *c, const struct payment *p, struct pay_answer *a);
    /* Asks that it can't be paid any more; the answer is what a query may still have to confirm. */
    enum err (*close)(struct ctx *c, const struct payment *p, struct pay_answer *a);
};

/* The provider of a method, or NULL where nobody has to be asked (cash) or it is not configured. */
const struct pay_provider *provider_of(struct ctx *c, const char *method);

extern const struct pay_provider alipay_provider;

#endif
