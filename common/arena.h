/* SPDX-License-Identifier: MIT */
/* arena.h - memory that is given back all at once: a request, a job or a command owns one arena. Not for
 * things that outlive it (pools, caches, configuration): those use the x* allocators of xalloc.h. */
#ifndef COMMON_ARENA_H
#define COMMON_ARENA_H

#include <setjmp.h>
#include <stddef.h>

struct arena;

/* A new arena that hands out at most `limit` bytes in all. Never NULL: without memory the process stops, as
 * this runs at a request's very start where there is nothing to unwind; free with arena_free(). */
struct arena *arena_new(size_t limit);

/* Runs the deferred calls, last first, then frees everything. NULL is a no-op. */
void arena_free(struct arena *a);

/* Gives everything back as arena_free() does, and keeps the arena for the next use (a worker's loop). */
void arena_reset(struct arena *a);

/* Where arena_alloc() goes when the limit is passed or memory is out: longjmp(*where, 1). Whoever sets it
 * owns the arena's clean-up. NULL (the start) means: print one line and abort. */
void arena_on_full(struct arena *a, jmp_buf *where);

/* Raises the limit by `more` bytes, so that there is room to say that it was passed. */
void arena_extend(struct arena *a, size_t more);

/* `n` zeroed bytes, aligned for any type; never NULL (see arena_on_full). The arena owns them. */
void *arena_alloc(struct arena *a, size_t n) __attribute__((alloc_size(2), returns_nonnull));

/* `n` elements of `size` bytes; an overflowing product counts as full. */
void *arena_array(struct arena *a, size_t n, size_t size) __attribute__((returns_nonnull));

/* Grows a block that was the arena's last one in place, else copies. `old` may be NULL. */
void *arena_grow(struct arena *a, void *old, size_t old_n, size_t n) __attribute__((returns_nonnull));

char *arena_dup(struct arena *a, const char *s, size_t n) __attribute__((returns_nonnull)); /* adds a NUL */
char *arena_strdup(struct arena *a, const char *s) __attribute__((returns_nonnull));
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3), returns_nonnull));

/* Calls fn(arg) when the arena is freed or reset: for what is not memory (a lease, a json_t, a file). */
void arena_defer(struct arena *a, void (*fn)(void *), void *arg);

size_t arena_used(const struct arena *a); /* bytes handed out so far */

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))

#endif
