/* SPDX-License-Identifier: MIT */
#include "server/ctx.h"

#include "common/log.h"
#include "common/str.h"

#include <stdarg.h>

void ctx_open(struct ctx *c, struct app *app, size_t limit)
{
    *c = (struct ctx){.mem = arena_new(limit), .app = app, .lang = LANG_EN};
}

void ctx_close(struct ctx *c)
{
    arena_free(c->mem);
    c->mem = NULL;
}

void ctx_reset(struct ctx *c)
{
    arena_reset(c->mem);
    *c = (struct ctx){.mem = c->mem, .app = c->app, .lang = c->lang};
}

/* The translated format is checked against the msgid by msgfmt --check, so a literal is not needed here. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static const char *sentence(struct ctx *c, enum lang lang, const char *fmt, va_list ap)
{
    struct str b;
    str_init(&b, c->mem);
    str_vaddf(&b, tr(lang, fmt), ap);
    return b.s;
}
#pragma GCC diagnostic pop

enum err fail(struct ctx *c, enum err e, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    c->detail = sentence(c, c->lang, fmt, ap);
    va_end(ap);
    return e;
}

enum err fail_field(struct ctx *c, const char *field, const char *code, const char *fmt, ...)
{
    va_list ap;
    struct field_error *f = ARENA_NEW(c->mem, struct field_error), **last = &c->errors;
    va_start(ap, fmt);
    *f = (struct field_error){.field = field, .code = code, .detail = sentence(c, c->lang, fmt, ap)};
    va_end(ap);
    while (*last)
        last = &(*last)->next;
    *last = f;
    return E_VALIDATION;
}

void fail_clear(struct ctx *c)
{
    c->detail = NULL;
    c->errors = NULL;
    c->where = NULL;
    c->retry_after = 0;
}

enum err fail_bug(struct ctx *c, const char *file, int line, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    const char *what = sentence(c, LANG_EN, fmt, ap);
    va_end(ap);
    c->where = arena_printf(c->mem, "%s:%d", file, line);
    log_error("%s: %s (request %s)", c->where, what, c->request_id ? c->request_id : "-");
    return E_INTERNAL;
}
