/* SPDX-License-Identifier: MIT */
#include "server/cart/cart.h"

#include "server/store/db/db.h"

static const struct col line_cols[] = {COL(struct cart_line, sku_id), COL(struct cart_line, quantity)};

enum err cart_read(struct ctx *c, struct cart_line **lines, size_t *n)
{
    return db_rows(c, STMT_CART_LINES, ARGS(ARG(c->user_id)), COLS(line_cols), sizeof(**lines), lines, n);
}
