/* SPDX-License-Identifier: MIT */
/* A notice is an object with: notify_id out_trade_no url fields tries due (ms by the machine's clock) and
 * state, one of waiting, held (until the trade's next one was sent), done, lost, given up. */
#include "tests/sim/alipay_sim/notify.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <pthread.h>
#include <unistd.h>

#include "tests/sim/alipay_sim/book.h"
#include "tests/sim/alipay_sim/fault.h"
#include "tests/sim/alipay_sim/form.h"
#include "tests/sim/alipay_sim/life.h"
#include "tests/sim/alipay_sim/values.h"

#define SENDERS     8
#define POST_MS_MAX 10000

/* Minutes from one delivery to the next; after the last there is none. */
static const int minutes[] = {4, 10, 10, 60, 120, 360, 900};
#define TRIES_MAX ((int)(sizeof(minutes) / sizeof(*minutes)) + 1)

static pthread_t senders[SENDERS];

/* ---------------------------------------------------------------- what is said */

static void add_payment(json_t *fields, const json_t *trade)
{
    static const char *const amounts[] = {"receipt_amount", "buyer_pay_amount", "invoice_amount"};
    char total[24], list[128];
    write_amount(total, get_whole(trade, "total"));
    for (size_t i = 0; i < sizeof(amounts) / sizeof(*amounts); i++)
        set_text(fields, amounts[i], total);
    set_text(fields, "point_amount", "0.00");
    snprintf(list, sizeof(list), "[{\"amount\":\"%s\",\"fundChannel\":\"ALIPAYACCOUNT\"}]", total);
    set_text(fields, "fund_bill_list", list);
    set_time(fields, "gmt_payment", get_whole(trade, "paid"));
}

static void add_refund(json_t *fields, const json_t *trade, const char *out_biz_no)
{
    char at[32], with_ms[64];
    int64_t now = now_gateway();
    set_amount(fields, "refund_fee", get_whole(trade, "refunded"));
    snprintf(with_ms, sizeof(with_ms), "%s.%03d", write_time(at, now), (int)(now % 1000));
    set_text(fields, "gmt_refund", with_ms);
    if (out_biz_no)
        set_text(fields, "out_biz_no", out_biz_no);
}

static json_t *fields_of(const json_t *trade, const char *notify_id, const char *out_biz_no)
{
    const json_t *biz = json_object_get(trade, "biz");
    json_t *f = json_object();
    set_time(f, "gmt_create", get_whole(trade, "created"));
    set_text(f, "charset", "utf-8");
    set_text(f, "subject", get_text(trade, "subject"));
    if (has(biz, "body"))
        set_text(f, "body", get_text(biz, "body"));
    if (has(biz, "passback_params"))
        set_text(f, "passback_params", get_text(biz, "passback_params"));
    set_text(f, "buyer_id", get_text(trade, "buyer_id"));
    set_text(f, "version", "1.0");
    set_text(f, "notify_id", notify_id);
    set_text(f, "notify_type", "trade_status_sync");
    set_text(f, "out_trade_no", get_text(trade, "out_trade_no"));
    set_text(f, "trade_no", get_text(trade, "trade_no"));
    set_text(f, "trade_status", get_text(trade, "status"));
    set_amount(f, "total_amount", get_whole(trade, "total"));
    set_text(f, "app_id", sim.app_id);
    set_text(f, "auth_app_id", sim.app_id);
    set_text(f, "seller_id", sim.seller_id);
    if (get_whole(trade, "paid"))
        add_payment(f, trade);
    if (get_whole(trade, "closed"))
        set_time(f, "gmt_close", get_whole(trade, "closed"));
    if (get_whole(trade, "refunded"))
        add_refund(f, trade, out_biz_no);
    return f;
}

static void save(json_t *notice)
{
    book_save(book.notice, get_text(notice, "notify_id"), notice);
}

