/* SPDX-License-Identifier: MIT */
/* One libmicrohttpd daemon a processor, each with its own epoll loop, and one thread of our own that accepts
 * and deals connections out in turn, which evens the load. A request goes NEW -> BODY -> (suspended: a worker
 * has it) -> READY; a refused one with a body of moderate size is read to its end first, so that the client
 * gets to read the answer. */
#include "server/http/mhd.h"

#include "common/clock.h"
#include "common/log.h"
#include "common/str.h"
#include "common/xalloc.h"
#include "server/http/guard.h"
#include "server/http/listen.h"
#include "server/http/router.h"
#include "server/http/workers.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <poll.h>
#include <pthread.h>
#include <sodium.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#define IDLE_SECONDS      30
#define CONNECTION_MEMORY (16 * 1024)
#define DISCARD_MAX       (1024 * 1024)
#define MAX_DAEMONS       64

enum phase { PHASE_NEW, PHASE_BODY, PHASE_DISCARD, PHASE_WORKING, PHASE_READY };

struct io {
    struct request rq;
    struct MHD_Connection *conn;
    enum phase phase;
    size_t discarded;
};

static struct {
    struct app *app;
    struct MHD_Daemon *daemons[MAX_DAEMONS];
    int n_daemons, listen_fd, stop_fd;
    pthread_t acceptor;
    atomic_int in_flight;
    bool by_unix;
} srv = {.listen_fd = -1, .stop_fd = -1};

/* The first thing that libmicrohttpd tells of a request is its raw target; what we return is its context. */
static void *on_target(void *cls, const char *target, struct MHD_Connection *conn)
{
    (void)cls;
    struct arena *mem = arena_new(REQUEST_ARENA_MAX);
    struct io *io = ARENA_NEW(mem, struct io);
    io->conn = conn;
    io->rq = (struct request){.mem = mem,
                              .target = arena_strdup(mem, target),
                              .started_us = clock_mono_us(),
                              .body_length = -1,
                              .lang = lang_find(srv.app->cfg.shop_language, LANG_ZH),
                              .reply = {.mem = mem}};
    io->rq.io = io;
    atomic_fetch_add(&srv.in_flight, 1);
    return io;
}

static void on_completed(void *cls, struct MHD_Connection *conn, void **con_cls, enum MHD_RequestTerminationCode code)
{
    (void)cls, (void)conn, (void)code;
    struct io *io = *con_cls;
    if (!io)
        return;
    *con_cls = NULL;
    arena_free(io->rq.mem);
    atomic_fetch_sub(&srv.in_flight, 1);
}

static enum MHD_Result on_header(void *cls, enum MHD_ValueKind kind, const char *name, size_t name_n, const char *value,
                                 size_t value_n)
{
    (void)kind;
    struct request *rq = cls;
    /* A NUL inside becomes a byte that the guard refuses. */
    char *v = arena_dup(rq->mem, value ? value : "", value_n);
    for (size_t i = 0; i < value_n; i++)
        if (!v[i])
            v[i] = '\1';
    rq->headers = arena_grow(rq->mem, rq->headers, rq->n_headers * sizeof(struct pair),
                             (rq->n_headers + 1) * sizeof(struct pair));
    rq->headers[rq->n_headers++] = (struct pair){arena_dup(rq->mem, name, name_n), v};
    return MHD_YES;
}

static const char *peer_of(struct request *rq, struct MHD_Connection *conn)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(conn, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct sockaddr *sa = info ? info->client_addr : NULL;
    char buf[64] = "unix";
    if (srv.by_unix || !sa)
        return arena_strdup(rq->mem, buf);
    if (sa->sa_family == AF_INET)
        inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)sa)->sin_addr, buf, sizeof(buf));
    else if (sa->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)(const void *)sa)->sin6_addr, buf, sizeof(buf));
    return arena_strdup(rq->mem, buf);
}

static const char *request_id(struct request *rq)
{
    const char *given = request_header(rq, "X-Request-Id");
    unsigned char raw[12];
    char *id = arena_alloc(rq->mem, 32);
    if (given && guard_request_id(given))
        return given;
    randombytes_buf(raw, sizeof(raw));
    sodium_bin2hex(id, 32, raw, sizeof(raw));
    return id;
}

