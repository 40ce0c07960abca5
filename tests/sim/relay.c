/* SPDX-License-Identifier: MIT */
/* relay - stands between a program and its MariaDB (unix sockets) and breaks what it is told to break: answers
 * that are lost after the work was done, connections cut before or within it, delays, silence. Of the protocol it
 * knows only how bytes make packets, and which of them begin a command. One thread; writes block, which is well
 * where one side waits while the other speaks.
 *
 * Orders come one a line on a socket of their own; each is answered by a line:
 *   cut before SKIP TEXT   closes the connection instead of passing the command on
 *   cut after SKIP TEXT    passes it on, waits for the answer, and closes the connection instead of passing that
 *                          TEXT is a query's whole text, or * for any command; SKIP of them go by first
 *   bytes N                closes the next connection that hears more than N bytes, after these N
 *   delay MS               each command waits so long
 *   stall, go              nothing passes until "go"; connections stay open
 *   reset                  closes all connections
 *   status                 links N commands N struck N
 *   clear                  forgets all of the above */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define LINKS_MAX 256
#define CHUNK     16384
#define COM_QUERY 3

enum when { NEVER, BEFORE, AFTER };

/* One connection: what the client sent is collected until it is a whole packet. */
struct link {
    int client, server; /* client -1: a free place */
    unsigned char *in;
    size_t n, room;
    int64_t due;    /* ms: a command that is delayed until then; 0: none */
    bool lose;      /* the next answer */
    long long left; /* bytes until it is closed; -1: no end */
};

static struct link links[LINKS_MAX];
static const char *to_path;

static struct {
    enum when when;
    int skip, delay;
    bool stalled;
    char text[256];
    long long bytes; /* of the next connection; -1: none */
    unsigned long commands, struck;
} plan = {.bytes = -1};

static void die(const char *what)
{
    fprintf(stderr, "relay: %s: %s\n", what, strerror(errno));
    exit(1);
}

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---------------------------------------------------------------- sockets */

static struct sockaddr_un address_of(const char *path)
{
    struct sockaddr_un a = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof(a.sun_path)) {
        errno = ENAMETOOLONG;
        die(path);
    }
    memcpy(a.sun_path, path, strlen(path) + 1);
    return a;
}

