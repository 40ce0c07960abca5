/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>

#include "tests/sim/alipay_sim/life.h"

#define BODY_MAX    65536
#define SLOW_STEP   100 /* ms */
#define IDLE_MAX    30U /* seconds */
#define CONNECTIONS 256U

static struct MHD_Daemon *server;

/* One request while it comes in. */
struct exchange {
    char *target; /* path and query, undecoded */
    char *body;
    size_t n;
    bool begun, too_large;
};

static void *on_target(void *cls, const char *target, struct MHD_Connection *connection)
{
    (void)cls, (void)connection;
    struct exchange *x = calloc(1, sizeof(*x));
    if (x)
        x->target = strdup(target);
    return x;
}

static void on_completed(void *cls, struct MHD_Connection *connection, void **con_cls,
                         enum MHD_RequestTerminationCode how)
{
    (void)cls, (void)connection, (void)how;
    struct exchange *x = *con_cls;
    if (!x)
        return;
    free(x->target);
    free(x->body);
    free(x);
    *con_cls = NULL;
}

static void collect(struct exchange *x, const char *data, size_t n)
{
    char *body = x->n + n <= BODY_MAX ? realloc(x->body, x->n + n + 1) : NULL;
    if (!body || memchr(data, '\0', n)) {
        x->too_large = true;
        x->body = body ? body : x->body;
        return;
    }
    memcpy(body + x->n, data, n);
    x->body = body;
    x->n += n;
    x->body[x->n] = '\0';
}

/* ---------------------------------------------------------------- replies */

struct trickle {
    char *body;
    size_t n;
};

static ssize_t give_a_byte(void *cls, uint64_t pos, char *buf, size_t max)
{
    struct trickle *t = cls;
    if (pos >= t->n || max == 0 || !life_pause(SLOW_STEP))
        return MHD_CONTENT_READER_END_WITH_ERROR;
    buf[0] = t->body[pos];
    return 1;
}

static void free_trickle(void *cls)
{
    struct trickle *t = cls;
    free(t->body);
    free(t);
}

static struct MHD_Response *respond(const struct reply *r)
{
    struct trickle *t = r->slow ? malloc(sizeof(*t)) : NULL;
    if (!t)
        return MHD_create_response_from_buffer(r->n, r->body, MHD_RESPMEM_MUST_FREE);
    *t = (struct trickle){r->body, r->n};
    return MHD_create_response_from_callback(r->n, 1, give_a_byte, t, free_trickle);
}

static void add(struct MHD_Response *response, const char *name, const char *value)
{
    if (value && MHD_add_response_header(response, name, value) != MHD_YES)
        fprintf(stderr, "alipay-sim: a value that cannot be sent as %s\n", name);
}

static enum MHD_Result send_reply(struct MHD_Connection *connection, struct reply *r)
{
    if (!life_pause(r->delay_ms) || r->drop) {
        free(r->body);
        free(r->location);
        free(r->policy);
        return MHD_NO;
    }
    struct MHD_Response *response = respond(r);
    add(response, "Content-Type", r->type);
    add(response, "Location", r->location);
    add(response, "Content-Security-Policy", r->policy);
    add(response, "Allow", r->allow);
    add(response, "X-Frame-Options", "DENY");
    add(response, "X-Content-Type-Options", "nosniff");
    add(response, "Referrer-Policy", "no-referrer");
    add(response, "Cache-Control", "no-store");
    enum MHD_Result sent = MHD_queue_response(connection, r->status, response);
    MHD_destroy_response(response);
    free(r->location);
    free(r->policy);
    return sent;
}

static enum MHD_Result on_request(void *cls, struct MHD_Connection *connection, const char *path,
                                  const char *method, const char *version, const char *data, size_t *n,
                                  void **con_cls)
{
    (void)path, (void)version;
    http_answer *const *answer = cls;
    struct exchange *x = *con_cls;
    if (!x || !x->target)
        return MHD_NO;
    if (!x->begun) {
        x->begun = true;
        return MHD_YES;
    }
    if (*n) {
        collect(x, data, *n);
        *n = 0;
        return MHD_YES;
    }
    struct reply reply = {.status = 200, .type = "text/plain; charset=utf-8"};
    char *query = strchr(x->target, '?');
    if (query)
        *query++ = '\0';
    const char *type = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Type");
    const struct request req = {method, x->target, query ? query : "", type ? type : "",
                                x->body ? x->body : ""};
    if (x->too_large)
        reply.status = 413;
    else
        (*answer)(&req, &reply);
    return send_reply(connection, &reply);
}

unsigned http_start(unsigned port, http_answer *answer)
{
    static http_answer *kept;
    kept = answer;
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    server = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_ITC,
                              (uint16_t)port, NULL, NULL, on_request, &kept, MHD_OPTION_SOCK_ADDR, &at,
                              MHD_OPTION_URI_LOG_CALLBACK, on_target, NULL, MHD_OPTION_NOTIFY_COMPLETED,
                              on_completed, NULL, MHD_OPTION_CONNECTION_TIMEOUT, IDLE_MAX,
                              MHD_OPTION_CONNECTION_LIMIT, CONNECTIONS, MHD_OPTION_END);
    if (!server)
        die("port %u of 127.0.0.1 cannot be had: %m", port);
    return MHD_get_daemon_info(server, MHD_DAEMON_INFO_BIND_PORT)->port;
}

void http_stop(void)
{
    MHD_stop_daemon(server);
}
