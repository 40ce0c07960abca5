/* SPDX-License-Identifier: MIT */
/* orders_docs.h - an order and a quote on the wire. */
#ifndef SERVER_ORDERS_ORDERS_DOCS_H
#define SERVER_ORDERS_ORDERS_DOCS_H

#include "server/http/doc.h"

extern const struct doc order_doc, order_quote_doc;

#endif
