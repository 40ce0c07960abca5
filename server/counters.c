/* SPDX-License-Identifier: MIT */
#include "server/counters.h"

#include <stdatomic.h>

static atomic_ullong counts[COUNTER_COUNT];

void counter_add(enum counter which)
{
    atomic_fetch_add(&counts[which], 1);
}

unsigned long long counter_get(enum counter which)
{
    return counts[which];
}
