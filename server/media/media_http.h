/* SPDX-License-Identifier: MIT */
/* media_http.h - pictures from the disk, for a shop without nginx in front. */
#ifndef SERVER_MEDIA_MEDIA_HTTP_H
#define SERVER_MEDIA_MEDIA_HTTP_H

#include "server/http/route.h"

extern const struct route_table media_routes;

#endif
