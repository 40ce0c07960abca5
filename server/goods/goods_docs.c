/* SPDX-License-Identifier: MIT */
#include "server/goods/goods_docs.h"

#include "server/goods/goods.h"

const char *const sku_availabilities[] = {"in_stock", "low", "sold_out", NULL};
static const char *const statuses[] = {"on_sale", "off_sale", "retired", NULL};
static const char *const net_units[] = {"g", "ml", "piece", NULL};

static const struct doc_field net_fields[] = {
    {"amount", DOC_INT, offsetof(struct net_content, amount)},
    {"unit", DOC_TEXT, offsetof(struct net_content, unit), .words = net_units},
};
const struct doc sku_net_doc = DOC("NetContent", struct net_content, net_fields);

static const struct doc_field unit_price_fields[] = {
    {"amount", DOC_MONEY, offsetof(struct unit_price, amount), .about = "Price of `per` units"},
    {"per", DOC_INT, offsetof(struct unit_price, per)},
    {"unit", DOC_TEXT, offsetof(struct unit_price, unit), .words = net_units},
};
const struct doc sku_unit_price_doc = DOC("UnitPrice", struct unit_price, unit_price_fields);

static const struct doc_field summary_fields[] = {SKU_SUMMARY_MEMBERS(0)};
const struct doc sku_summary_doc = DOC("SkuSummary", struct sku_summary, summary_fields);

static const struct doc_field detail_fields[] = {
    SKU_SUMMARY_MEMBERS(offsetof(struct sku_detail, sku)),
    {"sales", DOC_INT, offsetof(struct sku_detail, sku.sales)},
    {"status", DOC_TEXT, offsetof(struct sku_detail, sku.status), .words = statuses},
    {"images", DOC_TEXTS, offsetof(struct sku_detail, images)},
    {"detail_html", DOC_TEXT, offsetof(struct sku_detail, detail_html)},
    {"siblings", DOC_LIST, offsetof(struct sku_detail, siblings), .of = &sku_summary_doc, .about = "Other sizes of the same SPU"},
    {"new_picks", DOC_LIST, offsetof(struct sku_detail, new_picks), .of = &sku_summary_doc, .about = "The two newest of the type"},
    {"rating", DOC_TENTHS, offsetof(struct sku_detail, rating), .about = "Mean of the stars; 0.0 without reviews"},
    {"review_count", DOC_INT, offsetof(struct sku_detail, review_count)},
};
const struct doc sku_detail_doc = DOC("Sku", struct sku_detail, detail_fields);

#define TYPE_MEMBERS(base)                                                                                       \
    {"id", DOC_INT, (base) + offsetof(struct goods_type, id)},                                                   \
    {"name", DOC_TEXT, (base) + offsetof(struct goods_type, name)},                                              \
    {"logo", DOC_TEXT, (base) + offsetof(struct goods_type, logo)},                                              \
    {"image", DOC_TEXT, (base) + offsetof(struct goods_type, image)}

static const struct doc_field type_fields[] = {TYPE_MEMBERS(0)};
const struct doc goods_type_doc = DOC("GoodsType", struct goods_type, type_fields);

static const struct doc_field banner_fields[] = {
    {"id", DOC_INT, offsetof(struct banner, id)},
    {"sku_id", DOC_INT, offsetof(struct banner, sku_id)},
    {"title", DOC_TEXT, offsetof(struct banner, title)},
    {"image", DOC_TEXT, offsetof(struct banner, image)},
};
static const struct doc banner_doc = DOC("Banner", struct banner, banner_fields);

static const struct doc_field promotion_fields[] = {
    {"id", DOC_INT, offsetof(struct promotion, id)},
    {"name", DOC_TEXT, offsetof(struct promotion, name)},
    {"image", DOC_TEXT, offsetof(struct promotion, image)},
    {"url", DOC_TEXT, offsetof(struct promotion, url)},
};
static const struct doc promotion_doc = DOC("Promotion", struct promotion, promotion_fields);

static const struct doc_field home_type_fields[] = {
    TYPE_MEMBERS(offsetof(struct home_type, type)),
    {"titles", DOC_LIST, offsetof(struct home_type, titles), .of = &sku_summary_doc, .about = "Picks shown by name"},
    {"picks", DOC_LIST, offsetof(struct home_type, picks), .of = &sku_summary_doc, .about = "Picks shown by picture"},
};
static const struct doc home_type_doc = DOC("HomeType", struct home_type, home_type_fields);

static const struct doc_field home_fields[] = {
    {"banners", DOC_LIST, offsetof(struct home, banners), .of = &banner_doc},
    {"promotions", DOC_LIST, offsetof(struct home, promotions), .of = &promotion_doc},
    {"types", DOC_LIST, offsetof(struct home, types), .of = &home_type_doc},
};
const struct doc home_doc = DOC("Home", struct home, home_fields);

static const struct doc_field review_fields[] = {
    {"id", DOC_INT, offsetof(struct review, id)},
    {"username", DOC_TEXT, offsetof(struct review, username), .about = "Masked"},
    {"rating", DOC_INT, offsetof(struct review, rating)},
    {"content", DOC_TEXT, offsetof(struct review, content)},
    {"created_at", DOC_TIME, offsetof(struct review, created_at)},
    {"reply", DOC_TEXT, offsetof(struct review, reply), .optional = true},
    {"replied_at", DOC_TIME, offsetof(struct review, replied_at), .optional = true},
};
const struct doc review_doc = DOC("Review", struct review, review_fields);
