/* SPDX-License-Identifier: MIT */
/* gateway.h - /gateway.do: checks a request as strictly as Alipay does (or more so), has it done, signs the
 * answer and misbehaves where a fault is planned. */
#ifndef SIM_GATEWAY_H
#define SIM_GATEWAY_H

#include "tests/sim/alipay_sim/http.h"

void gateway_answer(const struct request *req, struct reply *reply);

#endif
