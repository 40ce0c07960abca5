/* SPDX-License-Identifier: MIT */
/* desk.h - what staff do with orders; each with its line on the audit log, in one transaction. */
#ifndef SERVER_STAFF_DESK_H
#define SERVER_STAFF_DESK_H

#include "server/ctx.h"

enum err desk_ship(struct ctx *c, int64_t order_id, const char *carrier, const char *tracking_no) MUST_CHECK;
enum err desk_capture(struct ctx *c, int64_t order_id, int64_t amount) MUST_CHECK;
enum err desk_cancel(struct ctx *c, int64_t order_id, bool *asked) MUST_CHECK;

#endif
