/* SPDX-License-Identifier: MIT */
/* The language of the command table: what each kind of hole means, what is malformed, and that the table itself
 * is well-formed and whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "common/cmd/cmd.h"
#include "common/cmd/columns.h"
#include "common/cmd/grammar.h"
#include "common/cmd/similar.h"
#include "common/cmd/value.h"
#include "common/str.h"

static struct arena *mem;

static int open_mem(void **state)
{
    (void)state;
    mem = arena_new(64 << 20);
    return 0;
}

static int close_mem(void **state)
{
    (void)state;
    arena_free(mem);
    return 0;
}

static void test_grammar_holes(void **state)
{
    (void)state;
    struct grammar *g =
        grammar_read(mem, "cart add <sku:sku> [qty:int=1] --to=text [--gift] [-f=field]... [more:text]...");
    assert_non_null(g);
    assert_int_equal(g->word_n, 2);
    assert_string_equal(g->words[1], "add");
    assert_int_equal(g->hole_n, 6);
    assert_true(g->holes[0].required && !g->holes[0].option);
    assert_string_equal(g->holes[1].preset, "1");
    assert_false(g->holes[1].required);
    assert_true(g->holes[2].option && g->holes[2].required);
    assert_null(g->holes[3].type);
    assert_true(g->holes[4].many && g->holes[4].option);
    assert_string_equal(hole_usage(mem, &g->holes[4]), "-f KEY=VALUE");
    assert_true(g->holes[5].many && !g->holes[5].required);
    assert_ptr_equal(grammar_option(g, "gift"), &g->holes[3]);
    assert_null(grammar_option(g, "sku"));
}

static void test_grammar_malformed(void **state)
{
    static const char *const bad[] = {
        "cart add <sku>",                /* an argument has a type */
        "cart add <sku:nonsense>",       /* that exists */
        "cart add <sku:sku",             /* and an end */
        "cart <sku:sku> add",            /* words come first */
        "cart add [qty:int] <sku:sku>",  /* what must be there comes before what may */
        "cart add [a:text]... [b:text]", /* a repeated one is the last */
        "cart add [--=text]",            /* options have names */
        "a b c d e",                     /* too many words */
    };
    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
        if (grammar_read(mem, bad[i]))
            fail_msg("accepted: %s", bad[i]);
}

static bool has_hole(const struct grammar *g, const char *name)
{
    for (size_t i = 0; i < g->hole_n; i++)
        if (strcmp(g->holes[i].name, name) == 0)
            return true;
    return false;
}

/* Every member of a call's template and every hole in its path comes from a hole of the grammar. */
static void check_call(const struct cmd *cmd, const struct grammar *g)
{
    char *rest = NULL, *copy = arena_strdup(mem, cmd->call);
    assert_non_null(strtok_r(copy, " ", &rest));
    char *path = strtok_r(NULL, " ", &rest);
    for (char *open = strchr(path, '{'); open; open = strchr(open + 1, '{'))
        if (!has_hole(g, arena_dup(mem, open + 1, strcspn(open + 1, "}"))))
            fail_msg("%s: %s", cmd->grammar, open);
    for (char *member = strtok_r(NULL, " ", &rest); member; member = strtok_r(NULL, " ", &rest)) {
        char *equals = strchr(member, '=');
        if (!has_hole(g, equals ? equals + 1 : member))
            fail_msg("%s: %s", cmd->grammar, member);
    }
}

static void test_table_is_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < cmd_count; i++) {
        const struct cmd *cmd = &cmd_table[i];
        const struct grammar *g = grammar_read(mem, cmd->grammar);
        if (!g || !cmd->about || !cmd->examples)
            fail_msg("not whole: %s", cmd->grammar);
        if (!cmd->call && cmd->special == CMD_PLAIN)
            fail_msg("does nothing: %s", cmd->grammar);
        if (cmd->call)
            check_call(cmd, g);
        if (cmd->prints && !columns_find(mem, cmd->prints))
            fail_msg("prints what is unknown: %s", cmd->grammar);
        if (!(cmd->flags & CMD_HIDDEN) && !str_starts(cmd->examples, g->words[0]))
            fail_msg("no example of its own: %s", cmd->grammar);
    }
}