void notice_queue(const json_t *trade, const char *out_biz_no)
{
    char at[32], id[64];
    int64_t now = now_machine();
    if (!has(trade, "notify_url"))
        return;
    write_time(at, now);
    snprintf(id, sizeof(id), "%.4s%.2s%.2s00222%013lld%08zu", at, at + 5, at + 8, (long long)now,
             json_object_size(book.notice));
    const char *state = fault_strikes("notify", "lost", NULL)           ? "lost"
                        : fault_strikes("notify", "out_of_order", NULL) ? "held"
                                                                        : "waiting";
    struct fault delay = {0};
    fault_strikes("notify", "delay", &delay);
    json_t *notice = json_pack("{s:s, s:s, s:s, s:o, s:i, s:I, s:s}", "notify_id", id, "out_trade_no",
                               get_text(trade, "out_trade_no"), "url", get_text(trade, "notify_url"),
                               "fields", fields_of(trade, id, out_biz_no), "tries", 0, "due",
                               (json_int_t)(now + delay.ms), "state", state);
    save(notice);
    json_decref(notice);
    book_wake();
}

/* The form of one delivery: only its time is new. The caller frees it. */
static char *body_of(const json_t *notice)
{
    char *body = NULL;
    size_t n;
    int64_t fen = 0;
    json_t *form = json_deep_copy(json_object_get(notice, "fields"));
    read_amount(get_text(form, "total_amount"), &fen);
    set_time(form, "notify_time", now_gateway());
    if (fault_strikes("notify", "wrong_amount", NULL))
        set_amount(form, "total_amount", fen + 1);
    form_sign(form);
    if (fault_strikes("notify", "bad_signature", NULL))
        set_amount(form, "total_amount", fen + 2);
    FILE *out = open_memstream(&body, &n);
    form_write(out, form);
    fclose(out);
    json_decref(form);
    return body;
}

/* ---------------------------------------------------------------- how it is said */

struct post {
    const char *url, *body;
    long status;     /* 0 where there was no answer */
    char answer[65]; /* its first bytes */
    size_t n;        /* how many there were in all */
    int64_t ms;
    const char *error; /* why there was no answer; "" where there was one */
};

static size_t take_answer(char *data, size_t size, size_t n, void *arg)
{
    struct post *post = arg;
    size_t room = post->n < sizeof(post->answer) - 1 ? sizeof(post->answer) - 1 - post->n : 0;
    memcpy(post->answer + post->n, data, n * size < room ? n * size : room);
    post->n += n * size;
    return post->n > 65536 ? 0 : n * size;
}

static bool is_loopback(const struct sockaddr *a)
{
    if (a->sa_family == AF_INET)
        return ntohl(((const struct sockaddr_in *)(const void *)a)->sin_addr.s_addr) >> 24 == 127;
    return a->sa_family == AF_INET6 &&
           IN6_IS_ADDR_LOOPBACK(&((const struct sockaddr_in6 *)(const void *)a)->sin6_addr);
}

/* A test gateway knocks at no other machine's door. */
static curl_socket_t open_loopback(void *arg, curlsocktype purpose, struct curl_sockaddr *a)
{
    struct post *post = arg;
    (void)purpose;
    if (is_loopback(&a->addr))
        return socket(a->family, a->socktype | SOCK_CLOEXEC, a->protocol);
    post->error = "this address is not on this machine";
    return CURL_SOCKET_BAD;
}

/* Looks up every 20 ms whether it is to stop. */
static CURLcode perform(CURL *curl)
{
    CURLM *multi = curl_multi_init();
    CURLMsg *message;
    CURLcode result = CURLE_OK;
    int running = 1, left;
    curl_multi_add_handle(multi, curl);
    while (running && !life_stopping() && curl_multi_perform(multi, &running) == CURLM_OK)
        if (running)
            curl_multi_poll(multi, NULL, 0, 20, NULL);
    while ((message = curl_multi_info_read(multi, &left)))
        result = message->data.result;
    curl_multi_remove_handle(multi, curl);
    curl_multi_cleanup(multi);
    return result;
}

static void *deliver(void *arg)
{
    struct post *post = arg;
    CURL *curl = curl_easy_init();
    int64_t began = now_machine();
    struct curl_slist *headers =
        curl_slist_append(NULL, "Content-Type: application/x-www-form-urlencoded; charset=utf-8");
    curl_easy_setopt(curl, CURLOPT_URL, post->url);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, post->body);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)POST_MS_MAX);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_loopback);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, post);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_answer);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, post);
    CURLcode result = perform(curl);
    if (result != CURLE_OK && !*post->error)
        post->error = curl_easy_strerror(result);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &post->status);
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    post->ms = now_machine() - began;
    return NULL;
}

static bool understood(const struct post *post)
{
    return post->status == 200 && post->n == 7 && memcmp(post->answer, "success", 7) == 0;
}

/* ---------------------------------------------------------------- sending */

