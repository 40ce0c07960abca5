/* SPDX-License-Identifier: MIT */
/* Each line leaves in one write(), so that lines of many threads and processes do not mix. */
#include "common/log.h"

#include "common/arena.h"
#include "common/clock.h"
#include "common/str.h"

#include <stdarg.h>
#include <unistd.h>

static const char *name = "shop";
static enum log_level threshold = LOG_INFO;

void log_open(const char *program, enum log_level least)
{
    name = program;
    threshold = least;
}

static void line(enum log_level level, const char *msg, const char *members)
{
    static const char *const levels[] = {"debug", "info", "warn", "error"};
    char at[32];
    struct arena *mem = arena_new(1024 * 1024);
    struct str b;
    str_init(&b, mem);
    str_addf(&b, "{\"at\":\"%s\",\"level\":\"%s\",\"program\":\"%s\",\"msg\":", clock_rfc3339(at, clock_wall_ms()),
             levels[level], name);
    str_json(&b, msg);
    if (members && *members) {
        str_addc(&b, ',');
        str_add(&b, members);
    }
    str_add(&b, "}\n");
    /* A full disk must not stop the shop: a line that cannot be written is lost. */
    if (write(STDERR_FILENO, b.s, b.n) < 0) {
    }
    arena_free(mem);
}

void log_members(enum log_level level, const char *msg, const char *members)
{
    if (level >= threshold)
        line(level, msg, members);
}

void log_write(enum log_level level, const char *fmt, ...)
{
    if (level < threshold)
        return;
    char msg[2048];
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(msg, sizeof(msg), fmt, ap);
    va_end(ap);
    line(level, msg, NULL);
}
