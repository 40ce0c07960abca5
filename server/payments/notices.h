/* SPDX-License-Identifier: MIT */
/* notices.h - private to the room: what a verified notice changes. */
#ifndef SERVER_PAYMENTS_NOTICES_H
#define SERVER_PAYMENTS_NOTICES_H

#include "server/ctx.h"
#include "server/payments/alipay_notice.h"

/* Books a notice whose signature, app and seller are good, once; states never go backwards. True where it is
 * committed or was before. */
bool notice_apply(struct ctx *c, const struct alipay_notice *notice);

#endif
