/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/rsa.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "tests/sim/alipay_sim/life.h"

static EVP_PKEY *ours, *merchant;

static EVP_PKEY *from_pem(FILE *f, bool private)
{
    rewind(f);
    return private ? PEM_read_PrivateKey(f, NULL, NULL, (char[]){""})
                   : PEM_read_PUBKEY(f, NULL, NULL, (char[]){""});
}

/* The whole text is base64 of DER, perhaps on several lines. */
static EVP_PKEY *from_base64(FILE *f, bool private)
{
    char text[8192], packed[8192] = "";
    unsigned char der[8192];
    rewind(f);
    text[fread(text, 1, sizeof(text) - 1, f)] = '\0';
    size_t n = 0;
    for (const char *s = text; *s; s++)
        if (!strchr(" \t\r\n", *s))
            packed[n++] = *s;
    int length = EVP_DecodeBlock(der, (const unsigned char *)packed, (int)n);
    const unsigned char *p = der;
    return length <= 0 ? NULL : private ? d2i_AutoPrivateKey(NULL, &p, length) : d2i_PUBKEY(NULL, &p, length);
}

static EVP_PKEY *open_key(const char *file, bool private)
{
    FILE *f = fopen(file, "r");
    if (!f)
        die("%s cannot be read: %m", file);
    EVP_PKEY *key = from_pem(f, private);
    if (!key)
        key = from_base64(f, private);
    fclose(f);
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA || EVP_PKEY_get_bits(key) < 2048)
        die("%s holds no %s RSA key of 2048 bits or more", file, private ? "private" : "public");
    return key;
}

void rsa_open(const char *private_file, const char *app_public_file)
{
    ours = open_key(private_file, true);
    merchant = open_key(app_public_file, false);
}

void rsa_close(void)
{
    EVP_PKEY_free(ours);
    EVP_PKEY_free(merchant);
}

char *rsa_sign(const char *text)
{
    size_t n = (size_t)EVP_PKEY_get_size(ours);
    unsigned char *raw = malloc(n);
    char *base64 = malloc(n / 3 * 4 + 5);
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    if (EVP_DigestSignInit(ctx, NULL, EVP_sha256(), NULL, ours) != 1 ||
        EVP_DigestSignUpdate(ctx, text, strlen(text)) != 1 || EVP_DigestSignFinal(ctx, raw, &n) != 1)
        die("signing failed");
    EVP_MD_CTX_free(ctx);
    EVP_EncodeBlock((unsigned char *)base64, raw, (int)n);
    free(raw);
    return base64;
}

/* Decodes base64 and encodes it again: whatever differs was not written the one right way. */
static bool decode(const char *base64, unsigned char *raw, size_t size)
{
    size_t n = strlen(base64);
    unsigned char bytes[2048], again[4096];
    if (n == 0 || n > 2700 || EVP_DecodeBlock(bytes, (const unsigned char *)base64, (int)n) < (int)size)
        return false;
    EVP_EncodeBlock(again, bytes, (int)size);
    memcpy(raw, bytes, size);
    return strcmp((char *)again, base64) == 0;
}

bool rsa_verify(const char *text, const char *sign)
{
    unsigned char raw[2048];
    size_t size = (size_t)EVP_PKEY_get_size(merchant);
    if (size > sizeof(raw) || !decode(sign, raw, size))
        return false;
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    bool good = EVP_DigestVerifyInit(ctx, NULL, EVP_sha256(), NULL, merchant) == 1 &&
                EVP_DigestVerifyUpdate(ctx, text, strlen(text)) == 1 &&
                EVP_DigestVerifyFinal(ctx, raw, size) == 1;
    EVP_MD_CTX_free(ctx);
    return good;
}
