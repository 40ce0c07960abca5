/* SPDX-License-Identifier: MIT */
/* SKUs in lists: a statement for each order gives the ids of a page, one more gives what is shown of them. */
#include "common/str.h"
#include "server/app.h"
#include "server/goods/goods.h"
#include "server/store/db/db.h"

#define NO_MAX_PRICE 10000000000

static const struct col summary_cols[] = {
    COL(struct sku_summary, id),         COL(struct sku_summary, spu_id),     COL(struct sku_summary, type_id),
    COL(struct sku_summary, name),       COL(struct sku_summary, summary),    COL(struct sku_summary, price),
    COL(struct sku_summary, unit),       COL(struct sku_summary, net.amount), COL(struct sku_summary, net.unit),
    COL(struct sku_summary, image),      COL(struct sku_summary, status),     COL(struct sku_summary, stock),
    COL(struct sku_summary, sales),      COL(struct sku_summary, search_key),
};

/* What people compare: per 500 g or ml, or per piece; rounded half up. */
static struct unit_price unit_price(int64_t price, struct net_content net)
{
    int64_t per = str_eq(net.unit, "piece") ? 1 : 500;
    return (struct unit_price){.amount = (price * per + net.amount / 2) / net.amount, .per = per, .unit = net.unit};
}

static void complete(struct ctx *c, struct sku_summary *s)
{
    bool on_sale = str_eq(s->status, "on_sale");
    s->unit_price = unit_price(s->price, s->net);
    s->availability = !on_sale || s->stock <= 0                   ? "sold_out"
                      : s->stock <= c->app->cfg.shop_low_stock ? "low"
                                                                : "in_stock";
}

const char *goods_ids_json(struct ctx *c, const int64_t *ids, size_t n)
{
    struct str b;
    str_init(&b, c->mem);
    str_addc(&b, '[');
    for (size_t i = 0; i < n; i++) {
        if (i)
            str_addc(&b, ',');
        str_int(&b, ids[i]);
    }
    str_addc(&b, ']');
    return b.s;
}

enum err goods_summaries(struct ctx *c, const int64_t *ids, size_t n, struct sku_summary **list, size_t *found)
{
    *list = NULL;
    *found = 0;
    if (!n)
        return E_OK;
    enum err e = db_rows(c, STMT_SKU_SUMMARIES, ARGS(ARG(goods_ids_json(c, ids, n)), ARG(lang_tag(c->lang))),
                         COLS(summary_cols), sizeof(**list), list, found);
    for (size_t i = 0; !e && i < *found; i++)
        complete(c, &(*list)[i]);
    return e;
}

/* Which statement gives which order, over all goods and within a type. */
static const struct order {
    const char *sort;
    enum stmt all, of_type;
    bool by_lang;
} orders[] = {
    {"default", STMT_SKU_BY_NEW, STMT_SKU_BY_NEW_TYPE, false},
    {"new", STMT_SKU_BY_NEW, STMT_SKU_BY_NEW_TYPE, false},
    {"price", STMT_SKU_BY_PRICE, STMT_SKU_BY_PRICE_TYPE, false},
    {"-price", STMT_SKU_BY_PRICE_DOWN, STMT_SKU_BY_PRICE_DOWN_TYPE, false},
    {"hot", STMT_SKU_BY_SALES, STMT_SKU_BY_SALES_TYPE, false},
    {"name", STMT_SKU_BY_NAME, STMT_SKU_BY_NAME_TYPE, true},
};

static const struct order *find_order(const char *sort)
{
    for (size_t i = 0; sort && i < sizeof(orders) / sizeof(orders[0]); i++)
        if (str_eq(orders[i].sort, sort))
            return &orders[i];
    return &orders[0];
}

/* Arguments in the heads' order: [lang] [type] min max stock limit offset. */
static enum err page_ids(struct ctx *c, const struct sku_query *q, struct args filter, int64_t **ids, size_t *n)
{
    static const struct col id_col[] = {{'i', 0}};
    const struct order *o = find_order(q->sort);
    struct arg a[8];
    size_t k = 0;
    if (o->by_lang)
        a[k++] = arg_str(lang_tag(c->lang));
    for (size_t i = 0; i < filter.n; i++)
        a[k++] = filter.list[i];
    a[k++] = arg_int(q->per_page);
    a[k++] = arg_int((q->page - 1) * q->per_page);
    return db_rows(c, q->type ? o->of_type : o->all, (struct args){a, k}, COLS(id_col), sizeof(**ids), ids, n);
}

enum err goods_list(struct ctx *c, const struct sku_query *q, struct sku_summary **list, size_t *n, int64_t *total)
{
    int64_t *ids;
    size_t found;
    struct arg a[4];
    struct args filter = {a, 0};
    if (q->type)
        a[filter.n++] = arg_int(q->type);
    a[filter.n++] = arg_int(q->min_price);
    a[filter.n++] = arg_int(q->max_price < 0 ? NO_MAX_PRICE : q->max_price);
    a[filter.n++] = arg_int(q->in_stock);
    enum err e = db_int(c, q->type ? STMT_SKU_COUNT_TYPE : STMT_SKU_COUNT, filter, total);
    if (!e)
        e = page_ids(c, q, filter, &ids, &found);
    return e ? e : goods_summaries(c, ids, found, list, n);
}
