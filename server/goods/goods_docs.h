/* SPDX-License-Identifier: MIT */
/* goods_docs.h - the catalogue's documents on the wire; cart, search and orders show some of them too. */
#ifndef SERVER_GOODS_GOODS_DOCS_H
#define SERVER_GOODS_GOODS_DOCS_H

#include "server/http/doc.h"

extern const struct doc sku_summary_doc, sku_detail_doc, goods_type_doc, home_doc, review_doc;

#endif
