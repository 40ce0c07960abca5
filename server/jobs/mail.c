/* SPDX-License-Identifier: MIT */
/* A job's mail: the way out as shopd.conf says, with no database connection held meanwhile. What mails say is
 * the business of the tasks that send them. */
#include "common/net/mail.h"

#include "server/app.h"
#include "server/jobs/jobs.h"
#include "server/store/db/db.h"

#define WAIT_MS 60000 /* until somebody has set mail.url */

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

enum err job_mail(struct ctx *c, struct job *job, struct mail *m)
{
    struct mail_way way;
    const char *why = NULL;
    if (!*c->app->cfg.mail_url) {
        job->again_ms = WAIT_MS;
        return fail(c, E_UNAVAILABLE, "mail.url is not set");
    }
    enum err e = way_out(c, &way);
    if (e)
        return e;
    m->id = arena_printf(c->mem, "job-%lld", (long long)job->id);
    m->at = job->created_at;
    db_release(c);
    e = mail_send(c->mem, &way, m, &why);
    return e ? fail(c, e, "%s", why) : E_OK;
}
