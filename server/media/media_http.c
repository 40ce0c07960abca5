/* SPDX-License-Identifier: MIT */
/* One folder deep below media.dir: /media/{folder}/{file}. Names are of a small alphabet and are opened below
 * their folder without following links, so that no name leads elsewhere. */
#include "server/media/media_http.h"

#include "common/str.h"
#include "server/app.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define PICTURE_MAX (8 * 1024 * 1024)

static const struct {
    const char *ending, *type;
} types[] = {
    {".svg", "image/svg+xml"}, {".webp", "image/webp"}, {".jpg", "image/jpeg"}, {".png", "image/png"}, {".gif", "image/gif"},
};

static const char *type_of(const char *name)
{
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < sizeof(types) / sizeof(types[0]); i++)
        if (str_eq(dot, types[i].ending))
            return types[i].type;
    return NULL;
}

static bool is_plain(const char *name)
{
    return *name != '.' && !name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_.")];
}

static int open_picture(const char *dir, const char *folder, const char *file)
{
    int root = open(dir, O_PATH | O_DIRECTORY | O_CLOEXEC);
    int sub = root < 0 ? -1 : openat(root, folder, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int fd = sub < 0 ? -1 : openat(sub, file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (sub >= 0)
        close(sub);
    if (root >= 0)
        close(root);
    return fd;
}

static const char *read_picture(struct ctx *c, int fd, size_t *n)
{
    struct stat st;
    if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) || st.st_size > PICTURE_MAX)
        return NULL;
    char *bytes = arena_alloc(c->mem, (size_t)st.st_size + 1);
    ssize_t got;
    for (*n = 0; *n < (size_t)st.st_size && (got = read(fd, bytes + *n, (size_t)st.st_size - *n)) > 0;)
        *n += (size_t)got;
    return *n == (size_t)st.st_size ? bytes : NULL;
}

static enum err get_picture(struct ctx *c, const struct input *in, struct reply *r)
{
    const char *folder = in->word[0], *file = in->word[1], *type = type_of(file), *bytes = NULL;
    size_t n = 0;
    if (!*c->app->cfg.media_dir || !type || !is_plain(folder) || !is_plain(file))
        return E_NOT_FOUND;
    int fd = open_picture(c->app->cfg.media_dir, folder, file);
    if (fd >= 0) {
        bytes = read_picture(c, fd, &n);
        close(fd);
    }
    if (!bytes)
        return E_NOT_FOUND;
    reply_header(r, "Cache-Control", "public, max-age=86400");
    reply_header(r, "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    reply_body(r, 200, type, bytes, n);
    return E_OK;
}

static const struct route rows[] = {
    {"GET", "/media/{folder}/{file}", ACCESS_ANY, .flags = ROUTE_ETAG | ROUTE_NO_SESSION, .run = get_picture,
     .status = 200, .shape = SHAPE_TEXT, .type = "image/*", .about = "A picture"},
};
const struct route_table media_routes = ROUTE_TABLE(rows);
