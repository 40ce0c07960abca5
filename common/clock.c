/* SPDX-License-Identifier: MIT */
#include "common/clock.h"

#include <stdio.h>
#include <time.h>

int64_t clock_wall_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t clock_mono_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* Days since 1970 of a date of the proleptic Gregorian calendar, counted in years that begin in March, so
 * that the leap day is the last one. */
static int64_t days_from_civil(int64_t y, int m, int d)
{
    y -= m <= 2;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t yoe = y - era * 400;
    int64_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static void civil_from_days(int64_t z, struct clock_parts *p)
{
    z += 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t doe = z - era * 146097;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int64_t mp = (5 * doy + 2) / 153;
    p->day = (int)(doy - (153 * mp + 2) / 5 + 1);
    p->month = (int)(mp < 10 ? mp + 3 : mp - 9);
    p->year = (int)(yoe + era * 400 + (p->month <= 2));
}

void clock_split(int64_t ms, int offset, struct clock_parts *p)
{
    ms += (int64_t)offset * 1000;
    int64_t day = ms / 86400000, rest = ms % 86400000;
    if (rest < 0) {
        rest += 86400000;
        day--;
    }
    civil_from_days(day, p);
    p->ms = (int)(rest % 1000);
    p->second = (int)(rest / 1000 % 60);
    p->minute = (int)(rest / 60000 % 60);
    p->hour = (int)(rest / 3600000);
}

int64_t clock_join(const struct clock_parts *p)
{
    int64_t s = days_from_civil(p->year, p->month, p->day) * 86400 + p->hour * 3600 + p->minute * 60 + p->second;
    return s * 1000 + p->ms;
}

char *clock_rfc3339(char buf[static 32], int64_t ms)
{
    struct clock_parts p;
    clock_split(ms, 0, &p);
    snprintf(buf, 32, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", p.year, p.month, p.day, p.hour, p.minute, p.second,
             p.ms);
    return buf;
}

char *clock_local(char buf[static 32], int64_t ms, int offset)
{
    struct clock_parts p;
    clock_split(ms, offset, &p);
    snprintf(buf, 32, "%04d-%02d-%02d %02d:%02d:%02d", p.year, p.month, p.day, p.hour, p.minute, p.second);
    return buf;
}

static bool digits(const char **s, int n, int *value)
{
    *value = 0;
    for (; n > 0; n--, (*s)++) {
        if (**s < '0' || **s > '9')
            return false;
        *value = *value * 10 + (**s - '0');
    }
    return true;
}

static bool mark(const char **s, char c)
{
    return *(*s)++ == c;
}

bool clock_parse(const char *s, int64_t *ms)
{
    struct clock_parts p = {0};
    if (!(digits(&s, 4, &p.year) && mark(&s, '-') && digits(&s, 2, &p.month) && mark(&s, '-') &&
          digits(&s, 2, &p.day) && mark(&s, 'T') && digits(&s, 2, &p.hour) && mark(&s, ':') &&
          digits(&s, 2, &p.minute) && mark(&s, ':') && digits(&s, 2, &p.second)))
        return false;
    if (*s == '.' && !(s++, digits(&s, 3, &p.ms)))
        return false;
    if (*s != 'Z' || s[1] || p.month < 1 || p.month > 12 || p.day < 1 || p.day > 31 || p.hour > 23 ||
        p.minute > 59 || p.second > 60)
        return false;
    *ms = clock_join(&p);
    return true;
}
