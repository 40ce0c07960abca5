/* SPDX-License-Identifier: MIT */
/* Reading command lines: where options may stand, what --json takes, what is refused and suggested, the requests
 * that come out, and what completion offers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "common/cmd/call.h"
#include "common/cmd/complete.h"
#include "common/cmd/line.h"
#include "common/str.h"

static struct arena *mem;
static struct line line;
static const char *variable, *content; /* the environment: at most one variable */

static int open_mem(void **state)
{
    (void)state;
    mem = arena_new(256 << 20);
    return 0;
}

static int close_mem(void **state)
{
    (void)state;
    arena_free(mem);
    return 0;
}

static const char *env(const char *name)
{
    return variable && strcmp(name, variable) == 0 ? content : NULL;
}

/* The words of a line, split at blanks; "" is an empty word. */
static int split(const char *text, const char **argv)
{
    char *rest = NULL, *copy = arena_strdup(mem, text);
    int argc = 0;
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        argv[argc++] = strcmp(word, "\"\"") == 0 ? "" : word;
    return argc;
}

static enum err read_line(const char *text)
{
    const char *argv[32];
    int argc = split(text, argv);
    return line_read(&line, mem, LANG_EN, argc, argv, env);
}

static void assert_request(const char *text, const char *method, const char *path, const char *body)
{
    if (read_line(text) != E_OK)
        fail_msg("%s: %s", text, line.error);
    struct call call = call_make(&line);
    assert_string_equal(call.method, method);
    assert_string_equal(call.path, path);
    if (body)
        assert_string_equal(call.body, body);
    else
        assert_null(call.body);
}

static void assert_refused(const char *text, const char *error, const char *hint)
{
    if (read_line(text) != E_USAGE)
        fail_msg("accepted: %s", text);
    assert_string_equal(line.error, error);
    assert_string_equal(line.hint ? line.hint : "", hint ? hint : "");
}

static void test_requests(void **state)
{
    (void)state;
    assert_request("goods list", "GET", "/skus", NULL);
    assert_request("goods list --type 2 --sort -price --min-price 1 --max-price=12.90 --in-stock", "GET",
                   "/skus?type=2&sort=-price&min_price=100&max_price=1290&in_stock=true", NULL);
    assert_request("goods search red apple --type 3", "GET", "/search?q=red%20apple&type=3", NULL);
    assert_request("cart add 7", "POST", "/cart/items", "{\"sku_id\":7,\"quantity\":1}");
    assert_request("cart add 7 3", "POST", "/cart/items", "{\"sku_id\":7,\"quantity\":3}");
    assert_request("cart clear", "DELETE", "/cart", NULL);
    assert_request(
        "order place --address 3 --pay cod --item 7=2 --item 9=1 --expect 35.80 --note hi", "POST", "/orders",
        "{\"address_id\":3,\"pay_method\":\"cod\",\"items\":[{\"sku_id\":7,\"quantity\":2},{\"sku_id\":9,"
        "\"quantity\":1}],\"note\":\"hi\",\"expected_amount\":3580}");
    assert_request("order review 145870021943296 7=5:good", "POST", "/orders/145870021943296/reviews",
                   "{\"reviews\":[{\"sku_id\":7,\"rating\":5,\"content\":\"good\"}]}");
    assert_request("order pay 5", "POST", "/orders/5/payments", NULL);
    assert_request("admin stock move 7 -3 --reason wasted", "POST", "/admin/skus/7/stock-movements",
                   "{\"delta\":-3,\"reason\":\"wasted\"}");
    assert_request(
        "address add --receiver A --region B --detail C --phone 1 --zip 2", "POST", "/me/addresses",
        "{\"receiver\":\"A\",\"region\":\"B\",\"detail\":\"C\",\"phone\":\"1\",\"zip_code\":\"2\"}");
}

static void test_globals_stand_anywhere(void **state)
{
    static const char *const lines[] = {"--limit 5 order list", "order --limit 5 list",
                                        "order list --limit 5", "order list --limit=5"};
    (void)state;
    for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
        assert_int_equal(read_line(lines[i]), E_OK);
        assert_string_equal(line.globals[G_LIMIT], "5");
        assert_string_equal(line.cmd->call, "GET /orders status");
    }
}

