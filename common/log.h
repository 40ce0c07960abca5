/* SPDX-License-Identifier: MIT */
/* log.h - one JSON object a line on stderr (or a file), for people with jq and for machines. Secrets and
 * payment payloads never come here. Libraries and domains do not log; the router writes one line a request. */
#ifndef COMMON_LOG_H
#define COMMON_LOG_H

#include <stdint.h>

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR };

void log_open(const char *program, enum log_level least); /* lines name the program; below `least` is dropped */

/* One line {"at":…,"level":…,"program":…,"msg":…}. */
void log_write(enum log_level level, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* One line with members of its own: `members` is JSON text such as "\"id\":\"x\",\"ms\":3", without braces. */
void log_members(enum log_level level, const char *msg, const char *members);

#define log_debug(...) log_write(LOG_DEBUG, __VA_ARGS__)
#define log_info(...)  log_write(LOG_INFO, __VA_ARGS__)
#define log_warn(...)  log_write(LOG_WARN, __VA_ARGS__)
#define log_error(...) log_write(LOG_ERROR, __VA_ARGS__)

#endif
