/* SPDX-License-Identifier: MIT */
#include "server/staff/staff_http.h"

#include "server/http/paging.h"
#include "server/orders/orders_docs.h"
#include "server/orders/orders_http.h"
#include "server/staff/audit.h"
#include "server/staff/books.h"
#include "server/staff/desk.h"
#include "server/staff/stock.h"

static enum err get_orders(struct ctx *c, const struct input *in, struct reply *r)
{
    return orders_reply_list(c, in, true, r);
}

static enum err reply_order(struct ctx *c, int64_t id, struct reply *r)
{
    return orders_reply(c, id, true, 200, r);
}

static enum err reply_new(struct ctx *c, int64_t id, struct reply *r)
{
    reply_header(r, "Location", arena_printf(c->mem, "/api/v1/admin/orders/%lld", (long long)id));
    return orders_reply(c, id, true, 201, r);
}

static enum err get_order(struct ctx *c, const struct input *in, struct reply *r)
{
    return reply_order(c, in->id[0], r);
}

struct shipment_in {
    const char *carrier, *tracking_no;
};

static const struct field shipment_fields[] = {
    {"carrier", FIELD_TEXT, true, .lo = 1, .hi = 40, .at = offsetof(struct shipment_in, carrier)},
    {"tracking_no", FIELD_TEXT, true, .lo = 1, .hi = 64, .at = offsetof(struct shipment_in, tracking_no)},
};
static const struct fields shipment_spec = FIELDS("ShipmentRequest", struct shipment_in, shipment_fields);

static enum err post_shipment(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct shipment_in *b = in->body;
    enum err e = desk_ship(c, in->id[0], b->carrier, b->tracking_no);
    return e ? e : reply_new(c, in->id[0], r);
}

struct capture_in {
    int64_t amount;
};

static const struct field capture_fields[] = {
    {"amount", FIELD_INT, true, .lo = 0, .hi = 10000000000, .at = offsetof(struct capture_in, amount)},
};
static const struct fields capture_spec = FIELDS("CaptureRequest", struct capture_in, capture_fields);

static enum err post_capture(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct capture_in *b = in->body;
    enum err e = desk_capture(c, in->id[0], b->amount);
    return e ? e : reply_new(c, in->id[0], r);
}

static enum err post_cancel(struct ctx *c, const struct input *in, struct reply *r)
{
    bool asked;
    enum err e = desk_cancel(c, in->id[0], &asked);
    return e ? e : orders_reply(c, in->id[0], true, asked ? 202 : 200, r);
}

static const char *const reasons[] = {"received", "returned", "wasted", "counted", NULL};

static const struct doc_field movement_fields[] = {
    {"id", DOC_INT, offsetof(struct movement, id)},
    {"sku_id", DOC_INT, offsetof(struct movement, sku_id)},
    {"delta", DOC_INT, offsetof(struct movement, delta)},
    {"reason", DOC_TEXT, offsetof(struct movement, reason)},
    {"order_id", DOC_ID, offsetof(struct movement, order_id), .nullable = true},
    {"note", DOC_TEXT, offsetof(struct movement, note)},
    {"staff", DOC_TEXT, offsetof(struct movement, staff), .nullable = true},
    {"at", DOC_TIME, offsetof(struct movement, at)},
};
static const struct doc movement_doc = DOC("StockMovement", struct movement, movement_fields);

struct movement_in {
    int64_t delta;
    const char *reason, *note;
};

static const struct field move_fields[] = {
    {"delta", FIELD_INT, true, .lo = -1000000, .hi = 1000000, .at = offsetof(struct movement_in, delta)},
    {"reason", FIELD_WORD, true, .at = offsetof(struct movement_in, reason), .words = reasons},
    {"note", FIELD_TEXT, .lo = 0, .hi = 200, .at = offsetof(struct movement_in, note)},
};
static const struct fields move_spec = FIELDS("StockMovementRequest", struct movement_in, move_fields);

static enum err get_movements(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct cursor_in *q = in->query;
    struct movement *list;
    size_t n;
    int64_t before, next;
    enum err e = reply_read_cursor(c, q->cursor, &before);
    if (!e)
        e = stock_movements(c, in->id[0], before, q->limit, &list, &n, &next);
    return e ? e : reply_cursor(r, in, &movement_doc, list, n, next);
}

static enum err reply_movement(struct ctx *c, int64_t id, struct reply *r)
{
    struct movement m;
    enum err e = stock_movement(c, id, &m);
    if (e)
        return e;
    return reply_created(r, arena_printf(c->mem, "/api/v1/admin/skus/%lld/stock-movements", (long long)m.sku_id),
                         &movement_doc, &m);
}

static enum err post_movement(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct movement_in *b = in->body;
    int64_t id;
    enum err e = stock_move(c, in->id[0], b->delta, b->reason, b->note, &id);
    return e ? e : reply_movement(c, id, r);
}

static const struct doc_field fault_fields[] = {
    {"rule", DOC_TEXT, offsetof(struct book_fault, rule)},
    {"about", DOC_TEXT, offsetof(struct book_fault, about)},
    {"id", DOC_ID, offsetof(struct book_fault, id), .nullable = true},
    {"want", DOC_INT, offsetof(struct book_fault, want)},
    {"have", DOC_INT, offsetof(struct book_fault, have)},
};
static const struct doc fault_doc = DOC("BookFault", struct book_fault, fault_fields);

