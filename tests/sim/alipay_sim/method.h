/* SPDX-License-Identifier: MIT */
/* method.h - the gateway's methods: what each takes in biz_content, and what it does to the book. Envelope,
 * signatures and faults are gateway.c's. */
#ifndef SIM_METHOD_H
#define SIM_METHOD_H

#include <jansson.h>
#include <stdbool.h>

struct rule;

struct method {
    const char *name;         /* "alipay.trade.query" */
    const struct rule *rules; /* of biz_content */
    /* Does the work and adds to the answer's node. NULL, or the sub_code of the refusal. Lock held. */
    const char *(*run)(const json_t *biz, const json_t *params, json_t *node);
    bool browser; /* answered with a page for a buyer: the node gets "kind" and "token" of a checkout */
};

const struct method *method_find(const char *name); /* NULL where there is none */

/* NULL, or what is wrong with biz_content (the caller frees it). */
char *method_check(const struct method *m, const json_t *biz);

const char *method_sub_msg(const char *sub_code); /* what Alipay says to it; never NULL */

#endif
