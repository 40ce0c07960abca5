/* SPDX-License-Identifier: MIT */
/* alipay_sign.h - RSA2 keys and signatures: base64 of RSASSA-PKCS1-v1_5 over SHA-256 (RFC 8017 8.2), the one
 * algorithm spoken with Alipay; SHA-1 ("RSA") cannot be had. Which text is signed is not known here: see
 * alipay_request.h, alipay_answer.h and alipay_notice.h. The only user of OpenSSL among the payments. */
#ifndef PAYMENTS_ALIPAY_SIGN_H
#define PAYMENTS_ALIPAY_SIGN_H

#include "common/arena.h"
#include "common/err.h"

#include <stdbool.h>

struct alipay_key;

/* Reads an RSA key of 2048 to 8192 bits: PEM (PKCS#1, PKCS#8, SPKI) or the bare base64 of its DER, as
 * Alipay's own key tool writes it. E_VALIDATION sets `why` to an English sentence that outlives the call.
 * The caller frees the key; any number of threads may use it at once. */
enum err alipay_key_private(const char *text, size_t n, struct alipay_key **key, const char **why) MUST_CHECK;
enum err alipay_key_public(const char *text, size_t n, struct alipay_key **key, const char **why) MUST_CHECK;
void alipay_key_free(struct alipay_key *key);

/* Do both hold the same public key? Our own where Alipay's belongs is the classic slip of configuration. */
bool alipay_key_same(const struct alipay_key *a, const struct alipay_key *b);

/* The signature of n bytes, as base64 in `mem`. E_INTERNAL where the key is no private one. */
enum err alipay_sign(struct arena *mem, const struct alipay_key *key, const char *text, size_t n,
                     const char **sign) MUST_CHECK;

/* True only for padded standard base64 of exactly this key's signature of these bytes. */
bool alipay_verify(const struct alipay_key *key, const char *text, size_t n, const char *sign) MUST_CHECK;

#endif