/* Which reading of --json holds: {line, fields}; NULL fields: all. */
static void test_json_takes_fields_that_are_fields(void **state)
{
    static const char *const lines[][2] = {
        {"--json id order list", "id"},
        {"order --json id list", "id"},
        {"order list --json id", "id"},
        {"order list --json=id", "id"},
        {"order list --json id,status", "id,status"},
        {"--json order list", "*"},
        {"order list --json", "*"},
        {"order list --json=", "*"},
        {"order show --json 7", "*"},
        {"order list --json --limit 3", "*"},
        {"goods search --json apple", "*"},
        {"goods search --json name apple", "name"},
        {"goods search --json apple pie", "*"},
        {"cart list --json sku", "sku"},
        {"cart list --json sku.name", "sku.name"},
        {"goods list --json=?", "?"},
        {"api GET --json /skus", "*"},
        {"api GET /skus --json whatever", "whatever"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
        if (read_line(lines[i][0]) != E_OK)
            fail_msg("%s: %s", lines[i][0], line.error);
        assert_string_equal(line.globals[G_JSON], lines[i][1]);
    }
}

static void test_refusals(void **state)
{
    (void)state;
    assert_refused("odrer list", "there is no command 'odrer'", "did you mean 'order'?");
    assert_refused("order lst", "'order' has no command 'lst'", "did you mean 'list'?");
    assert_refused("ord list", "there is no command 'ord'", "did you mean 'order'?");
    assert_refused("xyzzy", "there is no command 'xyzzy'", NULL);
    assert_refused("order", "'order' alone is no command", NULL);
    assert_refused("order list --stat shipped", "'list' has no option '--stat'", "did you mean '--status'?");
    assert_refused("order list --statsu shipped", "'list' has no option '--statsu'",
                   "did you mean '--status'?");
    assert_refused("order list --lim 3", "'list' has no option '--lim'", "did you mean '--limit'?");
    assert_refused("order --status paid list",
                   "no option '--status' for all commands; a command's own stand behind it", NULL);
    assert_refused("order list -x", "'list' has no option '-x'", NULL);
    assert_refused("api GET /x --f a=b", "'api' has no option '--f'", "did you mean '-f'?");
    assert_refused("order show", "ID is missing", NULL);
    assert_refused("order place --address 3", "--pay alipay|cod is missing", NULL);
    assert_refused("order show 7 8", "one word too many: '8'", NULL);
    assert_refused("goods show 01", "SKU: '01' is not right; wanted: a number above 0", NULL);
    assert_refused("goods list --sort=size",
                   "--sort: 'size' is not right; wanted: default|price|-price|hot|new|name", NULL);
    assert_refused("goods list --in-stock=1", "--in-stock takes no value", NULL);
    assert_refused("goods list --type 1 --type 2", "--type is given twice", NULL);
    assert_refused("goods list --type", "--type needs a value: ID", NULL);
    assert_refused("order list --json idd", "there is no field 'idd' here; --json=? lists them",
                   "did you mean 'id'?");
    assert_refused("--json order lst", "'order' has no command 'lst'", "did you mean 'list'?");
    assert_refused("--json id odrer list", "there is no command 'odrer'", "did you mean 'order'?");
}

static void test_help_needs_nothing_else(void **state)
{
    static const char *const lines[] = {
        "-h", "--help", "order -h", "order place --help", "-h order place", "order show -h"};
    (void)state;
    for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
        assert_int_equal(read_line(lines[i]), E_OK);
        assert_non_null(line.globals[G_HELP]);
    }
    assert_int_equal(read_line("\"\""), E_USAGE);
    assert_int_equal(read_line(""), E_OK);
    assert_null(line.cmd);
}

static void test_words_behind_two_dashes(void **state)
{
    (void)state;
    assert_int_equal(read_line("goods search -- --limit -h"), E_OK);
    assert_int_equal(line_values(&line, "words")->n, 2);
    assert_null(line.globals[G_HELP]);
}

