/* SPDX-License-Identifier: MIT */
/* Keys in every form that is accepted, keys that are refused, and what counts as a signature. */
#include "tests/unit/alipay_data.h"

static const char *const private_forms[] = {"app-private-key.pkcs8.base64", "keys/private.pkcs8.pem",
                                            "keys/private.pkcs1.pem"};
static const char *const public_forms[] = {"app-public-key.base64", "keys/public.spki.pem",
                                           "keys/public.pkcs1.pem"};

static void test_alipay_sign_reads_every_form_of_a_key(void **state)
{
    (void)state;
    const char *first = NULL;
    for (size_t i = 0; i < 3; i++) {
        struct alipay_key *private = data_key(mem, private_forms[i], true);
        struct alipay_key *public = data_key(mem, public_forms[i], false);
        const char *sign;
        assert_int_equal(alipay_sign(mem, private, "a=1&b=2", 7, &sign), E_OK);
        assert_int_equal(strlen(sign), 344);
        assert_true(alipay_verify(public, "a=1&b=2", 7, sign));
        assert_true(alipay_key_same(private, public));
        assert_string_equal(sign, first ? first : sign); /* PKCS#1 v1.5 is deterministic */
        first = sign;
        alipay_key_free(private);
        alipay_key_free(public);
    }
}

static void test_alipay_sign_reads_base64_on_many_lines(void **state)
{
    (void)state;
    struct alipay_key *key;
    const char *why, *bare = data_text(mem, "app-public-key.base64");
    struct str folded;
    str_init(&folded, mem);
    for (size_t i = 0; i < strlen(bare); i += 64)
        str_addf(&folded, "%.64s\r\n", bare + i);
    assert_int_equal(alipay_key_public(folded.s, folded.n, &key, &why), E_OK);
    alipay_key_free(key);
}

static void refuses(bool private, const char *text, size_t n, const char *sentence)
{
    struct alipay_key *key = NULL;
    const char *why = NULL;
    enum err e = private ? alipay_key_private(text, n, &key, &why) : alipay_key_public(text, n, &key, &why);
    assert_int_equal(e, E_VALIDATION);
    assert_null(key);
    assert_string_equal(why, sentence);
}

static void refuses_file(bool private, const char *file, const char *sentence)
{
    const char *text = data_text(mem, file);
    refuses(private, text, strlen(text), sentence);
}

static void test_alipay_sign_refuses_keys_and_says_why(void **state)
{
    (void)state;
    refuses_file(true, "keys/short.pem", "the RSA key is too short; it needs 2048 bits");
    refuses_file(true, "keys/ec.pem", "neither PEM nor base64 of an RSA key");
    refuses_file(true, "keys/locked.pkcs1.pem", "the key is locked by a pass phrase; store it without one");
    refuses_file(true, "keys/locked.pkcs8.pem", "the key is locked by a pass phrase; store it without one");
    refuses_file(true, "keys/unfit.pem", "the numbers of this RSA key do not fit together");
    refuses_file(true, "app-public-key.base64", "this is a public key; the private one belongs here");
    refuses_file(false, "keys/private.pkcs1.pem", "this is a private key; Alipay's public key belongs here");
    refuses(false, "", 0, "neither PEM nor base64 of an RSA key");
    refuses(false, "MIIB\0MIIB", 9, "neither PEM nor base64 of an RSA key");
    const char *good = data_text(mem, "app-public-key.base64");
    const char *longer = arena_printf(mem, "%sAAAA", good);
    refuses(false, good, strlen(good) - 4, "neither PEM nor base64 of an RSA key");
    refuses(false, longer, strlen(longer), "neither PEM nor base64 of an RSA key");
}

static void test_alipay_sign_tells_keys_apart(void **state)
{
    (void)state;
    struct alipay_key *ours = data_key(mem, "app-public-key.base64", false);
    struct alipay_key *alipay = data_key(mem, "alipay-public-key.base64", false);
    assert_false(alipay_key_same(ours, alipay));
    const char *sign;
    assert_int_equal(alipay_sign(mem, ours, "x", 1, &sign), E_INTERNAL); /* a public key signs nothing */
    alipay_key_free(ours);
    alipay_key_free(alipay);
    alipay_key_free(NULL);
}

static void test_alipay_sign_refuses_what_is_not_the_signature(void **state)
{
    (void)state;
    struct alipay_key *private = data_key(mem, "app-private-key.pkcs8.base64", true);
    struct alipay_key *public = data_key(mem, "app-public-key.base64", false);
    struct alipay_key *stranger = data_key(mem, "keys/stranger.pem", true);
    const char *sign, *foreign;
    assert_int_equal(alipay_sign(mem, private, "text", 4, &sign), E_OK);
    assert_int_equal(alipay_sign(mem, stranger, "text", 4, &foreign), E_OK);
    assert_true(alipay_verify(public, "text", 4, sign));

    char *flipped = arena_strdup(mem, sign);
    flipped[100] = flipped[100] == 'A' ? 'B' : 'A';
    const char *const bad[] = {
        "",
        "=",
        "AAAA",
        "!!!!",
        foreign,
        flipped,
        arena_printf(mem, "%.342s", sign),
        arena_printf(mem, "%.340s", sign),
        arena_printf(mem, " %s", sign),
        arena_printf(mem, "%s\n", sign),
        arena_printf(mem, "%s    ", sign),
        arena_printf(mem, "%sAAAA", sign),
        arena_printf(mem, "%s%s%s%s%s%s", sign, sign, sign, sign, sign, sign),
    };
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
        if (alipay_verify(public, "text", 4, bad[i]))
            fail_msg("accepted bad signature %zu", i);
    assert_false(alipay_verify(public, "texT", 4, sign));
    assert_false(alipay_verify(public, "text", 3, sign));
    alipay_key_free(private);
    alipay_key_free(public);
    alipay_key_free(stranger);
}

#define TESTS(X)                                   \
    X(test_alipay_sign_reads_every_form_of_a_key)  \
    X(test_alipay_sign_reads_base64_on_many_lines) \
    X(test_alipay_sign_refuses_keys_and_says_why)  \
    X(test_alipay_sign_tells_keys_apart)           \
    X(test_alipay_sign_refuses_what_is_not_the_signature)

int main(void)
{
    const struct CMUnitTest tests[] = {
#define X(f) cmocka_unit_test(f),
        TESTS(X)
#undef X
    };
    return cmocka_run_group_tests(tests, open_mem, close_mem);
}
