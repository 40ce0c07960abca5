/* SPDX-License-Identifier: MIT */
/* The message builder. Text goes as 7bit or 8bit, so that a link stays whole for whoever reads the bytes
 * (quoted-printable would break it); base64 is only for lines that are too long for mail. */
#include "common/net/mail.h"

#include "common/clock.h"
#include "common/text.h"

#define LINE_MAX_BYTES 998 /* RFC 5322 2.1.1 */
#define HEADER_COLUMNS 76
#define WORD_EXTRA     12 /* =?UTF-8?B? and ?= */

/* ---------------------------------------------------------------- addresses */

static bool is_atext(char ch)
{
    return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') ||
           (ch && strchr("!#$%&'*+-/=?^_`{|}~.", ch));
}

static bool is_host(const char *s)
{
    if (!*s || *s == '.' || *s == '-')
        return false;
    for (; *s; s++)
        if (!(is_atext(*s) && !strchr("!#$%&'*+/=?^_`{|}~", *s)) || (*s == '.' && (s[1] == '.' || !s[1])))
            return false;
    return true;
}

/* Dot-atoms only: nothing here can end a header or an SMTP command. */
static bool is_mailbox(const char *s)
{
    const char *at = strchr(s, '@');
    if (!at || at == s || at - s > 64 || strlen(s) > 254)
        return false;
    for (const char *p = s; p < at; p++)
        if (!is_atext(*p))
            return false;
    return is_host(at + 1);
}

const char *mail_address(struct arena *mem, const char *from, const char **name)
{
    const char *open = strrchr(from, '<'), *display = "";
    size_t n = strlen(from);
    if (open && from[n - 1] == '>') {
        size_t end = (size_t)(open - from);
        while (end && from[end - 1] == ' ')
            end--;
        if (end > 1 && *from == '"' && from[end - 1] == '"')
            display = arena_dup(mem, from + 1, end - 2);
        else
            display = arena_dup(mem, from, end);
        from = arena_dup(mem, open + 1, n - (size_t)(open - from) - 2);
    }
    if (!is_mailbox(from) || !text_is_clean(display, strlen(display), false))
        return NULL;
    if (name)
        *name = display;
    return from;
}

/* ---------------------------------------------------------------- headers */

static void base64(struct str *b, const char *s, size_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < n; i += 3) {
        unsigned v = 0;
        for (size_t k = 0; k < 3; k++)
            v = v << 8 | (i + k < n ? (unsigned char)s[i + k] : 0);
        str_addc(b, digits[v >> 18]);
        str_addc(b, digits[v >> 12 & 63]);
        str_addc(b, i + 1 < n ? digits[v >> 6 & 63] : '=');
        str_addc(b, i + 2 < n ? digits[v & 63] : '=');
    }
}

static bool is_ascii(const char *s)
{
    for (; *s; s++)
        if ((unsigned char)*s >= 0x7f)
            return false;
    return true;
}

/* Encoded-words (RFC 2047), each on a line of its own and of whole characters; `column` is where the first
 * one begins. */
static void encoded_words(struct str *b, const char *s, size_t column)
{
    size_t left = strlen(s);
    while (left) {
        size_t n = (HEADER_COLUMNS - WORD_EXTRA - column) / 4 * 3;
        if (n >= left)
            n = left;
        else
            while (((unsigned char)s[n] & 0xc0) == 0x80)
                n--;
        str_add(b, "=?UTF-8?B?");
        base64(b, s, n);
        str_add(b, "?=");
        s += n;
        left -= n;
        column = 1;
        if (left)
            str_add(b, "\r\n ");
    }
}

/* Plain where it is short ASCII that no reader takes for an encoded-word. */
static void add_subject(struct str *b, const char *s)
{
    static const char name[] = "Subject: ";
    size_t column = sizeof(name) - 1;
    str_add(b, name);
    if (is_ascii(s) && column + strlen(s) <= HEADER_COLUMNS && !strstr(s, "=?"))
        str_add(b, s);
    else
        encoded_words(b, s, column);
    str_add(b, "\r\n");
}

static void add_from(struct str *b, const char *name, const char *address)
{
    static const char head[] = "From: ";
    size_t column = sizeof(head) - 1;
    str_add(b, head);
    if (*name && is_ascii(name) && column + strlen(name) + 3 <= HEADER_COLUMNS && !strpbrk(name, "\"\\"))
        str_addf(b, "\"%s\"", name);
    else
        encoded_words(b, name, column);
    if (*name)
        str_addf(b, "\r\n <%s>\r\n", address);
    else
        str_addf(b, "%s\r\n", address);
}

