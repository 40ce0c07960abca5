/* SPDX-License-Identifier: MIT */
/* app.h - what one running shopd owns: made once at start in this order, closed in the other. */
#ifndef SERVER_APP_H
#define SERVER_APP_H

#include "server/config.h"

#include <stdatomic.h>
#include <stdbool.h>

struct db_pool;
struct kv;
struct ids;
struct provider;
struct limits;

struct app {
    struct config cfg;
    struct db_pool *db;
    struct kv *kv;
    struct ids *ids;
    struct alipay *alipay; /* NULL: not offered */
    atomic_bool draining;  /* SIGTERM came: /readyz says so */
};

/* Opens the store and the providers as `cfg` says. False with one line on stderr a mistake. */
bool app_open(struct app *app);
void app_close(struct app *app);

#endif
