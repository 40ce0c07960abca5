/* SPDX-License-Identifier: MIT */
/* Requests, byte for byte as the vendor's own client makes them; the bad ones must not verify. */
#include "tests/unit/alipay_data.h"

#include "common/clock.h"
#include "server/payments/alipay_request.h"

static struct alipay_form form_of(const json_t *pairs)
{
    struct alipay_form form = {.field = arena_array(mem, json_array_size(pairs), sizeof(*form.field))};
    for (; form.n < json_array_size(pairs); form.n++) {
        const json_t *pair = json_array_get(pairs, form.n);
        form.field[form.n].name = json_string_value(json_array_get(pair, 0));
        form.field[form.n].value = json_string_value(json_array_get(pair, 1));
    }
    return form;
}

/* The vectors give Beijing's time; requests take an instant. */
static int64_t instant(const char *beijing)
{
    int64_t ms;
    char *utc = arena_printf(mem, "%sZ", beijing);
    utc[10] = 'T';
    assert_true(clock_parse(utc, &ms));
    return ms - 28800 * 1000;
}

static struct alipay_request request_of(const struct alipay_form *form)
{
    struct alipay_field *sdk = ARENA_NEW(mem, struct alipay_field);
    *sdk = (struct alipay_field){"alipay_sdk", alipay_form_get(form, "alipay_sdk")};
    return (struct alipay_request){
        .app_id = alipay_form_get(form, "app_id"),
        .method = alipay_form_get(form, "method"),
        .at = instant(alipay_form_get(form, "timestamp")),
        .notify_url = alipay_form_get(form, "notify_url"),
        .return_url = alipay_form_get(form, "return_url"),
        .biz_content = alipay_form_get(form, "biz_content"),
        .more = sdk,
        .n_more = 1,
    };
}

static void makes(const json_t *vector, const struct alipay_key *key)
{
    struct alipay_form form = form_of(json_get(vector, "params_sorted"));
    const json_t *http = json_get(vector, "http");
    struct alipay_request request = request_of(&form);
    struct alipay_call call;
    assert_string_equal(alipay_form_text(mem, &form, ALIPAY_SKIP_EMPTY).s, json_str(vector, "sign_string"));
    assert_int_equal(alipay_request_sign(mem, key, &request, &call), E_OK);
    if (str_eq(json_str(http, "method"), "GET")) {
        assert_string_equal(alipay_call_url(mem, "/gateway.do", &call), json_str(http, "target"));
    } else {
        assert_string_equal(arena_printf(mem, "/gateway.do?%s", call.query), json_str(http, "target"));
        assert_string_equal(call.body, json_str(http, "body"));
        assert_string_equal(ALIPAY_CONTENT_TYPE, json_str(http, "content_type"));
    }
}

static void test_alipay_request_equals_the_vectors(void **state)
{
    (void)state;
    struct alipay_key *private = data_key(mem, "app-private-key.pkcs8.base64", true);
    struct alipay_key *public = data_key(mem, "app-public-key.base64", false);
    size_t i, made = 0;
    json_t *vector;
    json_array_foreach(json_get(data_json(mem, "requests.json"), "vectors"), i, vector)
    {
        struct alipay_form form = form_of(json_get(vector, "params_sorted"));
        struct str text = alipay_form_text(mem, &form, ALIPAY_SKIP_EMPTY);
        bool good = alipay_verify(public, text.s, text.n, json_str(vector, "sign"));
        if (good != json_flag(vector, "signature_ok"))
            fail_msg("%s: verified %d", json_str(vector, "name"), good);
        if (json_get(vector, "http")) {
            makes(vector, private);
            made++;
        }
    }
    assert_true(made >= 7);
    alipay_key_free(private);
    alipay_key_free(public);
}

static void test_alipay_request_leaves_out_what_is_empty(void **state)
{
    (void)state;
    struct alipay_key *private = data_key(mem, "app-private-key.pkcs8.base64", true);
    const struct alipay_field more[] = {{"app_auth_token", ""}, {"app_cert_sn", "ab"}};
    const struct alipay_request r = {
        .app_id = "1", .method = "m", .notify_url = "", .more = more, .n_more = 2};
    struct alipay_call call;
    assert_int_equal(alipay_request_sign(mem, private, &r, &call), E_OK);
    assert_true(str_starts(call.query, "method=m&app_id=1&charset=utf-8&version=1.0&sign_type=RSA2&"
                                       "timestamp=1970-01-01+08%3A00%3A00&sign="));
    assert_string_equal(call.body, "app_cert_sn=ab");
    alipay_key_free(private);
}

static void test_alipay_request_can_be_read_back(void **state)
{
    (void)state;
    struct alipay_key *private = data_key(mem, "app-private-key.pkcs8.base64", true);
    struct alipay_key *public = data_key(mem, "app-public-key.base64", false);
    const struct alipay_request r = {.app_id = "2021000000000001",
                                     .method = "alipay.trade.page.pay",
                                     .at = 1767294245000,
                                     .return_url = "http://127.0.0.1/?a=b&c=d e",
                                     .biz_content = "{\"subject\":\"100% 鱼 & <'\\\"'>\\n+\"}"};
    struct alipay_call call;
    struct alipay_form form;
    assert_int_equal(alipay_request_sign(mem, private, &r, &call), E_OK);
    const char *all = arena_printf(mem, "%s&%s", call.query, call.body);
    assert_null(alipay_form_read(mem, all, strlen(all), &form));
    assert_string_equal(alipay_form_get(&form, "return_url"), r.return_url);
    assert_string_equal(alipay_form_get(&form, "biz_content"), r.biz_content);
    assert_string_equal(alipay_form_get(&form, "timestamp"), "2026-01-02 03:04:05");
    struct str text = alipay_form_text(mem, &form, ALIPAY_SKIP_EMPTY);
    assert_true(alipay_verify(public, text.s, text.n, alipay_form_get(&form, "sign")));
    alipay_key_free(private);
    alipay_key_free(public);
}

#define TESTS(X)                                    \
    X(test_alipay_request_equals_the_vectors)       \
    X(test_alipay_request_leaves_out_what_is_empty) \
    X(test_alipay_request_can_be_read_back)

int main(void)
{
    const struct CMUnitTest tests[] = {
#define X(f) cmocka_unit_test(f),
        TESTS(X)
#undef X
    };
    return cmocka_run_group_tests(tests, open_mem, close_mem);
}