static void add_date(struct str *b, int64_t ms)
{
    static const char *const days[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    struct clock_parts p;
    clock_split(ms, 0, &p);
    str_addf(b, "Date: %s, %d %s %04d %02d:%02d:%02d +0000\r\n", days[ms / 86400000 % 7], p.day,
             months[p.month - 1], p.year, p.hour, p.minute, p.second);
}

/* ---------------------------------------------------------------- bodies */

/* CR LF as every line's end, and nothing that a terminal would obey. */
static const char *body_lines(struct arena *mem, const char *s)
{
    struct str lf, b;
    str_init(&lf, mem);
    str_init(&b, mem);
    for (; *s; s++)
        if (*s != '\r')
            str_addc(&lf, *s);
        else if (s[1] != '\n')
            str_addc(&lf, '\n');
    for (const char *p = text_safe(mem, lf.s ? lf.s : "", true); *p; p++) {
        if (*p == '\n')
            str_addc(&b, '\r');
        str_addc(&b, *p);
    }
    if (!b.n || b.s[b.n - 1] != '\n')
        str_add(&b, "\r\n");
    return b.s;
}

static bool has_long_line(const char *s)
{
    for (size_t n; *s; s += n + 2)
        if ((n = strcspn(s, "\r")) > LINE_MAX_BYTES)
            return true;
    return false;
}

static void add_part(struct str *b, const char *type, const char *body)
{
    bool wrapped = has_long_line(body);
    str_addf(b, "Content-Type: text/%s; charset=utf-8\r\nContent-Transfer-Encoding: %s\r\n\r\n", type,
             wrapped          ? "base64"
             : is_ascii(body) ? "7bit"
                              : "8bit");
    if (!wrapped) {
        str_add(b, body);
        return;
    }
    for (size_t left = strlen(body), n; left; left -= n, body += n) {
        n = left < 57 ? left : 57; /* 76 columns */
        base64(b, body, n);
        str_add(b, "\r\n");
    }
}

/* A line that stands in neither part; it is made from the message's id, so that it is the same again. */
static const char *boundary(struct arena *mem, const char *id, const char *text, const char *html)
{
    const char *line = arena_printf(mem, "=_%s", id);
    for (int n = 1; strstr(text, line) || strstr(html, line); n++)
        line = arena_printf(mem, "=_%s.%d", id, n);
    return line;
}

static void add_bodies(struct str *b, struct arena *mem, const struct mail *m)
{
    const char *text = body_lines(mem, m->text);
    if (!m->html) {
        add_part(b, "plain", text);
        return;
    }
    const char *html = body_lines(mem, m->html), *line = boundary(mem, m->id, text, html);
    str_addf(b, "Content-Type: multipart/alternative;\r\n boundary=\"%s\"\r\n\r\n--%s\r\n", line, line);
    add_part(b, "plain", text);
    str_addf(b, "\r\n--%s\r\n", line);
    add_part(b, "html", html);
    str_addf(b, "\r\n--%s--\r\n", line);
}

/* ---------------------------------------------------------------- the message */

static bool is_id(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");
    return n && n <= 64 && !s[n] && *s != '.' && s[n - 1] != '.' && !strstr(s, "..");
}

static const char *fault(const struct mail *m, const char *from)
{
    if (!from)
        return "the sender is no mail address";
    if (!is_mailbox(m->to))
        return "the recipient is no mail address";
    if (!*m->subject || !text_is_clean(m->subject, strlen(m->subject), false))
        return "the subject holds bytes that no header may hold";
    if (!is_id(m->id) || m->at < 0)
        return "the message id or its date cannot be used";
    if (!text_is_utf8(m->text, strlen(m->text)) || (m->html && !text_is_utf8(m->html, strlen(m->html))))
        return "the text is not UTF-8";
    return NULL;
}

enum err mail_build(struct arena *mem, const char *from, const struct mail *m, struct str *out,
                    const char **why)
{
    const char *name = "", *address = mail_address(mem, from, &name), *bad = fault(m, address);
    if (bad) {
        *why = bad;
        return E_VALIDATION;
    }
    str_init(out, mem);
    add_date(out, m->at);
    add_from(out, name, address);
    str_addf(out, "To: %s\r\n", m->to);
    add_subject(out, m->subject);
    str_addf(out, "Message-ID: <%s%s>\r\n", m->id, strchr(address, '@'));
    str_addf(out, "Content-Language: %s\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n",
             lang_tag(m->lang));
    add_bodies(out, mem, m);
    return E_OK;
}