static int listen_at(const char *path)
{
    struct sockaddr_un a = address_of(path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    unlink(path);
    if (fd < 0 || bind(fd, (struct sockaddr *)&a, sizeof(a)) || listen(fd, 128))
        die(path);
    return fd;
}

static int connect_to(const char *path)
{
    struct sockaddr_un a = address_of(path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd >= 0 && connect(fd, (struct sockaddr *)&a, sizeof(a)) == 0)
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

static bool write_all(int fd, const void *p, size_t n)
{
    const char *at = p;
    while (n) {
        ssize_t done = write(fd, at, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        at += done;
        n -= (size_t)done;
    }
    return true;
}

static void link_close(struct link *l)
{
    close(l->client);
    close(l->server);
    free(l->in);
    *l = (struct link){.client = -1};
}

static void link_open(int listener)
{
    struct link *l = links;
    int client = accept(listener, NULL, NULL), server = connect_to(to_path);
    while (l < links + LINKS_MAX && l->client >= 0)
        l++;
    if (client < 0 || server < 0 || l == links + LINKS_MAX) {
        close(client);
        close(server);
        return;
    }
    *l = (struct link){.client = client, .server = server, .left = plan.bytes};
    plan.bytes = -1;
}

/* ---------------------------------------------------------------- from the client */

/* Does the plan mean this packet? Counts it, and strikes once. */
static enum when judge(const unsigned char *packet, size_t n)
{
    size_t len = strlen(plan.text);
    bool query = n > 5 && packet[4] == COM_QUERY && n - 5 == len && memcmp(packet + 5, plan.text, len) == 0;
    enum when when = plan.when;
    if (when == NEVER || !(query || strcmp(plan.text, "*") == 0) || plan.skip-- > 0)
        return NEVER;
    plan.when = NEVER;
    plan.struck++;
    return when;
}

/* The length of the packet at the front of what is collected, 0 while it is not whole. */
static size_t packet_length(const struct link *l)
{
    size_t n = l->n < 4 ? 0 : 4 + (l->in[0] | (size_t)l->in[1] << 8 | (size_t)l->in[2] << 16);
    return n && l->n >= n ? n : 0;
}

/* A command is the first packet of an exchange: its sequence number is 0. */
static bool is_command(const struct link *l, size_t n)
{
    return l->in[3] == 0 && n > 4;
}

static bool must_wait(struct link *l, size_t n)
{
    if (!plan.delay || !is_command(l, n))
        return false;
    if (!l->due)
        l->due = now_ms() + plan.delay;
    return now_ms() < l->due;
}

/* Passes on what is whole and due. */
static void forward(struct link *l)
{
    for (size_t n; (n = packet_length(l)) && !must_wait(l, n);) {
        enum when when = NEVER;
        l->due = 0;
        if (is_command(l, n)) {
            plan.commands++;
            when = judge(l->in, n);
        }
        l->lose = l->lose || when == AFTER;
        if (when == BEFORE || !write_all(l->server, l->in, n)) {
            link_close(l);
            return;
        }
        l->n -= n;
        memmove(l->in, l->in + n, l->n);
    }
}

static void from_client(struct link *l)
{
    if (l->room - l->n < CHUNK) {
        l->room = 2 * l->room + CHUNK;
        l->in = realloc(l->in, l->room);
        if (!l->in)
            die("memory");
    }
    ssize_t n = read(l->client, l->in + l->n, CHUNK);
    if (n <= 0) {
        link_close(l);
        return;
    }
    l->n += (size_t)n;
    forward(l);
}

/* ---------------------------------------------------------------- from the server */

static void from_server(struct link *l)
{
    char buf[CHUNK];
    ssize_t n = read(l->server, buf, sizeof(buf));
    bool over = l->left >= 0 && n > l->left;
    if (over)
        plan.struck++;
    if (n > 0 && over)
        n = (ssize_t)l->left;
    bool passed = n > 0 && !l->lose && write_all(l->client, buf, (size_t)n);
    if (l->left >= 0)
        l->left -= n;
    if (!passed || over)
        link_close(l);
}

/* ---------------------------------------------------------------- orders */

static void close_all(void)
{
    for (struct link *l = links; l < links + LINKS_MAX; l++)
        if (l->client >= 0)
            link_close(l);
}

static int count_links(void)
{
    int n = 0;
    for (struct link *l = links; l < links + LINKS_MAX; l++)
        n += l->client >= 0;
    return n;
}

static void clear(void)
{
    plan.when = NEVER;
    plan.delay = 0;
    plan.stalled = false;
    plan.bytes = -1;
}

static bool obey(const char *line)
{
    char when[8], text[sizeof(plan.text)];
    int skip;
    if (sscanf(line, "cut %7s %d %255[^\n]", when, &skip, text) == 3) {
        if ((strcmp(when, "before") && strcmp(when, "after")) || skip < 0)
            return false;
        plan.when = strcmp(when, "before") == 0 ? BEFORE : AFTER;
        plan.skip = skip;
        memcpy(plan.text, text, sizeof(text));
        return true;
    }
    if (sscanf(line, "delay %d", &plan.delay) == 1 || sscanf(line, "bytes %lld", &plan.bytes) == 1)
        return true;
    if (strcmp(line, "reset") == 0)
        close_all();
    else if (strcmp(line, "clear") == 0)
        clear();
    else if (strcmp(line, "stall") == 0 || strcmp(line, "go") == 0)
        plan.stalled = *line == 's';
    else
        return strcmp(line, "status") == 0;
    return true;
}

/* One connection, one order. */
static void take_order(int control)
{
    char line[512], reply[128];
    size_t n = 0;
    int fd = accept(control, NULL, NULL);
    for (ssize_t got; n < sizeof(line) - 1 && (got = read(fd, line + n, sizeof(line) - 1 - n)) > 0;) {
        n += (size_t)got;
        if (line[n - 1] == '\n')
            break;
    }
    line[n ? n - 1 : 0] = '\0';
    if (obey(line))
        snprintf(reply, sizeof(reply), "links %d commands %lu struck %lu\n", count_links(), plan.commands,
                 plan.struck);
    else
        snprintf(reply, sizeof(reply), "what is this?\n");
    write_all(fd, reply, strlen(reply));
    close(fd);
}

/* ---------------------------------------------------------------- the loop */

static int time_to_wait(void)
{
    int64_t first = INT64_MAX;
    for (struct link *l = links; l < links + LINKS_MAX; l++)
        if (l->client >= 0 && l->due && l->due < first)
            first = l->due;
    int64_t wait = first - now_ms();
    return first == INT64_MAX || plan.stalled ? -1 : wait > 0 ? (int)wait : 0;
}

/* The places 2k+2 and 2k+3 belong to link k; poll() leaves out what is negative. */
static void watch(struct pollfd *fds)
{
    for (int k = 0; k < LINKS_MAX; k++) {
        bool open = links[k].client >= 0 && !plan.stalled;
        fds[2 * k + 2] = (struct pollfd){open && !links[k].due ? links[k].client : -1, POLLIN, 0};
        fds[2 * k + 3] = (struct pollfd){open ? links[k].server : -1, POLLIN, 0};
    }
}

static void serve(const struct pollfd *fds)
{
    for (int k = 0; k < LINKS_MAX && !plan.stalled; k++) {
        struct link *l = &links[k];
        int client = l->client, server = l->server;
        if (client >= 0 && fds[2 * k + 2].fd == client && fds[2 * k + 2].revents)
            from_client(l);
        else if (client >= 0 && l->due)
            forward(l);
        if (l->client >= 0 && l->client == client && fds[2 * k + 3].fd == server && fds[2 * k + 3].revents)
            from_server(l);
    }
}

int main(int argc, char **argv)
{
    static struct pollfd fds[2 * LINKS_MAX + 2];
    if (argc != 4) {
        fputs("usage: relay LISTEN-SOCKET TO-SOCKET CONTROL-SOCKET\n", stderr);
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    for (int k = 0; k < LINKS_MAX; k++)
        links[k].client = -1;
    to_path = argv[2];
    fds[0] = (struct pollfd){listen_at(argv[1]), POLLIN, 0};
    fds[1] = (struct pollfd){listen_at(argv[3]), POLLIN, 0};
    for (;;) {
        watch(fds);
        if (poll(fds, 2 * LINKS_MAX + 2, time_to_wait()) < 0 && errno != EINTR)
            die("poll");
        serve(fds);
        if (fds[0].revents)
            link_open(fds[0].fd);
        if (fds[1].revents)
            take_order(fds[1].fd);
    }
}
