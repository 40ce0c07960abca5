/* SPDX-License-Identifier: MIT */
/* The state machine of orders: its table against the one drawn here, against the books' own copy in SQL, and the
 * actions that a shopper is offered. How orders are moved in the database is for tests/api/test_orders_life.py. */
#include "server/orders/states.h"

#include "common/str.h"
#include "server/store/db/stmt.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Rows: from; columns: to, in the order of enum order_status. */
static const char *const drawn[ORDER_STATUS_COUNT] = {
    [ORDER_PENDING_PAYMENT] = ".x...xx", [ORDER_PENDING_SHIPMENT] = "..x...x", [ORDER_SHIPPED] = "...x...",
    [ORDER_PENDING_REVIEW] = "....x..",  [ORDER_COMPLETED] = ".......",        [ORDER_CANCELLING] = ".x....x",
    [ORDER_CANCELLED] = ".......",
};

static void test_states_follow_as_drawn(void **state)
{
    (void)state;
    for (int from = 0; from < ORDER_STATUS_COUNT; from++)
        for (int to = 0; to < ORDER_STATUS_COUNT; to++)
            if (order_may_follow((enum order_status)from, (enum order_status)to) != (drawn[from][to] == 'x'))
                fail_msg("%s to %s", order_status_names[from], order_status_names[to]);
}

static void test_states_have_names_once(void **state)
{
    (void)state;
    for (int i = 0; i < ORDER_STATUS_COUNT; i++)
        for (int k = 0; k < i; k++)
            assert_string_not_equal(order_status_names[i], order_status_names[k]);
    assert_null(order_status_names[ORDER_STATUS_COUNT]);
}

/* The names in quotes up to the parenthesis or line that ends this alternative. */
static bool names(const char *list, const char *name)
{
    const char *end = strpbrk(list, ")\n");
    const char *at = strstr(list, name);
    return at && end && at < end && at[-1] == '\'' && at[strlen(name)] == '\'';
}

static void test_states_are_audited_by_the_same_pairs(void **state)
{
    (void)state;
    struct arena *mem = arena_new(65536);
    const char *sql = stmt_table[STMT_BOOK_HISTORY_PATH].text;
    for (int from = 0; from < ORDER_STATUS_COUNT; from++) {
        const char *head =
            arena_printf(mem, "h.before_status = '%s' AND h.status ", order_status_names[from]);
        const char *list = strstr(sql, head);
        for (int to = 0; to < ORDER_STATUS_COUNT; to++)
            if ((list && names(list + strlen(head), order_status_names[to])) !=
                order_may_follow((enum order_status)from, (enum order_status)to))
                fail_msg("%s to %s is judged otherwise by book_history_path", order_status_names[from],
                         order_status_names[to]);
    }
    arena_free(mem);
}

/* An order with two lines, of which so many are reviewed; its actions with commas between. */
static const char *actions(struct ctx *c, const char *status, const char *method, const char *paid,
                           size_t reviewed)
{
    struct order_line lines[] = {{.reviewed = reviewed > 0}, {.reviewed = reviewed > 1}};
    struct order o = {.status = status, .pay_method = method, .payment_status = paid, .lines = {lines, 2}};
    struct doc_list list = order_actions(c, &o);
    const char *const *words = list.items;
    struct str b;
    str_init(&b, c->mem);
    for (size_t i = 0; i < list.n; i++)
        str_addf(&b, "%s%s", i ? "," : "", words[i]);
    return b.s;
}

static void test_states_offer_actions(void **state)
{
    (void)state;
    static const struct {
        const char *status, *method, *paid;
        size_t reviewed;
        const char *want;
    } rows[] = {
        {"pending_payment", "alipay", "unpaid", 0, "pay,cancel"},
        {"pending_shipment", "alipay", "paid", 0, ""},
        {"pending_shipment", "cod", "cod_due", 0, "cancel"},
        {"pending_shipment", "cod", "paid", 0, ""},
        {"shipped", "cod", "cod_due", 0, "receive"},
        {"shipped", "alipay", "paid", 0, "receive"},
        {"pending_review", "alipay", "paid", 0, "review"},
        {"pending_review", "cod", "cod_due", 1, "review"},
        {"pending_review", "cod", "cod_due", 2, ""},
        {"completed", "cod", "paid", 2, ""},
        {"cancelling", "alipay", "unpaid", 0, ""},
        {"cancelled", "alipay", "unpaid", 0, ""},
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        struct ctx c;
        ctx_open(&c, NULL, 65536);
        assert_string_equal(actions(&c, rows[i].status, rows[i].method, rows[i].paid, rows[i].reviewed),
                            rows[i].want);
        ctx_close(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_states_follow_as_drawn),
        cmocka_unit_test(test_states_have_names_once),
        cmocka_unit_test(test_states_are_audited_by_the_same_pairs),
        cmocka_unit_test(test_states_offer_actions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
