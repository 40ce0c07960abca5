/* SPDX-License-Identifier: MIT */
#include "common/cmd/call.h"

#include "common/cmd/value.h"
#include "common/json.h"
#include "common/str.h"

#include <string.h>

static const struct hole *hole_of(const struct line *line, const char *name)
{
    for (size_t i = 0; i < line->grammar->hole_n; i++)
        if (strcmp(line->grammar->holes[i].name, name) == 0)
            return &line->grammar->holes[i];
    return NULL;
}

/* The path with its {holes} filled in. */
static const char *fill_path(const struct line *line, const char *path)
{
    struct str b;
    str_init(&b, line->mem);
    for (const char *open; (open = strchr(path, '{')); path = strchr(open, '}') + 1) {
        const char *name = arena_dup(line->mem, open + 1, strcspn(open + 1, "}"));
        str_addn(&b, path, (size_t)(open - path));
        str_url(&b, line_value(line, name));
    }
    str_add(&b, path);
    return b.s;
}

const char *call_add_query(struct arena *mem, const char *path, const char *name, const char *value)
{
    struct str b;
    str_init(&b, mem);
    str_add(&b, path);
    str_addc(&b, strchr(path, '?') ? '&' : '?');
    str_url(&b, name);
    str_addc(&b, '=');
    str_url(&b, value);
    return b.s;
}

/* As in a body, but without quotes: money in fen, flags as true. */
static const char *query_value(const struct line *line, const struct hole *h)
{
    const struct values *v = line_values(line, h->name);
    struct str b;
    str_init(&b, line->mem);
    if (!h->type)
        return "true";
    if (strcmp(h->type, "money") == 0) {
        value_json(&b, h->type, line_value(line, h->name));
        return b.s;
    }
    if (!h->many)
        return line_value(line, h->name);
    for (size_t i = 0; i < v->n; i++)
        str_addf(&b, "%s%s", i ? " " : "", v->list[i]);
    return b.s;
}

static void body_value(struct str *b, const struct line *line, const struct hole *h)
{
    const struct values *v = line_values(line, h->name);
    if (!h->type) {
        str_add(b, "true");
        return;
    }
    if (!h->many) {
        value_json(b, h->type, line_value(line, h->name));
        return;
    }
    for (size_t i = 0; i < v->n; i++) {
        str_addc(b, i ? ',' : '[');
        value_json(b, h->type, v->list[i]);
    }
    str_addc(b, ']');
}

static bool has_query(const char *method)
{
    return strcmp(method, "GET") == 0 || strcmp(method, "DELETE") == 0;
}

struct call call_make(const struct line *line)
{
    struct call call = {0};
    struct str body;
    char *rest = NULL, *copy = arena_strdup(line->mem, line->cmd->call);
    str_init(&body, line->mem);
    call.method = strtok_r(copy, " ", &rest);
    call.path = fill_path(line, strtok_r(NULL, " ", &rest));
    for (char *member = strtok_r(NULL, " ", &rest); member; member = strtok_r(NULL, " ", &rest)) {
        char *equals = strchr(member, '=');
        const struct hole *h = hole_of(line, equals ? equals + 1 : member);
        if (equals)
            *equals = '\0';
        if (!line_value(line, h->name))
            continue;
        if (has_query(call.method)) {
            call.path = call_add_query(line->mem, call.path, member, query_value(line, h));
            continue;
        }
        str_addf(&body, "%s\"%s\":", body.n ? "," : "{", member);
        body_value(&body, line, h);
    }
    if (body.n) {
        str_addc(&body, '}');
        call.body = body.s;
    }
    return call;
}

/* ---------------------------------------------------------------- api */

struct pair {
    const char *name, *value;
    bool json;
};

static struct pair read_pair(struct arena *mem, const char *word)
{
    size_t n = strcspn(word, "=");
    struct pair p = {.value = word + n + 1, .json = n && word[n - 1] == ':'};
    p.name = arena_dup(mem, word, n - p.json);
    return p;
}

static enum err add_member(struct arena *mem, struct str *body, const struct pair *p, const char **wrong)
{
    json_t *doc;
    str_add(body, body->n ? "," : "{");
    str_json(body, p->name);
    str_addc(body, ':');
    if (!p->json) {
        str_json(body, p->value);
        return E_OK;
    }
    /* As the one element of an array, so that numbers and texts are read as well. */
    const char *array = arena_printf(mem, "[%s]", p->value);
    *wrong = "no JSON value";
    if (json_read(mem, array, strlen(array), &doc, wrong) || json_array_size(doc) != 1) {
        *wrong = arena_printf(mem, "-f %s: %s", p->name, *wrong);
        return E_USAGE;
    }
    str_add(body, p->value);
    return E_OK;
}

enum err call_make_api(const struct line *line, struct call *call, const char **wrong)
{
    const struct values *fields = line_values(line, "f");
    struct str body;
    str_init(&body, line->mem);
    *call = (struct call){.method = line_value(line, "verb"), .path = line_value(line, "path")};
    for (size_t i = 0; i < fields->n; i++) {
        struct pair p = read_pair(line->mem, fields->list[i]);
        if (has_query(call->method))
            call->path = call_add_query(line->mem, call->path, p.name, p.value);
        else if (add_member(line->mem, &body, &p, wrong))
            return E_USAGE;
    }
    if (body.n) {
        str_addc(&body, '}');
        call->body = body.s;
    }
    return E_OK;
}
