/* SPDX-License-Identifier: MIT */
/* Gateway answers: the vectors, and answers made here with our own pair playing Alipay. */
#include "tests/unit/alipay_data.h"

#include "server/payments/alipay_answer.h"

static struct alipay_key *signer, *alipay;

static int open_keys(void **state)
{
    open_mem(state);
    signer = data_key(mem, "app-private-key.pkcs8.base64", true);
    alipay = data_key(mem, "app-public-key.base64", false);
    return 0;
}

static int close_keys(void **state)
{
    alipay_key_free(signer);
    alipay_key_free(alipay);
    return close_mem(state);
}

static struct alipay_answer judge(const char *raw)
{
    struct alipay_answer a;
    alipay_answer_read(mem, alipay, "alipay.trade.query", raw, strlen(raw), &a);
    return a;
}

static const char *sign_of(const char *text)
{
    const char *sign;
    assert_int_equal(alipay_sign(mem, signer, text, strlen(text), &sign), E_OK);
    return sign;
}

/* An answer to a query whose node is `node`, signed as it stands. */
static struct alipay_answer judge_node(const char *node)
{
    return judge(
        arena_printf(mem, "{\"alipay_trade_query_response\":%s,\"sign\":\"%s\"}", node, sign_of(node)));
}

static void assert_unbelieved(const char *raw, const char *why)
{
    struct alipay_answer a = judge(raw);
    assert_int_equal(a.outcome, ALIPAY_UNKNOWN);
    assert_false(a.verified);
    assert_string_equal(a.code, "");
    assert_null(alipay_answer_text(&a, "code")); /* nothing of it can be read */
    if (why)
        assert_string_equal(a.why, why);
    else
        assert_string_not_equal(a.why, "");
}

static void test_alipay_answer_judges_the_vectors(void **state)
{
    (void)state;
    struct alipay_key *key = data_key(mem, "alipay-public-key.base64", false);
    size_t i;
    json_t *vector;
    json_array_foreach(json_get(data_json(mem, "responses.json"), "vectors"), i, vector)
    {
        const char *name = json_str(vector, "name"), *raw = json_str(vector, "raw");
        bool good =
            json_flag(vector, "signature_ok") || json_flag(vector, "signature_ok_with_slash_fallback");
        struct alipay_answer a;
        alipay_answer_read(mem, key, json_str(vector, "method"), raw, strlen(raw), &a);
        if (a.verified != good)
            fail_msg("%s: verified %d: %s", name, a.verified, a.why);
        bool success = a.outcome == ALIPAY_DONE || a.outcome == ALIPAY_PAYING;
        if (success && !good)
            fail_msg("%s: an unverified success", name);
        if (good && strstr(raw, "\"code\":\"10000\"") && a.outcome != ALIPAY_DONE)
            fail_msg("%s: not done", name);
    }
    assert_int_equal(i, 12);
    alipay_key_free(key);
}

static struct alipay_answer vector_answer(const char *name)
{
    struct alipay_answer a = {0};
    struct alipay_key *key = data_key(mem, "alipay-public-key.base64", false);
    size_t i;
    json_t *vector;
    json_array_foreach(json_get(data_json(mem, "responses.json"), "vectors"), i, vector)
    {
        const char *raw = json_str(vector, "raw");
        if (str_eq(json_str(vector, "name"), name))
            alipay_answer_read(mem, key, json_str(vector, "method"), raw, strlen(raw), &a);
    }
    alipay_key_free(key);
    return a;
}

static void test_alipay_answer_reads_values_of_the_vectors(void **state)
{
    (void)state;
    int64_t fen;
    struct alipay_answer a = vector_answer("p01-precreate-ok");
    assert_string_equal(alipay_answer_text(&a, "qr_code"), "https://qr.example/bax00000000000000000");
    a = vector_answer("p02-query-paid");
    assert_string_equal(alipay_answer_text(&a, "trade_status"), "TRADE_SUCCESS");
    assert_int_equal(alipay_answer_fen(&a, "total_amount", &fen), E_OK);
    assert_int_equal(fen, 8888);
    assert_null(alipay_answer_text(&a, "fund_bill_list")); /* an array is no text */
    assert_null(alipay_answer_text(&a, "amount"));         /* and what is in it is no member */
    a = vector_answer("p04-query-not-exist");
    assert_int_equal(a.outcome, ALIPAY_REFUSED);
    assert_string_equal(a.sub_code, "ACQ.TRADE_NOT_EXIST");
    assert_int_equal(alipay_answer_fen(&a, "total_amount", &fen), E_PROVIDER);
    a = vector_answer("p07-unknown-error");
    assert_int_equal(a.outcome, ALIPAY_UNKNOWN);
    assert_true(a.verified);
    a = vector_answer("p10-bad-unsigned-error");
    assert_int_equal(a.outcome, ALIPAY_MISUSE);
    assert_false(a.verified);
    assert_string_equal(a.sub_code, "isv.invalid-app-id");
    a = vector_answer("p11-tricky-text-in-value");
    assert_int_equal(alipay_answer_fen(&a, "total_amount", &fen), E_OK);
    assert_int_equal(fen, 100);
    a = vector_answer("p17-slash-fallback");
    assert_string_equal(alipay_answer_text(&a, "qr_code"), "https://qr.example/bax00000000000000000");
}

