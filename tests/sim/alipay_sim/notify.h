/* SPDX-License-Identifier: MIT */
/* notify.h - tells the merchant, as Alipay does: a signed form is posted to the trade's notify_url until it
 * answers "success", at most 8 times within a day (times sim.time_scale). Every attempt is in the book.
 * Nothing is sent to another machine. */
#ifndef SIM_NOTIFY_H
#define SIM_NOTIFY_H

#include <jansson.h>

void notify_start(void);
void notify_stop(void); /* after life_stop(); what is not delivered stays in the book for the next start */

/* Puts the trade's present state on its way, if it has a notify_url. `out_biz_no` is the number of the refund
 * that brought it about, or NULL. The lock is held. */
void notice_queue(const json_t *trade, const char *out_biz_no);

/* Delivers the trade's newest notice now. The lock is held, and let go meanwhile. */
void notice_send_latest(const json_t *trade);

#endif
