/* SPDX-License-Identifier: MIT */
/* life.h - the simulator's settings, and how it ends: every wait in it is cut short when it is told to stop. */
#ifndef SIM_LIFE_H
#define SIM_LIFE_H

#include <stdbool.h>
#include <stdint.h>

/* Set by main() at the start, then only read. */
struct settings {
    const char *app_id, *seller_id; /* the one merchant that this gateway knows */
    _Atomic unsigned port;          /* of 127.0.0.1, where the simulator itself is found */
    double time_scale;              /* of the waits between deliveries of a notify */
};
extern struct settings sim;

_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2))); /* one sentence, exit 1 */

void life_stop(void);
bool life_stopping(void);
bool life_pause(int64_t ms); /* false where it was cut short */

#endif