struct books_result {
    bool balanced;
    int64_t rules;
    struct doc_list faults;
};

static const struct doc_field books_fields[] = {
    {"balanced", DOC_BOOL, offsetof(struct books_result, balanced)},
    {"rules", DOC_INT, offsetof(struct books_result, rules), .about = "How many rules were checked"},
    {"faults", DOC_LIST, offsetof(struct books_result, faults), .of = &fault_doc},
};
static const struct doc books_doc = DOC("BooksAudit", struct books_result, books_fields);

static enum err post_books(struct ctx *c, const struct input *in, struct reply *r)
{
    struct book_fault *faults;
    size_t n, rules;
    (void)in;
    enum err e = books_audit(c, &faults, &n, &rules);
    return e ? e : reply_doc(r, 200, &books_doc, &(struct books_result){n == 0, (int64_t)rules, {faults, n}});
}

static const struct doc_field entry_fields[] = {
    {"id", DOC_INT, offsetof(struct audit_entry, id)},
    {"at", DOC_TIME, offsetof(struct audit_entry, at)},
    {"actor_id", DOC_INT, offsetof(struct audit_entry, actor_id)},
    {"actor", DOC_TEXT, offsetof(struct audit_entry, actor)},
    {"action", DOC_TEXT, offsetof(struct audit_entry, action)},
    {"object", DOC_TEXT, offsetof(struct audit_entry, object)},
    {"before", DOC_TEXT, offsetof(struct audit_entry, before_doc), .optional = true, .about = "JSON text"},
    {"after", DOC_TEXT, offsetof(struct audit_entry, after_doc), .optional = true, .about = "JSON text"},
    {"address", DOC_TEXT, offsetof(struct audit_entry, address)},
    {"request_id", DOC_TEXT, offsetof(struct audit_entry, request_id)},
};
static const struct doc entry_doc = DOC("AuditEntry", struct audit_entry, entry_fields);

static enum err get_audit(struct ctx *c, const struct input *in, struct reply *r)
{
    const struct cursor_in *q = in->query;
    struct audit_entry *list;
    size_t n;
    int64_t before, next;
    enum err e = reply_read_cursor(c, q->cursor, &before);
    if (!e)
        e = audit_list(c, before, q->limit, &list, &n, &next);
    return e ? e : reply_cursor(r, in, &entry_doc, list, n, next);
}

#define DESK (ROLE_ORDERS | ROLE_SUPPORT | ROLE_FINANCE)

static const struct route rows[] = {
    {"GET", "/api/v1/admin/orders", ACCESS_STAFF, DESK, .query = &order_list_query, .run = get_orders, .status = 200,
     .shape = SHAPE_CURSOR, .doc = &order_doc, .about = "Everybody's orders, newest first"},
    {"GET", "/api/v1/admin/orders/{id}", ACCESS_STAFF, DESK, .run = get_order, .status = 200, .doc = &order_doc,
     .about = "Anybody's order"},
    {"POST", "/api/v1/admin/orders/{id}/shipments", ACCESS_STAFF, ROLE_ORDERS, ROUTE_IDEMPOTENT, .body = &shipment_spec,
     .run = post_shipment, .replay = reply_new, .status = 201, .doc = &order_doc,
     .errors = MAY(E_INVALID_STATE), .about = "Ship an order, once"},
    {"POST", "/api/v1/admin/orders/{id}/captures", ACCESS_STAFF, ROLE_ORDERS | ROLE_FINANCE, ROUTE_IDEMPOTENT,
     .body = &capture_spec, .run = post_capture, .replay = reply_new, .status = 201, .doc = &order_doc,
     .errors = MAY(E_INVALID_STATE),
     .about = "Cash was taken for an order"},
    {"POST", "/api/v1/admin/orders/{id}/cancel", ACCESS_STAFF, ROLE_ORDERS | ROLE_SUPPORT, ROUTE_IDEMPOTENT,
     .run = post_cancel, .replay = reply_order, .status = 200, .doc = &order_doc,
     .also = 202, .errors = MAY(E_INVALID_STATE),
     .about = "Cancel an order that is not paid and not shipped"},
    {"GET", "/api/v1/admin/skus/{id}/stock-movements", ACCESS_STAFF, ROLE_CATALOGUE | ROLE_ORDERS, .query = &cursor_query,
     .run = get_movements, .status = 200, .shape = SHAPE_CURSOR, .doc = &movement_doc, .about = "A SKU's stock ledger"},
    {"POST", "/api/v1/admin/skus/{id}/stock-movements", ACCESS_STAFF, ROLE_CATALOGUE, ROUTE_IDEMPOTENT,
     .body = &move_spec, .run = post_movement, .replay = reply_movement, .status = 201, .doc = &movement_doc,
     .errors = MAY(E_OUT_OF_STOCK),
     .about = "Receive, waste or count stock"},
    {"POST", "/api/v1/admin/books/audit", ACCESS_STAFF, ROLE_FINANCE, .run = post_books, .status = 200, .doc = &books_doc,
     .about = "Prove that stock, orders and payments balance"},
    {"GET", "/api/v1/admin/audit", ACCESS_STAFF, ROLE_ADMIN, .query = &cursor_query, .run = get_audit, .status = 200,
     .shape = SHAPE_CURSOR, .doc = &entry_doc, .about = "Who of the staff did what"},
};
const struct route_table staff_routes = ROUTE_TABLE(rows);