static enum MHD_Result send_reply(struct io *io)
{
    struct reply *r = &io->rq.reply;
    union {
        const char *from;
        void *to;
    } body = {.from = r->body ? r->body : ""};
    struct MHD_Response *response = MHD_create_response_from_buffer(r->body ? r->n : 0, body.to, MHD_RESPMEM_PERSISTENT);
    if (!response)
        return MHD_NO;
    if (r->body && r->type)
        MHD_add_response_header(response, "Content-Type", r->type);
    for (size_t i = 0; i < r->n_headers; i++)
        MHD_add_response_header(response, r->headers[i].name, r->headers[i].value);
    if (srv.app->draining)
        MHD_add_response_header(response, "Connection", "close");
    enum MHD_Result ok = MHD_queue_response(io->conn, (unsigned)r->status, response);
    MHD_destroy_response(response);
    return ok;
}

/* The request is not for us: answer now, or after the body where it is short enough to be read away. */
static enum MHD_Result refuse(struct io *io, enum err e, const char *why)
{
    router_refuse(srv.app, &io->rq, e, why);
    if (io->rq.body_length > 0 && io->rq.body_length <= DISCARD_MAX) {
        io->phase = PHASE_DISCARD;
        return MHD_YES;
    }
    io->phase = PHASE_READY;
    return send_reply(io);
}

static enum MHD_Result on_first(struct io *io, const char *method, const char *version)
{
    struct request *rq = &io->rq;
    const char *why = NULL;
    rq->method = arena_strdup(rq->mem, method);
    MHD_get_connection_values_n(io->conn, MHD_HEADER_KIND, on_header, rq);
    rq->peer = peer_of(rq, io->conn);
    rq->id = request_id(rq);
    rq->lang = lang_accept(request_header(rq, "Accept-Language"), rq->lang);
    enum err e = guard_headers(rq, REQUEST_BODY_MAX, &why);
    if (!e)
        e = guard_target(rq, &why);
    if (!e && !str_eq(version, "HTTP/1.1") && !str_eq(version, "HTTP/1.0")) {
        e = E_BAD_REQUEST;
        why = N_("this version of HTTP is not spoken here");
    }
    if (e)
        return refuse(io, e, why);
    io->phase = PHASE_BODY;
    if (rq->body_length > 0)
        rq->body = arena_alloc(rq->mem, (size_t)rq->body_length + 1);
    return MHD_YES;
}

static enum MHD_Result on_data(struct io *io, const char *data, size_t *n)
{
    struct request *rq = &io->rq;
    size_t got = *n;
    *n = 0;
    if (io->phase != PHASE_BODY) {
        io->discarded += got;
        return io->discarded <= DISCARD_MAX ? MHD_YES : MHD_NO;
    }
    if (rq->body_length < 0 || got > (size_t)rq->body_length - rq->body_n)
        return MHD_NO; /* more than was announced */
    memcpy(rq->body + rq->body_n, data, got);
    rq->body_n += got;
    return MHD_YES;
}

/* Suspended first and queued then: the worker may be done before this function returns. */
static enum MHD_Result dispatch(struct io *io)
{
    enum lane lane = router_lane(&io->rq);
    if (lane == LANE_INLINE) {
        router_run(srv.app, &io->rq);
        io->phase = PHASE_READY;
        return send_reply(io);
    }
    io->phase = PHASE_WORKING;
    MHD_suspend_connection(io->conn);
    if (!workers_put(io, lane == LANE_SLOW)) {
        router_refuse(srv.app, &io->rq, E_UNAVAILABLE, NULL);
        io->phase = PHASE_READY;
        MHD_resume_connection(io->conn);
    }
    return MHD_YES;
}

static void run_job(void *job)
{
    struct io *io = job;
    router_run(srv.app, &io->rq);
    io->phase = PHASE_READY;
    MHD_resume_connection(io->conn);
}

static enum MHD_Result on_request(void *cls, struct MHD_Connection *conn, const char *url, const char *method,
                                  const char *version, const char *data, size_t *n, void **con_cls)
{
    (void)cls, (void)url, (void)conn;
    struct io *io = *con_cls;
    if (!io)
        return MHD_NO;
    switch (io->phase) {
    case PHASE_NEW:
        return on_first(io, method, version);
    case PHASE_BODY:
        return *n ? on_data(io, data, n) : dispatch(io);
    case PHASE_DISCARD:
        if (*n)
            return on_data(io, data, n);
        io->phase = PHASE_READY;
        return send_reply(io);
    case PHASE_READY:
        return send_reply(io);
    default: /* woken while a worker has it: nothing to do yet */
        return MHD_YES;
    }
}

