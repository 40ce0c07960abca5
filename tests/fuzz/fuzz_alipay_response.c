/* SPDX-License-Identifier: MIT */
/* Gateway answers: nothing unsigned becomes a success, and the raw scanner finds exactly the members that a
 * JSON parser finds. */
#include "server/payments/alipay_answer.h"

static const char alipay_pem[] = "-----BEGIN PUBLIC KEY-----\n"
                                 "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAr/yUVC0M12Ff5Gnkw//U\n"
                                 "c0zPgm8R6afQ9Qam26+yw3fkEuqfhFShPF8UogG2nAed8heGpYT8kc4Zd2+muGrV\n"
                                 "pxRGCdkwePZMi4bEYBOxZRZn9pPLDnRz2eEa+iFeO+5WN8STPeehOqnkslNTruYS\n"
                                 "0cJ2hE6m3WUGJ2iljsYPJcSbkdTwDPynkjNW1OyjjPPwEsgSZ1ZL9H/6RXUZZ8uU\n"
                                 "6b1nNh+kNTN9ng6JEIG/YeRLdYFiKNiRg/QFmx9ofw8EyISa+X3DFGnVop3B0ky0\n"
                                 "bHW2qWiKbxjvXf+o+/vqmSsBgy3eyzv7yZ9tHfTgMv6zWzOhQ/4K2fhV+XtxOENn\n"
                                 "VQIDAQAB\n"
                                 "-----END PUBLIC KEY-----\n";

static const struct alipay_key *alipay(void)
{
    static struct alipay_key *key;
    const char *why;
    if (!key && alipay_key_public(alipay_pem, sizeof(alipay_pem) - 1, &key, &why) != E_OK)
        abort();
    return key;
}

/* The raw span of a member must parse to the member's value. A name written with escapes is not found. */
static void compare(struct arena *mem, const char *text, size_t n)
{
    json_t *doc, *member;
    const char *name, *raw;
    size_t raw_n;
    if (json_read(mem, text, n, &doc, NULL) != E_OK)
        return;
    json_object_foreach(doc, name, member)
    {
        if (!alipay_answer_member(text, n, name, &raw, &raw_n)) {
            if (!memchr(text, '\\', n))
                abort();
            continue;
        }
        json_t *again = json_loadb(raw, raw_n, JSON_DECODE_ANY, NULL);
        if (!again || !json_equal(again, member))
            abort();
        json_decref(again);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new(64 << 20);
    struct alipay_answer a;
    if (n <= 65536) {
        alipay_answer_read(mem, alipay(), "alipay.trade.query", (const char *)data, n, &a);
        if (a.verified || a.outcome == ALIPAY_DONE || a.outcome == ALIPAY_PAYING || a.node)
            abort();
        compare(mem, (const char *)data, n);
    }
    arena_free(mem);
    return 0;
}
