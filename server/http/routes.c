/* SPDX-License-Identifier: MIT */
/* The list of the route tables, and nothing else. */
#include "server/cart/cart_http.h"
#include "server/goods/goods_http.h"
#include "server/http/health.h"
#include "server/http/metrics.h"
#include "server/http/openapi.h"
#include "server/http/route.h"
#include "server/media/media_http.h"
#include "server/jobs/jobs_http.h"
#include "server/orders/orders_http.h"
#include "server/pages/welcome_http.h"
#include "server/payments/payments_http.h"
#include "server/search/search_http.h"
#include "server/staff/staff_http.h"
#include "server/users/users_http.h"

const struct route_table *const route_tables[] = {
    &health_routes,
    &metrics_routes,
    &openapi_routes,
    &goods_routes,
    &users_routes,
    &credentials_routes,
    &sessions_routes,
    &addresses_routes,
    &cart_routes,
    &search_routes,
    &media_routes,
    &orders_routes,
    &payments_routes,
    &welcome_routes,
    &staff_routes,
    &jobs_routes,
    &(const struct route_table){0},
};