/* A list within a document is of documents that exist. */
static void test_columns_refer_to_documents(void **state)
{
    (void)state;
    for (size_t i = 0; i < cmd_count; i++) {
        struct columns *c = columns_find(mem, cmd_table[i].prints);
        for (size_t k = 0; c && k < c->n; k++)
            if (c->list[k].of && !columns_find(mem, c->list[k].of))
                fail_msg("%s: %s", cmd_table[i].prints, c->list[k].of);
    }
}

static void test_values_checked(void **state)
{
    static const struct {
        const char *type, *word;
        bool fine;
    } cases[] = {
        {"id", "7", true},           {"id", "0", false},          {"id", "01", false},
        {"id", "-1", false},         {"id", "7x", false},         {"id", "99999999999999999999", false},
        {"int", "-3", true},         {"int", "", false},          {"money", "12.90", true},
        {"money", "12.905", false},  {"money", "-1", false},      {"money", "1e3", false},
        {"item", "7=2", true},       {"item", "7", false},        {"item", "=2", false},
        {"item", "7=", false},       {"review", "7=5:ok", true},  {"review", "7=5", false},
        {"review", "7:5=ok", false}, {"field", "a=", true},       {"field", "a:=1", true},
        {"field", "=1", false},      {"field", ":=1", false},     {"field", "a", false},
        {"duration", "30", true},    {"duration", "500ms", true}, {"duration", "2m", true},
        {"duration", "0", false},    {"duration", "2h", false},   {"duration", "s", false},
        {"text", "\xff", false},     {"text", "", true},          {"a|b", "b", true},
        {"a|b", "c", false},         {"a|b|..", "c", true},       {"a|b|..", "", false},
        {"url", "ftp://x", false},   {"url", "http://x", true},   {"lang", "en_GB", true},
        {"lang", "fr", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        if (!value_wrong(mem, cases[i].type, cases[i].word) != cases[i].fine)
            fail_msg("%s: %s", cases[i].type, cases[i].word);
}

static void test_values_as_json(void **state)
{
    static const char *const cases[][3] = {
        {"id", "7", "7"},
        {"int", "-3", "-3"},
        {"money", "12.9", "1290"},
        {"order", "145870021943296", "\"145870021943296\""},
        {"text", "a\"b", "\"a\\\"b\""},
        {"item", "7=2", "{\"sku_id\":7,\"quantity\":2}"},
        {"review", "7=5:so: \"good\"", "{\"sku_id\":7,\"rating\":5,\"content\":\"so: \\\"good\\\"\"}"},
        {"a|b", "b", "\"b\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct str b;
        str_init(&b, mem);
        value_json(&b, cases[i][0], cases[i][1]);
        assert_string_equal(b.s, cases[i][2]);
    }
}

static void test_similar_words(void **state)
{
    (void)state;
    assert_int_equal(similar_distance("odrer", "order"), 1);
    assert_int_equal(similar_distance("list", "list"), 0);
    assert_int_equal(similar_distance("", "abc"), 3);
    struct similar s = {.typed = "crat"};
    similar_try(&s, "cart");
    similar_try(&s, "admin");
    assert_string_equal(s.best, "cart");
    struct similar far = {.typed = "xyz"};
    similar_try(&far, "cart");
    assert_null(far.best);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grammar_holes),  cmocka_unit_test(test_grammar_malformed),
        cmocka_unit_test(test_table_is_whole), cmocka_unit_test(test_columns_refer_to_documents),
        cmocka_unit_test(test_values_checked), cmocka_unit_test(test_values_as_json),
        cmocka_unit_test(test_similar_words),
    };
    return cmocka_run_group_tests(tests, open_mem, close_mem);
}
