/* SPDX-License-Identifier: MIT */
#include "server/config.h"

#include "common/num.h"
#include "common/str.h"
#include "common/xalloc.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <ini.h>
#include <stddef.h>
#include <sys/stat.h>
#include <unistd.h>

enum kind { KIND_STR, KIND_INT, KIND_BOOL };

static const struct setting {
    const char *section, *key, *def, *about;
    enum kind kind;
    size_t offset;
    int64_t lo, hi;
} settings[] = {
#define STR(s, k, d, about)         {#s, #k, d, about, KIND_STR, offsetof(struct config, s##_##k), 0, 0},
#define INT(s, k, d, lo, hi, about) {#s, #k, #d, about, KIND_INT, offsetof(struct config, s##_##k), lo, hi},
#define BOOL(s, k, d, about)        {#s, #k, #d, about, KIND_BOOL, offsetof(struct config, s##_##k), 0, 0},
    CONFIG_TABLE(STR, INT, BOOL)
#undef STR
#undef INT
#undef BOOL
};

#define COUNT (sizeof(settings) / sizeof(settings[0]))

static bool set(struct config *cfg, const struct setting *s, const char *value, const char *where)
{
    char *at = (char *)cfg + s->offset;
    if (s->kind == KIND_STR) {
        union {
            const char *text;
            char *own;
        } *v = (void *)at;
        if (v->text != s->def)
            free(v->own);
        v->text = value == s->def ? value : xstrdup(value);
        return true;
    }
    if (s->kind == KIND_BOOL) {
        bool yes = str_eq(value, "yes") || str_eq(value, "true");
        if (!yes && !str_eq(value, "no") && !str_eq(value, "false")) {
            fprintf(stderr, "%s: %s.%s: '%s' is neither yes nor no\n", where, s->section, s->key, value);
            return false;
        }
        *(bool *)(void *)at = yes;
        return true;
    }
    if (!num_parse(value, s->lo, s->hi, (int64_t *)(void *)at)) {
        fprintf(stderr, "%s: %s.%s: '%s' is not a number from %lld to %lld\n", where, s->section, s->key, value,
                (long long)s->lo, (long long)s->hi);
        return false;
    }
    return true;
}

struct reading {
    struct config *cfg;
    const char *name;
    FILE *file;
    int line; /* Debian's inih does not tell, so the reader counts */
    bool ok;
};

static char *next_line(char *buf, int n, void *arg)
{
    struct reading *r = arg;
    char *got = fgets(buf, n, r->file);
    r->line += got != NULL;
    return got;
}

static int on_setting(void *arg, const char *section, const char *key, const char *value)
{
    struct reading *r = arg;
    char where[512];
    snprintf(where, sizeof(where), "%s:%d", r->name, r->line);
    for (size_t i = 0; i < COUNT; i++)
        if (str_eq(settings[i].section, section) && str_eq(settings[i].key, key)) {
            r->ok = set(r->cfg, &settings[i], value, where) && r->ok;
            return 1;
        }
    fprintf(stderr, "%s: there is no setting %s.%s\n", where, section, key);
    r->ok = false;
    return 1;
}

static bool from_environment(struct config *cfg)
{
    bool ok = true;
    for (size_t i = 0; i < COUNT; i++) {
        char name[96];
        snprintf(name, sizeof(name), "SHOPD_%s_%s", settings[i].section, settings[i].key);
        for (char *p = name; *p; p++)
            *p = (char)toupper((unsigned char)*p);
        const char *value = getenv(name);
        if (value)
            ok = set(cfg, &settings[i], value, name) && ok;
    }
    return ok;
}

static bool from_file(struct config *cfg, const char *name)
{
    struct reading r = {.cfg = cfg, .name = name, .file = fopen(name, "re"), .ok = true};
    if (!r.file) {
        fprintf(stderr, "%s: %s\n", name, strerror(errno));
        return false;
    }
    int bad = ini_parse_stream(next_line, &r, on_setting, &r);
    fclose(r.file);
    if (bad)
        fprintf(stderr, "%s:%d: this line cannot be read\n", name, bad);
    return !bad && r.ok;
}

bool config_load(struct config *cfg, const char *file)
{
    *cfg = (struct config){0};
    for (size_t i = 0; i < COUNT; i++)
        if (!set(cfg, &settings[i], settings[i].def, "built-in default"))
            return false;
    bool ok = !file || from_file(cfg, file);
    return from_environment(cfg) && ok;
}

static bool is_private(const char *what, const char *path, int fd)
{
    struct stat st;
    if (fstat(fd, &st) < 0) {
        fprintf(stderr, "%s: %s: %s\n", what, path, strerror(errno));
        return false;
    }
    if (st.st_uid != geteuid() && st.st_uid != 0) {
        fprintf(stderr, "%s: %s belongs to another user\n", what, path);
        return false;
    }
    if (st.st_mode & 077) {
        fprintf(stderr, "%s: %s can be read by others: chmod 600 it\n", what, path);
        return false;
    }
    return true;
}

char *config_secret(const char *what, const char *path)
{
    char buf[16384];
    if (!*path) {
        fprintf(stderr, "%s: no file is named for it\n", what);
        return NULL;
    }
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        fprintf(stderr, "%s: %s: %s\n", what, path, strerror(errno));
        return NULL;
    }
    ssize_t n = is_private(what, path, fd) ? read(fd, buf, sizeof(buf) - 1) : -1;
    close(fd);
    while (n > 0 && (buf[n - 1] == '\n' || buf[n - 1] == '\r'))
        n--;
    if (n == 0)
        fprintf(stderr, "%s: %s is empty\n", what, path);
    if (n <= 0)
        return NULL;
    buf[n] = '\0';
    char *secret = xstrdup(buf);
    explicit_bzero(buf, sizeof(buf));
    return secret;
}

void config_print(const struct config *cfg)
{
    const char *section = "";
    for (size_t i = 0; i < COUNT; i++) {
        const struct setting *s = &settings[i];
        const char *at = (const char *)cfg + s->offset;
        if (!str_eq(section, s->section))
            printf("%s[%s]\n", i ? "\n" : "", s->section);
        section = s->section;
        printf("; %s\n%s = ", s->about, s->key);
        if (s->kind == KIND_STR)
            printf("%s\n", *(const char *const *)(const void *)at);
        else if (s->kind == KIND_INT)
            printf("%lld\n", (long long)*(const int64_t *)(const void *)at);
        else
            printf("%s\n", *(const bool *)(const void *)at ? "yes" : "no");
    }
}
