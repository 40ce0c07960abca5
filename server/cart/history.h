/* SPDX-License-Identifier: MIT */
/* history.h - the goods that c's user looked at last: newest first, each once, five of them. */
#ifndef SERVER_CART_HISTORY_H
#define SERVER_CART_HISTORY_H

#include "server/goods/goods.h"

/* Retired goods are left out. */
enum err history_list(struct ctx *c, struct sku_summary **list, size_t *n) MUST_CHECK;

/* For goods_on_view: nobody is refused a page because its view could not be noted. */
void history_add(struct ctx *c, int64_t sku_id);

enum err history_clear(struct ctx *c) MUST_CHECK;

#endif
