/* SPDX-License-Identifier: MIT */
#include "server/http/listen.h"

#include "common/num.h"
#include "common/str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define BACKLOG 4096

static int fault(int fd, const char *address, const char *why)
{
    fprintf(stderr, "http.listen: %s: %s\n", address, why);
    if (fd >= 0)
        close(fd);
    return -1;
}

/* A socket file that nobody answers is left from a daemon that was killed. */
static bool is_stale(const struct sockaddr_un *sa)
{
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool stale = fd >= 0 && connect(fd, (const struct sockaddr *)sa, sizeof(*sa)) < 0 && errno == ECONNREFUSED;
    if (fd >= 0)
        close(fd);
    return stale;
}

static int listen_unix(const char *address)
{
    struct sockaddr_un sa = {.sun_family = AF_UNIX};
    const char *path = address + 5;
    if (strlen(path) >= sizeof(sa.sun_path))
        return fault(-1, address, "the path is too long for a socket");
    memcpy(sa.sun_path, path, strlen(path) + 1);
    if (is_stale(&sa))
        unlink(path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&sa, sizeof(sa)) < 0 || chmod(path, 0660) < 0 || listen(fd, BACKLOG) < 0)
        return fault(fd, address, strerror(errno));
    return fd;
}

static bool parse(const char *address, struct sockaddr_storage *sa, socklen_t *len)
{
    char host[64];
    const char *colon = strrchr(address, ':');
    int64_t port;
    if (!colon || !num_parse(colon + 1, 1, 65535, &port) || (size_t)(colon - address) >= sizeof(host))
        return false;
    bool six = *address == '[' && colon > address && colon[-1] == ']';
    size_t n = (size_t)(colon - address) - (six ? 2 : 0);
    memcpy(host, address + six, n);
    host[n] = '\0';
    *sa = (struct sockaddr_storage){0};
    if (six) {
        struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)(void *)sa;
        in6->sin6_family = AF_INET6;
        in6->sin6_port = htons((uint16_t)port);
        *len = sizeof(*in6);
        return inet_pton(AF_INET6, host, &in6->sin6_addr) == 1;
    }
    struct sockaddr_in *in4 = (struct sockaddr_in *)(void *)sa;
    in4->sin_family = AF_INET;
    in4->sin_port = htons((uint16_t)port);
    *len = sizeof(*in4);
    return inet_pton(AF_INET, host, &in4->sin_addr) == 1;
}

int listen_open(const char *address, bool *by_unix)
{
    struct sockaddr_storage sa;
    socklen_t len;
    int yes = 1;
    *by_unix = str_starts(address, "unix:");
    if (*by_unix)
        return listen_unix(address);
    if (!parse(address, &sa, &len))
        return fault(-1, address, "is neither address:port nor unix:/path");
    int fd = socket(sa.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes)) < 0 ||
        bind(fd, (struct sockaddr *)&sa, len) < 0 || listen(fd, BACKLOG) < 0)
        return fault(fd, address, strerror(errno));
    return fd;
}

void listen_remove(const char *address)
{
    if (str_starts(address, "unix:"))
        unlink(address + 5);
}

void listen_no_delay(int fd, bool by_unix)
{
    int yes = 1;
    if (!by_unix)
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
}
