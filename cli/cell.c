/* SPDX-License-Identifier: MIT */
/* One value of a document as text, by its column's type. Where the server sends another type than we know, the
 * value is shown as it is. */
#include "cli/print.h"

#include "common/clock.h"
#include "common/money.h"
#include "common/text.h"

#include <string.h>

#define MINUTE 60
#define HOUR   3600
#define DAY    86400

static const char *relative(struct cli *cli, struct arena *mem, int64_t ms)
{
    static const struct {
        int64_t below, seconds;
        const char *name;
    } units[] = {
        {MINUTE, 1, N_("s")}, {HOUR, MINUTE, N_("min")}, {DAY, HOUR, N_("h")}, {30 * DAY, DAY, N_("d")}};
    int64_t seconds = (clock_wall_ms() - ms) / 1000, distance = seconds < 0 ? -seconds : seconds;
    for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
        long long n = distance / units[i].seconds;
        const char *unit = tr(cli->lang, units[i].name);
        if (distance < units[i].below && seconds < 0)
            return arena_printf(mem, tr(cli->lang, N_("in %lld %s")), n, unit);
        if (distance < units[i].below)
            return arena_printf(mem, tr(cli->lang, N_("%lld %s ago")), n, unit);
    }
    return NULL;
}

static const char *time_text(struct cli *cli, struct arena *mem, const char *rfc3339, bool for_people)
{
    int64_t ms;
    if (!for_people || !clock_parse(rfc3339, &ms))
        return rfc3339;
    const char *text = relative(cli, mem, ms);
    return text ? text : arena_dup(mem, rfc3339, strcspn(rfc3339, "T"));
}

static const char *scalar(struct arena *mem, json_t *v)
{
    struct str b;
    str_init(&b, mem);
    json_text(&b, v, false);
    return b.s;
}

/* "pay, cancel" for ["pay","cancel"]. */
static const char *joined(struct arena *mem, const json_t *list)
{
    struct str b;
    json_t *one;
    size_t i;
    str_init(&b, mem);
    json_array_foreach(list, i, one)
        str_addf(&b, "%s%s", i ? ", " : "", json_is_string(one) ? json_string_value(one) : scalar(mem, one));
    return text_safe(mem, b.s, true);
}

const char *cell_text(struct cli *cli, struct arena *mem, const json_t *object, const struct column *column,
                      bool for_people)
{
    json_t *v = column_value(object, column->path);
    char buf[24];
    if (!v)
        return "";
    if (json_is_string(v) && column->kind == COL_TIME)
        return text_safe(mem, time_text(cli, mem, json_string_value(v), for_people), true);
    if (json_is_string(v))
        return text_safe(mem, json_string_value(v), true);
    if (json_is_integer(v) && column->kind == COL_MONEY)
        return arena_strdup(mem, money_format(buf, (int64_t)json_integer_value(v)));
    if (json_is_boolean(v) && for_people)
        return json_is_true(v) ? tr(cli->lang, N_("yes")) : tr(cli->lang, N_("no"));
    return for_people && json_is_array(v) ? joined(mem, v) : scalar(mem, v);
}
