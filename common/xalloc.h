/* SPDX-License-Identifier: MIT */
/* xalloc.h - memory for what lives as long as the program, built at start: no memory then means no start.
 * Not for requests (see arena.h). */
#ifndef COMMON_XALLOC_H
#define COMMON_XALLOC_H

#include <stddef.h>

void *xcalloc(size_t n, size_t size) __attribute__((returns_nonnull));
void *xrealloc(void *old, size_t n, size_t size) __attribute__((returns_nonnull));
char *xstrdup(const char *s) __attribute__((returns_nonnull));

#endif
