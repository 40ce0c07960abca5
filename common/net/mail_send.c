/* SPDX-License-Identifier: MIT */
/* The two ways out: a folder, and SMTP by libcurl (which doubles leading dots and speaks STARTTLS). */
#include "common/net/mail.h"

#include "common/clock.h"
#include "common/net/curl.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define CONNECT_MS 5000L
#define TOTAL_MS   10000L

/* ---------------------------------------------------------------- file:DIR */

static bool write_all(int fd, const char *s, size_t n)
{
    while (n) {
        ssize_t put = write(fd, s, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        s += put;
        n -= (size_t)put;
    }
    return true;
}

/* A name is on disk when its folder is. */
static bool sync_folder(const char *dir)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return ok;
}

static bool write_file(struct arena *mem, const char *dir, const char *name, const struct str *message)
{
    char *temp = arena_printf(mem, "%s/.mail-XXXXXX", dir);
    int fd = mkostemp(temp, O_CLOEXEC); /* 0600 */
    if (fd < 0)
        return false;
    bool ok = write_all(fd, message->s, message->n) && fsync(fd) == 0;
    ok = close(fd) == 0 && ok;
    if (ok && rename(temp, name) == 0)
        return sync_folder(dir);
    int cause = errno;
    unlink(temp);
    errno = cause;
    return false;
}

static enum err to_folder(struct arena *mem, const char *dir, const struct mail *m, const struct str *message,
                          const char **why)
{
    struct clock_parts t;
    clock_split(m->at, 0, &t);
    const char *name = arena_printf(mem, "%s/%04d%02d%02dT%02d%02d%02d.%03dZ-%s.eml", dir, t.year, t.month,
                                    t.day, t.hour, t.minute, t.second, t.ms, m->id);
    if (write_file(mem, dir, name, message))
        return E_OK;
    *why = arena_printf(mem, "a mail cannot be written: %s", strerrordesc_np(errno));
    return E_UNAVAILABLE;
}

/* ---------------------------------------------------------------- smtp://, smtps:// */

struct source {
    const char *s;
    size_t left;
};

static size_t give(char *to, size_t size, size_t count, void *arg)
{
    struct source *from = arg;
    size_t n = size * count < from->left ? size * count : from->left;
    memcpy(to, from->s, n);
    from->s += n;
    from->left -= n;
    return n;
}

/* Between us and a server on this machine is nobody who could listen. */
static bool is_local(const char *url)
{
    static const char *const hosts[] = {"localhost", "127.0.0.1", "[::1]"};
    const char *host = strstr(url, "://") + 3;
    for (size_t i = 0; i < sizeof(hosts) / sizeof(hosts[0]); i++) {
        size_t n = strlen(hosts[i]);
        if (strncmp(host, hosts[i], n) == 0 && (!host[n] || host[n] == ':' || host[n] == '/'))
            return true;
    }
    return false;
}

static void set_security(const struct curl_calls *curl, CURL *easy, const struct mail_way *way)
{
    bool login = way->user && *way->user, local = is_local(way->url);
    curl->easy_setopt(easy, CURLOPT_USE_SSL, (long)(login && !local ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (local) {
        curl->easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L);
        curl->easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    if (login) {
        curl->easy_setopt(easy, CURLOPT_USERNAME, way->user);
        curl->easy_setopt(easy, CURLOPT_PASSWORD, way->password ? way->password : "");
    }
}

static void set_up(const struct curl_calls *curl, CURL *easy, const struct mail_way *way, struct source *from)
{
    curl->easy_setopt(easy, CURLOPT_URL, way->url);
    curl->easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl->easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl->easy_setopt(easy, CURLOPT_NOPROXY, "*");
    curl->easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, CONNECT_MS);
    curl->easy_setopt(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, TOTAL_MS / 1000);
    curl->easy_setopt(easy, CURLOPT_TIMEOUT_MS, TOTAL_MS);
    curl->easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl->easy_setopt(easy, CURLOPT_READFUNCTION, give);
    curl->easy_setopt(easy, CURLOPT_READDATA, from);
    set_security(curl, easy, way);
}

/* libcurl's result for somebody who must know whether another try may help. */
static enum err judge(const struct curl_calls *curl, CURL *easy, CURLcode code)
{
    long status = 0;
    if (code == CURLE_OK)
        return E_OK;
    curl->easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return status >= 500 && status <= 599 ? E_VALIDATION : E_UNAVAILABLE;
}

static enum err to_server(struct arena *mem, const struct mail_way *way, const struct mail *m,
                          const struct str *message, const char **why)
{
    const struct curl_calls *curl;
    char reason[CURL_ERROR_SIZE] = "";
    struct source from = {message->s, message->n};
    const char *sender = arena_printf(mem, "<%s>", mail_address(mem, way->from, NULL));
    const char *to = arena_printf(mem, "<%s>", m->to);
    CURL *easy = curl_get(&curl) == E_OK ? curl->easy_init() : NULL;
    if (!easy) {
        *why = "libcurl is not there";
        return E_UNAVAILABLE;
    }
    struct curl_slist *recipients = curl->slist_append(NULL, to);
    set_up(curl, easy, way, &from);
    curl->easy_setopt(easy, CURLOPT_MAIL_FROM, sender);
    curl->easy_setopt(easy, CURLOPT_MAIL_RCPT, recipients);
    curl->easy_setopt(easy, CURLOPT_ERRORBUFFER, reason);
    CURLcode code = curl->easy_perform(easy);
    enum err e = judge(curl, easy, code);
    const char *general = curl->easy_strerror(code);
    curl->slist_free_all(recipients);
    curl->easy_cleanup(easy);
    if (e)
        *why = arena_printf(mem, "the mail server: %s", reason[0] ? reason : general);
    return e;
}

/* ---------------------------------------------------------------- */

bool mail_check(const struct mail_way *way, const char **why)
{
    struct arena *mem = arena_new(64 * 1024);
    bool known = (str_starts(way->url, "file:") && way->url[5]) ||
                 (str_starts(way->url, "smtp://") && way->url[7]) ||
                 (str_starts(way->url, "smtps://") && way->url[8]);
    *why = !known                                ? "mail.url is none of file:DIR, smtp://host, smtps://host"
           : !mail_address(mem, way->from, NULL) ? "mail.from is no mail address"
                                                 : NULL;
    arena_free(mem);
    return !*why;
}

enum err mail_send(struct arena *mem, const struct mail_way *way, const struct mail *m, const char **why)
{
    struct str message;
    if (!mail_check(way, why))
        return E_VALIDATION;
    enum err e = mail_build(mem, way->from, m, &message, why);
    if (e)
        return e;
    return str_starts(way->url, "file:") ? to_folder(mem, way->url + 5, m, &message, why)
                                         : to_server(mem, way, m, &message, why);
}
