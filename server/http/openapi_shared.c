/* SPDX-License-Identifier: MIT */
#include "server/http/openapi_shared.h"

#include "common/str.h"
#include "server/http/auth.h"
#include "server/http/openapi_schema.h"
#include "server/http/route.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

struct header {
    const char *name, *about;
};

static const struct header asked[] = {
    {"X-Request-Id", "Kept where it is 1 to 64 letters, digits, '-', '_', '.'; else one is made"},
    {"Accept-Language", "zh-CN or en: the language of texts for people"},
    {"If-None-Match", "ETags that the client has: 304 where one still holds"},
    {"Idempotency-Key",
     "Makes a repetition harmless: the same key with the same body gives the same object, for a day "
     "or more"},
};

static const struct header answered[] = {
    {"X-Request-Id", "The request's id; it is on the daemon's log lines"},
    {"ETag", "Strong, over the bytes"},
    {"Location", "Where what was created stands"},
    {"Link", "The neighbouring pages (RFC 8288)"},
    {"Retry-After", "Seconds until it is worth trying again"},
    {"WWW-Authenticate", "Bearer"},
    {"Idempotent-Replayed", "true: the key was used before, nothing was done now"},
    {"RateLimit-Limit", "Attempts allowed"},
    {"RateLimit-Remaining", "Attempts left"},
    {"RateLimit-Reset", "Seconds until all are back"},
};

static json_t *request_headers(void)
{
    json_t *all = json_object();
    for (size_t i = 0; i < COUNT(asked); i++)
        json_object_set_new(all, asked[i].name,
                            json_pack("{s:s, s:s, s:s, s:{s:s}}", "name", asked[i].name, "in", "header",
                                      "description", asked[i].about, "schema", "type", "string"));
    return all;
}

static json_t *reply_headers(void)
{
    json_t *all = json_object();
    for (size_t i = 0; i < COUNT(answered); i++)
        json_object_set_new(
            all, answered[i].name,
            json_pack("{s:s, s:{s:s}}", "description", answered[i].about, "schema", "type", "string"));
    return all;
}

json_t *shared_response(const char *about)
{
    json_t *r = json_pack("{s:s, s:{}}", "description", about, "headers");
    shared_bear(r, "X-Request-Id");
    return r;
}

void shared_bear(json_t *response, const char *header)
{
    json_object_set_new(json_object_get(response, "headers"), header, schema_ref("headers", header));
}

void shared_bear_limits(json_t *response)
{
    shared_bear(response, "RateLimit-Limit");
    shared_bear(response, "RateLimit-Remaining");
    shared_bear(response, "RateLimit-Reset");
}

static json_t *text(void)
{
    return json_pack("{s:s}", "type", "string");
}

static json_t *codes_of(uint64_t errors)
{
    json_t *list = json_array();
    for (int e = 0; e < ERR_COUNT; e++)
        if (errors & MAY(e))
            json_array_append_new(list, json_string(err_code((enum err)e)));
    return list;
}

static json_t *problem_schema(void)
{
    uint64_t all = 0;
    for (int e = 0; e < ERR_COUNT; e++)
        all |= err_on_wire((enum err)e) ? MAY(e) : 0;
    json_t *fault =
        schema_of_members(json_pack("{s:o, s:o, s:o}", "field", text(), "code", text(), "detail", text()));
    json_t *problem = schema_of_members(
        json_pack("{s:{s:s, s:s}, s:o, s:{s:s}, s:o, s:{s:s, s:o}, s:o}", "type", "type", "string", "format",
                  "uri", "title", text(), "status", "type", "integer", "detail", text(), "code", "type",
                  "string", "enum", codes_of(all), "request_id", text()));
    json_object_set_new(json_object_get(problem, "properties"), "errors",
                        json_pack("{s:s, s:o, s:s}", "type", "array", "items", fault, "description",
                                  "One entry for each field that is wrong"));
    return problem;
}

static json_t *security_schemes(bool https)
{
    json_t *bearer = json_pack("{s:s, s:s, s:s}", "type", "http", "scheme", "bearer", "description",
                               "The token of POST /api/v1/sessions");
    json_t *cookie =
        json_pack("{s:s, s:s, s:s, s:s}", "type", "apiKey", "in", "cookie", "name",
                  https ? AUTH_COOKIE_SECURE : AUTH_COOKIE, "description", "Set by the login page");
    json_t *csrf = json_pack("{s:s, s:s, s:s, s:s}", "type", "apiKey", "in", "header", "name", "X-CSRF-Token",
                             "description", "With the cookie: `csrf_token` of GET /api/v1/me");
    return json_pack("{s:o, s:o, s:o}", "bearer", bearer, "cookie", cookie, "csrf", csrf);
}

json_t *shared_components(bool https)
{
    return json_pack("{s:{s:o}, s:{}, s:o, s:o, s:o}", "schemas", "Problem", problem_schema(), "responses",
                     "parameters", request_headers(), "headers", reply_headers(), "securitySchemes",
                     security_schemes(https));
}

static json_t *error_response(uint64_t errors, enum err first, bool limited)
{
    json_t *r = shared_response(err_title(first));
    json_t *schema = schema_ref("schemas", "Problem");
    json_object_set_new(schema, "properties", json_pack("{s:{s:o}}", "code", "enum", codes_of(errors)));
    json_object_set_new(r, "content", json_pack("{s:{s:o}}", "application/problem+json", "schema", schema));
    if (errors & (MAY(E_UNAVAILABLE) | MAY(E_UNCERTAIN) | MAY(E_IN_PROGRESS) | MAY(E_RATE_LIMITED)))
        shared_bear(r, "Retry-After");
    if (limited)
        shared_bear_limits(r);
    if (errors & MAY(E_UNAUTHENTICATED))
        shared_bear(r, "WWW-Authenticate");
    return r;
}

/* The errors of one status share a response, named by their codes: "in_progress.out_of_stock". */
static void add_status(json_t *components, json_t *responses, uint64_t errors, enum err first, bool limited)
{
    json_t *shared = json_object_get(components, "responses");
    char name[512], status[8];
    snprintf(name, sizeof(name), "%s", limited ? "limited" : "");
    for (int e = first; e < ERR_COUNT; e++)
        if (errors & MAY(e)) {
            size_t n = strlen(name);
            snprintf(name + n, sizeof(name) - n, "%s%s", n ? "." : "", err_code((enum err)e));
        }
    if (!json_object_get(shared, name))
        json_object_set_new(shared, name, error_response(errors, first, limited));
    snprintf(status, sizeof(status), "%d", err_http(first));
    json_object_set_new(responses, status, schema_ref("responses", name));
}

void shared_errors(json_t *components, json_t *responses, uint64_t errors)
{
    bool limited = errors & MAY(E_RATE_LIMITED);
    for (int first = 0; first < ERR_COUNT; first++) {
        uint64_t same = 0;
        if (!(errors & MAY(first)))
            continue;
        for (int e = first; e < ERR_COUNT; e++)
            if (errors & MAY(e) && err_http((enum err)e) == err_http((enum err)first))
                same |= MAY(e);
        add_status(components, responses, same, (enum err)first, limited);
        errors &= ~same;
    }
}
