/* SPDX-License-Identifier: MIT */
/* The session's token: one line in a file of mode 0600, below a folder of mode 0700. It is never on a command
 * line, in the environment, in a log or in --debug's output. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LONGEST 4096

static enum err no_place(struct cli *cli)
{
    return cli_fail(cli, E_USAGE, "%s",
                    tr(cli->lang, N_("no place for the token: set HOME or --token-file")));
}

static enum err failed(struct cli *cli, const char *file)
{
    return cli_fail(cli, E_INTERNAL, "%s: %s", file, strerror(errno));
}

/* A token is what may stand in a header: printable ASCII without blanks. */
static bool is_token(const char *s)
{
    for (const char *c = s; *c; c++)
        if (*c <= ' ' || *c > '~')
            return false;
    return *s;
}

static enum err read_token(struct cli *cli, int fd, const char **token)
{
    char text[LONGEST];
    struct stat st;
    if (fstat(fd, &st) != 0)
        return failed(cli, cli->token_file);
    if (st.st_mode & (S_IRWXG | S_IRWXO)) {
        cli_fail(cli, E_FORBIDDEN, tr(cli->lang, N_("%s: others can read this token file")), cli->token_file);
        cli_hint(cli, arena_printf(cli->mem, "chmod 600 %s", cli->token_file));
        return E_FORBIDDEN;
    }
    ssize_t n = read(fd, text, sizeof(text) - 1);
    if (n < 0)
        return failed(cli, cli->token_file);
    text[n] = '\0';
    text[strcspn(text, "\r\n")] = '\0';
    if (n == sizeof(text) - 1 || !is_token(text))
        return cli_fail(cli, E_FORBIDDEN, tr(cli->lang, N_("%s holds no token")), cli->token_file);
    *token = arena_strdup(cli->mem, text);
    return E_OK;
}

enum err token_load(struct cli *cli, const char **token)
{
    *token = NULL;
    if (!cli->token_file)
        return E_OK;
    int fd = open(cli->token_file, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return errno == ENOENT || errno == ENOTDIR ? E_OK : failed(cli, cli->token_file);
    enum err e = read_token(cli, fd, token);
    close(fd);
    return e;
}

/* The folders on the way, for us alone. */
static void make_folders(struct cli *cli)
{
    char *path = arena_strdup(cli->mem, cli->token_file);
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0700); /* what is in the way shows when the file is made */
        *slash = '/';
    }
}

static bool write_whole(int fd, const char *text)
{
    size_t n = strlen(text);
    while (n) {
        ssize_t done = write(fd, text, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        text += done;
        n -= (size_t)done;
    }
    return true;
}

/* Written beside and renamed, so that there is never half a token. mkstemp() makes files of mode 0600. */
enum err token_save(struct cli *cli, const char *token)
{
    if (!cli->token_file)
        return no_place(cli);
    if (!is_token(token))
        return cli_fail(cli, E_INTERNAL, "%s", tr(cli->lang, N_("the server's token can't be used")));
    make_folders(cli);
    char *beside = arena_printf(cli->mem, "%s.XXXXXX", cli->token_file);
    int fd = mkstemp(beside);
    if (fd < 0)
        return failed(cli, cli->token_file);
    bool done = write_whole(fd, token) && write_whole(fd, "\n") && fsync(fd) == 0;
    done = close(fd) == 0 && done && rename(beside, cli->token_file) == 0;
    if (done)
        return E_OK;
    enum err e = failed(cli, cli->token_file);
    unlink(beside);
    return e;
}

enum err token_drop(struct cli *cli)
{
    if (cli->token_file && unlink(cli->token_file) != 0 && errno != ENOENT && errno != ENOTDIR)
        return failed(cli, cli->token_file);
    return E_OK;
}
