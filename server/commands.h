/* SPDX-License-Identifier: MIT */
/* commands.h - what shopd can be asked to do; main.c dispatches on this table. */
#ifndef SERVER_COMMANDS_H
#define SERVER_COMMANDS_H

#include "server/app.h"

struct command {
    const char *words; /* "config check" */
    bool store;        /* opens the store first */
    int (*run)(struct app *app, int argc, char **argv); /* exit code */
    const char *about;
};

extern const struct command commands[];
extern const size_t command_count;

#endif
