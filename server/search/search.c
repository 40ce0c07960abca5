/* SPDX-License-Identifier: MIT */
#include "server/search/search.h"

#include "common/str.h"
#include "server/store/db/db.h"

#define NO_MAX_PRICE 10000000000

/* The words as a LIKE pattern that matches them literally. */
static const char *like_pattern(struct ctx *c, const char *words)
{
    struct str b;
    str_init(&b, c->mem);
    str_addc(&b, '%');
    for (; *words; words++) {
        if (*words == '%' || *words == '_' || *words == '\\')
            str_addc(&b, '\\');
        str_addc(&b, *words);
    }
    str_addc(&b, '%');
    return b.s;
}

static const char *highlight(struct ctx *c, const char *name, const char *words)
{
    struct str b;
    str_init(&b, c->mem);
    size_t n = strlen(words);
    for (const char *at; n && (at = strcasestr(name, words)); name = at + n) {
        str_html(&b, arena_dup(c->mem, name, (size_t)(at - name)));
        str_add(&b, "<em>");
        str_html(&b, arena_dup(c->mem, at, n));
        str_add(&b, "</em>");
    }
    str_html(&b, name);
    return b.s;
}

static enum err read_facets(struct ctx *c, const struct search_query *q, const char *pattern, int64_t max,
                            struct search_result *r)
{
    static const struct col type_cols[] = {COL(struct type_facet, id), COL(struct type_facet, count)};
    static const struct col count_cols[] = {{'i', 0}, {'i', 8}, {'i', 16}, {'i', 24}};
    static const int64_t edges[] = {0, 2000, 5000, 10000, 0};
    struct type_facet *types;
    int64_t counts[4];
    enum err e = db_rows(c, STMT_SEARCH_TYPES, ARGS(ARG(pattern), ARG(q->min_price), ARG(max), ARG(q->in_stock)),
                         COLS(type_cols), sizeof(*types), &types, &r->facets.types.n);
    if (!e)
        e = db_row(c, STMT_SEARCH_PRICES, ARGS(ARG(pattern), ARG(q->type), ARG(q->in_stock)), COLS(count_cols), counts);
    if (e)
        return e;
    r->facets.types.items = types;
    r->total = 0;
    for (size_t i = 0; i < r->facets.types.n; i++)
        r->total += !q->type || types[i].id == q->type ? types[i].count : 0;
    struct price_facet *prices = arena_array(c->mem, 4, sizeof(*prices));
    for (size_t i = 0; i < 4; i++)
        prices[i] = (struct price_facet){edges[i], edges[i + 1] ? edges[i + 1] - 1 : 0, counts[i]};
    r->facets.prices = (struct doc_list){prices, 4};
    return E_OK;
}

enum err search_goods(struct ctx *c, const struct search_query *q, struct search_result *r)
{
    static const struct col id_col[] = {{'i', 0}};
    const char *pattern = like_pattern(c, q->q);
    int64_t *ids, max = q->max_price < 0 ? NO_MAX_PRICE : q->max_price;
    struct sku_summary *skus;
    size_t n, found;
    *r = (struct search_result){.page = q->page, .per_page = q->per_page};
    enum err e = read_facets(c, q, pattern, max, r);
    if (!e)
        e = db_rows(c, STMT_SEARCH_IDS,
                    ARGS(ARG(pattern), ARG(q->type), ARG(q->min_price), ARG(max), ARG(q->in_stock),
                         ARG(q->sort ? q->sort : "relevance"), ARG(q->per_page), ARG((q->page - 1) * q->per_page)),
                    COLS(id_col), sizeof(*ids), &ids, &n);
    if (!e)
        e = goods_summaries(c, ids, n, &skus, &found);
    if (e)
        return e;
    struct search_hit *hits = arena_array(c->mem, found, sizeof(*hits));
    for (size_t i = 0; i < found; i++)
        hits[i] = (struct search_hit){skus[i], highlight(c, skus[i].name, q->q)};
    r->items = (struct doc_list){hits, found};
    return E_OK;
}
