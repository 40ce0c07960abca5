/* SPDX-License-Identifier: MIT */
#include "server/commands.h"

#include "common/log.h"
#include "common/str.h"
#include "server/cart/cart.h"
#include "server/heartbeat.h"
#include "server/http/mhd.h"
#include "server/http/openapi.h"
#include "server/http/router.h"
#include "server/jobs/worker.h"
#include "server/staff/books.h"
#include "server/store/db/db.h"
#include "server/store/db/migrate.h"
#include "server/users/staff_add.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#define DRAIN_SECONDS 8
#define WORK_SECONDS  4

static int usage(const char *what)
{
    fprintf(stderr, "shopd: %s\n", what);
    return 2;
}

/* Signals are blocked in every thread; this one waits for the one that means stop. */
static void wait_for_stop(void)
{
    sigset_t set;
    int got;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigwait(&set, &got);
}

static int serve(struct app *app, int argc, char **argv)
{
    (void)argv;
    if (argc)
        return usage("serve takes no arguments");
    cart_open(app);
    if (!router_open() || !heartbeat_open(app))
        return 1;
    if (!mhd_open(app)) {
        heartbeat_close();
        return 1;
    }
    log_info("serving on %s", app->cfg.http_listen);
    wait_for_stop();
    app->draining = true;
    log_info("stopping");
    mhd_close(DRAIN_SECONDS);
    heartbeat_close();
    return 0;
}

static int work(struct app *app, int argc, char **argv)
{
    (void)argv;
    if (argc)
        return usage("work takes no arguments");
    cart_open(app);
    if (!heartbeat_open(app))
        return 1;
    bool ok = worker_open(app);
    if (ok) {
        log_info("working");
        wait_for_stop();
        log_info("stopping");
    }
    if (!worker_close(WORK_SECONDS))
        _exit(0);
    heartbeat_close();
    return ok ? 0 : 1;
}

static int migrate(struct app *app, int argc, char **argv)
{
    (void)argv;
    if (argc)
        return usage("migrate takes no arguments");
    return migrate_run(&app->cfg) ? 0 : 1;
}

static bool print_route(const struct route *r, void *arg)
{
    static const char *const who[] = {"?", "anybody", "login", "staff"};
    (void)arg;
    printf("%-7s %-50s %-8s %s\n", r->method, r->path, who[r->access], r->about);
    return true;
}

static int routes(struct app *app, int argc, char **argv)
{
    (void)app, (void)argv;
    if (argc || !router_open())
        return usage("routes takes no arguments");
    router_each(print_route, NULL);
    return 0;
}

static int openapi(struct app *app, int argc, char **argv)
{
    (void)argv;
    if (argc)
        return usage("openapi takes no arguments");
    char *text = router_open() ? openapi_text(str_starts(app->cfg.http_site, "https://")) : NULL;
    bool ok = text && puts(text) >= 0 && fflush(stdout) == 0;
    free(text);
    return ok ? 0 : 1;
}

static int config_check(struct app *app, int argc, char **argv)
{
    if (argc > 1 || (argc == 1 && !str_eq(argv[0], "--print")))
        return usage("config check takes --print only");
    if (argc)
        config_print(&app->cfg);
    if (!router_open() || !app_open(app))
        return 1;
    app_close(app);
    puts("the configuration is good");
    return 0;
}

static int check_sql(struct app *app, int argc, char **argv)
{
    struct ctx c;
    (void)argc, (void)argv;
    ctx_open(&c, app, 64 * 1024 * 1024);
    enum err e = migrate_check(&c);
    if (!e)
        e = db_check_statements(&c);
    if (e && c.detail)
        fprintf(stderr, "shopd: %s\n", c.detail);
    ctx_close(&c);
    return e ? 1 : 0;
}

static int audit(struct app *app, int argc, char **argv)
{
    struct book_fault *faults;
    size_t n, rules;
    struct ctx c;
    (void)argv;
    if (argc)
        return usage("audit takes no arguments");
    ctx_open(&c, app, 64 * 1024 * 1024);
    c.lang = lang_find(getenv("LANG"), LANG_EN);
    enum err e = books_audit(&c, &faults, &n, &rules);
    if (e)
        fprintf(stderr, "shopd: %s\n", c.detail ? c.detail : err_code(e));
    for (size_t i = 0; !e && i < n; i++)
        printf("%s: %lld: want %lld, have %lld (%s)\n", faults[i].rule, (long long)faults[i].id,
               (long long)faults[i].want, (long long)faults[i].have, faults[i].about);
    if (!e)
        printf("%zu rules, %zu broken rows\n", rules, n);
    ctx_close(&c);
    return e || n ? 1 : 0;
}

const struct command commands[] = {
    {"serve", true, serve, "answer requests (what shopd does without a command)"},
    {"work", true, work, "carry out jobs: mails and everything else that no request waits for"},
    {"migrate", false, migrate, "bring the database's schema up to this program's"},
    {"audit", true, audit, "prove that stock, orders and payments balance; exit 0 only if they do"},
    {"routes", false, routes, "list every route"},
    {"openapi", false, openapi, "print the API as an OpenAPI document, as /api/openapi.json is"},
    {"config check", false, config_check,
     "read the configuration and the secrets; --print shows every setting"},
    {"staff add", true, staff_add, "make somebody staff: NAME --role admin[,orders...]"},
    {"check sql", true, check_sql, "prepare every statement against the database"},
};
const size_t command_count = sizeof(commands) / sizeof(commands[0]);
