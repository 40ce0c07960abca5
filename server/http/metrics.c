/* SPDX-License-Identifier: MIT */
#include "server/http/metrics.h"

#include "server/app.h"
#include "server/counters.h"
#include "server/http/router.h"
#include "server/http/workers.h"
#include "server/store/db/db.h"
#include "server/store/kv.h"

#include <stdatomic.h>

#define MAX_ROUTES 256

static const int64_t bucket_us[] = {1000, 2500, 5000, 10000, 25000, 50000, 100000, 250000, 500000, 1000000, 2500000, 8000000};
#define BUCKETS (sizeof(bucket_us) / sizeof(bucket_us[0]))

/* Row 0 is for requests without a route. */
static struct {
    atomic_ullong by_status[600];
    atomic_ullong buckets[BUCKETS + 1], sum_us, count;
} stats[MAX_ROUTES];

static const struct {
    const char *name, *help;
} counters[COUNTER_COUNT] = {
#define X(id, name_, help_) [id] = {name_, help_},
    COUNTER_TABLE(X)
#undef X
};

struct finding {
    const struct route *row;
    size_t at;
};

static bool is_row(const struct route *r, void *arg)
{
    struct finding *f = arg;
    f->at++;
    return r != f->row;
}

static size_t index_of(const struct route *row)
{
    struct finding f = {.row = row};
    if (!row)
        return 0;
    router_each(is_row, &f);
    return f.at < MAX_ROUTES ? f.at : 0;
}

void metrics_request(const struct route *row, const char *method, int status, int64_t us)
{
    (void)method;
    size_t i = index_of(row), b = 0;
    while (b < BUCKETS && us > bucket_us[b])
        b++;
    if (status > 0 && status < 600)
        atomic_fetch_add(&stats[i].by_status[status], 1);
    atomic_fetch_add(&stats[i].buckets[b], 1);
    atomic_fetch_add(&stats[i].sum_us, (unsigned long long)us);
    atomic_fetch_add(&stats[i].count, 1);
}

struct writing {
    struct str *b;
    size_t at;
};

static void label(struct str *b, const struct route *r)
{
    str_addf(b, "route=\"%s\",method=\"%s\"", r ? r->path : "", r ? r->method : "");
}

static void write_counts(struct str *b, const struct route *r, size_t i)
{
    for (int s = 0; s < 600; s++) {
        unsigned long long n = stats[i].by_status[s];
        if (!n)
            continue;
        str_add(b, "shopd_http_requests_total{");
        label(b, r);
        str_addf(b, ",code=\"%d\"} %llu\n", s, n);
    }
}

static void write_durations(struct str *b, const struct route *r, size_t i)
{
    unsigned long long so_far = 0, count = stats[i].count;
    if (!count)
        return;
    for (size_t k = 0; k <= BUCKETS; k++) {
        so_far += stats[i].buckets[k];
        str_add(b, "shopd_http_request_duration_seconds_bucket{");
        label(b, r);
        if (k < BUCKETS)
            str_addf(b, ",le=\"%lld.%04lld\"} %llu\n", (long long)(bucket_us[k] / 1000000),
                     (long long)(bucket_us[k] % 1000000 / 100), so_far);
        else
            str_addf(b, ",le=\"+Inf\"} %llu\n", so_far);
    }
    unsigned long long sum = stats[i].sum_us;
    str_add(b, "shopd_http_request_duration_seconds_sum{");
    label(b, r);
    str_addf(b, "} %llu.%06llu\nshopd_http_request_duration_seconds_count{", sum / 1000000, sum % 1000000);
    label(b, r);
    str_addf(b, "} %llu\n", so_far);
}

static bool count_row(const struct route *r, void *arg)
{
    struct writing *w = arg;
    write_counts(w->b, r, ++w->at);
    return w->at + 1 < MAX_ROUTES;
}

static bool duration_row(const struct route *r, void *arg)
{
    struct writing *w = arg;
    write_durations(w->b, r, ++w->at);
    return w->at + 1 < MAX_ROUTES;
}

static void gauge(struct str *b, const char *name, const char *help, long long value)
{
    str_addf(b, "# HELP %s %s\n# TYPE %s gauge\n%s %lld\n", name, help, name, name, value);
}

static void write_gauges(struct ctx *c, struct str *b)
{
    int used, open;
    db_pool_stat(c->app->db, &used, &open);
    str_addf(b, "# HELP shopd_build_info The program.\n# TYPE shopd_build_info gauge\nshopd_build_info{version=\"%s\"} 1\n",
             VERSION);
    gauge(b, "shopd_db_connections_used", "Connections to MariaDB in use", used);
    gauge(b, "shopd_db_connections_open", "Connections to MariaDB", open);
    gauge(b, "shopd_redis_up", "1 while Redis is in use", kv_is_up(c->app->kv));
    gauge(b, "shopd_queue_length", "Requests that wait for a worker", workers_waiting());
    for (int i = 0; i < COUNTER_COUNT; i++)
        str_addf(b, "# HELP %s %s\n# TYPE %s counter\n%s %llu\n", counters[i].name, counters[i].help, counters[i].name,
                 counters[i].name, counter_get((enum counter)i));
}

static enum err get_metrics(struct ctx *c, const struct input *in, struct reply *r)
{
    struct str b;
    (void)in;
    str_init(&b, c->mem);
    write_gauges(c, &b);
    str_add(&b, "# HELP shopd_http_requests_total Requests answered\n# TYPE shopd_http_requests_total counter\n");
    write_counts(&b, NULL, 0);
    router_each(count_row, &(struct writing){&b, 0});
    str_add(&b, "# HELP shopd_http_request_duration_seconds Time from the first byte to the reply\n"
                "# TYPE shopd_http_request_duration_seconds histogram\n");
    write_durations(&b, NULL, 0);
    router_each(duration_row, &(struct writing){&b, 0});
    reply_body(r, 200, "text/plain; version=0.0.4; charset=utf-8", b.s, b.n);
    return E_OK;
}

static const struct route rows[] = {
    {"GET", "/metrics", ACCESS_ANY, .flags = ROUTE_INLINE | ROUTE_NO_SESSION, .run = get_metrics, .status = 200,
     .shape = SHAPE_TEXT, .about = "Counters in Prometheus's text format"},
};
const struct route_table metrics_routes = ROUTE_TABLE(rows);
