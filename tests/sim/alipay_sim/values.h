/* SPDX-License-Identifier: MIT */
/* values.h - the small values of the protocol: members of JSON objects, amounts and instants as text. An
 * amount is kept in fen, an instant in milliseconds since 1970 UTC; on the wire they are "88.88" yuan and
 * Beijing's time. */
#ifndef SIM_VALUES_H
#define SIM_VALUES_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#define AMOUNT_MAX 10000000000 /* fen: 100,000,000.00 */

const char *get_text(const json_t *o, const char *name); /* "" where absent */
int64_t get_whole(const json_t *o, const char *name);    /* 0 where absent */
bool has(const json_t *o, const char *name);             /* a text that is not empty */

void set_text(json_t *o, const char *name, const char *value);
void set_whole(json_t *o, const char *name, int64_t value);
void set_amount(json_t *o, const char *name, int64_t fen);
void set_time(json_t *o, const char *name, int64_t ms);

bool text_is(const char *a, const char *b);

/* "0.01" to "100000000.00", at most two places, nothing else. */
bool read_amount(const char *text, int64_t *fen);
/* Exactly "yyyy-MM-dd HH:mm:ss". */
bool read_time(const char *text, int64_t *ms);
/* "1m" to "15d" in m, h or d, or "1c" for the end of Beijing's day; counted from `from`. */
bool read_span(const char *text, int64_t from, int64_t *until);

char *write_amount(char buf[static 24], int64_t fen);
char *write_time(char buf[static 32], int64_t ms);

/* The gateway's clock can be set ahead of the machine's, for trades to expire at once; signed timestamps and
 * the schedule of notifies go by the machine's. */
int64_t now_machine(void);
int64_t now_gateway(void);
void set_ahead(int64_t ms);

#endif
