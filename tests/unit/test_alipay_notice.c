/* SPDX-License-Identifier: MIT */
/* Notifies and returns: the vectors, and messages made here with our own pair playing Alipay. */
#include "tests/unit/alipay_data.h"

#include "common/money.h"
#include "server/payments/alipay_notice.h"

static struct alipay_key *signer, *ours;
static struct alipay_us us;

static int open_keys(void **state)
{
    open_mem(state);
    signer = data_key(mem, "app-private-key.pkcs8.base64", true);
    ours = data_key(mem, "app-public-key.base64", false);
    us = (struct alipay_us){ours, "2021000000000001", "2088000000000001"};
    return 0;
}

static int close_keys(void **state)
{
    alipay_key_free(signer);
    alipay_key_free(ours);
    return close_mem(state);
}

/* ---------------------------------------------------------------- vectors */

/* What a caller adds: the order exists and the amount is the one asked for. */
static bool order_agrees(const json_t *merchant, const struct alipay_notice *notice)
{
    const char *amount =
        json_str(json_get(json_get(merchant, "orders"), notice->out_trade_no), "total_amount");
    int64_t fen;
    return amount && money_parse(amount, &fen) == E_OK && fen == notice->total;
}

static void test_alipay_notice_judges_the_vectors(void **state)
{
    (void)state;
    json_t *doc = data_json(mem, "notifies.json"), *merchant = json_get(doc, "merchant"), *vector;
    struct alipay_key *alipay = data_key(mem, "alipay-public-key.base64", false);
    const struct alipay_us merchant_us = {alipay, json_str(merchant, "app_id"),
                                          json_str(merchant, "seller_id")};
    size_t i;
    json_array_foreach(json_get(doc, "vectors"), i, vector)
    {
        const char *name = json_str(vector, "name"), *body = json_str(vector, "body");
        struct alipay_notice notice;
        enum alipay_verdict v = alipay_notify_read(mem, &merchant_us, body, strlen(body), &notice);
        bool trusted = v != ALIPAY_BAD_FORM && v != ALIPAY_BAD_SIGNATURE;
        if (trusted != json_flag(vector, "signature_ok"))
            fail_msg("%s: %s", name, alipay_verdict_text(v));
        bool accepted = v == ALIPAY_GOOD && order_agrees(merchant, &notice);
        if (accepted != json_flag(vector, "accept"))
            fail_msg("%s: accepted %d: %s", name, accepted, alipay_verdict_text(v));
        struct alipay_form form;
        if (trusted && json_str(vector, "sign_string")) {
            assert_null(alipay_form_read(mem, body, strlen(body), &form));
            assert_string_equal(alipay_form_text(mem, &form, ALIPAY_SKIP_SIGN_TYPE).s,
                                json_str(vector, "sign_string"));
        }
    }
    assert_int_equal(i, 12);
    alipay_key_free(alipay);
}

static void test_alipay_notice_judges_the_return_vectors(void **state)
{
    (void)state;
    struct alipay_key *alipay = data_key(mem, "alipay-public-key.base64", false);
    const struct alipay_us merchant_us = {alipay, us.app_id, us.seller_id};
    size_t i;
    json_t *vector;
    json_array_foreach(json_get(data_json(mem, "return.json"), "vectors"), i, vector)
    {
        const char *query = json_str(vector, "query");
        struct alipay_notice notice = {.status = TRADE_SUCCESS};
        enum alipay_verdict v = alipay_return_read(mem, &merchant_us, query, strlen(query), &notice);
        assert_int_equal(v, json_flag(vector, "signature_ok") ? ALIPAY_GOOD : ALIPAY_BAD_SIGNATURE);
        if (v == ALIPAY_GOOD) {
            assert_string_equal(notice.out_trade_no, "M202601020001");
            assert_int_equal(notice.total, 8888);
            assert_int_equal(notice.status, ALIPAY_NO_STATUS);
        }
        /* A return is no notify, whoever signed it. */
        assert_int_not_equal(alipay_notify_read(mem, &merchant_us, query, strlen(query), &notice),
                             ALIPAY_GOOD);
    }
    assert_int_equal(i, 2);
    alipay_key_free(alipay);
}

static void test_alipay_notice_tells_a_refund_from_a_timeout(void **state)
{
    (void)state;
    struct alipay_key *alipay = data_key(mem, "alipay-public-key.base64", false);
    const struct alipay_us merchant_us = {alipay, us.app_id, us.seller_id};
    size_t i;
    int seen = 0;
    json_t *vector;
    json_array_foreach(json_get(data_json(mem, "notifies.json"), "vectors"), i, vector)
    {
        const char *name = json_str(vector, "name"), *body = json_str(vector, "body");
        struct alipay_notice notice;
        if (!str_starts(name, "n04") && !str_starts(name, "n05"))
            continue;
        assert_int_equal(alipay_notify_read(mem, &merchant_us, body, strlen(body), &notice), ALIPAY_GOOD);
        assert_int_equal(notice.status, TRADE_CLOSED);
        assert_int_equal(notice.refunded, str_starts(name, "n04"));
        assert_int_equal(notice.refund_fee, str_starts(name, "n04") ? notice.total : 0);
        seen++;
    }
    assert_int_equal(seen, 2);
    alipay_key_free(alipay);
}

