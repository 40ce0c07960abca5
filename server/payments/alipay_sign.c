/* SPDX-License-Identifier: MIT */
#include "server/payments/alipay_sign.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/decoder.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <string.h>

#include "common/xalloc.h"

#define KEY_TEXT_MAX  65536
#define KEY_BITS_MIN  2048
#define KEY_BITS_MAX  8192
#define SIGNATURE_MAX (KEY_BITS_MAX / 8)

struct alipay_key {
    EVP_PKEY *pkey;
};

/* Padded standard base64 without blanks. EVP_DecodeBlock() alone would skip blanks and ignore what stands
 * behind the padding. `out` holds n / 4 * 3 bytes; returns the length, or -1. */
static int base64_decode(const char *s, size_t n, unsigned char *out)
{
    size_t plain = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    size_t padding = n - plain;
    if (n == 0 || n % 4 || plain > n || padding > 2 || (padding && memcmp(s + plain, "==", padding) != 0))
        return -1;
    int length = EVP_DecodeBlock(out, (const unsigned char *)s, (int)n);
    return length < 0 ? -1 : length - (int)padding;
}

/* An unattended program cannot be asked for a pass phrase, and must not wait for one on a terminal. */
static int no_pass_phrase(char *buf, int size, int writing, void *arg)
{
    (void)buf, (void)size, (void)writing, (void)arg;
    return -1;
}

static EVP_PKEY *decode(const char *format, const unsigned char *data, size_t n)
{
    EVP_PKEY *pkey = NULL;
    OSSL_DECODER_CTX *ctx = OSSL_DECODER_CTX_new_for_pkey(&pkey, format, NULL, "RSA", 0, NULL, NULL);
    size_t left = n;
    bool whole = ctx && OSSL_DECODER_CTX_set_pem_password_cb(ctx, no_pass_phrase, NULL) &&
                 OSSL_DECODER_from_data(ctx, &data, &left) && (strcmp(format, "PEM") == 0 || left == 0);
    OSSL_DECODER_CTX_free(ctx);
    ERR_clear_error();
    if (whole)
        return pkey;
    EVP_PKEY_free(pkey);
    return NULL;
}

/* Bare base64, on one line or many. */
static EVP_PKEY *decode_bare(const char *text, size_t n)
{
    char *packed = xcalloc(n + 1, 1);
    unsigned char *der = xcalloc(n + 1, 1);
    size_t k = 0;
    for (size_t i = 0; i < n; i++)
        if (!strchr(" \t\r\n", text[i]))
            packed[k++] = text[i];
    int length = base64_decode(packed, k, der);
    EVP_PKEY *pkey = length > 0 ? decode("DER", der, (size_t)length) : NULL;
    OPENSSL_cleanse(packed, n + 1);
    OPENSSL_cleanse(der, n + 1);
    free(packed);
    free(der);
    return pkey;
}

static bool is_private(EVP_PKEY *pkey)
{
    BIGNUM *d = NULL;
    bool found = EVP_PKEY_get_bn_param(pkey, OSSL_PKEY_PARAM_RSA_D, &d);
    BN_clear_free(d);
    ERR_clear_error();
    return found;
}

/* What is wrong with the key for this use; NULL where nothing is. */
static const char *refusal(EVP_PKEY *pkey, bool want_private)
{
    int bits = EVP_PKEY_get_bits(pkey);
    if (want_private && !is_private(pkey))
        return "this is a public key; the private one belongs here";
    if (!want_private && is_private(pkey))
        return "this is a private key; Alipay's public key belongs here";
    if (bits < KEY_BITS_MIN)
        return "the RSA key is too short; it needs 2048 bits";
    if (bits > KEY_BITS_MAX)
        return "the RSA key is longer than 8192 bits";
    return NULL;
}

/* A private key whose numbers do not fit together would sign nonsense; one signature shows it. */
static bool works(const struct alipay_key *key)
{
    struct arena *mem = arena_new(16384);
    const char *sign;
    bool good = alipay_sign(mem, key, "test", 4, &sign) == E_OK && alipay_verify(key, "test", 4, sign);
    arena_free(mem);
    return good;
}

static enum err load(const char *text, size_t n, bool want_private, struct alipay_key **key, const char **why)
{
    EVP_PKEY *pkey = NULL;
    *why = "neither PEM nor base64 of an RSA key";
    if (n <= KEY_TEXT_MAX && !memchr(text, '\0', n)) {
        bool pem = memmem(text, n, "-----BEGIN ", 11);
        pkey = pem ? decode("PEM", (const unsigned char *)text, n) : decode_bare(text, n);
        if (pem && memmem(text, n, "ENCRYPTED", 9))
            *why = "the key is locked by a pass phrase; store it without one";
    }
    if (!pkey)
        return E_VALIDATION;
    const char *wrong = refusal(pkey, want_private);
    struct alipay_key *k = xcalloc(1, sizeof(*k));
    k->pkey = pkey;
    if (!wrong && want_private && !works(k))
        wrong = "the numbers of this RSA key do not fit together";
    if (wrong) {
        *why = wrong;
        alipay_key_free(k);
        return E_VALIDATION;
    }
    *key = k;
    return E_OK;
}

enum err alipay_key_private(const char *text, size_t n, struct alipay_key **key, const char **why)
{
    return load(text, n, true, key, why);
}

enum err alipay_key_public(const char *text, size_t n, struct alipay_key **key, const char **why)
{
    return load(text, n, false, key, why);
}

void alipay_key_free(struct alipay_key *key)
{
    if (!key)
        return;
    EVP_PKEY_free(key->pkey);
    free(key);
}

bool alipay_key_same(const struct alipay_key *a, const struct alipay_key *b)
{
    return EVP_PKEY_eq(a->pkey, b->pkey) == 1;
}

enum err alipay_sign(struct arena *mem, const struct alipay_key *key, const char *text, size_t n,
                     const char **sign)
{
    /* All of the arena's memory is taken first: it may jump away, and nothing of OpenSSL may be left behind. */
    char *base64 = arena_alloc(mem, SIGNATURE_MAX / 3 * 4 + 5);
    unsigned char raw[SIGNATURE_MAX];
    size_t length = sizeof(raw);
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    bool done = ctx && EVP_DigestSignInit(ctx, NULL, EVP_sha256(), NULL, key->pkey) == 1 &&
                EVP_DigestSign(ctx, raw, &length, (const unsigned char *)text, n) == 1;
    EVP_MD_CTX_free(ctx);
    ERR_clear_error();
    if (!done)
        return E_INTERNAL;
    EVP_EncodeBlock((unsigned char *)base64, raw, (int)length);
    *sign = base64;
    return E_OK;
}

bool alipay_verify(const struct alipay_key *key, const char *text, size_t n, const char *sign)
{
    unsigned char raw[SIGNATURE_MAX + 3];
    size_t length = strlen(sign);
    int have = length <= sizeof(raw) / 3 * 4 ? base64_decode(sign, length, raw) : -1;
    if (have < 0)
        return false;
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    bool good = ctx && EVP_DigestVerifyInit(ctx, NULL, EVP_sha256(), NULL, key->pkey) == 1 &&
                EVP_DigestVerify(ctx, raw, (size_t)have, (const unsigned char *)text, n) == 1;
    EVP_MD_CTX_free(ctx);
    ERR_clear_error();
    return good;
}
