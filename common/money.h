/* SPDX-License-Identifier: MIT */
/* money.h - amounts are integers in the currency's minor unit (fen); no float comes near them. The decimal
 * form "12.90" is for people, table output and Alipay. */
#ifndef COMMON_MONEY_H
#define COMMON_MONEY_H

#include "common/err.h"

#include <stdbool.h>
#include <stdint.h>

#define MONEY_MAX 10000000000 /* fen; 100,000,000.00 is also Alipay's limit */

/* "12.90"; buf holds 24 bytes or more. Returns buf. */
char *money_format(char buf[static 24], int64_t fen);

/* Reads "88.88", "88.8", "88" (digits, at most two places, no sign, no exponent, no blanks) exactly.
 * E_VALIDATION for anything else or above MONEY_MAX. */
enum err money_parse(const char *text, int64_t *fen) MUST_CHECK;

/* Products and sums that say when they leave 0..MONEY_MAX. */
bool money_mul(int64_t fen, int64_t quantity, int64_t *product);
bool money_add(int64_t a, int64_t b, int64_t *sum);

#endif
