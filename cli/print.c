/* SPDX-License-Identifier: MIT */
#include "cli/print.h"

#include "common/xalloc.h"

#include <string.h>

struct printer {
    struct cli *cli;
    struct columns columns;
    json_t *whole; /* for a table or one JSON document: the first page's, with the items of all */
    bool begun;
};

/* ---------------------------------------------------------------- which columns */

static struct column column_named(const struct columns *known, const char *name)
{
    for (size_t i = 0; i < known->n; i++)
        if (strcmp(known->list[i].path, name) == 0) {
            struct column c = known->list[i];
            c.in_rows = c.alone = true;
            return c;
        }
    return (struct column){.path = name, .kind = COL_OBJECT, .in_rows = true, .alone = true};
}

/* Those that --json names, in its order; all where it names none. */
static struct columns selected(struct cli *cli, const struct columns *columns)
{
    struct columns chosen = *columns;
    if (!cli->fields)
        return chosen;
    char *rest = NULL, *copy = arena_strdup(cli->mem, cli->fields);
    chosen.list = arena_array(cli->mem, strlen(copy), sizeof(*chosen.list));
    chosen.n = 0;
    for (char *name = strtok_r(copy, ",", &rest); name; name = strtok_r(NULL, ",", &rest))
        chosen.list[chosen.n++] = column_named(columns, name);
    return chosen;
}

/* Where nothing is known of a document: its members, as they come. */
static struct columns discovered(struct cli *cli, json_t *object)
{
    struct columns c = {.name = "", .foot = ""};
    const char *name;
    json_t *value;
    c.list = arena_array(cli->mem, json_object_size(object), sizeof(*c.list));
    json_object_foreach(object, name, value) c.list[c.n++] =
        (struct column){arena_strdup(cli->mem, name), COL_TEXT, NULL, true, true};
    return c;
}

/* ---------------------------------------------------------------- one record a line */

static void tsv_cell(struct str *b, const char *s)
{
    for (; *s; s++) {
        if (*s == '\t')
            str_add(b, "\\t");
        else if (*s == '\n')
            str_add(b, "\\n");
        else if (*s == '\\')
            str_add(b, "\\\\");
        else
            str_addc(b, *s);
    }
}

/* RFC 4180, but with a bare line feed at the end of a line: a terminal never gets a carriage return. */
static void csv_cell(struct str *b, const char *s)
{
    bool quoted = strpbrk(s, ",\"\n") != NULL;
    if (quoted)
        str_addc(b, '"');
    for (; *s; s++) {
        if (*s == '"')
            str_addc(b, '"');
        str_addc(b, *s);
    }
    if (quoted)
        str_addc(b, '"');
}

static void put_record(struct cli *cli, struct arena *mem, const struct columns *columns,
                       const json_t *object)
{
    struct str b;
    str_init(&b, mem);
    for (size_t i = 0; i < columns->n; i++) {
        const char *text = cell_text(cli, mem, object, &columns->list[i], false);
        if (i)
            str_addc(&b, cli->form == FORM_CSV ? ',' : '\t');
        (cli->form == FORM_CSV ? csv_cell : tsv_cell)(&b, text);
    }
    puts(b.s);
}

static void put_csv_header(const struct columns *columns)
{
    for (size_t i = 0; i < columns->n; i++)
        printf("%s%s", i ? "," : "", columns->list[i].path);
    putchar('\n');
}

/* ---------------------------------------------------------------- JSON */

/* Puts a value at "sku.name" of a new document. */
static void set_at(json_t *object, const char *path, json_t *value)
{
    char name[64];
    size_t n = strcspn(path, ".");
    if (n >= sizeof(name))
        return;
    memcpy(name, path, n);
    name[n] = '\0';
    if (!path[n]) {
        json_object_set(object, name, value);
        return;
    }
    json_t *inner = json_object_get(object, name);
    if (!json_is_object(inner)) {
        json_object_set_new(object, name, json_object());
        inner = json_object_get(object, name);
    }
    set_at(inner, path + n + 1, value);
}

/* The object with only the selected fields; one that it has not is null. A new reference. */
static json_t *reduced(struct cli *cli, const struct columns *columns, json_t *object)
{
    if (!cli->fields || !json_is_object(object))
        return json_incref(object);
    json_t *less = json_object();
    for (size_t i = 0; i < columns->n; i++) {
        json_t *v = column_value(object, columns->list[i].path);
        set_at(less, columns->list[i].path, v ? v : json_null());
    }
    return less;
}

static void put_json(struct arena *mem, json_t *doc, bool indented)
{
    struct str b;
    str_init(&b, mem);
    json_text(&b, doc, indented);
    puts(b.s);
}

