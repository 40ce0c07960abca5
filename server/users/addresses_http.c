/* SPDX-License-Identifier: MIT */
/* One's own addresses. */
#include "server/users/addresses.h"
#include "server/users/users_http.h"

static const struct field address_members[] = {
    {"receiver", FIELD_TEXT, .required = true, .lo = 1, .hi = 40, .at = offsetof(struct address, receiver),
     .about = "Who takes it in"},
    {"region", FIELD_TEXT, .required = true, .lo = 1, .hi = 100, .at = offsetof(struct address, region),
     .about = "Province, city, district"},
    {"region_code", FIELD_TEXT, .lo = 6, .hi = 6, .at = offsetof(struct address, region_code),
     .about = "Six digits of GB/T 2260"},
    {"detail", FIELD_TEXT, .required = true, .lo = 1, .hi = 200, .at = offsetof(struct address, detail),
     .about = "Street, house, room"},
    {"zip_code", FIELD_TEXT, .lo = 0, .hi = 10, .at = offsetof(struct address, zip_code), .about = "Digits"},
    {"phone", FIELD_TEXT, .required = true, .lo = 5, .hi = 20, .at = offsetof(struct address, phone),
     .about = "Digits, spaces, hyphens, a leading +"},
    {"is_default", FIELD_BOOL, .at = offsetof(struct address, is_default), .about = "Make it the default"},
};
static const struct fields address_fields = FIELDS("AddressInput", struct address, address_members);

static const struct doc_field address_shown[] = {
    {"id", DOC_INT, offsetof(struct address, id), .about = "For orders"},
    {"receiver", DOC_TEXT, offsetof(struct address, receiver), .about = "Who takes it in"},
    {"region", DOC_TEXT, offsetof(struct address, region), .about = "Province, city, district"},
    {"region_code", DOC_TEXT, offsetof(struct address, region_code), .optional = true, .about = "GB/T 2260"},
    {"detail", DOC_TEXT, offsetof(struct address, detail), .about = "Street, house, room"},
    {"zip_code", DOC_TEXT, offsetof(struct address, zip_code), .optional = true, .about = "Postal code"},
    {"phone", DOC_TEXT, offsetof(struct address, phone), .about = "Telephone number"},
    {"is_default", DOC_BOOL, offsetof(struct address, is_default), .about = "Exactly one is"},
};
static const struct doc address_doc = DOC("Address", struct address, address_shown);

static enum err get_addresses(struct ctx *c, const struct input *in, struct reply *r)
{
    struct address *list;
    size_t n;
    enum err e = address_list(c, &list, &n);
    return e ? e : reply_cursor(r, in, &address_doc, list, n, 0);
}

static enum err reply_added(struct ctx *c, int64_t id, struct reply *r)
{
    struct address a;
    enum err e = address_show(c, id, &a);
    if (e)
        return e;
    return reply_created(r, arena_printf(c->mem, "/api/v1/me/addresses/%lld", (long long)id), &address_doc,
                         &a);
}

static enum err post_address(struct ctx *c, const struct input *in, struct reply *r)
{
    struct address a = *(const struct address *)in->body;
    enum err e = address_add(c, &a);
    return e ? e : reply_added(c, a.id, r);
}

static enum err get_address(struct ctx *c, const struct input *in, struct reply *r)
{
    struct address a;
    enum err e = address_show(c, in->id[0], &a);
    return e ? e : reply_doc(r, 200, &address_doc, &a);
}

static enum err put_address(struct ctx *c, const struct input *in, struct reply *r)
{
    struct address a = *(const struct address *)in->body;
    a.id = in->id[0];
    enum err e = address_replace(c, &a);
    return e ? e : get_address(c, in, r);
}

static enum err delete_address(struct ctx *c, const struct input *in, struct reply *r)
{
    enum err e = address_remove(c, in->id[0]);
    return e ? e : reply_nothing(r);
}

static enum err put_default(struct ctx *c, const struct input *in, struct reply *r)
{
    enum err e = address_make_default(c, in->id[0]);
    return e ? e : get_address(c, in, r);
}

static const struct route rows[] = {
    {"GET", "/api/v1/me/addresses", ACCESS_LOGIN, .run = get_addresses, .status = 200, .shape = SHAPE_CURSOR,
     .doc = &address_doc, .about = "My addresses, the default first"},
    {"POST", "/api/v1/me/addresses", ACCESS_LOGIN, .flags = ROUTE_IDEMPOTENT, .body = &address_fields,
     .run = post_address, .replay = reply_added, .status = 201, .doc = &address_doc,
     .errors = MAY(E_CONFLICT), .about = "Add an address; the first is the default"},
    {"GET", "/api/v1/me/addresses/{id}", ACCESS_LOGIN, .run = get_address, .status = 200, .doc = &address_doc,
     .about = "One of my addresses"},
    {"PUT", "/api/v1/me/addresses/{id}", ACCESS_LOGIN, .body = &address_fields, .run = put_address,
     .status = 200, .doc = &address_doc, .about = "Replace an address"},
    {"DELETE", "/api/v1/me/addresses/{id}", ACCESS_LOGIN, .run = delete_address, .status = 204,
     .shape = SHAPE_NONE, .about = "Remove an address"},
    {"PUT", "/api/v1/me/addresses/{id}/default", ACCESS_LOGIN, .run = put_default, .status = 200,
     .doc = &address_doc, .about = "Make an address the default"},
};
const struct route_table addresses_routes = ROUTE_TABLE(rows);
