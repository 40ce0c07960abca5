/* SPDX-License-Identifier: MIT */
#include "server/search/search_http.h"

#include "server/goods/goods_docs.h"
#include "server/http/paging.h"
#include "server/search/search.h"

static const char *const sorts[] = {"relevance", "default", "price", "-price", "hot", "new", "name", NULL};

static const struct field query_fields[] = {
    {"q", FIELD_TEXT, true, .lo = 1, .hi = 100, .at = offsetof(struct search_query, q), .about = "The words"},
    {"type", FIELD_ID, .at = offsetof(struct search_query, type)},
    {"min_price", FIELD_INT, .lo = 0, .hi = 10000000000, .at = offsetof(struct search_query, min_price)},
    {"max_price", FIELD_INT, .lo = 0, .hi = 10000000000, .otherwise = -1, .at = offsetof(struct search_query, max_price)},
    {"in_stock", FIELD_BOOL, .at = offsetof(struct search_query, in_stock)},
    {"sort", FIELD_WORD, .at = offsetof(struct search_query, sort), .words = sorts},
    PAGING_FIELDS(struct search_query),
};
static const struct fields query_spec = FIELDS("SearchQuery", struct search_query, query_fields);

static const struct doc_field hit_fields[] = {
    SKU_SUMMARY_MEMBERS(offsetof(struct search_hit, sku)),
    {"name_html", DOC_TEXT, offsetof(struct search_hit, name_html), .about = "Safe HTML, what was found in <em>"},
};
static const struct doc hit_doc = DOC("SearchHit", struct search_hit, hit_fields);

static const struct doc_field type_fields[] = {
    {"id", DOC_INT, offsetof(struct type_facet, id)},
    {"count", DOC_INT, offsetof(struct type_facet, count)},
};
static const struct doc type_doc = DOC("TypeFacet", struct type_facet, type_fields);

static const struct doc_field price_fields[] = {
    {"min", DOC_MONEY, offsetof(struct price_facet, min)},
    {"max", DOC_MONEY, offsetof(struct price_facet, max), .about = "0: no end"},
    {"count", DOC_INT, offsetof(struct price_facet, count)},
};
static const struct doc price_doc = DOC("PriceFacet", struct price_facet, price_fields);

static const struct doc_field facets_fields[] = {
    {"types", DOC_LIST, offsetof(struct search_facets, types), .of = &type_doc},
    {"prices", DOC_LIST, offsetof(struct search_facets, prices), .of = &price_doc},
};
static const struct doc facets_doc = DOC("SearchFacets", struct search_facets, facets_fields);

static const struct doc_field result_fields[] = {
    {"items", DOC_LIST, offsetof(struct search_result, items), .of = &hit_doc},
    {"page", DOC_INT, offsetof(struct search_result, page)},
    {"per_page", DOC_INT, offsetof(struct search_result, per_page)},
    {"total", DOC_INT, offsetof(struct search_result, total)},
    {"facets", DOC_OBJECT, offsetof(struct search_result, facets), .of = &facets_doc},
    {"did_you_mean", DOC_TEXT, offsetof(struct search_result, did_you_mean), .nullable = true},
};
static const struct doc result_doc = DOC("SearchResult", struct search_result, result_fields);

static enum err get_search(struct ctx *c, const struct input *in, struct reply *r)
{
    struct search_result result;
    enum err e = search_goods(c, in->query, &result);
    if (e)
        return e;
    reply_page_links(r, in, (struct page){result.page, result.per_page, result.total});
    return reply_doc(r, 200, &result_doc, &result);
}

static const struct route rows[] = {
    {"GET", "/api/v1/search", ACCESS_ANY, .flags = ROUTE_ETAG, .query = &query_spec, .run = get_search, .status = 200,
     .doc = &result_doc, .about = "Goods by words, with facets"},
};
const struct route_table search_routes = ROUTE_TABLE(rows);