static void write_delivery(const json_t *notice, const struct post *post)
{
    char key[24];
    json_t *answer = json_string(post->answer);
    json_t *entry = json_pack("{s:s, s:s, s:s, s:I, s:I, s:s, s:I, s:o, s:s, s:b, s:I, s:s}", "notify_id",
                              get_text(notice, "notify_id"), "out_trade_no", get_text(notice, "out_trade_no"),
                              "trade_status", get_text(json_object_get(notice, "fields"), "trade_status"),
                              "try", (json_int_t)get_whole(notice, "tries"), "at", (json_int_t)now_machine(),
                              "url", post->url, "status", (json_int_t)post->status, "answer",
                              answer ? answer : json_string("(no text)"), "error", post->error, "ok",
                              understood(post), "ms", (json_int_t)post->ms, "body", post->body);
    snprintf(key, sizeof(key), "%zu", json_object_size(book.delivery) + 1);
    book_save(book.delivery, key, entry);
    json_decref(entry);
}

static void decide(json_t *notice, bool ok, bool again)
{
    int tries = (int)get_whole(notice, "tries");
    int64_t wait = 0;
    if (ok && !again)
        set_text(notice, "state", "done");
    else if (tries >= TRIES_MAX)
        set_text(notice, "state", "given up");
    else if (!again)
        wait = (int64_t)(minutes[tries - 1] * 60000 * sim.time_scale);
    set_whole(notice, "due", now_machine() + wait);
    save(notice);
}

/* Those that were held back until another one of their trade had gone. */
static void let_go(const json_t *sent)
{
    const char *key;
    json_t *notice;
    json_object_foreach(book.notice, key, notice)
    {
        if (text_is(get_text(notice, "state"), "held") &&
            text_is(get_text(notice, "out_trade_no"), get_text(sent, "out_trade_no"))) {
            set_text(notice, "state", "waiting");
            save(notice);
        }
    }
    book_wake();
}

static void send_notice(json_t *notice)
{
    pthread_t twin;
    char *body = body_of(notice), *url = strdup(get_text(notice, "url"));
    struct post post = {.url = url, .body = body, .error = ""}, second = post;
    set_whole(notice, "tries", get_whole(notice, "tries") + 1);
    set_whole(notice, "due", INT64_MAX); /* in memory only: no other sender takes it meanwhile */
    bool two = fault_strikes("notify", "parallel", NULL);
    bool again = fault_strikes("notify", "duplicate", NULL);
    book_unlock();
    two = two && pthread_create(&twin, NULL, deliver, &second) == 0;
    deliver(&post);
    if (two)
        pthread_join(twin, NULL);
    book_lock();
    if (!life_stopping()) {
        write_delivery(notice, &post);
        if (two)
            write_delivery(notice, &second);
        decide(notice, understood(&post), again);
        let_go(notice);
    }
    free(url);
    free(body);
}

static json_t *next_notice(void)
{
    const char *key;
    json_t *notice, *next = NULL;
    json_object_foreach(book.notice, key, notice)
    {
        if (text_is(get_text(notice, "state"), "waiting") &&
            (!next || get_whole(notice, "due") < get_whole(next, "due")))
            next = notice;
    }
    return next;
}

void notice_send_latest(const json_t *trade)
{
    const char *key;
    json_t *notice, *latest = NULL;
    json_object_foreach(book.notice, key, notice)
    {
        if (text_is(get_text(notice, "out_trade_no"), get_text(trade, "out_trade_no")))
            latest = notice;
    }
    if (latest && text_is(get_text(latest, "state"), "waiting"))
        send_notice(latest);
}

static void *run(void *arg)
{
    book_lock();
    while (!life_stopping()) {
        json_t *next = next_notice();
        int64_t wait = next ? get_whole(next, "due") - now_machine() : 1000;
        if (wait > 0)
            book_wait(wait < 1000 ? wait : 1000);
        else
            send_notice(next);
    }
    book_unlock();
    return arg;
}

void notify_start(void)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    for (int i = 0; i < SENDERS; i++)
        if (pthread_create(&senders[i], NULL, run, NULL) != 0)
            die("no thread for notifies");
}

void notify_stop(void)
{
    book_lock();
    book_wake();
    book_unlock();
    for (int i = 0; i < SENDERS; i++)
        pthread_join(senders[i], NULL);
    curl_global_cleanup();
}
