/* SPDX-License-Identifier: MIT */
/* welcome_http.h - what a browser meets as long as the shop has no pages of its own: "/", and where Alipay
 * sends it back to. */
#ifndef SERVER_PAGES_WELCOME_HTTP_H
#define SERVER_PAGES_WELCOME_HTTP_H

#include "server/http/route.h"

extern const struct route_table welcome_routes;

#endif
