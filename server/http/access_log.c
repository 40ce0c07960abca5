/* SPDX-License-Identifier: MIT */
#include "server/http/access_log.h"

#include "common/clock.h"
#include "common/log.h"
#include "common/text.h"

static void member(struct str *b, const char *name, const char *value)
{
    str_addf(b, "%s\"%s\":", b->n ? "," : "", name);
    str_json(b, value);
}

/* Paths with a word in them may bear a secret; they are logged as their pattern. */
static const char *shown_path(const struct request *rq, const struct route *row)
{
    if (!rq->path)
        return "-";
    bool word = row && strchr(row->path, '{') && !strstr(row->path, "id}");
    return word ? row->path : text_safe(rq->mem, rq->path, false);
}

void access_log(const struct ctx *c, const struct request *rq, const struct route *row, enum err e)
{
    struct str b;
    int64_t us = clock_mono_us() - rq->started_us;
    str_init(&b, rq->mem);
    member(&b, "request_id", rq->id ? rq->id : "-");
    member(&b, "method", rq->method ? text_safe(rq->mem, rq->method, false) : "-");
    member(&b, "path", shown_path(rq, row));
    if (row)
        member(&b, "route", row->path);
    str_addf(&b, ",\"status\":%d,\"user\":%lld", rq->reply.status, (long long)c->user_id);
    member(&b, "address", c->address ? c->address : "-");
    str_addf(&b, ",\"ms\":%lld.%03lld,\"db\":%u,\"kv\":%u", (long long)(us / 1000), (long long)(us % 1000), c->db_trips,
             c->kv_trips);
    if (e) {
        member(&b, "code", err_code(e));
        if (c->errors)
            member(&b, "field", c->errors->field);
        if (c->where)
            member(&b, "where", c->where);
    }
    log_members(err_http(e) >= 500 ? LOG_ERROR : LOG_INFO, "request", b.s);
}
