/* SPDX-License-Identifier: MIT */
/* Notify bodies. No fuzzer finds a signature, so the steps behind it are taken whatever it says; what they
 * accept must then hold what they promise. */
#include "server/payments/alipay_notice.h"

static const char alipay_pem[] = "-----BEGIN PUBLIC KEY-----\n"
                                 "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAr/yUVC0M12Ff5Gnkw//U\n"
                                 "c0zPgm8R6afQ9Qam26+yw3fkEuqfhFShPF8UogG2nAed8heGpYT8kc4Zd2+muGrV\n"
                                 "pxRGCdkwePZMi4bEYBOxZRZn9pPLDnRz2eEa+iFeO+5WN8STPeehOqnkslNTruYS\n"
                                 "0cJ2hE6m3WUGJ2iljsYPJcSbkdTwDPynkjNW1OyjjPPwEsgSZ1ZL9H/6RXUZZ8uU\n"
                                 "6b1nNh+kNTN9ng6JEIG/YeRLdYFiKNiRg/QFmx9ofw8EyISa+X3DFGnVop3B0ky0\n"
                                 "bHW2qWiKbxjvXf+o+/vqmSsBgy3eyzv7yZ9tHfTgMv6zWzOhQ/4K2fhV+XtxOENn\n"
                                 "VQIDAQAB\n"
                                 "-----END PUBLIC KEY-----\n";

static const struct alipay_us *us(void)
{
    static struct alipay_us known;
    struct alipay_key *key;
    const char *why;
    if (!known.alipay) {
        if (alipay_key_public(alipay_pem, sizeof(alipay_pem) - 1, &key, &why) != E_OK)
            abort();
        known = (struct alipay_us){key, "2021000000000001", "2088000000000001"};
    }
    return &known;
}

static void judge(struct arena *mem, const struct alipay_form *form)
{
    struct alipay_notice notice;
    (void)alipay_form_text(mem, form, ALIPAY_SKIP_EMPTY);
    if (alipay_notice_verify(mem, form, us()->alipay) == ALIPAY_GOOD)
        abort();
    for (int notify = 0; notify < 2; notify++) {
        if (alipay_notice_judge(form, us(), notify, &notice) != ALIPAY_GOOD)
            continue;
        if (notice.total < 0 || notice.refund_fee < 0 || !*notice.trade_no || !*notice.out_trade_no ||
            (notify && notice.status == ALIPAY_NO_STATUS))
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new(64 << 20);
    struct alipay_form form;
    if (n <= 65536 && !alipay_form_read(mem, (const char *)data, n, &form))
        judge(mem, &form);
    arena_free(mem);
    return 0;
}
