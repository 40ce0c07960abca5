/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/fault.h"

#include <pthread.h>

#include "tests/sim/alipay_sim/values.h"

static const struct {
    const char *of; /* "answer": any method of the gateway that a daemon calls */
    const char *name, *about;
} faults[] = {
    {"answer", "delay", "answers after ms milliseconds"},
    {"answer", "drop_before", "closes the connection without doing the work"},
    {"answer", "drop_after", "does the work, then closes the connection"},
    {"answer", "unknown_before", "answers 20000 without doing the work"},
    {"answer", "unknown_after", "does the work, then answers 20000"},
    {"answer", "refuse", "answers 40004 with sub_code, without doing the work"},
    {"answer", "paid_before", "the buyer pays just before the work is done"},
    {"answer", "fund_change_n", "refunds, but answers fund_change N"},
    {"answer", "bad_signature", "signs another text"},
    {"answer", "unsigned", "leaves sign out"},
    {"answer", "html", "answers an HTML page"},
    {"answer", "huge", "puts 32 MiB of blanks before the answer"},
    {"answer", "slow", "sends one byte every 100 ms"},
    {"notify", "delay", "sends it after ms milliseconds"},
    {"notify", "lost", "never sends it"},
    {"notify", "out_of_order", "sends it after the trade's next one"},
    {"notify", "duplicate", "sends it again although it was answered"},
    {"notify", "parallel", "sends it twice at once"},
    {"notify", "wrong_amount", "names one fen more, with a good signature"},
    {"notify", "bad_signature", "changes the amount after signing"},
    {"pay", "delay", "redirects the buyer after ms milliseconds"},
    {"pay", "notify_first", "delivers the notify before the buyer is redirected"},
};
#define FAULTS (sizeof(faults) / sizeof(*faults))

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static json_t *plans; /* "method fault": the plan */

static void key_of(char key[static 160], const char *method, const char *name)
{
    snprintf(key, 160, "%s %s", method, name);
}

bool fault_strikes(const char *method, const char *name, struct fault *fault)
{
    char key[160];
    key_of(key, method, name);
    pthread_mutex_lock(&lock);
    json_t *plan = json_object_get(plans, key);
    int64_t left = get_whole(plan, "count");
    if (left > 0) {
        set_whole(plan, "count", left - 1);
        if (fault) {
            fault->ms = get_whole(plan, "ms");
            snprintf(fault->sub_code, sizeof(fault->sub_code), "%s", get_text(plan, "sub_code"));
        }
    }
    pthread_mutex_unlock(&lock);
    return left > 0;
}

static bool exists(const char *method, const char *name)
{
    const char *of = strncmp(method, "alipay.", 7) == 0 ? "answer" : method;
    for (size_t i = 0; i < FAULTS; i++)
        if (text_is(faults[i].of, of) && text_is(faults[i].name, name))
            return true;
    return false;
}

const char *fault_plan(const json_t *plan)
{
    char key[160];
    const char *method = get_text(plan, "method"), *name = get_text(plan, "fault");
    int64_t count = get_whole(plan, "count"), ms = get_whole(plan, "ms");
    if (!exists(method, name))
        return "there is no such fault of this method: GET /sim/faults lists them";
    if (!json_is_integer(json_object_get(plan, "count")) || count < 0)
        return "count must be a number, 0 or more";
    if (text_is(name, "delay") && count && (ms < 1 || ms > 600000))
        return "a delay needs ms, 1 to 600000";
    if (text_is(name, "refuse") && count && !has(plan, "sub_code"))
        return "a refusal needs a sub_code";
    key_of(key, method, name);
    pthread_mutex_lock(&lock);
    if (!plans)
        plans = json_object();
    json_object_set_new(plans, key, json_deep_copy(plan));
    pthread_mutex_unlock(&lock);
    return NULL;
}

void fault_clear(void)
{
    pthread_mutex_lock(&lock);
    json_decref(plans);
    plans = NULL;
    pthread_mutex_unlock(&lock);
}

json_t *fault_list(void)
{
    json_t *left = json_array(), *all = json_array(), *plan;
    const char *key;
    pthread_mutex_lock(&lock);
    json_object_foreach(plans, key, plan)
    {
        if (get_whole(plan, "count") > 0)
            json_array_append_new(left, json_deep_copy(plan));
    }
    pthread_mutex_unlock(&lock);
    for (size_t i = 0; i < FAULTS; i++)
        json_array_append_new(all, json_pack("{s:s, s:s, s:s}", "of", faults[i].of, "fault", faults[i].name,
                                             "about", faults[i].about));
    return json_pack("{s:o, s:o}", "plans", left, "faults", all);
}
