/* SPDX-License-Identifier: MIT */
/* `explain`: what the API's documents hold, out of the OpenAPI document that was linked in when shopctl was built.
 * Nothing is sent, and nobody else parses that document: programs start without it. */
#include "cli/cli.h"

#include "cli/print.h"
#include "common/cmd/similar.h"

#include <string.h>

extern const char openapi_json[], openapi_json_end[];

/* ---------------------------------------------------------------- names */

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "sku_summary" for SkuSummary, as everything else is spelt here. */
static const char *snake(struct arena *mem, const char *name)
{
    struct str b;
    str_init(&b, mem);
    for (const char *s = name; *s; s++) {
        if (is_upper(*s) && s > name && s[-1] != '_')
            str_addc(&b, '_');
        str_addc(&b, is_upper(*s) ? (char)(*s - 'A' + 'a') : *s);
    }
    return b.n ? b.s : "";
}

/* Neither case nor what stands between words tells names apart. */
static const char *bare(struct arena *mem, const char *name)
{
    struct str b;
    str_init(&b, mem);
    for (const char *s = name; *s; s++)
        if (*s != '_' && *s != '-')
            str_addc(&b, is_upper(*s) ? (char)(*s - 'A' + 'a') : *s);
    return b.n ? b.s : "";
}

static const char *find_name(struct arena *mem, json_t *among, const char *typed)
{
    const char *name;
    json_t *one;
    json_object_foreach(among, name, one) if (str_eq(bare(mem, name), bare(mem, typed))) return name;
    return NULL;
}

static const char *dotted(struct arena *mem, const char *path, const char *name)
{
    return arena_printf(mem, "%s%s%s", path, *path ? "." : "", snake(mem, name));
}

/* ---------------------------------------------------------------- schemas */

static json_t *all_documents(struct arena *mem)
{
    json_t *doc = NULL;
    if (json_read(mem, openapi_json, (size_t)(openapi_json_end - openapi_json), &doc, NULL) != E_OK)
        return NULL;
    return column_value(doc, "components.schemas");
}

/* SkuSummary of "#/components/schemas/SkuSummary"; NULL where the schema stands for itself. */
static const char *named(const json_t *schema)
{
    const char *ref = json_str(schema, "$ref");
    return ref ? strrchr(ref, '/') + 1 : NULL;
}

/* The members of what a schema holds: its own, or those of the documents in the list that it is. */
static json_t *members_of(const json_t *documents, const json_t *schema)
{
    while (schema) {
        json_t *members = json_get(schema, "properties"), *ways = json_get(schema, "anyOf");
        if (members)
            return members;
        if (named(schema))
            schema = json_get(documents, named(schema));
        else
            schema = ways ? json_array_get(ways, 0) : json_get(schema, "items");
    }
    return NULL;
}

static const char *type_word(struct arena *mem, const char *type, const json_t *schema)
{
    const char *format = str_eq(type, "string") ? json_str(schema, "format") : NULL;
    if (!format)
        return type;
    return arena_printf(mem, "%s (%s)", type, str_eq(format, "date-time") ? "RFC 3339" : format);
}

/* "integer", "string (RFC 3339) or null", "list of order_line". */
static const char *type_of(struct arena *mem, const json_t *schema)
{
    json_t *type = json_get(schema, "type"), *items = json_get(schema, "items"),
           *ways = json_get(schema, "anyOf"), *one;
    struct str b;
    size_t i;
    if (named(schema))
        return snake(mem, named(schema));
    if (items)
        return arena_printf(mem, "list of %s", type_of(mem, items));
    if (json_is_string(type))
        return type_word(mem, json_string_value(type), schema);
    str_init(&b, mem);
    json_array_foreach(ways ? ways : type, i, one)
    {
        const char *word = ways ? type_of(mem, one) : type_word(mem, json_string_value(one), schema);
        str_addf(&b, "%s%s", i ? " or " : "", word);
    }
    return b.n ? b.s : "string"; /* a constant says its value alone, and all of ours are text */
}

/* "1..200", "6..64 characters"; NULL where everything of the type will do. */
static const char *range_of(struct arena *mem, const json_t *schema)
{
    static const struct {
        const char *least, *most, *of;
    } kinds[] = {{"minimum", "maximum", ""},
                 {"minLength", "maxLength", " characters"},
                 {"minItems", "maxItems", " entries"}};
    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
        int64_t least = json_int(schema, kinds[i].least, INT64_MIN),
                most = json_int(schema, kinds[i].most, INT64_MAX);
        if (least == INT64_MIN && most == INT64_MAX)
            continue;
        const char *from = least == INT64_MIN ? "" : arena_printf(mem, "%lld", (long long)least);
        const char *to = most == INT64_MAX ? "" : arena_printf(mem, "%lld", (long long)most);
        return arena_printf(mem, "%s..%s%s", from, to, kinds[i].of);
    }
    return NULL;
}

