/* SPDX-License-Identifier: MIT */
/* alipay_data.h - what the tests of the Alipay protocol share: files of tests/data/alipay, and a place for
 * memory. A test that cannot read its data fails. */
#ifndef TESTS_UNIT_ALIPAY_DATA_H
#define TESTS_UNIT_ALIPAY_DATA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "common/json.h"
#include "common/str.h"
#include "server/payments/alipay_sign.h"

static inline char *data_text(struct arena *mem, const char *file)
{
    FILE *f = fopen(arena_printf(mem, "tests/data/alipay/%s", file), "r");
    assert_non_null(f);
    char *text = arena_alloc(mem, 65536);
    assert_in_range(fread(text, 1, 65535, f), 1, 65534);
    fclose(f);
    return text;
}

static inline json_t *data_json(struct arena *mem, const char *file)
{
    json_t *doc;
    const char *text = data_text(mem, file), *why = "";
    if (json_read(mem, text, strlen(text), &doc, &why) != E_OK)
        fail_msg("%s: %s", file, why);
    return doc;
}

static inline struct alipay_key *data_key(struct arena *mem, const char *file, bool private)
{
    struct alipay_key *key = NULL;
    const char *text = data_text(mem, file), *why = "";
    enum err e = private ? alipay_key_private(text, strlen(text), &key, &why)
                         : alipay_key_public(text, strlen(text), &key, &why);
    if (e != E_OK)
        fail_msg("%s: %s", file, why);
    return key;
}

/* cmocka's group fixtures: one arena for the tests of a program. */
static struct arena *mem;

static inline int open_mem(void **state)
{
    (void)state;
    mem = arena_new(64 << 20);
    return 0;
}

static inline int close_mem(void **state)
{
    (void)state;
    arena_free(mem);
    return 0;
}

#endif