/* ---------------------------------------------------------------- messages of our own */

static const struct alipay_field plain[] = {
    {"app_id", "2021000000000001"},
    {"charset", "utf-8"},
    {"notify_id", "n1"},
    {"out_trade_no", "M1"},
    {"seller_id", "2088000000000001"},
    {"subject", "鱼"},
    {"total_amount", "88.88"},
    {"trade_no", "20260102"},
    {"trade_status", "TRADE_SUCCESS"},
};
#define PLAIN (sizeof(plain) / sizeof(*plain))

static void add(struct str *body, const char *name, const char *value)
{
    str_addf(body, "%s%s=", body->n ? "&" : "", name);
    str_url(body, value);
}

/* The plain notify with one field set (or added), or left out where value is NULL; signed by `skip`'s rule. */
static const char *notify_with(const char *name, const char *value, unsigned skip)
{
    struct alipay_form form = {.field = arena_array(mem, PLAIN + 1, sizeof(*form.field))};
    bool found = false;
    for (size_t i = 0; i < PLAIN; i++) {
        bool this = str_eq(plain[i].name, name);
        found |= this;
        if (!this || value)
            form.field[form.n++] = (struct alipay_field){plain[i].name, this ? value : plain[i].value};
    }
    if (!found && value)
        form.field[form.n++] = (struct alipay_field){name, value};
    struct str text = alipay_form_text(mem, &form, skip), body;
    const char *sign;
    assert_int_equal(alipay_sign(mem, signer, text.s, text.n, &sign), E_OK);
    str_init(&body, mem);
    for (size_t i = 0; i < form.n; i++)
        add(&body, form.field[i].name, form.field[i].value);
    add(&body, "sign", sign);
    if (!str_eq(name, "sign_type"))
        add(&body, "sign_type", "RSA2");
    return body.s;
}

static enum alipay_verdict judge(const char *body, struct alipay_notice *notice)
{
    return alipay_notify_read(mem, &us, body, strlen(body), notice);
}

static void test_alipay_notice_reads_the_fields(void **state)
{
    (void)state;
    struct alipay_notice notice;
    assert_int_equal(judge(notify_with("refund_fee", "10.5", ALIPAY_SKIP_SIGN_TYPE), &notice), ALIPAY_GOOD);
    assert_string_equal(notice.notify_id, "n1");
    assert_string_equal(notice.trade_no, "20260102");
    assert_string_equal(notice.out_trade_no, "M1");
    assert_null(notice.out_biz_no);
    assert_int_equal(notice.status, TRADE_SUCCESS);
    assert_int_equal(notice.total, 8888);
    assert_int_equal(notice.refund_fee, 1050);
    assert_true(notice.refunded);
    assert_int_equal(
        judge(notify_with("gmt_refund", "2026-01-02 03:04:05.678", ALIPAY_SKIP_SIGN_TYPE), &notice),
        ALIPAY_GOOD);
    assert_true(notice.refunded);
    assert_int_equal(judge(notify_with("out_biz_no", "R-LATE-1", ALIPAY_SKIP_SIGN_TYPE), &notice),
                     ALIPAY_GOOD);
    assert_string_equal(notice.out_biz_no, "R-LATE-1");
    assert_false(notice.refunded);
}

