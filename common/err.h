/* SPDX-License-Identifier: MIT */
/* err.h - the one result type. A row gives everything that an error means: its code on the wire (api.md),
 * HTTP status, shopctl's exit code and the sentence people read (a msgid of common/po). Only the router
 * turns a code into a reply, only common/client.c turns it back. */
#ifndef COMMON_ERR_H
#define COMMON_ERR_H

#include <stdbool.h>

/* From E_USAGE on the codes are shopctl's own. */
/*        name               wire code                HTTP exit title */
#define ERR_TABLE(X)                                                                                         \
    X(E_OK, "ok", 200, 0, "OK")                                                                              \
    X(E_VALIDATION, "validation_failed", 422, 6, "The request holds invalid data")                           \
    X(E_MALFORMED_JSON, "malformed_json", 400, 6, "The body is not well-formed JSON")                        \
    X(E_BAD_REQUEST, "bad_request", 400, 6, "The request cannot be read")                                    \
    X(E_UNAUTHENTICATED, "unauthenticated", 401, 4, "Please sign in")                                        \
    X(E_NOT_ACTIVATED, "not_activated", 403, 4, "This account is not activated yet")                         \
    X(E_FORBIDDEN, "forbidden", 403, 4, "Not allowed")                                                       \
    X(E_CSRF, "csrf_failed", 403, 4, "The request did not come from our own page")                           \
    X(E_NOT_FOUND, "not_found", 404, 3, "Not found")                                                         \
    X(E_METHOD, "method_not_allowed", 405, 1, "This method is not allowed here")                             \
    X(E_CONFLICT, "conflict", 409, 5, "Conflict with what exists")                                           \
    X(E_IN_PROGRESS, "in_progress", 409, 5, "The same request is still being carried out")                   \
    X(E_OUT_OF_STOCK, "out_of_stock", 409, 5, "Not enough in stock")                                         \
    X(E_PRICE_CHANGED, "price_changed", 409, 5, "The price has changed")                                     \
    X(E_INVALID_STATE, "invalid_state", 409, 5, "Not possible in this state")                                \
    X(E_SHOP_CLOSED, "shop_closed", 409, 5, "The shop is closed at the moment")                              \
    X(E_LENGTH_REQUIRED, "length_required", 411, 1, "The length of the body must be stated")                 \
    X(E_PRECONDITION, "precondition_failed", 412, 5, "Somebody else changed this meanwhile")                 \
    X(E_TOO_LARGE, "payload_too_large", 413, 6, "The request is too large")                                  \
    X(E_MEDIA_TYPE, "unsupported_media_type", 415, 6, "This kind of content is not accepted here")           \
    X(E_IDEMPOTENCY, "idempotency_mismatch", 422, 6, "This Idempotency-Key was used with another request")   \
    X(E_RATE_LIMITED, "rate_limited", 429, 9, "Too many attempts; please wait")                              \
    X(E_INTERNAL, "internal", 500, 1, "Something went wrong on our side")                                    \
    X(E_PROVIDER, "payment_provider_error", 502, 1, "The payment provider did not answer as expected")       \
    X(E_UNAVAILABLE, "dependency_unavailable", 503, 7, "A part of the shop is not reachable; please retry")  \
    X(E_UNCERTAIN, "outcome_unknown", 503, 7, "The outcome is not known; repeat with the same key")          \
    X(E_USAGE, "usage", 400, 2, "Wrong usage")                                                               \
    X(E_PENDING, "pending", 202, 8, "Still pending")                                                         \
    X(E_UNREACHABLE, "unreachable", 503, 7, "The server cannot be reached")                                  \
    X(E_INTERRUPTED, "interrupted", 500, 130, "Interrupted")

enum err {
#define X(name, code, http, exit, title) name,
    ERR_TABLE(X)
#undef X
        ERR_COUNT
};

#define MUST_CHECK __attribute__((warn_unused_result))

const char *err_code(enum err e);  /* "out_of_stock" */
const char *err_title(enum err e); /* English; a msgid for tr() */
int err_http(enum err e);
int err_exit(enum err e);
bool err_on_wire(enum err e);             /* may the daemon answer it? The others are shopctl's own */
enum err err_from_code(const char *code); /* E_INTERNAL where the code is unknown */

#endif
