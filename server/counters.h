/* SPDX-License-Identifier: MIT */
/* counters.h - what this process has done so far, for /metrics: a row a counter, counted from any room. */
#ifndef SERVER_COUNTERS_H
#define SERVER_COUNTERS_H

/*        name                     in /metrics                             meaning */
#define COUNTER_TABLE(X)                                                                                     \
    X(COUNTER_ORDERS, "shopd_orders_total", "Orders placed by this daemon")                                  \
    X(COUNTER_PAYMENTS, "shopd_payments_total", "Payments settled by this daemon")                           \
    X(COUNTER_NOTICES_REFUSED, "shopd_payment_notices_refused_total", "Payment notices that were not believed") \
    X(COUNTER_JOBS_DONE, "shopd_jobs_done_total", "Jobs carried out by this process")                        \
    X(COUNTER_JOBS_FAILED, "shopd_jobs_failed_total", "Job attempts that failed in this process")

enum counter {
#define X(id, name, help) id,
    COUNTER_TABLE(X)
#undef X
        COUNTER_COUNT
};

void counter_add(enum counter which);
unsigned long long counter_get(enum counter which);

#endif
