/* SPDX-License-Identifier: MIT */
/* The mails that one can ask for, and changing password and mailbox. */
#include "server/users/credentials.h"
#include "server/users/mails.h"
#include "server/users/passwords.h"
#include "server/users/users_docs.h"
#include "server/users/users_http.h"

/* The answer to whoever asks for a mail, whether or not there will be one. */
struct accepted {
    bool accepted;
};

static const struct doc_field accepted_members[] = {
    {"accepted", DOC_BOOL, offsetof(struct accepted, accepted), .about = "Always true"},
};
static const struct doc accepted_doc = DOC("Accepted", struct accepted, accepted_members);

static enum err reply_accepted(struct reply *r)
{
    return reply_doc(r, 202, &accepted_doc, &(struct accepted){true});
}

static enum err replay_accepted(struct ctx *c, int64_t id, struct reply *r)
{
    (void)c, (void)id;
    return reply_accepted(r);
}

struct email_input {
    const char *email;
};

static const struct field email_list[] = {
    {"email", FIELD_EMAIL, .required = true, .at = offsetof(struct email_input, email),
     .about = "Of the account"},
};
static const struct fields email_fields = FIELDS("Mailbox", struct email_input, email_list);

static enum err post_activation_mail(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct email_input *m = in->body;
    enum err e = mails_ask(c, MAIL_ACTIVATION, 0, m->email);
    return e ? e : reply_accepted(r);
}

static enum err post_resets(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct email_input *m = in->body;
    enum err e = mails_ask(c, MAIL_RESET, 0, m->email);
    return e ? e : reply_accepted(r);
}

struct reset_input {
    const char *password;
};

static const struct field reset_list[] = {
    {"password", FIELD_SECRET, .required = true, .lo = PASSWORD_MIN, .hi = PASSWORD_MAX,
     .at = offsetof(struct reset_input, password), .about = "The new one"},
};
static const struct fields reset_fields = FIELDS("PasswordReset", struct reset_input, reset_list);

static enum err put_reset(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct reset_input *reset = in->body;
    enum err e = credentials_reset(c, in->word[0], reset->password);
    return e ? e : reply_nothing(r);
}

static const struct field password_list[] = {
    {"old_password", FIELD_SECRET, .required = true, .lo = 1, .hi = PASSWORD_MAX,
     .at = offsetof(struct password_change, old_password)},
    {"new_password", FIELD_SECRET, .required = true, .lo = PASSWORD_MIN, .hi = PASSWORD_MAX,
     .at = offsetof(struct password_change, new_password)},
};
static const struct fields password_fields = FIELDS("PasswordChange", struct password_change, password_list);

static enum err put_password(struct ctx *c, const struct input *in, struct reply *r)
{
    enum err e = credentials_set_password(c, in->body);
    return e ? e : reply_nothing(r);
}

static const struct field mailbox_list[] = {
    {"email", FIELD_EMAIL, .required = true, .at = offsetof(struct email_change, email),
     .about = "The new mailbox"},
    {"password", FIELD_SECRET, .required = true, .lo = 1, .hi = PASSWORD_MAX,
     .at = offsetof(struct email_change, password), .about = "Of the account"},
};
static const struct fields mailbox_fields = FIELDS("MailboxChange", struct email_change, mailbox_list);

static enum err put_email(struct ctx *c, const struct input *in, struct reply *r)
{
    enum err e = credentials_ask_email(c, in->body);
    return e ? e : reply_accepted(r);
}

static enum err post_confirmation(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct token_input *t = in->body;
    struct user u;
    enum err e = credentials_confirm_email(c, t->token, &u);
    return e ? e : reply_account(c, r, &u);
}

static const struct route rows[] = {
    {"POST", "/api/v1/users/activation-mail", ACCESS_ANY, .flags = ROUTE_IDEMPOTENT | ROUTE_NO_SESSION,
     .body = &email_fields, .run = post_activation_mail, .replay = replay_accepted, .status = 202,
     .doc = &accepted_doc, .errors = MAY(E_RATE_LIMITED), .about = "Send the activation mail again"},
    {"POST", "/api/v1/password-resets", ACCESS_ANY, .flags = ROUTE_IDEMPOTENT | ROUTE_NO_SESSION,
     .body = &email_fields, .run = post_resets, .replay = replay_accepted, .status = 202,
     .doc = &accepted_doc, .errors = MAY(E_RATE_LIMITED),
     .about = "Send a mail with a link to set a new password"},
    {"PUT", "/api/v1/password-resets/{token}", ACCESS_ANY, .flags = ROUTE_NO_SESSION | ROUTE_SLOW,
     .body = &reset_fields, .run = put_reset, .status = 204, .shape = SHAPE_NONE,
     .about = "Set a new password with the token of the mail; every session ends"},
    {"PUT", "/api/v1/me/password", ACCESS_LOGIN, .flags = ROUTE_SLOW, .body = &password_fields,
     .run = put_password, .status = 204, .shape = SHAPE_NONE, .errors = MAY(E_RATE_LIMITED),
     .about = "Change the password; every session ends, this one too"},
    {"PUT", "/api/v1/me/email", ACCESS_LOGIN, .flags = ROUTE_SLOW, .body = &mailbox_fields, .run = put_email,
     .status = 202, .doc = &accepted_doc, .errors = MAY(E_RATE_LIMITED),
     .about = "Move to another mailbox, once it has confirmed"},
    {"POST", "/api/v1/me/email/confirmation", ACCESS_LOGIN, .flags = ROUTE_IDEMPOTENT, .body = &token_fields,
     .run = post_confirmation, .replay = replay_account, .status = 200, .doc = &account_doc,
     .errors = MAY(E_CONFLICT), .about = "Confirm the new mailbox with the token of the mail"},
};
const struct route_table credentials_routes = ROUTE_TABLE(rows);
