/* SPDX-License-Identifier: MIT */
#include "server/app.h"

#include "server/payments/payments.h"
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
    char *password = config_secret("db.password_file", app->cfg.db_password_file);
    if (!password)
        return false;
    app->db = db_pool_open(&app->cfg, (struct db_login){app->cfg.db_user, password, (int)app->cfg.db_pool});
    explicit_bzero(password, strlen(password));
    free(password);
    app->kv = kv_open(&app->cfg);
    app->ids = ids_new();
    bool ok;
    app->alipay = alipay_open(&app->cfg, &ok);
    return ok;
}

void app_close(struct app *app)
{
    alipay_close(app->alipay);
    ids_free(app->ids);
    kv_close(app->kv);
    db_pool_close(app->db);
}