static void test_alipay_answer_maps_codes_to_outcomes(void **state)
{
    (void)state;
    static const struct {
        const char *node;
        enum alipay_outcome outcome;
    } rows[] = {
        {"{\"code\":\"10000\"}", ALIPAY_DONE},
        {"{\"code\":10000}", ALIPAY_DONE},
        {"{\"code\":\"10003\"}", ALIPAY_PAYING},
        {"{\"code\":\"20000\",\"sub_code\":\"aop.unknow-error\"}", ALIPAY_UNKNOWN},
        {"{\"code\":\"20001\"}", ALIPAY_MISUSE},
        {"{\"code\":\"40001\"}", ALIPAY_MISUSE},
        {"{\"code\":\"40002\"}", ALIPAY_MISUSE},
        {"{\"code\":\"40004\",\"sub_code\":\"ACQ.TRADE_HAS_CLOSE\"}", ALIPAY_REFUSED},
        {"{\"code\":\"40004\",\"sub_code\":\"ACQ.SYSTEM_ERROR\"}", ALIPAY_UNKNOWN},
        {"{\"code\":\"40004\",\"sub_code\":\"AQC.SYSTEM_ERROR\"}", ALIPAY_UNKNOWN},
        {"{\"code\":\"40005\"}", ALIPAY_BUSY},
        {"{\"code\":\"40006\"}", ALIPAY_MISUSE},
        {"{\"code\":\"99999\"}", ALIPAY_UNKNOWN},
        {"{\"code\":\"1000\"}", ALIPAY_UNKNOWN},
        {"{\"code\":null}", ALIPAY_UNKNOWN},
        {"{}", ALIPAY_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        struct alipay_answer a = judge_node(rows[i].node);
        if (!a.verified || a.outcome != rows[i].outcome)
            fail_msg("%s: outcome %d, verified %d", rows[i].node, (int)a.outcome, a.verified);
    }
}

static void test_alipay_answer_finds_the_node_wherever_it_stands(void **state)
{
    (void)state;
    const char *node = "{ \"code\" : \"10000\",\"x\":[{\"sign\":\"}\"},\"]\"],\"y\":\"\\\\\\\"{\" }";
    static const char *const envelopes[] = {
        "{\"sign\":\"%2$s\",\"alipay_trade_query_response\":%1$s}",
        "\n{ \"a\" : 1.5e3 , \"sign\"\t:\"%2$s\",\"alipay_trade_query_response\"\r\n: %1$s }\n",
        "{\"alipay_trade_query_response\":%1$s,\"alipay_cert_sn\":\"ab\",\"sign\":\"%2$s\"}",
        "{\"b\":[true,null,{\"alipay_trade_query_response\":{}}],\"alipay_trade_query_response\":%1$s,"
        "\"sign\":\"%2$s\"}",
    };
    for (size_t i = 0; i < sizeof(envelopes) / sizeof(*envelopes); i++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        struct alipay_answer a = judge(arena_printf(mem, envelopes[i], node, sign_of(node)));
#pragma GCC diagnostic pop
        if (a.outcome != ALIPAY_DONE)
            fail_msg("envelope %zu: %s", i, a.why);
        assert_string_equal(alipay_answer_text(&a, "y"), "\\\"{");
    }
}

static void test_alipay_answer_believes_no_unsigned_success(void **state)
{
    (void)state;
    assert_unbelieved("{\"alipay_trade_query_response\":{\"code\":\"10000\"}}",
                      "a success without a signature");
    assert_unbelieved("{\"alipay_trade_query_response\":{\"code\":\"10003\"},\"sign\":\"\"}",
                      "a success without a signature");
    struct alipay_answer a =
        judge("{\"alipay_trade_query_response\":{\"code\":\"40004\",\"sub_code\":\"ACQ.TRADE_NOT_EXIST\","
              "\"total_amount\":\"1.00\"}}");
    assert_int_equal(a.outcome, ALIPAY_REFUSED);
    assert_false(a.verified);
    assert_string_equal(a.sub_code, "ACQ.TRADE_NOT_EXIST");
    assert_null(alipay_answer_text(&a, "total_amount"));
}

static void test_alipay_answer_believes_no_wrong_signature(void **state)
{
    (void)state;
    const char *good = sign_of("{\"code\":\"10000\"}");
    assert_unbelieved(
        arena_printf(mem, "{\"alipay_trade_query_response\":{\"code\":\"40004\"},\"sign\":\"%s\"}", good),
        "the signature is wrong");
    assert_unbelieved("{\"alipay_trade_query_response\":{\"code\":\"10000\"},\"sign\":\"AAAA\"}",
                      "the signature is wrong");
    /* Another method's answer, or a success in the clothes of an error, is not what was asked for. */
    assert_unbelieved(
        arena_printf(mem, "{\"alipay_trade_close_response\":{\"code\":\"10000\"},\"sign\":\"%s\"}", good),
        "no answer to this method");
    assert_unbelieved(arena_printf(mem, "{\"error_response\":{\"code\":\"10000\"},\"sign\":\"%s\"}", good),
                      "an error that claims success");
    assert_unbelieved(arena_printf(mem,
                                   "{\"error_response\":{\"code\":\"40002\"},\"alipay_trade_query_response\":"
                                   "{\"code\":\"10000\"},\"sign\":\"%s\"}",
                                   good),
                      "an answer and an error at once");
    const char *text = "\"10000\"";
    assert_unbelieved(
        arena_printf(mem, "{\"alipay_trade_query_response\":%s,\"sign\":\"%s\"}", text, sign_of(text)),
        "the node is no JSON object");
}

static void test_alipay_answer_believes_no_broken_json(void **state)
{
    (void)state;
    static const char *const broken[] = {
        "",
        "<html><body>502</body></html>",
        "[]",
        "{\"alipay_trade_query_response\":{\"code\":\"10000\"}",
        "{\"alipay_trade_query_response\":{\"code\":\"40004\"}}x",
        "{\"alipay_trade_query_response\":{\"code\":\"40004\",\"code\":\"10000\"}}",
        "{\"alipay_trade_query_response\":{\"code\":\"40004\"},\"alipay_trade_query_response\":{}}",
        "{\"alipay_trade_query_\\u0072esponse\":{\"code\":\"40004\"}}",
        "{\"alipay_trade_query_response\":{\"code\":\"\xff\"}}",
        "{\"alipay_trade_query_response\":null}",
    };
    for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++)
        assert_unbelieved(broken[i], NULL);
    static const char nul[] = "{\"a\":1\0,\"alipay_trade_query_response\":{\"code\":\"40004\"}}";
    struct alipay_answer a;
    alipay_answer_read(mem, alipay, "alipay.trade.query", nul, sizeof(nul) - 1, &a);
    assert_string_equal(a.why, "a NUL byte");
}

