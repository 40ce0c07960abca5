/* SPDX-License-Identifier: MIT */
#include "server/staff/audit.h"

#include "server/store/db/db.h"

enum err audit_write(struct ctx *c, const char *action, const char *object, const char *before_doc, const char *after_doc)
{
    return db_exec(c, STMT_AUDIT_ADD,
                   ARGS(arg_ref(c->user_id), ARG(c->username ? c->username : "system"), ARG(action), ARG(object),
                        ARG(before_doc), ARG(after_doc), ARG(c->address ? c->address : ""),
                        ARG(c->request_id ? c->request_id : "")),
                   NULL);
}

static const struct col entry_cols[] = {
    COL(struct audit_entry, id),         COL_TIME(struct audit_entry, at),   COL(struct audit_entry, actor_id),
    COL(struct audit_entry, actor),      COL(struct audit_entry, action),    COL(struct audit_entry, object),
    COL(struct audit_entry, before_doc), COL(struct audit_entry, after_doc), COL(struct audit_entry, address),
    COL(struct audit_entry, request_id),
};

enum err audit_list(struct ctx *c, int64_t before, int64_t limit, struct audit_entry **list, size_t *n, int64_t *next)
{
    enum err e = db_rows(c, STMT_AUDIT_LIST, ARGS(ARG(before ? before : INT64_MAX), ARG(limit + 1)), COLS(entry_cols),
                         sizeof(**list), list, n);
    if (e)
        return e;
    *next = *n > (size_t)limit ? (*list)[limit - 1].id : 0;
    if (*next)
        *n = (size_t)limit;
    return E_OK;
}