static void test_environment(void **state)
{
    (void)state;
    variable = "SHOPCTL_LIMIT";
    content = "4";
    assert_int_equal(read_line("order list"), E_OK);
    assert_string_equal(line.globals[G_LIMIT], "4");
    assert_false(line.typed[G_LIMIT]);
    assert_int_equal(read_line("order list --limit 9"), E_OK);
    assert_string_equal(line.globals[G_LIMIT], "9");
    content = "many";
    assert_refused("order list", "SHOPCTL_LIMIT: 'many' is not right; wanted: a number above 0", NULL);
    variable = "SHOPCTL_DRY_RUN";
    content = "1";
    assert_int_equal(read_line("order list"), E_OK);
    assert_non_null(line.globals[G_DRY_RUN]);
    content = "0";
    assert_int_equal(read_line("order list"), E_OK);
    assert_null(line.globals[G_DRY_RUN]);
    variable = "SHOPCTL_JSON";
    content = "id";
    assert_int_equal(read_line("order list"), E_OK);
    assert_string_equal(line.globals[G_JSON], "id");
    variable = NULL;
}

static void test_api_fields(void **state)
{
    struct call call;
    const char *wrong = NULL;
    (void)state;
    assert_int_equal(read_line("api POST /x -f a=1 -f b:=1 -f c:=[1,{\"d\":null}] -fe=x=y"), E_OK);
    assert_int_equal(call_make_api(&line, &call, &wrong), E_OK);
    assert_string_equal(call.body, "{\"a\":\"1\",\"b\":1,\"c\":[1,{\"d\":null}],\"e\":\"x=y\"}");
    assert_int_equal(read_line("api GET /x?k=v -f a=1/2"), E_OK);
    assert_int_equal(call_make_api(&line, &call, &wrong), E_OK);
    assert_string_equal(call.path, "/x?k=v&a=1%2F2");
    assert_null(call.body);
    assert_int_equal(read_line("api POST /x -f a:=1,2"), E_OK);
    assert_int_equal(call_make_api(&line, &call, &wrong), E_USAGE);
    assert_int_equal(read_line("api POST /x -f a:={"), E_OK);
    assert_int_equal(call_make_api(&line, &call, &wrong), E_USAGE);
}

static void assert_completed(const char *text, const char *words, const char *look_up)
{
    const char *argv[32];
    struct completion c;
    struct str b;
    complete_line(&c, mem, LANG_EN, split(text, argv), argv);
    str_init(&b, mem);
    for (size_t i = 0; i < c.n; i++)
        str_addf(&b, "%s%s", i ? " " : "", c.list[i].word);
    assert_string_equal(b.s, words);
    if (look_up)
        assert_string_equal(c.look_up, look_up);
    else
        assert_null(c.look_up);
}

static void test_completion(void **state)
{
    (void)state;
    assert_completed("o", "order", NULL);
    assert_completed("cart \"\"", "list add set remove clear", NULL);
    assert_completed("admin stock \"\"", "show move", NULL);
    assert_completed("order place --p", "--pay", NULL);
    assert_completed("order place --pay \"\"", "alipay cod", NULL);
    assert_completed("order place --pay cod --pa", "", NULL);
    assert_completed("goods list --sort=n", "--sort=new --sort=name", NULL);
    assert_completed("order show \"\"", "", "order");
    assert_completed("order place --address \"\"", "", "address");
    assert_completed("goods list --json id,na", "id,name", NULL);
    assert_completed("--lang \"\"", "zh-CN en", NULL);
    assert_completed("help order p", "preview place pay", NULL);
    assert_completed("help exit", "exit-codes", NULL);
    assert_completed("completion \"\"", "bash zsh fish", NULL);
    assert_completed("nonsense \"\"", "", NULL);
    assert_completed("__", "", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_requests),
        cmocka_unit_test(test_globals_stand_anywhere),
        cmocka_unit_test(test_json_takes_fields_that_are_fields),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_help_needs_nothing_else),
        cmocka_unit_test(test_words_behind_two_dashes),
        cmocka_unit_test(test_environment),
        cmocka_unit_test(test_api_fields),
        cmocka_unit_test(test_completion),
    };
    return cmocka_run_group_tests(tests, open_mem, close_mem);
}
