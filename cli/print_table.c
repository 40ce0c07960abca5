/* SPDX-License-Identifier: MIT */
/* Tables for people: as wide as they look, not as many bytes as they have; every row ends in the same column,
 * and what does not fit the window is cut with an ellipsis, text before numbers. */
#include "cli/print.h"

#include "common/text.h"

#include <string.h>

#define GAP      2 /* columns between two cells */
#define MIN_TEXT 6 /* texts are not cut below this, as long as another cut helps */

struct grid {
    struct cli *cli;
    struct arena *mem;
    const struct column **columns;
    size_t n, rows;
    const char **cells; /* row by row; row 0 is the header */
    size_t *widths;
};

/* ---------------------------------------------------------------- colours */

/* The 16 colours of a palette; the word beside says the same. */
static const char *color_of(const char *status)
{
    static const struct {
        const char *status, *color;
    } table[] = {
        {"paid", "32"},       {"completed", "32"},
        {"in_stock", "32"},   {"on_sale", "32"},
        {"done", "32"},       {"low", "33"},
        {"cod_due", "33"},    {"unpaid", "33"},
        {"pending", "33"},    {"pending_payment", "33"},
        {"cancelling", "33"}, {"sold_out", "31"},
        {"cancelled", "31"},  {"dead", "31"},
        {"failed", "31"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
        if (strcmp(table[i].status, status) == 0)
            return table[i].color;
    return NULL;
}

/* ---------------------------------------------------------------- a grid */

/* On one line: line feeds and tabs become blanks. */
static const char *flat(struct arena *mem, const char *s)
{
    char *copy = arena_strdup(mem, s);
    for (char *c = copy; *c; c++)
        if (*c == '\n' || *c == '\t')
            *c = ' ';
    return copy;
}

static const char *header(struct cli *cli, struct arena *mem, const char *path)
{
    char *s = arena_strdup(mem, tr(cli->lang, column_label(path)));
    for (char *c = s; *c; c++)
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
    return s;
}

static void choose_columns(struct grid *g, const struct columns *columns)
{
    g->columns = arena_array(g->mem, columns->n, sizeof(*g->columns));
    for (size_t i = 0; i < columns->n; i++)
        if (columns->list[i].in_rows)
            g->columns[g->n++] = &columns->list[i];
}

static void fill(struct grid *g, const json_t *items)
{
    g->rows = json_array_size(items) + 1;
    g->cells = arena_array(g->mem, g->rows * g->n, sizeof(*g->cells));
    g->widths = arena_array(g->mem, g->n, sizeof(*g->widths));
    for (size_t c = 0; c < g->n; c++) {
        g->cells[c] = header(g->cli, g->mem, g->columns[c]->path);
        for (size_t r = 1; r < g->rows; r++)
            g->cells[r * g->n + c] =
                flat(g->mem, cell_text(g->cli, g->mem, json_array_get(items, r - 1), g->columns[c], true));
        for (size_t r = 0; r < g->rows; r++) {
            size_t width = text_width(g->cells[r * g->n + c]);
            g->widths[c] = width > g->widths[c] ? width : g->widths[c];
        }
    }
}

static bool is_number(const struct column *c)
{
    return c->kind == COL_INTEGER || c->kind == COL_MONEY || c->kind == COL_NUMBER;
}

/* Ids are copied from the screen, so they go last. */
static bool may_cut(const struct column *c, int round)
{
    return round > 0 || (!is_number(c) && strcmp(c->path, "id") != 0);
}

static size_t total(const struct grid *g)
{
    size_t sum = g->n ? (g->n - 1) * GAP : 0;
    for (size_t c = 0; c < g->n; c++)
        sum += g->widths[c];
    return sum;
}

/* Takes columns from the widest cell that may be cut until the row fits. */
static void fit(struct grid *g)
{
    for (int round = 0; round < 2; round++) {
        while (g->cli->width && total(g) > g->cli->width) {
            size_t least = round ? 1 : MIN_TEXT, widest = g->n;
            for (size_t c = 0; c < g->n; c++)
                if (may_cut(g->columns[c], round) && g->widths[c] > least &&
                    (widest == g->n || g->widths[c] > g->widths[widest]))
                    widest = c;
            if (widest == g->n)
                break;
            g->widths[widest]--;
        }
    }
}

static void put_cell(const struct grid *g, size_t r, size_t c)
{
    const char *text = text_cut(g->mem, g->cells[r * g->n + c], g->widths[c]), *color = NULL;
    int blanks = (int)(g->widths[c] - text_width(text));
    if (g->cli->out_color)
        color = r == 0 ? "1" : g->columns[c]->kind == COL_STATUS ? color_of(text) : NULL;
    if (is_number(g->columns[c]))
        printf("%*s", blanks, "");
    if (color)
        printf("\033[%sm%s\033[0m", color, text);
    else
        fputs(text, stdout);
    if (!is_number(g->columns[c]))
        printf("%*s", blanks, "");
}

void table_rows(struct cli *cli, struct arena *mem, const struct columns *columns, const json_t *items)
{
    struct grid g = {.cli = cli, .mem = mem};
    choose_columns(&g, columns);
    if (!g.n || !json_array_size(items))
        return;
    fill(&g, items);
    fit(&g);
    for (size_t r = 0; r < g.rows; r++) {
        for (size_t c = 0; c < g.n; c++) {
            if (c)
                printf("%*s", GAP, "");
            put_cell(&g, r, c);
        }
        putchar('\n');
    }
}

/* ---------------------------------------------------------------- an object */

static bool is_rows(const struct column *c)
{
    return c->kind == COL_LIST && c->of;
}

static void put_members(struct cli *cli, struct arena *mem, const struct columns *columns,
                        const json_t *object)
{
    size_t widest = 0;
    for (size_t i = 0; i < columns->n; i++) {
        size_t width = text_width(header(cli, mem, columns->list[i].path));
        if (columns->list[i].alone && !is_rows(&columns->list[i]) && width > widest)
            widest = width;
    }
    for (size_t i = 0; i < columns->n; i++) {
        const struct column *c = &columns->list[i];
        const char *name = header(cli, mem, c->path), *text = cell_text(cli, mem, object, c, true);
        const char *color = cli->out_color && c->kind == COL_STATUS ? color_of(text) : NULL;
        if (!c->alone || is_rows(c) || !*text)
            continue;
        printf("%s%s%s%*s  ", cli->out_color ? "\033[1m" : "", name, cli->out_color ? "\033[0m" : "",
               (int)(widest - text_width(name)), "");
        printf("%s%s%s%s%s\n", color ? "\033[" : "", color ? color : "", color ? "m" : "", text,
               color ? "\033[0m" : "");
    }
}

void table_object(struct cli *cli, struct arena *mem, const struct columns *columns, const json_t *object)
{
    put_members(cli, mem, columns, object);
    for (size_t i = 0; i < columns->n; i++) {
        const struct column *c = &columns->list[i];
        json_t *items = column_value(object, c->path);
        if (!c->alone || !is_rows(c) || !json_array_size(items))
            continue;
        printf("\n%s\n", header(cli, mem, c->path));
        table_rows(cli, mem, columns_find(mem, c->of), items);
    }
}
