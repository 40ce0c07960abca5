/* SPDX-License-Identifier: MIT */
/* mail.h - one message to one recipient: built once (RFC 5322, 2045-2047), then written to a folder or handed to
 * an SMTP server, the same bytes either way. Knows nothing of what mails say and of who may get them. */
#ifndef COMMON_NET_MAIL_H
#define COMMON_NET_MAIL_H

#include "common/err.h"
#include "common/i18n.h"
#include "common/str.h"

/* A message; texts are UTF-8. Equal messages have equal bytes, so that one sent again is known by its id. */
struct mail {
    const char *to;      /* one bare mailbox, in ASCII */
    const char *subject; /* one line */
    const char *text;    /* lines end with \n; what stands on one line here does so in the message */
    const char *html;    /* the same for programs that show HTML; NULL: none */
    const char *id;      /* left side of the Message-ID: letters, digits, "-" and "."; at most 64 */
    int64_t at;          /* its Date, in ms */
    enum lang lang;
};

/* How mails leave, as in shopd.conf. */
struct mail_way {
    const char *url;             /* file:DIR, smtp://host[:port], smtps://host[:port] */
    const char *from;            /* "Daily Fresh <shop@example.com>" or a bare mailbox */
    const char *user, *password; /* SMTP login; user NULL or "": none */
};

/* Can mails leave this way at all? False with a reason in English; nothing is sent. */
bool mail_check(const struct mail_way *way, const char **why) MUST_CHECK;

/* The whole message, lines ended by CR LF. E_VALIDATION with a reason in English where an address, the subject
 * or the id holds what must not get into a header. */
enum err mail_build(struct arena *mem, const char *from, const struct mail *m, struct str *out,
                    const char **why) MUST_CHECK;

/* Builds and sends, within 10 s. E_UNAVAILABLE: not now (4xx, no answer, no room on disk), and after a lost
 * answer maybe sent all the same: send it again. E_VALIDATION: refused for good (5xx). `why` as above.
 * file:DIR writes DIR/<at>-<id>.eml (0600), whole or not at all; sent again, it is the same file.
 * smtp:// uses STARTTLS where the server has it, and insists on it where a login is sent; a server on this
 * machine is exempt, and its certificate is not looked at. */
enum err mail_send(struct arena *mem, const struct mail_way *way, const struct mail *m,
                   const char **why) MUST_CHECK;

/* The bare mailbox in `from`, NULL where it is none; `name` (may be NULL) gets the display name or "". */
const char *mail_address(struct arena *mem, const char *from, const char **name);

#endif
