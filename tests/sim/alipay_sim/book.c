/* SPDX-License-Identifier: MIT */
#include "tests/sim/alipay_sim/book.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/file.h>
#include <unistd.h>

#include "tests/sim/alipay_sim/life.h"
#include "tests/sim/alipay_sim/values.h"

struct book book;

static const struct {
    const char *name;
    json_t **kind;
} kinds[] = {
    {"checkout", &book.checkout},
    {"trade", &book.trade},
    {"notice", &book.notice},
    {"delivery", &book.delivery},
};
#define KINDS (sizeof(kinds) / sizeof(*kinds))

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static FILE *pages;

static bool read_line(const char *line, size_t n)
{
    json_t *record = json_loadb(line, n, JSON_REJECT_DUPLICATES, NULL);
    json_t *entry = json_object_get(record, "is");
    bool known = false;
    for (size_t i = 0; i < KINDS && json_is_object(entry); i++)
        if (text_is(get_text(record, "kind"), kinds[i].name))
            known = json_object_set(*kinds[i].kind, get_text(record, "key"), entry) == 0;
    json_decref(record);
    return known;
}

/* A last line without its end was never acknowledged to anybody: the writer died in the middle of it. */
static void read_all(const char *file)
{
    char *line = NULL;
    size_t size = 0;
    long number = 0;
    off_t whole = 0;
    for (ssize_t n; (n = getline(&line, &size, pages)) > 0; whole += n) {
        number++;
        if (line[n - 1] != '\n')
            break;
        if (!read_line(line, (size_t)n))
            die("%s, line %ld is no page of a book", file, number);
    }
    free(line);
    if (ftruncate(fileno(pages), whole) != 0)
        die("%s cannot be written: %m", file);
}

void book_open(const char *file)
{
    for (size_t i = 0; i < KINDS; i++)
        *kinds[i].kind = json_object();
    int fd = open(file, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0)
        die("%s cannot be opened: %m", file);
    if (flock(fd, LOCK_EX | LOCK_NB) != 0)
        die("%s is in use by another simulator", file);
    pages = fdopen(fd, "a+");
    rewind(pages);
    read_all(file);
}

void book_close(void)
{
    fclose(pages);
    for (size_t i = 0; i < KINDS; i++)
        json_decref(*kinds[i].kind);
}

void book_lock(void)
{
    pthread_mutex_lock(&lock);
}

void book_unlock(void)
{
    pthread_mutex_unlock(&lock);
}

void book_wait(int64_t ms)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += (time_t)(ms / 1000);
    until.tv_nsec += (long)(ms % 1000) * 1000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_cond_timedwait(&changed, &lock, &until);
}

void book_wake(void)
{
    pthread_cond_broadcast(&changed);
}

void book_save(json_t *kind, const char *key, json_t *entry)
{
    const char *name = "";
    for (size_t i = 0; i < KINDS; i++)
        if (*kinds[i].kind == kind)
            name = kinds[i].name;
    if (json_object_get(kind, key) != entry)
        json_object_set(kind, key, entry);
    char *state = json_dumps(entry, JSON_COMPACT);
    fprintf(pages, "{\"kind\":\"%s\",\"key\":\"%s\",\"is\":%s}\n", name, key, state);
    free(state);
    if (fflush(pages) != 0 || fdatasync(fileno(pages)) != 0)
        die("the book cannot be written: %m");
}
