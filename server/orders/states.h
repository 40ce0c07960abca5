/* SPDX-License-Identifier: MIT */
/* states.h - the states of an order, which may follow which, and moving an order that this transaction has
 * locked. For the rooms orders and payments. */
#ifndef SERVER_ORDERS_STATES_H
#define SERVER_ORDERS_STATES_H

#include "server/orders/orders.h"

enum order_status {
    ORDER_PENDING_PAYMENT,
    ORDER_PENDING_SHIPMENT,
    ORDER_SHIPPED,
    ORDER_PENDING_REVIEW,
    ORDER_COMPLETED,
    ORDER_CANCELLING,
    ORDER_CANCELLED,
    ORDER_STATUS_COUNT
};

enum order_actor { ACTOR_SHOPPER, ACTOR_STAFF, ACTOR_SYSTEM, ACTOR_PROVIDER };

/* An order's row under this transaction's lock. */
struct order_locked {
    int64_t id, user_id, payable_amount, version;
    const char *status_name, *payment_status, *pay_method;
    enum order_status status;
    bool late; /* its time to pay is over */
};

extern const char *const order_status_names[ORDER_STATUS_COUNT + 1]; /* NULL-terminated */

const char *order_status_label(struct ctx *c, enum order_status s); /* "shipped", in c's language */

/* May `to` follow `from`? */
bool order_may_follow(enum order_status from, enum order_status to);

/* Locks the row; E_NOT_FOUND where there is none, or it is not c's user's and not `any`. */
enum err order_lock(struct ctx *c, int64_t id, bool any, struct order_locked *o) MUST_CHECK;

/* Moves a locked order on and writes its history. E_INVALID_STATE where `to` may not follow. */
enum err order_move(struct ctx *c, struct order_locked *o, enum order_status to, enum order_actor actor) MUST_CHECK;

/* Gives the stock of a locked order that is being cancelled back, once: the ledger's unique key sees to it.
 * The last statements of a transaction. */
enum err order_release_stock(struct ctx *c, const struct order_locked *o) MUST_CHECK;

/* A reviewed and paid order is completed. */
enum err order_complete_if_done(struct ctx *c, struct order_locked *o, enum order_actor actor) MUST_CHECK;

/* What the shopper may do with it now. */
struct doc_list order_actions(struct ctx *c, const struct order *o);

#endif