/* libmicrohttpd must not decode: the guard works on what was really sent. */
static size_t keep_encoded(void *cls, struct MHD_Connection *conn, char *s)
{
    (void)cls, (void)conn;
    return strlen(s);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void on_log(void *cls, const char *fmt, va_list ap)
{
    char line[512];
    (void)cls;
    vsnprintf(line, sizeof(line), fmt, ap);
    line[strcspn(line, "\r\n")] = '\0';
    log_debug("libmicrohttpd: %s", line);
}
#pragma GCC diagnostic pop

static struct MHD_Daemon *start_daemon(unsigned connections)
{
    return MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME |
                                MHD_USE_ITC | MHD_USE_ERROR_LOG,
                            0, NULL, NULL, on_request, NULL, MHD_OPTION_EXTERNAL_LOGGER, on_log, NULL,
                            MHD_OPTION_CONNECTION_LIMIT, connections, MHD_OPTION_CONNECTION_TIMEOUT,
                            (unsigned)IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
                            MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK, on_target, NULL,
                            MHD_OPTION_UNESCAPE_CALLBACK, keep_encoded, NULL, MHD_OPTION_NOTIFY_COMPLETED, on_completed,
                            NULL, MHD_OPTION_END);
}

static void *accept_loop(void *arg)
{
    (void)arg;
    struct pollfd fds[2] = {{.fd = srv.listen_fd, .events = POLLIN}, {.fd = srv.stop_fd, .events = POLLIN}};
    for (unsigned turn = 0;; turn++) {
        struct sockaddr_storage addr;
        socklen_t len = sizeof(addr);
        if (poll(fds, 2, -1) > 0 && fds[1].revents)
            return NULL;
        int fd = accept4(srv.listen_fd, (struct sockaddr *)&addr, &len, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0) {
            if (errno == EMFILE || errno == ENFILE || errno == ENOMEM)
                usleep(20000); /* out of descriptors: do not spin */
            continue;
        }
        listen_no_delay(fd, srv.by_unix);
        if (MHD_add_connection(srv.daemons[turn % (unsigned)srv.n_daemons], fd, (struct sockaddr *)&addr, len) != MHD_YES)
            log_warn("a connection was refused: too many, or no memory");
    }
}

bool mhd_open(struct app *app)
{
    srv.app = app;
    int n = app->cfg.http_io_threads ? (int)app->cfg.http_io_threads : (int)sysconf(_SC_NPROCESSORS_ONLN);
    n = n < 1 ? 1 : n > MAX_DAEMONS ? MAX_DAEMONS : n;
    srv.listen_fd = listen_open(app->cfg.http_listen, &srv.by_unix);
    srv.stop_fd = eventfd(0, EFD_CLOEXEC);
    if (srv.listen_fd < 0 || srv.stop_fd < 0 || !workers_open((int)app->cfg.http_workers, run_job))
        return false;
    for (; srv.n_daemons < n; srv.n_daemons++) {
        srv.daemons[srv.n_daemons] = start_daemon((unsigned)(app->cfg.http_connections / n));
        if (!srv.daemons[srv.n_daemons]) {
            fputs("http: the I/O threads cannot be started\n", stderr);
            return false;
        }
    }
    return pthread_create(&srv.acceptor, NULL, accept_loop, NULL) == 0;
}

void mhd_close(int seconds)
{
    uint64_t one = 1;
    if (write(srv.stop_fd, &one, sizeof(one)) == sizeof(one))
        pthread_join(srv.acceptor, NULL);
    close(srv.listen_fd);
    listen_remove(srv.app->cfg.http_listen);
    /* Clients that wait for a reply get it, marked as the connection's last one; quiet for 0.2 s is the end. */
    int64_t until = clock_mono_us() + seconds * 1000000LL, quiet_since = clock_mono_us();
    while (clock_mono_us() < until && clock_mono_us() - quiet_since < 200000) {
        if (atomic_load(&srv.in_flight))
            quiet_since = clock_mono_us();
        usleep(5000);
    }
    workers_close();
    for (int i = 0; i < srv.n_daemons; i++)
        MHD_stop_daemon(srv.daemons[i]);
    close(srv.stop_fd);
}
