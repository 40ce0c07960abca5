/* SPDX-License-Identifier: MIT */
/* One path item a path, one operation a row. Built at the first request and kept. */
#include "server/http/openapi.h"

#include "common/str.h"
#include "server/app.h"
#include "server/http/openapi_schema.h"
#include "server/http/openapi_shared.h"
#include "server/http/router.h"

#include <pthread.h>
#include <stdlib.h>

#define BASE "/api/v1/"

static const char about_api[] =
    "Amounts are integers in fen; documents that hold amounts say their currency. Times are RFC 3339 in UTC. Ids of "
    "orders, payments, refunds and shipments are strings of digits. Every GET also answers HEAD. Members and parameters "
    "that are not named here are refused (422). Errors are RFC 9457 problems with a stable code.";

/* ---- paths */

static bool finds_document(const struct route *row, const char *path, size_t n)
{
    return str_eq(row->method, "GET") && row->doc && strlen(row->path) == n &&
           strncmp(row->path, path, n) == 0;
}

struct looking {
    const char *path;
    size_t n;
    bool is_text;
};

static bool look(const struct route *row, void *arg)
{
    struct looking *x = arg;
    if (!finds_document(row, x->path, x->n))
        return true;
    for (size_t i = 0; i < row->doc->n; i++)
        x->is_text |= str_eq(row->doc->fields[i].name, "id") && row->doc->fields[i].type == DOC_ID;
    return false;
}

/* A number hole is a text of digits where the document at that very path has such an id (JavaScript cannot hold
 * it), else an integer. `n` is the path's length up to the hole's end. */
static json_t *hole_schema(const char *path, size_t n)
{
    static const struct doc_field big = {"", DOC_ID};
    static const struct field small = {"", FIELD_ID};
    struct looking x = {path, n, false};
    if (strncmp(path + n - 3, "id}", 3) != 0)
        return json_pack("{s:s}", "type", "string");
    router_each(look, &x);
    return x.is_text ? schema_of_member(NULL, &big) : schema_of_field(NULL, &small);
}

/* What all operations of a path take: its holes and the headers that every route reads. */
static json_t *path_item(const char *path)
{
    json_t *list = json_array();
    for (const char *p = strchr(path, '{'); p; p = strchr(p + 1, '{')) {
        size_t n = strcspn(p, "}");
        json_array_append_new(list, json_pack("{s:s%, s:s, s:b, s:o}", "name", p + 1, n - 1, "in", "path",
                                              "required", 1, "schema",
                                              hole_schema(path, (size_t)(p - path) + n + 1)));
    }
    json_array_append_new(list, schema_ref("parameters", "X-Request-Id"));
    json_array_append_new(list, schema_ref("parameters", "Accept-Language"));
    return json_pack("{s:o}", "parameters", list);
}

/* ---- operations */

static json_t *parameters(json_t *schemas, const struct route *row)
{
    json_t *list = json_array();
    for (size_t i = 0; row->query && i < row->query->n; i++) {
        const struct field *f = &row->query->list[i];
        json_array_append_new(list,
                              json_pack("{s:s, s:s, s:b, s:o}", "name", f->name, "in", "query", "required",
                                        f->required, "schema", schema_of_field(schemas, f)));
    }
    if (row->flags & ROUTE_IDEMPOTENT)
        json_array_append_new(list, schema_ref("parameters", "Idempotency-Key"));
    if (row->flags & ROUTE_ETAG)
        json_array_append_new(list, schema_ref("parameters", "If-None-Match"));
    return list;
}

static json_t *request_body(json_t *schemas, const struct route *row)
{
    bool required = false;
    if (row->flags & ROUTE_FORM)
        return json_pack("{s:b, s:{s:{s:{s:s, s:{s:s}}}}}", "required", 1, "content",
                         "application/x-www-form-urlencoded", "schema", "type", "object",
                         "additionalProperties", "type", "string");
    for (size_t i = 0; i < row->body->n; i++)
        required |= row->body->list[i].required;
    return json_pack("{s:b, s:{s:{s:o}}}", "required", required, "content", "application/json", "schema",
                     schema_of_fields(schemas, row->body));
}

