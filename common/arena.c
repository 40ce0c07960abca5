/* SPDX-License-Identifier: MIT */
/* Blocks in a list, the newest first; a request of an ordinary size fits the first one. Under
 * AddressSanitizer the unused rest of a block is poisoned, so that overruns are seen. */
#include "common/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define POISON(p, n)   ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#define GAP            16 /* poisoned bytes between two allocations */
#else
#define POISON(p, n)   ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#define GAP            0
#endif

#define ALIGN       16u
#define FIRST_BLOCK (8u * 1024)
#define MAX_BLOCK   (256u * 1024)

struct block {
    struct block *next;
    size_t size, used;
    _Alignas(16) unsigned char data[];
};

struct deferred {
    struct deferred *next;
    void (*fn)(void *);
    void *arg;
};

struct arena {
    struct block *blocks;
    struct deferred *deferred;
    size_t limit, used, next_size;
    jmp_buf *on_full;
};

static _Noreturn void full(struct arena *a, const char *why)
{
    if (a->on_full)
        longjmp(*a->on_full, 1);
    fprintf(stderr, "arena: %s\n", why);
    abort();
}

static size_t round_up(size_t n)
{
    return (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

static struct block *block_new(size_t size)
{
    struct block *b = malloc(sizeof(*b) + size);
    if (!b)
        return NULL;
    b->next = NULL;
    b->size = size;
    b->used = 0;
    POISON(b->data, size);
    return b;
}

struct arena *arena_new(size_t limit)
{
    struct arena *a = calloc(1, sizeof(*a));
    if (!a) {
        fputs("arena: out of memory\n", stderr);
        abort();
    }
    a->limit = limit;
    a->next_size = FIRST_BLOCK;
    return a;
}

static void run_deferred(struct arena *a)
{
    while (a->deferred) {
        struct deferred *d = a->deferred;
        a->deferred = d->next;
        d->fn(d->arg);
    }
}

void arena_reset(struct arena *a)
{
    run_deferred(a);
    while (a->blocks) {
        struct block *b = a->blocks;
        a->blocks = b->next;
        UNPOISON(b->data, b->size);
        free(b);
    }
    a->used = 0;
    a->next_size = FIRST_BLOCK;
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    arena_reset(a);
    free(a);
}

void arena_on_full(struct arena *a, jmp_buf *where)
{
    a->on_full = where;
}

void arena_extend(struct arena *a, size_t more)
{
    a->limit += more;
}

static struct block *room_for(struct arena *a, size_t n)
{
    struct block *b = a->blocks;
    if (b && b->size - b->used >= n)
        return b;
    size_t size = a->next_size < n ? n : a->next_size;
    b = block_new(size);
    if (!b)
        full(a, "out of memory");
    b->next = a->blocks;
    a->blocks = b;
    if (a->next_size < MAX_BLOCK)
        a->next_size *= 2;
    return b;
}

void *arena_alloc(struct arena *a, size_t n)
{
    if (n > a->limit || a->used > a->limit - n)
        full(a, "limit passed");
    size_t whole = round_up(n ? n : 1) + GAP;
    struct block *b = room_for(a, whole);
    void *p = b->data + b->used;
    b->used += whole;
    a->used += n;
    UNPOISON(p, n ? n : 1);
    memset(p, 0, n);
    return p;
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(n, size, &bytes))
        full(a, "size overflows");
    return arena_alloc(a, bytes);
}

void *arena_grow(struct arena *a, void *old, size_t old_n, size_t n)
{
    struct block *b = a->blocks;
    size_t old_whole = round_up(old_n ? old_n : 1) + GAP, whole = round_up(n ? n : 1) + GAP;
    if (old && n >= old_n && b && (unsigned char *)old + old_whole == b->data + b->used &&
        b->size - b->used >= whole - old_whole && n - old_n <= a->limit - a->used) {
        b->used += whole - old_whole;
        a->used += n - old_n;
        UNPOISON(old, n);
        memset((char *)old + old_n, 0, n - old_n);
        return old;
    }
    void *p = arena_alloc(a, n);
    if (old)
        memcpy(p, old, old_n < n ? old_n : n);
    return p;
}

char *arena_dup(struct arena *a, const char *s, size_t n)
{
    if (n == SIZE_MAX)
        full(a, "size overflows");
    char *p = arena_alloc(a, n + 1);
    if (n)
        memcpy(p, s, n);
    return p;
}

char *arena_strdup(struct arena *a, const char *s)
{
    return arena_dup(a, s, strlen(s));
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
    va_list ap, again;
    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    char *p = arena_alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
    if (n > 0)
        vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    return p;
}

void arena_defer(struct arena *a, void (*fn)(void *), void *arg)
{
    struct deferred *d = ARENA_NEW(a, struct deferred);
    d->fn = fn;
    d->arg = arg;
    d->next = a->deferred;
    a->deferred = d;
}

size_t arena_used(const struct arena *a)
{
    return a->used;
}
