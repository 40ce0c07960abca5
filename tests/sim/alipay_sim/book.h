/* SPDX-License-Identifier: MIT */
/* book.h - what the gateway knows, in memory and in a file: checkouts (a payment page or QR code that nobody
 * has used yet), trades, notices and their deliveries. The file gets one line of JSON for every change,
 * written through before anybody hears of it; reading it again gives the same book, whatever happened.
 *
 * One lock guards the book and everything in it. Functions of other modules that take or give book entries
 * expect it held. */
#ifndef SIM_BOOK_H
#define SIM_BOOK_H

#include <jansson.h>
#include <stdint.h>

/* The entries of each kind, by their key, in the order of their making. */
struct book {
    json_t *checkout; /* token: kind out_trade_no biz total subject notify_url return_url created expires */
    json_t *trade;    /* out_trade_no: trade_no kind status total … refunds, see trade.c */
    json_t *notice;   /* notify_id: what the merchant must hear, see notify.c */
    json_t *delivery; /* running number: one attempt to tell it */
};
extern struct book book;

void book_open(const char *file); /* dies with a sentence where the file is no book or in use */
void book_close(void);

void book_lock(void);
void book_unlock(void);
/* Waits with the lock let go until book_wake() or `ms` have passed. */
void book_wait(int64_t ms);
void book_wake(void);

/* Adds or changes an entry: it stays in the book under its key, and its present state goes to the file. The
 * book takes its own reference. */
void book_save(json_t *kind, const char *key, json_t *entry);

#endif
