/* SPDX-License-Identifier: MIT */
#include "common/err.h"

#include <string.h>

static const struct {
    const char *code, *title;
    int http, exit;
} table[ERR_COUNT] = {
#define X(name, code_, http_, exit_, title_) [name] = {code_, title_, http_, exit_},
    ERR_TABLE(X)
#undef X
};

const char *err_code(enum err e)
{
    return table[e].code;
}

const char *err_title(enum err e)
{
    return table[e].title;
}

int err_http(enum err e)
{
    return table[e].http;
}

int err_exit(enum err e)
{
    return table[e].exit;
}

bool err_on_wire(enum err e)
{
    return e > E_OK && e < E_USAGE;
}

enum err err_from_code(const char *code)
{
    for (int e = 0; e < ERR_COUNT; e++)
        if (strcmp(table[e].code, code) == 0)
            return (enum err)e;
    return E_INTERNAL;
}
