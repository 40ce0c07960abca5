/* SPDX-License-Identifier: MIT */
/* admin.h - /sim/…, for tests and the curious: what is in the book, and what the gateway shall do next. */
#ifndef SIM_ADMIN_H
#define SIM_ADMIN_H

#include "tests/sim/alipay_sim/http.h"

void admin_answer(const struct request *req, struct reply *reply);

#endif