static json_t *reduced_items(struct cli *cli, const struct columns *columns, json_t *doc)
{
    json_t *items = json_array(), *one;
    size_t i;
    json_array_foreach(json_object_get(doc, "items"), i, one)
        json_array_append_new(items, reduced(cli, columns, one));
    return items;
}

/* ---------------------------------------------------------------- one object */

static void put_object(struct cli *cli, struct arena *mem, const struct columns *columns, json_t *doc)
{
    switch (cli->form) {
    case FORM_TABLE:
        table_object(cli, mem, columns, doc);
        return;
    case FORM_CSV:
        put_csv_header(columns);
        put_record(cli, mem, columns, doc);
        return;
    case FORM_TSV:
        put_record(cli, mem, columns, doc);
        return;
    case FORM_JSON:
    case FORM_JSONL:
        doc = reduced(cli, columns, doc);
        put_json(mem, doc, cli->form == FORM_JSON);
        json_decref(doc);
    }
}

void print_document(struct cli *cli, const struct columns *columns, json_t *doc)
{
    struct arena *mem = arena_new(SIZE_MAX);
    struct columns found;
    if (!columns) {
        found = discovered(cli, doc);
        columns = &found;
    }
    found = selected(cli, columns);
    put_object(cli, mem, &found, doc);
    arena_free(mem);
}

/* ---------------------------------------------------------------- a list */

struct printer *printer_open(struct cli *cli, const struct columns *columns)
{
    struct printer *p = xcalloc(1, sizeof(*p));
    p->cli = cli;
    if (columns)
        p->columns = selected(cli, columns);
    return p;
}

/* Adds the page to what is kept; the end of the list is the end of its last page. */
static void keep(struct printer *p, json_t *page)
{
    json_t *items = reduced_items(p->cli, &p->columns, page), *next = json_object_get(page, "next");
    if (!p->whole) {
        p->whole = json_copy(page);
        json_object_set_new(p->whole, "items", items);
        return;
    }
    json_array_extend(json_object_get(p->whole, "items"), items);
    json_decref(items);
    if (next)
        json_object_set(p->whole, "next", next);
}

static void put_records(struct printer *p, json_t *page)
{
    struct arena *mem = arena_new(SIZE_MAX);
    json_t *one;
    size_t i;
    if (p->cli->form == FORM_CSV && !p->begun)
        put_csv_header(&p->columns);
    p->begun = true;
    json_array_foreach(json_object_get(page, "items"), i, one)
    {
        if (p->cli->form == FORM_JSONL) {
            json_t *less = reduced(p->cli, &p->columns, one);
            put_json(mem, less, false);
            json_decref(less);
        } else {
            put_record(p->cli, mem, &p->columns, one);
        }
        arena_reset(mem);
    }
    arena_free(mem);
}

void printer_add(struct printer *p, json_t *page)
{
    if (!p->columns.name) {
        struct columns found = discovered(p->cli, json_array_get(json_object_get(page, "items"), 0));
        p->columns = selected(p->cli, &found);
    }
    if (p->cli->form == FORM_JSON || p->cli->form == FORM_TABLE)
        keep(p, page);
    else
        put_records(p, page);
}

static void put_foot(struct cli *cli, struct arena *mem, const char *foot, const json_t *doc)
{
    struct columns c = {.name = ""};
    c.list = columns_read(mem, foot, &c.n);
    for (size_t i = 0; i < c.n; i++)
        if (column_value(doc, c.list[i].path))
            printf("%s: %s\n", tr(cli->lang, column_label(c.list[i].path)),
                   cell_text(cli, mem, doc, &c.list[i], true));
}

void printer_close(struct printer *p, bool whole)
{
    struct arena *mem = arena_new(SIZE_MAX);
    if (whole && p->whole && p->cli->form == FORM_JSON) {
        put_json(mem, p->whole, true);
    } else if (whole && p->whole) {
        table_rows(p->cli, mem, &p->columns, json_object_get(p->whole, "items"));
        put_foot(p->cli, mem, p->columns.foot, p->whole);
    }
    json_decref(p->whole);
    arena_free(mem);
    free(p);
}

void print_fields(struct cli *cli, const struct columns *columns)
{
    json_t *doc = json_object(), *items = json_array();
    for (size_t i = 0; i < columns->n; i++) {
        json_t *one = json_object();
        json_object_set_new(one, "name", json_string(columns->list[i].path));
        json_object_set_new(one, "type", json_string(column_kind_name(columns->list[i].kind)));
        json_array_append_new(items, one);
    }
    json_object_set_new(doc, "items", items);
    cli->fields = NULL;
    struct printer *p = printer_open(cli, columns_find(cli->mem, "field[]"));
    printer_add(p, doc);
    printer_close(p, true);
    json_decref(doc);
}