static void test_alipay_notice_has_a_verdict_for_every_flaw(void **state)
{
    (void)state;
    static const struct {
        const char *name, *value;
        enum alipay_verdict verdict;
    } rows[] = {
        {"subject", "A&B=C+D %41 \"q\" \\ / <b> ☕ 😀", ALIPAY_GOOD},
        {"charset", "UTF-8", ALIPAY_GOOD},
        {"trade_status", "TRADE_FINISHED", ALIPAY_GOOD},
        {"voucher_detail_list", "[{\"name\":\"A&B = C\"}]", ALIPAY_GOOD},
        {"charset", "GBK", ALIPAY_BAD_FORM},
        {"charset", NULL, ALIPAY_BAD_FORM},
        {"sign_type", "RSA", ALIPAY_BAD_FORM},
        {"sign_type", "rsa2", ALIPAY_BAD_FORM},
        {"sign_type", NULL, ALIPAY_BAD_FORM},
        {"buyer_id", "1&refund_fee=1.00", ALIPAY_BAD_FORM},
        {"app_id", "2021000000000009", ALIPAY_OTHER_APP},
        {"app_id", NULL, ALIPAY_OTHER_APP},
        {"seller_id", "2088000000000009", ALIPAY_OTHER_SELLER},
        {"seller_id", NULL, ALIPAY_OTHER_SELLER},
        {"total_amount", NULL, ALIPAY_BAD_VALUE},
        {"total_amount", "", ALIPAY_BAD_VALUE},
        {"total_amount", "88.888", ALIPAY_BAD_VALUE},
        {"total_amount", "-88.88", ALIPAY_BAD_VALUE},
        {"refund_fee", "1e3", ALIPAY_BAD_VALUE},
        {"trade_status", "TRADE_PENDING", ALIPAY_BAD_VALUE},
        {"trade_status", NULL, ALIPAY_BAD_VALUE},
        {"notify_id", NULL, ALIPAY_BAD_VALUE},
        {"trade_no", "", ALIPAY_BAD_VALUE},
        {"out_trade_no", "M 1", ALIPAY_BAD_VALUE},
        {"out_trade_no", NULL, ALIPAY_BAD_VALUE},
        {"out_biz_no", "a/b", ALIPAY_BAD_VALUE},
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        struct alipay_notice notice;
        enum alipay_verdict v =
            judge(notify_with(rows[i].name, rows[i].value, ALIPAY_SKIP_SIGN_TYPE), &notice);
        if (v != rows[i].verdict)
            fail_msg("%s=%s: %s", rows[i].name, rows[i].value ? rows[i].value : "(none)",
                     alipay_verdict_text(v));
    }
}

static void test_alipay_notice_signs_without_sign_type_only(void **state)
{
    (void)state;
    struct alipay_notice notice;
    /* Signed as a request is, sign_type included: the vendor's client accepts it, a strict reader does not. */
    const char *body = notify_with("sign_type", "RSA2", 0);
    assert_int_equal(judge(body, &notice), ALIPAY_BAD_SIGNATURE);
    assert_int_equal(judge(notify_with("sign_type", "RSA2", ALIPAY_SKIP_SIGN_TYPE), &notice), ALIPAY_GOOD);
}

static void test_alipay_notice_accepts_empty_values_signed_or_not(void **state)
{
    (void)state;
    struct alipay_notice notice;
    assert_int_equal(judge(notify_with("body", "", ALIPAY_SKIP_SIGN_TYPE), &notice), ALIPAY_GOOD);
    assert_int_equal(judge(notify_with("body", "", ALIPAY_SKIP_SIGN_TYPE | ALIPAY_SKIP_EMPTY), &notice),
                     ALIPAY_GOOD);
    assert_int_equal(judge(notify_with("refund_fee", "", ALIPAY_SKIP_SIGN_TYPE), &notice), ALIPAY_GOOD);
    assert_false(notice.refunded);
}

static void test_alipay_notice_refuses_a_missing_signature(void **state)
{
    (void)state;
    struct alipay_notice notice;
    char *body = arena_strdup(mem, notify_with("subject", "x", ALIPAY_SKIP_SIGN_TYPE));
    char *sign = strstr(body, "&sign=");
    assert_int_equal(judge(arena_printf(mem, "%.*s&sign_type=RSA2", (int)(sign - body), body), &notice),
                     ALIPAY_BAD_FORM);
    assert_int_equal(judge(arena_printf(mem, "%.*s&sign=&sign_type=RSA2", (int)(sign - body), body), &notice),
                     ALIPAY_BAD_FORM);
}

/* A message that Alipay signed, cut at other places so that its own fields vanish in a value. */
static void test_alipay_notice_refuses_fields_hidden_in_a_value(void **state)
{
    (void)state;
    struct alipay_notice notice;
    const char *genuine = notify_with(
        "subject", "x&total_amount=0.01&trade_no=1&trade_status=TRADE_SUCCESS&z=", ALIPAY_SKIP_SIGN_TYPE);
    assert_int_equal(judge(genuine, &notice), ALIPAY_GOOD);
    assert_int_equal(notice.total, 8888);
    const char *sign = strstr(genuine, "&sign=");
    struct str forged;
    str_init(&forged, mem);
    for (size_t i = 0; i < PLAIN && !str_eq(plain[i].name, "subject"); i++)
        add(&forged, plain[i].name, plain[i].value);
    str_add(&forged, "&subject=x&total_amount=0.01&trade_no=1&trade_status=TRADE_SUCCESS");
    add(&forged, "z", "&total_amount=88.88&trade_no=20260102&trade_status=TRADE_SUCCESS");
    str_add(&forged, sign);
    struct alipay_form form;
    assert_null(alipay_form_read(mem, forged.s, forged.n, &form));
    struct str text = alipay_form_text(mem, &form, ALIPAY_SKIP_SIGN_TYPE);
    assert_true(
        alipay_verify(ours, text.s, text.n, alipay_form_get(&form, "sign"))); /* it is a real danger */
    assert_int_equal(judge(forged.s, &notice), ALIPAY_BAD_FORM);
}

