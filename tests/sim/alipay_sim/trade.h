/* SPDX-License-Identifier: MIT */
/* trade.h - the life of a payment as Alipay sees it. A checkout (an opened payment page, a QR code) is only an
 * offer: the trade comes into being when the buyer logs in or scans. Functions that can be refused return NULL
 * or the sub_code of the refusal. The book's lock is held around all of them. */
#ifndef SIM_TRADE_H
#define SIM_TRADE_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

/* Offers a payment; the same parameters again give the same checkout. `kind` is "page", "wap" or "qr". */
const char *checkout_open(const char *kind, const json_t *biz, const json_t *params, json_t **checkout);
json_t *checkout_find(const char *kind, const char *token); /* NULL where there is none */
/* The newest checkout with this number, which a buyer could still use; NULL where there is none. */
json_t *checkout_latest(const char *out_trade_no);

/* The buyer logs in or scans. */
const char *checkout_scan(json_t *checkout, json_t **trade);
/* The buyer pays (and logs in before). Paying twice is one payment. */
const char *checkout_pay(json_t *checkout, json_t **trade);

/* By trade_no or else by out_trade_no; NULL where there is none. */
json_t *trade_find(const json_t *biz);
bool trade_is(const json_t *trade, const char *status);

const char *trade_close(json_t *trade);
const char *trade_finish(json_t *trade); /* the time for refunds is over */
/* Closes or refunds; `action` says which. */
const char *trade_cancel(json_t *trade, const char **action);
/* `changed` is false where this refund had been made before. */
const char *trade_refund(json_t *trade, const char *out_request_no, int64_t fen, bool *changed);
const json_t *trade_find_refund(const json_t *trade, const char *out_request_no); /* {fen, at} */

void trade_expire_all(void); /* closes what has waited too long */

#endif
