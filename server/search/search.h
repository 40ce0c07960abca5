/* SPDX-License-Identifier: MIT */
/* search.h - goods by words. For now over names, pinyin and summaries by LIKE. */
#ifndef SERVER_SEARCH_SEARCH_H
#define SERVER_SEARCH_SEARCH_H

#include "server/goods/goods.h"

struct search_query {
    const char *q, *sort;
    int64_t type, min_price, max_price, page, per_page;
    bool in_stock;
};

struct search_hit {
    struct sku_summary sku;
    const char *name_html; /* safe HTML, the words in <em> */
};

struct type_facet {
    int64_t id, count;
};

struct price_facet {
    int64_t min, max, count; /* fen; max 0: no end */
};

struct search_facets {
    struct doc_list types, prices;
};

struct search_result {
    struct doc_list items; /* of struct search_hit */
    int64_t page, per_page, total;
    struct search_facets facets;
    const char *did_you_mean;
};

enum err search_goods(struct ctx *c, const struct search_query *q, struct search_result *result) MUST_CHECK;

#endif
