/* SPDX-License-Identifier: MIT */
/* buyer.h - what the buyer does in the browser: scans, pays, fails, leaves; and the way back to the shop. */
#ifndef SIM_BUYER_H
#define SIM_BUYER_H

#include "tests/sim/alipay_sim/http.h"

/* GET /qr/TOKEN, POST /qr/TOKEN/pay …; the same under /page/. */
void buyer_answer(const struct request *req, struct reply *reply);

#endif