static void test_alipay_form_is_strict(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",        "a",     "a=1&",  "&a=1",           "a=1&&b=2", "=1",          "a=%",       "a=%4",
        "a=%4x",   "a=%x4", "a=%00", "a=%ff",          "a=%c0%af", "a=1&a=1",     "a=1&%61=2", "a b=1",
        "a%3Db=1", "a=1 ",  "a=\n",  "a=\xe9\xb1\xbc", "a%=1",     "a=%ed%a0%80", "a=\x7f",
    };
    struct alipay_form form;
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
        size_t n = strlen(bad[i]);
        char *exact = malloc(n + !n); /* without a NUL, so that reading on is seen */
        memcpy(exact, bad[i], n);
        if (!alipay_form_read(mem, exact, n, &form))
            fail_msg("accepted %s", bad[i]);
        free(exact);
    }
    const char *good = "a=1&b=&%63=%e9%B1%bc+x%2By&d=p=q%2541";
    assert_null(alipay_form_read(mem, good, strlen(good), &form));
    assert_int_equal(form.n, 4);
    assert_string_equal(alipay_form_get(&form, "a"), "1");
    assert_string_equal(alipay_form_get(&form, "b"), "");
    assert_string_equal(alipay_form_get(&form, "c"), "鱼 x+y");
    assert_string_equal(alipay_form_get(&form, "d"), "p=q%41"); /* decoded once */
    assert_null(alipay_form_get(&form, "e"));
    struct str many;
    str_init(&many, mem);
    for (int i = 0; i < ALIPAY_FIELDS_MAX; i++)
        str_addf(&many, "%sf%d=", i ? "&" : "", i);
    assert_null(alipay_form_read(mem, many.s, many.n, &form));
    str_add(&many, "&more=");
    assert_non_null(alipay_form_read(mem, many.s, many.n, &form));
}

static void test_alipay_form_sorts_by_byte(void **state)
{
    (void)state;
    struct alipay_field f[] = {{"b", "2"},    {"a_b", "4"}, {"aB", "3"},
                               {"sign", "s"}, {"a", ""},    {"sign_type", "RSA2"}};
    const struct alipay_form form = {f, sizeof(f) / sizeof(*f)};
    assert_string_equal(alipay_form_text(mem, &form, 0).s, "a=&aB=3&a_b=4&b=2&sign_type=RSA2");
    assert_string_equal(alipay_form_text(mem, &form, ALIPAY_SKIP_EMPTY).s, "aB=3&a_b=4&b=2&sign_type=RSA2");
    assert_string_equal(alipay_form_text(mem, &form, ALIPAY_SKIP_SIGN_TYPE).s, "a=&aB=3&a_b=4&b=2");
}

static void test_alipay_trade_status_has_two_ways(void **state)
{
    (void)state;
    assert_int_equal(alipay_trade_status("WAIT_BUYER_PAY"), WAIT_BUYER_PAY);
    assert_int_equal(alipay_trade_status("TRADE_CLOSED"), TRADE_CLOSED);
    assert_int_equal(alipay_trade_status(""), ALIPAY_NO_STATUS);
    assert_int_equal(alipay_trade_status("trade_success"), ALIPAY_NO_STATUS);
    assert_int_equal(alipay_trade_status(NULL), ALIPAY_NO_STATUS);
    assert_string_equal(alipay_trade_status_text(TRADE_FINISHED), "TRADE_FINISHED");
}

#define TESTS(X)                                             \
    X(test_alipay_notice_judges_the_vectors)                 \
    X(test_alipay_notice_judges_the_return_vectors)          \
    X(test_alipay_notice_tells_a_refund_from_a_timeout)      \
    X(test_alipay_notice_reads_the_fields)                   \
    X(test_alipay_notice_has_a_verdict_for_every_flaw)       \
    X(test_alipay_notice_signs_without_sign_type_only)       \
    X(test_alipay_notice_accepts_empty_values_signed_or_not) \
    X(test_alipay_notice_refuses_a_missing_signature)        \
    X(test_alipay_notice_refuses_fields_hidden_in_a_value)   \
    X(test_alipay_form_is_strict)                            \
    X(test_alipay_form_sorts_by_byte)                        \
    X(test_alipay_trade_status_has_two_ways)

int main(void)
{
    const struct CMUnitTest tests[] = {
#define X(f) cmocka_unit_test(f),
        TESTS(X)
#undef X
    };
    return cmocka_run_group_tests(tests, open_keys, close_keys);
}
