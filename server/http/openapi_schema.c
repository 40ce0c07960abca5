/* SPDX-License-Identifier: MIT */
#include "server/http/openapi_schema.h"

#define BIG_ID "^[1-9][0-9]{0,18}$"

json_t *schema_ref(const char *kind, const char *name)
{
    return json_pack("{s:o}", "$ref", json_sprintf("#/components/%s/%s", kind, name));
}

json_t *schema_words(const char *const *words)
{
    json_t *list = json_array();
    for (; *words; words++)
        json_array_append_new(list, json_string(*words));
    return list;
}

json_t *schema_of_members(json_t *members)
{
    const char *name;
    json_t *member, *required = json_array();
    json_object_foreach(members, name, member) json_array_append_new(required, json_string(name));
    return json_pack("{s:s, s:o, s:o}", "type", "object", "properties", members, "required", required);
}

/* What a type of member is on the wire; lists say what is in them. */
static const struct wire {
    const char *type, *format, *pattern, *items;
} wires[] = {
    [DOC_INT] = {"integer", "int64"},
    [DOC_MONEY] = {"integer", "int64"},
    [DOC_ID] = {"string", NULL, BIG_ID},
    [DOC_TEXT] = {"string"},
    [DOC_TIME] = {"string", "date-time"},
    [DOC_BOOL] = {"boolean"},
    [DOC_TENTHS] = {"number"},
    [DOC_TEXTS] = {"array", .items = "string"},
    [DOC_INTS] = {"array", .items = "integer"},
};

static json_t *of_plain(const struct doc_field *f)
{
    const struct wire *w = &wires[f->type];
    json_t *type = f->nullable ? json_pack("[ss]", w->type, "null") : json_string(w->type);
    json_t *s = json_pack("{s:o, s:s*, s:s*}", "type", type, "format", w->format, "pattern", w->pattern);
    json_t *words = f->words ? schema_words(f->words) : NULL;
    if (words && f->nullable)
        json_array_append_new(words, json_null());
    if (w->items)
        json_object_set_new(s, "items", json_pack("{s:s, s:o*}", "type", w->items, "enum", words));
    else if (words)
        json_object_set_new(s, "enum", words);
    return s;
}

json_t *schema_of_member(json_t *schemas, const struct doc_field *f)
{
    json_t *s;
    if (f->type == DOC_CONST)
        return json_pack("{s:s}", "const", f->about);
    if (f->type == DOC_LIST)
        s = json_pack("{s:s, s:o}", "type", "array", "items", schema_of_doc(schemas, f->of));
    else if (f->type != DOC_OBJECT && f->type != DOC_LINK)
        s = of_plain(f);
    else if (f->nullable)
        s = json_pack("{s:[o, {s:s}]}", "anyOf", schema_of_doc(schemas, f->of), "type", "null");
    else
        s = schema_of_doc(schemas, f->of);
    const char *about = f->about ? f->about : f->type == DOC_MONEY ? "In fen" : NULL;
    if (about)
        json_object_set_new(s, "description", json_string(about));
    return s;
}

/* The name is taken before the members are described, so that a document may hold its own kind. */
json_t *schema_of_doc(json_t *schemas, const struct doc *d)
{
    if (!json_object_get(schemas, d->name)) {
        json_t *members = json_object(), *required = json_array();
        json_object_set_new(
            schemas, d->name,
            json_pack("{s:s, s:o, s:o}", "type", "object", "properties", members, "required", required));
        for (size_t i = 0; i < d->n; i++) {
            const struct doc_field *f = &d->fields[i];
            json_object_set_new(members, f->name, schema_of_member(schemas, f));
            if (!f->optional)
                json_array_append_new(required, json_string(f->name));
        }
    }
    return schema_ref("schemas", d->name);
}

static json_t *of_number(int64_t lo, int64_t hi)
{
    return json_pack("{s:s, s:s, s:I, s:I}", "type", "integer", "format", "int64", "minimum", (json_int_t)lo,
                     "maximum", (json_int_t)hi);
}

static json_t *of_text(const struct field *f, const char *format)
{
    return json_pack("{s:s, s:s*, s:I, s:I}", "type", "string", "format", format, "minLength",
                     (json_int_t)f->lo, "maxLength", (json_int_t)f->hi);
}

static json_t *of_kind(json_t *schemas, const struct field *f)
{
    switch (f->type) {
    case FIELD_INT:
        return of_number(f->lo, f->hi);
    case FIELD_ID:
        return of_number(1, INT64_MAX);
    case FIELD_SECRET:
        return of_text(f, "password");
    case FIELD_EMAIL:
        return json_pack("{s:s, s:s, s:i}", "type", "string", "format", "email", "maxLength", 254);
    case FIELD_WORD:
        return json_pack("{s:s, s:o}", "type", "string", "enum", schema_words(f->words));
    case FIELD_BOOL:
        return json_pack("{s:s, s:b}", "type", "boolean", "default", f->otherwise != 0);
    case FIELD_LIST:
        return json_pack("{s:s, s:I, s:I, s:o}", "type", "array", "minItems", (json_int_t)f->lo, "maxItems",
                         (json_int_t)f->hi, "items", schema_of_fields(schemas, f->of));
    default:
        return of_text(f, NULL);
    }
}

json_t *schema_of_field(json_t *schemas, const struct field *f)
{
    json_t *s = of_kind(schemas, f);
    /* A default outside its own range stands for "not given". */
    if (f->type == FIELD_INT && !f->required && f->otherwise >= f->lo && f->otherwise <= f->hi)
        json_object_set_new(s, "default", json_integer(f->otherwise));
    if (f->about)
        json_object_set_new(s, "description", json_string(f->about));
    return s;
}

json_t *schema_of_fields(json_t *schemas, const struct fields *fs)
{
    if (!json_object_get(schemas, fs->name)) {
        json_t *members = json_object(), *required = json_array();
        json_object_set_new(schemas, fs->name,
                            json_pack("{s:s, s:o, s:o, s:b}", "type", "object", "properties", members,
                                      "required", required, "additionalProperties", 0));
        for (size_t i = 0; i < fs->n; i++) {
            json_object_set_new(members, fs->list[i].name, schema_of_field(schemas, &fs->list[i]));
            if (fs->list[i].required)
                json_array_append_new(required, json_string(fs->list[i].name));
        }
    }
    return schema_ref("schemas", fs->name);
}
