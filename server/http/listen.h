/* SPDX-License-Identifier: MIT */
/* listen.h - the socket that the daemon listens on: loopback or a unix socket, as libmicrohttpd is not made to
 * face the public; nginx stands in front. */
#ifndef SERVER_HTTP_LISTEN_H
#define SERVER_HTTP_LISTEN_H

#include <stdbool.h>

/* "127.0.0.1:8080", "[::1]:8080" or "unix:/path". The listening socket, or -1 with a line on stderr. */
int listen_open(const char *address, bool *by_unix);

void listen_remove(const char *address); /* the unix socket's file */
void listen_no_delay(int fd, bool by_unix);

#endif
