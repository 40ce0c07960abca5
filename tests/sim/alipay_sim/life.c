/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/life.h"

#include <stdarg.h>
#include <stdatomic.h>

struct settings sim;

static atomic_bool stopping;

void die(const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    fputs("alipay-sim: ", stderr);
    vfprintf(stderr, fmt, ap);
    fputc('\n', stderr);
    va_end(ap);
    exit(1);
}

void life_stop(void)
{
    stopping = true;
}

bool life_stopping(void)
{
    return stopping;
}

bool life_pause(int64_t ms)
{
    for (; ms > 0 && !stopping; ms -= 10) {
        int64_t step = ms < 10 ? ms : 10;
        nanosleep(&(struct timespec){.tv_nsec = (long)step * 1000000}, NULL);
    }
    return !stopping;
}
