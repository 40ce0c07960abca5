/* SPDX-License-Identifier: MIT */
/* page.h - what a buyer sees: plain HTML without scripts, titled TEST PAYMENT. In the page of a checkout the
 * first form pays when it is submitted as it stands; to fail and to leave are forms of their own after it. */
#ifndef SIM_PAGE_H
#define SIM_PAGE_H

#include <jansson.h>

#include "tests/sim/alipay_sim/http.h"

void page_home(struct reply *reply);
void page_style(struct reply *reply); /* the style sheet */
void page_outage(struct reply *reply);
void page_not_found(struct reply *reply);
void page_refusal(struct reply *reply, unsigned status, const char *code, const char *why);

/* The book's lock is held around these. */
void page_checkout(struct reply *reply, const json_t *checkout, bool failed);
void page_paid(struct reply *reply, const json_t *trade);
void page_left(struct reply *reply, const json_t *checkout);

#endif