static void test_alipay_answer_reads_amounts_exactly(void **state)
{
    (void)state;
    static const struct {
        const char *member;
        int64_t fen;
    } rows[] = {
        {"\"88.88\"", 8888},  {"88.88", 8888},
        {"88", 8800},         {"88.8", 8880},
        {"0.01", 1},          {"\"100000000.00\"", 10000000000},
        {"100000000.01", -1}, {"88.888", -1},
        {"1e2", -1},          {"-1", -1},
        {"\"\"", -1},         {"\" 1\"", -1},
        {"true", -1},         {"null", -1},
        {"[1]", -1},          {"90071992547409.93", -1},
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        struct alipay_answer a = judge_node(
            arena_printf(mem, "{\"code\":\"10000\",\"deep\":{\"amount\":7},\"amount\":%s}", rows[i].member));
        int64_t fen = -1;
        enum err e = alipay_answer_fen(&a, "amount", &fen);
        if (fen != rows[i].fen || (e == E_OK) != (rows[i].fen >= 0))
            fail_msg("%s: %lld", rows[i].member, (long long)fen);
    }
}

static void test_alipay_answer_reads_what_was_signed_after_the_slash_fallback(void **state)
{
    (void)state;
    /* Signed: a slash after an escaped quote mark's backslash. Sent with one backslash more before each
     * slash, which a reader of the sent bytes would take for a backslash that belongs to the text. */
    const char *was_signed = "{\"code\":\"10000\",\"x\":\"a\\/b\"}",
               *sent = "{\"code\":\"10000\",\"x\":\"a\\\\/b\"}";
    struct alipay_answer a = judge(
        arena_printf(mem, "{\"alipay_trade_query_response\":%s,\"sign\":\"%s\"}", sent, sign_of(was_signed)));
    assert_int_equal(a.outcome, ALIPAY_DONE);
    assert_string_equal(alipay_answer_text(&a, "x"), "a/b");
}

#define TESTS(X)                                            \
    X(test_alipay_answer_judges_the_vectors)                \
    X(test_alipay_answer_reads_values_of_the_vectors)       \
    X(test_alipay_answer_maps_codes_to_outcomes)            \
    X(test_alipay_answer_finds_the_node_wherever_it_stands) \
    X(test_alipay_answer_believes_no_unsigned_success)      \
    X(test_alipay_answer_believes_no_wrong_signature)       \
    X(test_alipay_answer_believes_no_broken_json)           \
    X(test_alipay_answer_reads_amounts_exactly)             \
    X(test_alipay_answer_reads_what_was_signed_after_the_slash_fallback)

int main(void)
{
    const struct CMUnitTest tests[] = {
#define X(f) cmocka_unit_test(f),
        TESTS(X)
#undef X
    };
    return cmocka_run_group_tests(tests, open_keys, close_keys);
}
