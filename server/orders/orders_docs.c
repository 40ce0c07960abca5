/* SPDX-License-Identifier: MIT */
#include "server/orders/orders_docs.h"

#include "server/orders/states.h"

static const char *const payment_statuses[] = {"unpaid", "paid", "partly_refunded", "refunded", "cod_due", NULL};
static const char *const methods[] = {"alipay", "alipay_qr", "cod", NULL};

static const struct doc_field line_fields[] = {
    {"sku_id", DOC_INT, offsetof(struct order_line, sku_id)},
    {"name", DOC_TEXT, offsetof(struct order_line, name), .about = "As it was"},
    {"image", DOC_TEXT, offsetof(struct order_line, image)},
    {"unit", DOC_TEXT, offsetof(struct order_line, unit)},
    {"price", DOC_MONEY, offsetof(struct order_line, price)},
    {"quantity", DOC_INT, offsetof(struct order_line, quantity)},
    {"amount", DOC_MONEY, offsetof(struct order_line, amount)},
    {"reviewed", DOC_BOOL, offsetof(struct order_line, reviewed)},
};
static const struct doc line_doc = DOC("OrderLine", struct order_line, line_fields);

static const struct doc_field address_fields[] = {
    {"receiver", DOC_TEXT, offsetof(struct order_address, receiver)},
    {"region", DOC_TEXT, offsetof(struct order_address, region)},
    {"region_code", DOC_TEXT, offsetof(struct order_address, region_code), .optional = true},
    {"detail", DOC_TEXT, offsetof(struct order_address, detail)},
    {"zip_code", DOC_TEXT, offsetof(struct order_address, zip_code), .optional = true},
    {"phone", DOC_TEXT, offsetof(struct order_address, phone)},
};
static const struct doc address_doc = DOC("OrderAddress", struct order_address, address_fields);

static const char *const actors[] = {"shopper", "staff", "system", "provider", NULL};
static const struct doc_field event_fields[] = {
    {"status", DOC_TEXT, offsetof(struct order_event, status), .words = order_status_names},
    {"at", DOC_TIME, offsetof(struct order_event, at)},
    {"by", DOC_TEXT, offsetof(struct order_event, by), .words = actors},
};
static const struct doc event_doc = DOC("OrderEvent", struct order_event, event_fields);

static const struct doc_field shipment_fields[] = {
    {"id", DOC_ID, offsetof(struct order_shipment, id)},
    {"carrier", DOC_TEXT, offsetof(struct order_shipment, carrier)},
    {"tracking_no", DOC_TEXT, offsetof(struct order_shipment, tracking_no)},
    {"at", DOC_TIME, offsetof(struct order_shipment, at)},
};
static const struct doc shipment_doc = DOC("Shipment", struct order_shipment, shipment_fields);

static const struct doc_field refund_fields[] = {
    {"id", DOC_ID, offsetof(struct order_refund, id)},
    {"status", DOC_TEXT, offsetof(struct order_refund, status)},
    {"amount", DOC_MONEY, offsetof(struct order_refund, amount)},
};
static const struct doc refund_doc = DOC("OrderRefund", struct order_refund, refund_fields);

static const struct doc_field order_fields[] = {
    {"id", DOC_ID, offsetof(struct order, id)},
    {"status", DOC_TEXT, offsetof(struct order, status), .words = order_status_names,
     .about = "How far it has come"},
    {"payment_status", DOC_TEXT, offsetof(struct order, payment_status), .words = payment_statuses},
    {"pay_method", DOC_TEXT, offsetof(struct order, pay_method), .words = methods},
    {"lines", DOC_LIST, offsetof(struct order, lines), .of = &line_doc},
    {"goods_amount", DOC_MONEY, offsetof(struct order, goods_amount)},
    {"discount_amount", DOC_MONEY, offsetof(struct order, discount_amount)},
    {"shipping_amount", DOC_MONEY, offsetof(struct order, shipping_amount)},
    {"payable_amount", DOC_MONEY, offsetof(struct order, payable_amount), .about = "Lines less discounts plus shipping"},
    {"currency", DOC_CONST, 0, .about = "CNY"},
    {"address", DOC_OBJECT, offsetof(struct order, address), .of = &address_doc, .about = "As it was"},
    {"note", DOC_TEXT, offsetof(struct order, note)},
    {"created_at", DOC_TIME, offsetof(struct order, created_at)},
    {"pay_before", DOC_TIME, offsetof(struct order, pay_before), .nullable = true},
    {"history", DOC_LIST, offsetof(struct order, history), .of = &event_doc},
    {"shipments", DOC_LIST, offsetof(struct order, shipments), .of = &shipment_doc},
    {"refunds", DOC_LIST, offsetof(struct order, refunds), .of = &refund_doc},
    {"actions", DOC_TEXTS, offsetof(struct order, actions), .about = "What the shopper may do now"},
    {"version", DOC_INT, offsetof(struct order, version)},
};
const struct doc order_doc = DOC("Order", struct order, order_fields);

static const struct doc_field quote_fields[] = {
    {"lines", DOC_LIST, offsetof(struct order_quote, lines), .of = &line_doc},
    {"goods_amount", DOC_MONEY, offsetof(struct order_quote, goods_amount)},
    {"discount_amount", DOC_MONEY, offsetof(struct order_quote, discount_amount)},
    {"shipping_amount", DOC_MONEY, offsetof(struct order_quote, shipping_amount)},
    {"payable_amount", DOC_MONEY, offsetof(struct order_quote, payable_amount)},
    {"currency", DOC_CONST, 0, .about = "CNY"},
};
const struct doc order_quote_doc = DOC("OrderQuote", struct order_quote, quote_fields);
