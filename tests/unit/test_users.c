/* SPDX-License-Identifier: MIT */
/* The rules of accounts that need no database: names, roles, passwords. */
#include "server/users/passwords.h"
#include "server/users/roles.h"
#include "server/users/users.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <pthread.h>

static void test_user_is_name_knows_its_characters(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool good;
    } rows[] = {
        {"abc", true},
        {"A_9", true},
        {"ab", false},
        {"", false},
        {"豆豆妈", true},
        {"豆豆", false},
        {"abcdefghijabcdefghijabcdefghij", true},
        {"abcdefghijabcdefghijabcdefghijk", false},
        {"\xe3\x90\x80\xe4\xb6\xbf\xe4\xb8\x80\xe9\xbf\xbf", true}, /* U+3400 4DBF 4E00 9FFF: the four ends */
        {"ab\xe3\x8f\xbf", false},                                  /* U+33FF */
        {"ab\xe4\xb7\x80", false},                                  /* U+4DC0 */
        {"ab\xea\x80\x80", false},                                  /* U+A000 */
        {"ab\xe3\x81\xb2", false},                                  /* hiragana */
        {"ab\xef\xbd\x81", false},                                  /* fullwidth a */
        {"ab\xd0\xb0", false},                                      /* Cyrillic a */
        {"ab\xf0\xa0\x80\x80", false},                              /* U+20000 */
        {"ab\xe4\xb8", false},
        {"ab\xe4zz", false}, /* cut short */
        {"a b", false},
        {"a-b", false},
        {"a@b", false},
        {"a\nb", false},
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
        assert_int_equal(user_is_name(rows[i].name), rows[i].good);
}

static void test_user_key_lowers_ascii_only(void **state)
{
    (void)state;
    struct ctx c;
    ctx_open(&c, NULL, 65536);
    assert_string_equal(user_key(&c, "AZaz_09@Ä王"), "azaz_09@Ä王");
    ctx_close(&c);
}

static void test_roles_go_by_name_and_back(void **state)
{
    (void)state;
    static const char *const bad[] = {"", ",", "admin,", ",admin", "Admin", "admin orders", "boss"};
    struct ctx c;
    size_t n;
    ctx_open(&c, NULL, 65536);
    assert_int_equal(role_parse(&c, "orders,admin,orders"), ROLE_ORDERS | ROLE_ADMIN);
    const char **names = role_names(&c, ROLE_ADMIN | ROLE_CATALOGUE, &n);
    assert_int_equal(n, 2);
    assert_string_equal(names[0], "catalogue");
    assert_string_equal(names[1], "admin");
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
        assert_int_equal(role_parse(&c, bad[i]), 0);
    ctx_close(&c);
}

static void test_password_matches_its_own_hash_only(void **state)
{
    (void)state;
    struct ctx c;
    const char *hash;
    bool right;
    ctx_open(&c, NULL, 65536);
    assert_int_equal(password_hash(&c, "密码-correct-horse", &hash), E_OK);
    assert_int_equal(strncmp(hash, "$argon2id$v=19$m=65536,t=2,p=1$", 31), 0);
    assert_false(password_is_old(hash));
    assert_int_equal(password_check(&c, hash, "密码-correct-horse", &right), E_OK);
    assert_true(right);
    assert_int_equal(password_check(&c, hash, "密码-correct-horsE", &right), E_OK);
    assert_false(right);
    ctx_close(&c);
}

static int64_t cost_of(struct ctx *c, const char *hash)
{
    struct timespec a, b;
    bool right;
    clock_gettime(CLOCK_MONOTONIC, &a);
    assert_int_equal(password_check(c, hash, "anything-at-all", &right), E_OK);
    clock_gettime(CLOCK_MONOTONIC, &b);
    assert_false(right);
    return (b.tv_sec - a.tv_sec) * 1000000 + (b.tv_nsec - a.tv_nsec) / 1000;
}

/* Nobody's hash has the parameters of today's: else unknown names would be told by the clock. */
static void test_password_of_nobody_costs_the_same(void **state)
{
    (void)state;
    struct ctx c;
    const char *hash;
    int64_t somebody = INT64_MAX, nobody = INT64_MAX, closed = INT64_MAX;
    ctx_open(&c, NULL, 65536);
    assert_int_equal(password_hash(&c, "correct-horse", &hash), E_OK);
    for (int i = 0; i < 5; i++) { /* the least of some is free of noise */
        int64_t s = cost_of(&c, hash), n = cost_of(&c, NULL), x = cost_of(&c, "*");
        somebody = s < somebody ? s : somebody;
        nobody = n < nobody ? n : nobody;
        closed = x < closed ? x : closed;
    }
    assert_true(nobody > somebody / 2 && nobody < somebody * 2);
    assert_true(closed > somebody / 2 && closed < somebody * 2);
    ctx_close(&c);
}

static void *hash_once(void *arg)
{
    struct ctx c;
    const char *hash;
    ctx_open(&c, NULL, 65536);
    *(enum err *)arg = password_hash(&c, "correct-horse", &hash);
    ctx_close(&c);
    return NULL;
}

/* The most memory that this process ever had, in kB. */
static long peak_kb(void)
{
    char line[256];
    long kb = 0;
    FILE *f = fopen("/proc/self/status", "re");
    assert_non_null(f);
    while (!kb && fgets(line, sizeof(line), f))
        if (sscanf(line, "VmHWM: %ld", &kb) != 1)
            kb = 0;
    fclose(f);
    return kb;
}

/* A hash takes 64 MiB: four at once need 256 of them, twelve would need 768. */
static void test_password_at_most_four_at_once(void **state)
{
    (void)state;
    pthread_t threads[12];
    enum err result[12];
    for (int i = 0; i < 12; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, hash_once, &result[i]), 0);
    for (int i = 0; i < 12; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(result[i], E_OK);
    }
    assert_in_range(peak_kb(), 200 * 1024, 500 * 1024);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_user_is_name_knows_its_characters),
        cmocka_unit_test(test_user_key_lowers_ascii_only),
        cmocka_unit_test(test_roles_go_by_name_and_back),
        cmocka_unit_test(test_password_matches_its_own_hash_only),
        cmocka_unit_test(test_password_of_nobody_costs_the_same),
        cmocka_unit_test(test_password_at_most_four_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
