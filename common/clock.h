/* SPDX-License-Identifier: MIT */
/* clock.h - instants are milliseconds since 1970 UTC in an int64_t; CLOCK_NONE is "not yet". Business time
 * is the database's (store/db); what is here is for log lines, durations and for writing instants down. */
#ifndef COMMON_CLOCK_H
#define COMMON_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#define CLOCK_NONE INT64_MIN

int64_t clock_wall_ms(void); /* this machine's idea of now; never for business rules */
int64_t clock_mono_us(void); /* for durations and time limits */

/* "2026-11-22T03:04:05.678Z"; buf holds 32 bytes or more. Returns buf. */
char *clock_rfc3339(char buf[static 32], int64_t ms);

/* "2026-11-22 11:04:05" at a fixed offset from UTC in seconds (Alipay: 28800). Returns buf. */
char *clock_local(char buf[static 32], int64_t ms, int offset);

/* The parts of an instant at a fixed offset. */
struct clock_parts {
    int year, month, day, hour, minute, second, ms;
};
void clock_split(int64_t ms, int offset, struct clock_parts *parts);
int64_t clock_join(const struct clock_parts *parts); /* UTC; out-of-range parts are carried over */

/* Reads clock_rfc3339()'s form, the fraction being optional. */
bool clock_parse(const char *text, int64_t *ms);

#endif
