/* SPDX-License-Identifier: MIT */
/* Types and the home page: five statements, whatever is on it. */
#include "server/goods/goods.h"
#include "server/store/db/db.h"

static const struct col type_cols[] = {COL(struct goods_type, id), COL(struct goods_type, name),
                                       COL(struct goods_type, logo), COL(struct goods_type, image)};
static const struct col banner_cols[] = {COL(struct banner, id), COL(struct banner, sku_id), COL(struct banner, image),
                                         COL(struct banner, title)};
static const struct col promotion_cols[] = {COL(struct promotion, id), COL(struct promotion, name),
                                            COL(struct promotion, image), COL(struct promotion, url)};

struct pick {
    int64_t type_id, sku_id, titled;
};

static const struct col pick_cols[] = {COL(struct pick, type_id), COL(struct pick, sku_id), COL(struct pick, titled)};

enum err goods_types(struct ctx *c, struct goods_type **list, size_t *n)
{
    return db_rows(c, STMT_TYPE_LIST, ARGS(ARG(lang_tag(c->lang))), COLS(type_cols), sizeof(**list), list, n);
}

enum err goods_type_show(struct ctx *c, int64_t id, struct goods_type *type)
{
    return db_row(c, STMT_TYPE_SHOW, ARGS(ARG(lang_tag(c->lang)), ARG(id)), COLS(type_cols), type);
}

/* The picks of one type and display, as summaries copied together. */
static struct doc_list gather(struct ctx *c, const struct pick *picks, const struct sku_summary *skus, size_t n,
                              int64_t type, bool titled)
{
    struct sku_summary *list = arena_array(c->mem, n, sizeof(*list));
    size_t k = 0;
    for (size_t i = 0; i < n; i++)
        if (picks[i].type_id == type && (picks[i].titled != 0) == titled)
            list[k++] = skus[i];
    return (struct doc_list){list, k};
}

static enum err read_picks(struct ctx *c, struct pick **picks, struct sku_summary **skus, size_t *n)
{
    size_t found;
    enum err e = db_rows(c, STMT_PICK_LIST, NO_ARGS, COLS(pick_cols), sizeof(**picks), picks, n);
    if (e)
        return e;
    int64_t *ids = arena_array(c->mem, *n, sizeof(*ids));
    for (size_t i = 0; i < *n; i++)
        ids[i] = (*picks)[i].sku_id;
    e = goods_summaries(c, ids, *n, skus, &found);
    return e ? e : found == *n ? E_OK : FAIL_BUG(c, "%zu of %zu picks were found", found, *n);
}

static enum err read_types(struct ctx *c, struct home *home)
{
    struct goods_type *types;
    struct pick *picks = NULL;
    struct sku_summary *skus = NULL;
    size_t n, n_picks;
    enum err e = goods_types(c, &types, &n);
    if (!e)
        e = read_picks(c, &picks, &skus, &n_picks);
    if (e)
        return e;
    struct home_type *list = arena_array(c->mem, n, sizeof(*list));
    for (size_t i = 0; i < n; i++) {
        list[i].type = types[i];
        list[i].titles = gather(c, picks, skus, n_picks, types[i].id, true);
        list[i].picks = gather(c, picks, skus, n_picks, types[i].id, false);
    }
    home->types = (struct doc_list){list, n};
    return E_OK;
}

enum err goods_home(struct ctx *c, struct home *home)
{
    struct banner *banners;
    struct promotion *promotions;
    struct args lang = ARGS(ARG(lang_tag(c->lang)));
    enum err e = db_rows(c, STMT_BANNER_LIST, lang, COLS(banner_cols), sizeof(*banners), &banners, &home->banners.n);
    if (!e)
        e = db_rows(c, STMT_PROMOTION_LIST, lang, COLS(promotion_cols), sizeof(*promotions), &promotions,
                    &home->promotions.n);
    if (e)
        return e;
    home->banners.items = banners;
    home->promotions.items = promotions;
    return read_types(c, home);
}