/* The wrapped forms get names of their own: "SkuSummaryPage". */
static json_t *reply_schema(json_t *schemas, const struct route *row)
{
    static const char *const suffix[] = {
        [SHAPE_PAGE] = "Page", [SHAPE_CURSOR] = "Cursor", [SHAPE_LIST] = "List"};
    json_t *one = schema_of_doc(schemas, row->doc);
    if (row->shape == SHAPE_ONE)
        return one;
    char name[128];
    snprintf(name, sizeof(name), "%s%s", row->doc->name, suffix[row->shape]);
    json_t *members = json_pack("{s:{s:s, s:o}}", "items", "type", "array", "items", one);
    if (row->shape == SHAPE_CURSOR)
        json_object_set_new(members, "next", json_pack("{s:[ss]}", "type", "string", "null"));
    else if (row->shape == SHAPE_PAGE)
        json_object_update_new(members, json_pack("{s:{s:s}, s:{s:s}, s:{s:s}}", "page", "type", "integer",
                                                  "per_page", "type", "integer", "total", "type", "integer"));
    json_object_set_new(schemas, name, schema_of_members(members));
    return schema_ref("schemas", name);
}

/* Whoever asks for a page is told where its neighbours are. */
static bool has_pages(const struct route *row)
{
    for (size_t i = 0; row->query && i < row->query->n; i++)
        if (str_eq(row->query->list[i].name, "page") || str_eq(row->query->list[i].name, "cursor"))
            return true;
    return false;
}

static json_t *success(json_t *schemas, const struct route *row)
{
    const char *type = row->type ? row->type : row->flags & ROUTE_PAGE ? "text/html" : "text/plain";
    json_t *r = shared_response(row->shape == SHAPE_NONE ? "Done" : "OK");
    if (row->shape == SHAPE_TEXT)
        json_object_set_new(r, "content", json_pack("{s:{}}", type));
    else if (row->shape != SHAPE_NONE)
        json_object_set_new(r, "content",
                            json_pack("{s:{s:o}}", "application/json", "schema", reply_schema(schemas, row)));
    if (row->flags & ROUTE_ETAG)
        shared_bear(r, "ETag");
    if (row->flags & ROUTE_IDEMPOTENT)
        shared_bear(r, "Idempotent-Replayed");
    if (row->status == 201)
        shared_bear(r, "Location");
    if (has_pages(row))
        shared_bear(r, "Link");
    if (row->errors & MAY(E_RATE_LIMITED))
        shared_bear_limits(r);
    return r;
}

/* What the router answers for such a row, and what its domain adds. */
static uint64_t errors_of(const struct route *row)
{
    bool changes = !str_eq(row->method, "GET"), session = !(row->flags & ROUTE_NO_SESSION);
    uint64_t m = row->errors | MAY(E_BAD_REQUEST) | MAY(E_VALIDATION) | MAY(E_INTERNAL);
    if (!(row->flags & ROUTE_INLINE))
        m |= MAY(E_UNAVAILABLE);
    if (session)
        m |= MAY(E_UNAUTHENTICATED);
    if (session && changes)
        m |= MAY(E_CSRF);
    if (row->access == ACCESS_STAFF)
        m |= MAY(E_FORBIDDEN);
    if (strchr(row->path, '{'))
        m |= MAY(E_NOT_FOUND);
    if (changes)
        m |= MAY(E_LENGTH_REQUIRED) | MAY(E_TOO_LARGE) | MAY(E_UNCERTAIN);
    if (row->body)
        m |= MAY(E_MALFORMED_JSON) | MAY(E_MEDIA_TYPE);
    if (row->flags & ROUTE_IDEMPOTENT)
        m |= MAY(E_IN_PROGRESS) | MAY(E_IDEMPOTENCY);
    return m;
}

static json_t *responses(json_t *components, const struct route *row)
{
    json_t *all = json_object(), *schemas = json_object_get(components, "schemas");
    char status[8];
    snprintf(status, sizeof(status), "%d", row->status);
    json_object_set_new(all, status, success(schemas, row));
    if (row->also) {
        snprintf(status, sizeof(status), "%d", row->also);
        json_object_set_new(all, status, success(schemas, row));
    }
    if (row->flags & ROUTE_ETAG) {
        json_t *same = shared_response("The client's copy still holds");
        json_object_set_new(all, "304", same);
        shared_bear(same, "ETag");
        if (has_pages(row))
            shared_bear(same, "Link");
    }
    shared_errors(components, all, errors_of(row));
    return all;
}

