/* SPDX-License-Identifier: MIT */
/* A job's mail: the way out as shopd.conf says, with no database connection held meanwhile. What mails say is
 * the business of the tasks that send them. */
#include "common/net/mail.h"

#include "common/clock.h"
#include "server/app.h"
#include "server/jobs/jobs.h"
#include "server/store/db/db.h"

#include <pthread.h>

#define WAIT_MS  60000    /* until somebody has set mail.url */
#define SLOW_US  2000000  /* a mail that fails after so long has kept a thread waiting */
#define PROBE_US 15000000 /* longer than any mail takes */

/* A server that does not answer would cost every thread its time limit, and other jobs would wait behind mails.
 * So after one slow failure mails fail at once, but for one at a time, which finds out whether it is back. */
static struct {
    pthread_mutex_t lock;
    bool silent;
    int64_t probed_until; /* monotonic us: while somebody finds out */
} server = {.lock = PTHREAD_MUTEX_INITIALIZER};

static bool may_ask(void)
{
    int64_t now = clock_mono_us();
    pthread_mutex_lock(&server.lock);
    bool go = !server.silent || now > server.probed_until;
    if (server.silent && go)
        server.probed_until = now + PROBE_US;
    pthread_mutex_unlock(&server.lock);
    return go;
}

static void note_answer(bool silent)
{
    pthread_mutex_lock(&server.lock);
    server.silent = silent;
    server.probed_until = 0;
    pthread_mutex_unlock(&server.lock);
}

static void forget(void *secret)
{
    explicit_bzero(secret, strlen(secret));
    free(secret);
}

static enum err way_out(struct ctx *c, struct mail_way *way)
{
    const struct config *cfg = &c->app->cfg;
    *way = (struct mail_way){.url = cfg->mail_url, .from = cfg->mail_from, .user = cfg->mail_user};
    if (!*way->user)
        return E_OK;
    char *password = config_secret("mail.password_file", cfg->mail_password_file);
    if (!password)
        return fail(c, E_UNAVAILABLE, "mail.password_file cannot be read");
    arena_defer(c->mem, forget, password);
    way->password = password;
    return E_OK;
}

static enum err send(struct ctx *c, const struct mail_way *way, const struct mail *m)
{
    const char *why = NULL;
    if (!may_ask())
        return fail(c, E_UNAVAILABLE, "the mail server has not answered lately");
    db_release(c);
    int64_t began = clock_mono_us();
    enum err e = mail_send(c->mem, way, m, &why);
    note_answer(e == E_UNAVAILABLE && clock_mono_us() - began > SLOW_US);
    return e ? fail(c, e, "%s", why) : E_OK;
}

enum err job_mail(struct ctx *c, struct job *job, struct mail *m)
{
    struct mail_way way;
    if (!*c->app->cfg.mail_url) {
        job->again_ms = WAIT_MS;
        return fail(c, E_UNAVAILABLE, "mail.url is not set");
    }
    enum err e = way_out(c, &way);
    if (e)
        return e;
    m->id = arena_printf(c->mem, "job-%lld", (long long)job->id);
    m->at = job->created_at;
    return send(c, &way, m);
}
