/* SPDX-License-Identifier: MIT */
/* alipay_sim - a payment gateway that speaks Alipay's protocol, for tests and demonstrations. It moves no
 * money, says TEST PAYMENT on every page, listens and talks on this machine only, and shares no code with the
 * daemon: what the two disagree about is a fault of one of them. Its parts are in alipay_sim/. */
#include <errno.h>
#include <getopt.h>
#include <pthread.h>
#include <signal.h>

#include "tests/sim/alipay_sim/admin.h"
#include "tests/sim/alipay_sim/book.h"
#include "tests/sim/alipay_sim/buyer.h"
#include "tests/sim/alipay_sim/gateway.h"
#include "tests/sim/alipay_sim/life.h"
#include "tests/sim/alipay_sim/notify.h"
#include "tests/sim/alipay_sim/page.h"
#include "tests/sim/alipay_sim/rsa.h"
#include "tests/sim/alipay_sim/trade.h"

static const char usage[] =
    "usage: alipay_sim --test-gateway --app-id ID --seller-id ID --app-public-key FILE --private-key FILE\n"
    "                  --book FILE [--port N] [--time-scale F]\n"
    "\n"
    "  --test-gateway          says that you know: nothing that is paid here is paid\n"
    "  --app-id, --seller-id   the one merchant\n"
    "  --app-public-key FILE   checks the merchant's requests; PEM or bare base64\n"
    "  --private-key FILE      signs as Alipay\n"
    "  --book FILE             trades and deliveries, kept over a restart\n"
    "  --port N                on 127.0.0.1; 0, the default, takes any that is free\n"
    "  --time-scale F          1 repeats notifies as Alipay does, 0.001 a thousand times faster\n";

enum { TEST_GATEWAY, APP_ID, SELLER_ID, APP_PUBLIC_KEY, PRIVATE_KEY, BOOK, PORT, TIME_SCALE, HELP, OPTIONS };

static const struct option options[] = {
    {"test-gateway", no_argument, NULL, TEST_GATEWAY},
    {"app-id", required_argument, NULL, APP_ID},
    {"seller-id", required_argument, NULL, SELLER_ID},
    {"app-public-key", required_argument, NULL, APP_PUBLIC_KEY},
    {"private-key", required_argument, NULL, PRIVATE_KEY},
    {"book", required_argument, NULL, BOOK},
    {"port", required_argument, NULL, PORT},
    {"time-scale", required_argument, NULL, TIME_SCALE},
    {"help", no_argument, NULL, HELP},
    {0},
};

static double read_scale(const char *s)
{
    char *end;
    double scale = strtod(s, &end);
    if (*s == '\0' || *end || !(scale >= 0 && scale <= 1000))
        die("--time-scale %s is no number from 0 to 1000", s);
    return scale;
}

static unsigned read_port(const char *s)
{
    char *end;
    unsigned long port = strtoul(s, &end, 10);
    if (*s < '0' || *s > '9' || *end || port > 65535)
        die("--port %s is no port", s);
    return (unsigned)port;
}

/* What each option was given; "" for those that take nothing, NULL where it was not named. */
static void read_arguments(int argc, char **argv, const char *given[OPTIONS])
{
    bool understood = true;
    for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (c < OPTIONS)
            given[c] = optarg ? optarg : "";
        else
            understood = false;
    }
    if (given[HELP]) {
        fputs(usage, stdout);
        exit(0);
    }
    if (!given[TEST_GATEWAY])
        die("this is a gateway for tests, no real one: it starts only with --test-gateway");
    for (int i = APP_ID; i <= BOOK; i++)
        understood = understood && given[i];
    if (!understood || optind < argc) {
        fputs(usage, stderr);
        exit(2);
    }
}

static void answer(const struct request *req, struct reply *reply)
{
    bool get = strcmp(req->method, "GET") == 0;
    if (strcmp(req->path, "/gateway.do") == 0 && (get || strcmp(req->method, "POST") == 0)) {
        gateway_answer(req, reply);
    } else if (strncmp(req->path, "/qr/", 4) == 0 || strncmp(req->path, "/page/", 6) == 0) {
        buyer_answer(req, reply);
    } else if (strncmp(req->path, "/sim/", 5) == 0) {
        admin_answer(req, reply);
    } else if (strcmp(req->path, "/pay.css") == 0 && get) {
        page_style(reply);
    } else if (strcmp(req->path, "/") == 0 && get) {
        page_home(reply);
    } else {
        page_not_found(reply);
    }
}

/* Trades run out whether anybody asks for them or not. */
static void *watch_expiry(void *arg)
{
    do {
        book_lock();
        trade_expire_all();
        book_unlock();
    } while (life_pause(500));
    return arg;
}

int main(int argc, char **argv)
{
    pthread_t expiry;
    sigset_t ends;
    int got;
    const char *given[OPTIONS] = {0};
    read_arguments(argc, argv, given);
    sim.app_id = given[APP_ID];
    sim.seller_id = given[SELLER_ID];
    sim.time_scale = given[TIME_SCALE] ? read_scale(given[TIME_SCALE]) : 1;
    unsigned port = given[PORT] ? read_port(given[PORT]) : 0;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, NULL); /* in all threads: only sigwait() below takes them */
    signal(SIGPIPE, SIG_IGN);

    rsa_open(given[PRIVATE_KEY], given[APP_PUBLIC_KEY]);
    book_open(given[BOOK]);
    sim.port = http_start(port, answer);
    notify_start();
    if ((errno = pthread_create(&expiry, NULL, watch_expiry, NULL)))
        die("no thread: %m");
    printf("alipay-sim ready http://127.0.0.1:%u/\n", sim.port);
    fflush(stdout);

    sigwait(&ends, &got);
    life_stop();
    http_stop();
    notify_stop();
    pthread_join(expiry, NULL);
    book_close();
    rsa_close();
    return 0;
}