/* What may stand there, in a new array; those of a list are those of its entries. */
static json_t *values_of(struct arena *mem, const json_t *schema)
{
    json_t *words = json_get(schema, "enum"), *only = json_get(schema, "const");
    const char *range = range_of(mem, schema);
    if (words)
        return json_incref(words);
    if (only)
        return json_pack("[O]", only);
    if (range)
        return json_pack("[s]", range);
    return json_get(schema, "items") ? values_of(mem, json_get(schema, "items")) : json_array();
}

/* Of a member what the API says of it; of a document, which has no words of its own, its members. */
static const char *about(struct arena *mem, const json_t *schema)
{
    const char *said = json_str(schema, "description"), *name;
    struct str b;
    json_t *one;
    if (said)
        return said;
    str_init(&b, mem);
    json_object_foreach(json_get(schema, "properties"), name, one)
        str_addf(&b, "%s%s", b.n ? ", " : "", name);
    return b.n ? b.s : "";
}

static json_t *described(struct arena *mem, const char *path, const json_t *schema)
{
    return json_pack("{s:s, s:s, s:o, s:s}", "name", path, "type", type_of(mem, schema), "values",
                     values_of(mem, schema), "about", about(mem, schema));
}

/* ---------------------------------------------------------------- looking up */

struct place {
    const char *path;    /* as far as it is known: "order.lines" */
    json_t *schema;      /* NULL: all documents */
    json_t *among;       /* the members of it by name; NULL: none */
    const char *unknown; /* the first part that names nothing; NULL: all do */
};

static struct place walk(struct arena *mem, json_t *documents, const char *typed)
{
    struct place at = {.path = "", .among = documents};
    char *rest = NULL, *copy = arena_strdup(mem, typed);
    for (char *part = strtok_r(copy, ".", &rest); part; part = strtok_r(NULL, ".", &rest)) {
        const char *name = find_name(mem, at.among, part);
        if (!name) {
            at.unknown = part;
            break;
        }
        at.path = dotted(mem, at.path, name);
        at.schema = json_get(at.among, name);
        at.among = members_of(documents, at.schema);
    }
    return at;
}

static enum err fail_unknown(struct cli *cli, const struct place *at)
{
    struct similar near = {.typed = snake(cli->mem, at->unknown)};
    const char *name;
    json_t *one;
    if (!*at->path)
        cli_fail(cli, E_USAGE, tr(cli->lang, N_("the API has no document '%s'")), at->unknown);
    else
        cli_fail(cli, E_USAGE, tr(cli->lang, N_("'%s' has no member '%s'")), at->path, at->unknown);
    json_object_foreach(at->among, name, one) similar_try(&near, snake(cli->mem, name));
    if (near.best)
        cli_hint(cli, arena_printf(cli->mem, tr(cli->lang, N_("did you mean '%s%s'?")), "",
                                   dotted(cli->mem, at->path, near.best)));
    cli_hint(cli, arena_printf(cli->mem, tr(cli->lang, N_("see 'shopctl explain%s%s'")), *at->path ? " " : "",
                               at->path));
    return E_USAGE;
}

static void print_members(struct cli *cli, const struct place *at)
{
    struct printer *p = printer_open(cli, columns_find(cli->mem, "member[]"));
    json_t *items = json_array(), *doc = json_pack("{s:o}", "items", items), *one;
    const char *name;
    json_object_foreach(at->among, name, one)
        json_array_append_new(items, described(cli->mem, dotted(cli->mem, at->path, name), one));
    printer_add(p, doc);
    printer_close(p, true);
    json_decref(doc);
}

enum err run_explain(struct cli *cli)
{
    const char *typed = line_value(&cli->line, "name");
    struct place at = walk(cli->mem, all_documents(cli->mem), typed ? typed : "");
    if (at.unknown)
        return fail_unknown(cli, &at);
    if (at.among) {
        print_members(cli, &at);
        return E_OK;
    }
    json_t *doc = described(cli->mem, at.path, at.schema);
    print_document(cli, columns_find(cli->mem, "member"), doc);
    json_decref(doc);
    return E_OK;
}

void explain_complete(struct cli *cli, struct completion *c)
{
    const char *dot = strrchr(c->typed, '.'), *name;
    json_t *one;
    struct place at = walk(cli->mem, all_documents(cli->mem),
                           dot ? arena_dup(cli->mem, c->typed, (size_t)(dot - c->typed)) : "");
    if (!at.unknown)
        json_object_foreach(at.among, name, one)
            complete_add(c, dotted(cli->mem, at.path, name), type_of(cli->mem, one));
}
