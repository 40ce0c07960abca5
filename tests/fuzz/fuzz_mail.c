/* SPDX-License-Identifier: MIT */
/* Mails. The input is sender, recipient, subject, id, text and HTML, one after the other with a NUL between. What
 * is not refused must be a message with the headers that it should have and no others. */
#include "common/net/mail.h"

enum { FROM, TO, SUBJECT, ID, TEXT, HTML, FIELDS };

static void need(bool good)
{
    if (!good)
        abort();
}

/* Lines end with CR LF alone and are short enough; the head is ASCII. */
static void check_lines(const char *s, const char *body)
{
    for (const char *p = s; *p; p++) {
        need(*p != '\n' || (p > s && p[-1] == '\r'));
        need(*p != '\r' || p[1] == '\n');
        need(p >= body || (*p >= ' ' && *p <= '~') || *p == '\r' || *p == '\n');
    }
    for (size_t n; *s; s += n + 2)
        need((n = strcspn(s, "\r")) <= 998);
}

static void check_head(const char *s, const char *body)
{
    static const char *const names[] = {"Date: ",           "From: ",         "To: ",
                                        "Subject: ",        "Message-ID: ",   "Content-Language: ",
                                        "Auto-Submitted: ", "MIME-Version: ", "Content-Type: "};
    size_t at = 0;
    for (; s < body - 2; s = strstr(s, "\r\n") + 2) {
        if (*s == ' ')
            continue;
        if (at < sizeof(names) / sizeof(names[0]))
            need(str_starts(s, names[at++]));
        else
            need(str_starts(s, "Content-Transfer-Encoding: "));
    }
    need(at == sizeof(names) / sizeof(names[0]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new(64 << 20);
    const char *field[FIELDS] = {"", "", "", "", "", NULL}, *p = arena_dup(mem, (const char *)data, n),
               *end = p + n;
    for (int i = 0; i < FIELDS && p < end; i++, p += strlen(p) + 1)
        field[i] = p;
    struct mail m = {.to = field[TO],
                     .subject = field[SUBJECT],
                     .id = field[ID],
                     .text = field[TEXT],
                     .html = field[HTML]};
    struct str out;
    const char *why = NULL;
    if (mail_build(mem, field[FROM], &m, &out, &why) == E_OK) {
        const char *body = strstr(out.s, "\r\n\r\n") + 4;
        check_lines(out.s, body);
        check_head(out.s, body);
    } else {
        need(why != NULL);
    }
    arena_free(mem);
    return 0;
}
