/* SPDX-License-Identifier: MIT */
/* One SKU with everything its page shows, and its reviews. */
#include "common/str.h"
#include "server/goods/goods.h"
#include "server/goods/markdown.h"
#include "server/store/db/db.h"

void (*goods_on_view)(struct ctx *c, int64_t sku_id);

struct detail_row {
    const char *text;
    int64_t reviews, stars;
};

static const struct col detail_cols[] = {COL(struct detail_row, text), COL(struct detail_row, reviews),
                                         COL(struct detail_row, stars)};

struct relative {
    int64_t id, sibling;
};

static const struct col relative_cols[] = {COL(struct relative, id), COL(struct relative, sibling)};

static enum err read_images(struct ctx *c, int64_t id, struct doc_list *images)
{
    static const struct col url_col[] = {{'s', 0}};
    const char **urls;
    enum err e = db_rows(c, STMT_SKU_IMAGES, ARGS(ARG(id)), COLS(url_col), sizeof(*urls), &urls, &images->n);
    if (!e)
        images->items = urls;
    return e;
}

/* The SKU itself, its siblings and the two new picks come in one statement; the first is the SKU. */
static enum err read_skus(struct ctx *c, int64_t id, struct sku_detail *d)
{
    struct relative *rel;
    struct sku_summary *all;
    size_t n, found, siblings = 0;
    enum err e = db_rows(c, STMT_SKU_RELATIVES, ARGS(ARG(id)), COLS(relative_cols), sizeof(*rel), &rel, &n);
    if (e)
        return e;
    int64_t *ids = arena_array(c->mem, n + 1, sizeof(*ids));
    ids[0] = id;
    for (size_t i = 0; i < n; i++) {
        ids[i + 1] = rel[i].id;
        siblings += rel[i].sibling != 0;
    }
    e = goods_summaries(c, ids, n + 1, &all, &found);
    if (e)
        return e;
    if (found != n + 1)
        return E_NOT_FOUND;
    d->sku = all[0];
    d->siblings = (struct doc_list){all + 1, siblings};
    d->new_picks = (struct doc_list){all + 1 + siblings, n - siblings};
    return E_OK;
}

enum err goods_show(struct ctx *c, int64_t id, struct sku_detail *d)
{
    struct detail_row row;
    *d = (struct sku_detail){0};
    enum err e = db_row(c, STMT_SKU_DETAIL, ARGS(ARG(lang_tag(c->lang)), ARG(id)), COLS(detail_cols), &row);
    if (!e)
        e = read_skus(c, id, d);
    if (!e)
        e = read_images(c, id, &d->images);
    if (e)
        return e;
    d->detail_html = markdown_html(c->mem, row.text ? row.text : "");
    d->review_count = row.reviews;
    d->rating = row.reviews ? (row.stars * 10 + row.reviews / 2) / row.reviews : 0;
    if (c->user_id && goods_on_view)
        goods_on_view(c, id);
    return E_OK;
}

static const struct col review_cols[] = {
    COL(struct review, id),      COL(struct review, username),        COL(struct review, rating),
    COL(struct review, content), COL_TIME(struct review, created_at), COL(struct review, reply),
    COL_TIME(struct review, replied_at),
};

/* First character and three stars: reviewers are not to be found out by name. */
static const char *masked(struct ctx *c, const char *name)
{
    size_t n = 1;
    while (((unsigned char)name[n] & 0xc0) == 0x80)
        n++;
    return arena_printf(c->mem, "%.*s***", (int)n, name);
}

enum err goods_reviews(struct ctx *c, int64_t sku_id, int64_t before, int64_t limit, struct review **list, size_t *n,
                       int64_t *next)
{
    int64_t known;
    enum err e = db_int(c, STMT_SKU_STATUS, ARGS(ARG(sku_id)), &known);
    if (!e)
        e = db_rows(c, STMT_SKU_REVIEWS, ARGS(ARG(sku_id), ARG(before ? before : INT64_MAX), ARG(limit + 1)),
                    COLS(review_cols), sizeof(**list), list, n);
    if (e)
        return e;
    *next = *n > (size_t)limit ? (*list)[limit - 1].id : 0;
    if (*next)
        *n = (size_t)limit;
    for (size_t i = 0; i < *n; i++)
        (*list)[i].username = masked(c, (*list)[i].username);
    return E_OK;
}
