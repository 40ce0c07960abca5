/* SPDX-License-Identifier: MIT */
/* fault.h - misbehaviour on request: a plan says which fault strikes the next `count` uses of a method of the
 * gateway, of "notify" (the deliveries) or of "pay" (the buyer's click). Plans are forgotten at the end. */
#ifndef SIM_FAULT_H
#define SIM_FAULT_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

/* What a plan says beyond its name. */
struct fault {
    int64_t ms;        /* "ms": of a delay */
    char sub_code[80]; /* "sub_code": of a refusal */
};

/* Does this fault strike now? Counts it. `fault` may be NULL. */
bool fault_strikes(const char *method, const char *name, struct fault *fault);

/* Sets a plan {method, fault, count, ms?, sub_code?}; a count of 0 takes it back. NULL, or what is wrong. */
const char *fault_plan(const json_t *plan);
void fault_clear(void);

/* {"plans": those with something left, "faults": all that there are, with what they do}. */
json_t *fault_list(void);

#endif
