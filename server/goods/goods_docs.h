/* SPDX-License-Identifier: MIT */
/* goods_docs.h - the catalogue's documents on the wire; cart, search and orders show some of them too. */
#ifndef SERVER_GOODS_GOODS_DOCS_H
#define SERVER_GOODS_GOODS_DOCS_H

#include "server/goods/goods.h"

extern const struct doc sku_net_doc, sku_unit_price_doc;
extern const char *const sku_availabilities[];

/* The members that a summary and larger documents share; `base` is where the summary lies in the struct. */
#define SKU_SUMMARY_MEMBERS(base)                                                                                        \
    {"id", DOC_INT, (base) + offsetof(struct sku_summary, id)},                                                  \
    {"spu_id", DOC_INT, (base) + offsetof(struct sku_summary, spu_id)},                                          \
    {"type_id", DOC_INT, (base) + offsetof(struct sku_summary, type_id)},                                        \
    {"name", DOC_TEXT, (base) + offsetof(struct sku_summary, name)},                                             \
    {"summary", DOC_TEXT, (base) + offsetof(struct sku_summary, summary)},                                       \
    {"price", DOC_MONEY, (base) + offsetof(struct sku_summary, price)},                                          \
    {"currency", DOC_CONST, 0, .about = "CNY"},                                                                  \
    {"unit", DOC_TEXT, (base) + offsetof(struct sku_summary, unit)},                                             \
    {"net", DOC_OBJECT, (base) + offsetof(struct sku_summary, net), .of = &sku_net_doc},                             \
    {"unit_price", DOC_OBJECT, (base) + offsetof(struct sku_summary, unit_price), .of = &sku_unit_price_doc},        \
    {"image", DOC_TEXT, (base) + offsetof(struct sku_summary, image)},                                           \
    {"availability", DOC_TEXT, (base) + offsetof(struct sku_summary, availability), .words = sku_availabilities},    \
    {"stock", DOC_INT, (base) + offsetof(struct sku_summary, stock), .about = "May be 2 s old in catalogue documents"}, \
    {"search_key", DOC_TEXT, (base) + offsetof(struct sku_summary, search_key), .about = "Pinyin and initials"}

extern const struct doc sku_summary_doc, sku_detail_doc, goods_type_doc, home_doc, review_doc;

#endif
