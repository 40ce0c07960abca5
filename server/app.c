/* SPDX-License-Identifier: MIT */
#include "server/app.h"

#include "server/store/db/db.h"
#include "server/store/ids.h"
#include "server/store/kv.h"

#include <sodium.h>

bool app_open(struct app *app)
{
    if (sodium_init() < 0) {
        fputs("shopd: no source of random numbers\n", stderr);
        return false;
    }
    const char *password = config_secret("db.password_file", app->cfg.db_password_file);
    if (!password)
        return false;
    app->db = db_pool_open(&app->cfg, (struct db_login){app->cfg.db_user, password, (int)app->cfg.db_pool});
    app->kv = kv_open(&app->cfg);
    app->ids = ids_new();
    return true;
}

void app_close(struct app *app)
{
    ids_free(app->ids);
    kv_close(app->kv);
    db_pool_close(app->db);
}
