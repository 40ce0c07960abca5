/* SPDX-License-Identifier: MIT */
/* mails.h - the mails about accounts. A request only adds a job; the task makes the one-time token when it runs,
 * so that no token lies in the outbox, and writes in the reader's own language. */
#ifndef SERVER_USERS_MAILS_H
#define SERVER_USERS_MAILS_H

#include "server/jobs/jobs.h"

#define MAIL_ACTIVATION   "mail_activation"   /* subject: the account, or payload {"email"} of who asked */
#define MAIL_RESET        "mail_reset"        /* payload {"email"} */
#define MAIL_EMAIL_CHANGE "mail_email_change" /* subject: the account; payload {"email"}: the new mailbox */

/* Queues a mail of a kind to whoever has this mailbox, for c's user if `user_id` is not 0. The same for known
 * and unknown mailboxes, as nobody looks before the task runs. E_RATE_LIMITED by mailbox. */
enum err mails_ask(struct ctx *c, const char *kind, int64_t user_id, const char *email) MUST_CHECK;

extern const struct task_table users_tasks;

#endif
