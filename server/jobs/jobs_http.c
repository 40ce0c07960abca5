/* SPDX-License-Identifier: MIT */
#include "server/jobs/jobs_http.h"

#include "server/http/paging.h"
#include "server/jobs/jobs_admin.h"

static const char *const statuses[] = {"ready", "done", "dead", NULL};

struct list_in {
    const char *status, *cursor;
    int64_t limit;
};

static const struct field list_fields[] = {
    {"status", FIELD_WORD, .at = offsetof(struct list_in, status), .words = statuses, .about = "Only these"},
    CURSOR_FIELDS(struct list_in),
};
static const struct fields list_query = FIELDS("JobQuery", struct list_in, list_fields);

static const struct doc_field job_fields[] = {
    {"id", DOC_INT, offsetof(struct job_view, id)},
    {"kind", DOC_TEXT, offsetof(struct job_view, kind), .about = "Which task carries it out"},
    {"subject", DOC_ID, offsetof(struct job_view, subject), .nullable = true,
     .about = "Id of what it is about"},
    {"status", DOC_TEXT, offsetof(struct job_view, status), .words = statuses},
    {"tries", DOC_INT, offsetof(struct job_view, tries), .about = "Attempts so far"},
    {"run_at", DOC_TIME, offsetof(struct job_view, run_at), .about = "Not before"},
    {"created_at", DOC_TIME, offsetof(struct job_view, created_at)},
    {"done_at", DOC_TIME, offsetof(struct job_view, done_at), .nullable = true},
    {"error", DOC_TEXT, offsetof(struct job_view, error), .nullable = true, .about = "Of the last attempt"},
};
static const struct doc job_doc = DOC("Job", struct job_view, job_fields);

static enum err get_jobs(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct list_in *q = in->query;
    struct job_view *list;
    size_t n;
    int64_t before, next;
    enum err e = reply_read_cursor(c, q->cursor, &before);
    if (!e)
        e = jobs_list(c, q->status, before, q->limit, &list, &n, &next);
    return e ? e : reply_cursor(r, in, &job_doc, list, n, next);
}

static enum err show_job(struct ctx *c, int64_t id, struct reply *r)
{
    struct job_view job;
    enum err e = jobs_show(c, id, &job);
    return e ? e : reply_doc(r, 200, &job_doc, &job);
}

static enum err post_retry(struct ctx *c, const struct input *in, struct reply *r)
{
    enum err e = jobs_retry(c, in->id[0]);
    return e ? e : show_job(c, in->id[0], r);
}

static const struct route rows[] = {
    {"GET", "/api/v1/admin/jobs", ACCESS_STAFF, ROLE_ADMIN, .query = &list_query, .run = get_jobs,
     .status = 200, .shape = SHAPE_CURSOR, .doc = &job_doc, .about = "The task queue, newest first"},
    {"POST", "/api/v1/admin/jobs/{id}/retry", ACCESS_STAFF, ROLE_ADMIN, ROUTE_IDEMPOTENT, .run = post_retry,
     .replay = show_job, .status = 200, .doc = &job_doc, .errors = MAY(E_INVALID_STATE),
     .about = "Try a dead job again"},
};
const struct route_table jobs_routes = ROUTE_TABLE(rows);
