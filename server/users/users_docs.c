/* SPDX-License-Identifier: MIT */
#include "server/users/users_docs.h"

#include "server/users/roles.h"

#define MEMBER(name_, type_, member_, about_)                              \
    {                                                                      \
        name_, type_, offsetof(struct profile, member_), .about = (about_) \
    }

#define ID       MEMBER("id", DOC_INT, user.id, "Account number")
#define USERNAME MEMBER("username", DOC_TEXT, user.username, "As it was typed")
#define EMAIL    MEMBER("email", DOC_TEXT, user.email, "Mailbox, lowered")
#define ACTIVE   MEMBER("active", DOC_BOOL, user.active, "The mailbox was confirmed")
#define ROLES    MEMBER("roles", DOC_TEXTS, roles, "Staff roles; none for shoppers")
#define LANG     MEMBER("lang", DOC_TEXT, user.lang, "Language of mails: zh-CN or en")
#define CREATED  MEMBER("created_at", DOC_TIME, user.created_at, "When it was registered")
#define CSRF     MEMBER("csrf_token", DOC_TEXT, csrf_token, "For X-CSRF-Token, where the session is in a cookie")

static const struct doc_field account_fields[] = {ID, USERNAME, EMAIL, ACTIVE};
const struct doc account_doc = DOC("Account", struct profile, account_fields);

static const struct doc_field identity_fields[] = {ID, USERNAME, EMAIL, ACTIVE, ROLES};
const struct doc identity_doc = DOC("Identity", struct profile, identity_fields);

static const struct doc_field profile_fields[] = {ID, USERNAME, EMAIL, ACTIVE, LANG, ROLES, CREATED, CSRF};
const struct doc profile_doc = DOC("Profile", struct profile, profile_fields);

struct profile profile_of(struct ctx *c, const struct user *u)
{
    struct profile p = {.user = *u};
    p.roles.items = role_names(c, u->roles, &p.roles.n);
    return p;
}