/* Nobody, or a session where there is one: an empty requirement beside the others. */
static json_t *security(const struct route *row)
{
    json_t *ways = json_array();
    if (row->flags & ROUTE_NO_SESSION)
        return ways;
    if (row->access == ACCESS_ANY)
        json_array_append_new(ways, json_object());
    json_array_append_new(ways, json_pack("{s:[]}", "bearer"));
    if (str_eq(row->method, "GET"))
        json_array_append_new(ways, json_pack("{s:[]}", "cookie"));
    else
        json_array_append_new(ways, json_pack("{s:[], s:[]}", "cookie", "csrf"));
    return ways;
}

/* Any of these will do. */
static json_t *roles_of(const struct route *row)
{
    json_t *list = json_array();
#define X(role, bit, name)                \
    if ((row->roles | ROLE_ADMIN) & role) \
        json_array_append_new(list, json_string(name));
    ROLE_TABLE(X)
#undef X
    return list;
}

/* "post_admin_orders_id_shipments" */
static json_t *operation_id(const struct route *row)
{
    char id[256];
    const char *path = str_starts(row->path, BASE) ? row->path + sizeof(BASE) - 1 : row->path + 1;
    snprintf(id, sizeof(id), "%s/%s", row->method, *path ? path : "root");
    char *to = id;
    for (const char *from = id; *from; from++)
        if (*from != '{' && *from != '}')
            *to++ = *from >= 'A' && *from <= 'Z' ? (char)(*from - 'A' + 'a')
                    : strchr("/-.", *from)       ? '_'
                                                 : *from;
    *to = '\0';
    return json_string(id);
}

/* The first word of an API path below the base. */
static json_t *tag(const struct route *row)
{
    bool is_api = str_starts(row->path, BASE);
    const char *from = is_api ? row->path + sizeof(BASE) - 1 : row->flags & ROUTE_PAGE ? "pages" : "daemon";
    return json_stringn(from, strcspn(from, "/"));
}

static bool add_operation(const struct route *row, void *arg)
{
    json_t *doc = arg, *components = json_object_get(doc, "components"),
           *paths = json_object_get(doc, "paths");
    json_t *schemas = json_object_get(components, "schemas");
    char method[8] = "";
    for (size_t i = 0; row->method[i] && i + 1 < sizeof(method); i++)
        method[i] = (char)(row->method[i] - 'A' + 'a');
    json_t *o =
        json_pack("{s:o, s:[o], s:s, s:o, s:o}", "operationId", operation_id(row), "tags", tag(row),
                  "summary", row->about, "parameters", parameters(schemas, row), "security", security(row));
    if (row->access == ACCESS_STAFF)
        json_object_set_new(o, "x-roles", roles_of(row));
    if (row->body || row->flags & ROUTE_FORM)
        json_object_set_new(o, "requestBody", request_body(schemas, row));
    json_object_set_new(o, "responses", responses(components, row));
    if (!json_object_get(paths, row->path))
        json_object_set_new(paths, row->path, path_item(row->path));
    json_object_set_new(json_object_get(paths, row->path), method, o);
    return true;
}

/* ---- the document */

char *openapi_text(bool https)
{
    json_t *doc = json_pack("{s:s, s:{s:s, s:s, s:s, s:{s:s, s:s}}, s:[{s:s}], s:{}, s:o}", "openapi",
                            "3.1.0", "info", "title", "Daily Fresh", "version", VERSION, "description",
                            about_api, "license", "name", "MIT", "identifier", "MIT", "servers", "url", "/",
                            "paths", "components", shared_components(https));
    router_each(add_operation, doc);
    char *text = json_dumps(doc, JSON_COMPACT);
    json_decref(doc);
    return text;
}

static enum err get_openapi(struct ctx *c, const struct input *in, struct reply *r)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static char *text;
    (void)in;
    pthread_mutex_lock(&lock);
    if (!text)
        text = openapi_text(str_starts(c->app->cfg.http_site, "https://"));
    pthread_mutex_unlock(&lock);
    if (!text)
        return FAIL_BUG(c, "the OpenAPI document cannot be built");
    reply_body(r, 200, "application/json", text, strlen(text));
    return E_OK;
}

static const struct route rows[] = {
    {"GET", "/api/openapi.json", ACCESS_ANY, .flags = ROUTE_INLINE | ROUTE_NO_SESSION | ROUTE_ETAG,
     .run = get_openapi, .status = 200, .shape = SHAPE_TEXT, .type = "application/json",
     .about = "This API as an OpenAPI 3.1 document"},
};
const struct route_table openapi_routes = ROUTE_TABLE(rows);
