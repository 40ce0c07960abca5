/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/values.h"

#include <ctype.h>
#include <stdatomic.h>

#define BEIJING (8 * 3600)
#define DAY_MS  86400000

const char *get_text(const json_t *o, const char *name)
{
    const char *s = json_string_value(json_object_get(o, name));
    return s ? s : "";
}

int64_t get_whole(const json_t *o, const char *name)
{
    return json_integer_value(json_object_get(o, name));
}

bool has(const json_t *o, const char *name)
{
    return *get_text(o, name) != '\0';
}

void set_text(json_t *o, const char *name, const char *value)
{
    json_object_set_new(o, name, json_string(value));
}

void set_whole(json_t *o, const char *name, int64_t value)
{
    json_object_set_new(o, name, json_integer(value));
}

void set_amount(json_t *o, const char *name, int64_t fen)
{
    char buf[24];
    set_text(o, name, write_amount(buf, fen));
}

void set_time(json_t *o, const char *name, int64_t ms)
{
    char buf[32];
    set_text(o, name, write_time(buf, ms));
}

bool text_is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

bool read_amount(const char *text, int64_t *fen)
{
    size_t whole = strspn(text, "0123456789");
    const char *point = text + whole;
    size_t places = *point == '.' ? strspn(point + 1, "0123456789") : 0;
    if (whole == 0 || whole > 9 || places > 2 || (*point == '.' && places == 0) ||
        point[(*point == '.') + places] != '\0')
        return false;
    int64_t value = strtoll(text, NULL, 10) * 100;
    if (places)
        value += (point[1] - '0') * 10 + (places == 2 ? point[2] - '0' : 0);
    if (value < 1 || value > AMOUNT_MAX)
        return false;
    *fen = value;
    return true;
}

bool read_time(const char *text, int64_t *ms)
{
    struct tm tm = {0};
    char again[32];
    if (!strptime(text, "%Y-%m-%d %H:%M:%S", &tm))
        return false;
    int64_t value = ((int64_t)timegm(&tm) - BEIJING) * 1000;
    if (!text_is(write_time(again, value), text)) /* one way of writing an instant, and no 31st of February */
        return false;
    *ms = value;
    return true;
}

bool read_span(const char *text, int64_t from, int64_t *until)
{
    if (text_is(text, "1c")) {
        int64_t local = from + BEIJING * 1000;
        *until = local - local % DAY_MS + DAY_MS - BEIJING * 1000;
        return true;
    }
    size_t digits = strspn(text, "0123456789");
    const char *unit = text + digits;
    int64_t ms = text_is(unit, "m") ? 60000 : text_is(unit, "h") ? 3600000 : text_is(unit, "d") ? DAY_MS : 0;
    int64_t count = digits && digits < 6 ? strtoll(text, NULL, 10) : 0;
    if (ms == 0 || count < 1 || count * ms > 15 * (int64_t)DAY_MS)
        return false;
    *until = from + count * ms;
    return true;
}

char *write_amount(char buf[static 24], int64_t fen)
{
    snprintf(buf, 24, "%lld.%02lld", (long long)(fen / 100), (long long)(fen % 100));
    return buf;
}

char *write_time(char buf[static 32], int64_t ms)
{
    struct tm tm;
    time_t local = (time_t)(ms / 1000 + BEIJING);
    gmtime_r(&local, &tm);
    strftime(buf, 32, "%Y-%m-%d %H:%M:%S", &tm);
    return buf;
}

static atomic_llong ahead;

int64_t now_machine(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t now_gateway(void)
{
    return now_machine() + ahead;
}

void set_ahead(int64_t ms)
{
    ahead = ms;
}
