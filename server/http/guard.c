/* SPDX-License-Identifier: MIT */
#include "server/http/guard.h"

#include "common/num.h"
#include "common/text.h"

#include <strings.h>

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

char *guard_decode(struct arena *mem, const char *s, size_t n, bool plus)
{
    char *out = arena_alloc(mem, n + 1);
    size_t o = 0;
    for (size_t i = 0; i < n; i++) {
        char c = s[i];
        if (c == '%') {
            if (n - i < 3 || hex(s[i + 1]) < 0 || hex(s[i + 2]) < 0)
                return NULL;
            c = (char)(hex(s[i + 1]) * 16 + hex(s[i + 2]));
            i += 2;
        } else if (c == '+' && plus) {
            c = ' ';
        }
        if (c == '\0')
            return NULL;
        out[o++] = c;
    }
    out[o] = '\0';
    return text_is_utf8(out, o) ? out : NULL;
}

static bool has_control(const char *s)
{
    for (; *s; s++)
        if ((unsigned char)*s < 0x20 || *s == 0x7f)
            return true;
    return false;
}

/* An encoded slash or backslash would change the path's shape when decoded. */
static bool hides_slash(const char *s, size_t n)
{
    for (size_t i = 0; i + 2 < n; i++)
        if (s[i] == '%' && (strncasecmp(s + i, "%2f", 3) == 0 || strncasecmp(s + i, "%5c", 3) == 0))
            return true;
    return false;
}

static bool has_dot_segment(const char *path)
{
    for (const char *p = path; p; p = strchr(p + 1, '/')) {
        size_t n = strcspn(p + 1, "/");
        if ((n == 1 && p[1] == '.') || (n == 2 && p[1] == '.' && p[2] == '.'))
            return true;
        if (!p[1])
            break;
    }
    return false;
}

enum err guard_target(struct request *rq, const char **why)
{
    const char *t = rq->target;
    size_t n = strcspn(t, "?");
    *why = N_("the target is not a path");
    if (*t != '/' || t[1] == '/' || has_control(t) || strchr(t, '\\') || strchr(t, '#'))
        return E_BAD_REQUEST;
    *why = N_("the path is not what it looks like");
    if (hides_slash(t, n))
        return E_BAD_REQUEST;
    char *path = guard_decode(rq->mem, t, n, false);
    if (!path || has_control(path) || strchr(path, '\\') || has_dot_segment(path))
        return E_BAD_REQUEST;
    rq->path = path;
    rq->query = t[n] == '?' ? t + n + 1 : "";
    return E_OK;
}

static size_t count(const struct request *rq, const char *name, const char **value)
{
    size_t n = 0;
    for (size_t i = 0; i < rq->n_headers; i++)
        if (strcasecmp(rq->headers[i].name, name) == 0) {
            n++;
            *value = rq->headers[i].value;
        }
    return n;
}

static bool bad_bytes(const struct request *rq)
{
    for (size_t i = 0; i < rq->n_headers; i++) {
        const char *name = rq->headers[i].name;
        if (!*name || name[strcspn(name, " \t:()<>@,;\\\"/[]?={}")])
            return true;
        for (const char *v = rq->headers[i].value; *v; v++)
            if (((unsigned char)*v < 0x20 && *v != '\t') || *v == 0x7f)
                return true;
    }
    return false;
}

enum err guard_headers(struct request *rq, int64_t body_max, const char **why)
{
    const char *length = NULL, *encoding = NULL, *host = NULL, *coding = NULL;
    size_t lengths = count(rq, "Content-Length", &length), encodings = count(rq, "Transfer-Encoding", &encoding);
    rq->body_length = -1;
    *why = N_("a header holds bytes that do not belong there");
    if (bad_bytes(rq))
        return E_BAD_REQUEST;
    *why = N_("exactly one Host is needed");
    if (count(rq, "Host", &host) != 1)
        return E_BAD_REQUEST;
    *why = N_("the length of the body is stated twice");
    if (lengths > 1 || encodings > 1 || (lengths && encodings))
        return E_BAD_REQUEST;
    *why = N_("a body needs a Content-Length");
    if (encodings)
        return E_LENGTH_REQUIRED;
    *why = N_("the Content-Length is no number");
    if (lengths && !num_parse(length, 0, INT64_MAX, &rq->body_length))
        return E_BAD_REQUEST;
    *why = N_("compressed bodies are not read");
    if (count(rq, "Content-Encoding", &coding) && strcasecmp(coding, "identity") != 0)
        return E_MEDIA_TYPE;
    *why = N_("the body is too large");
    return rq->body_length > body_max ? E_TOO_LARGE : E_OK;
}

bool guard_request_id(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");
    return n > 0 && n <= 64 && !s[n];
}
