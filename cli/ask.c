/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <strings.h>
#include <termios.h>
#include <unistd.h>

#define LONGEST 1024

static struct termios before; /* how the terminal was, while `quiet` */
static volatile sig_atomic_t quiet;

void ask_restore(void)
{
    if (quiet)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
    quiet = 0;
}

/* What is typed ahead is kept: it may come from a program. */
static void echo_off(void)
{
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return;
    struct termios now = before;
    now.c_lflag &= (tcflag_t)~ECHO;
    now.c_lflag |= ECHONL;
    quiet = 1;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &now);
}

/* A line of standard input without its end, read byte by byte: what follows it is somebody else's. */
static enum err read_line(struct cli *cli, char text[static LONGEST])
{
    size_t n = 0;
    for (char c; n < LONGEST;) {
        ssize_t got = read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || c == '\n') {
            text[n] = '\0';
            if (n && text[n - 1] == '\r')
                text[n - 1] = '\0';
            if (got <= 0 && n == 0)
                return cli_fail(cli, E_USAGE, "%s", tr(cli->lang, N_("standard input is empty")));
            return E_OK;
        }
        text[n++] = c;
    }
    return cli_fail(cli, E_USAGE, "%s", tr(cli->lang, N_("this line is too long")));
}

enum err ask_yes(struct cli *cli, const char *question)
{
    char answer[LONGEST];
    if (cli->yes || cli->dry_run)
        return E_OK;
    if (!cli->in_tty || !cli->err_tty)
        return cli_fail(cli, E_USAGE, "%s %s", question,
                        tr(cli->lang, N_("Nobody can be asked here: --yes says that you mean it.")));
    fprintf(stderr, "%s [y/N] ", question);
    if (read_line(cli, answer) != E_OK || (strcasecmp(answer, "y") != 0 && strcasecmp(answer, "yes") != 0))
        return cli_fail(cli, E_INTERRUPTED, "%s", tr(cli->lang, N_("nothing was done")));
    return E_OK;
}

static enum err ask_once(struct cli *cli, const char *prompt, const char **password)
{
    char text[LONGEST];
    echo_off();
    fputs(prompt, stderr);
    enum err e = read_line(cli, text);
    ask_restore();
    if (e == E_OK)
        *password = arena_strdup(cli->mem, text);
    explicit_bzero(text, sizeof(text));
    return e;
}

enum err ask_password(struct cli *cli, bool twice, const char **password)
{
    const char *again;
    if (line_value(&cli->line, "password-stdin")) {
        char text[LONGEST];
        enum err e = read_line(cli, text);
        *password = arena_strdup(cli->mem, e ? "" : text);
        return e;
    }
    if (!cli->in_tty)
        return cli_fail(cli, E_USAGE, "%s",
                        tr(cli->lang, N_("no terminal to ask for the password: --password-stdin reads it")));
    enum err e = ask_once(cli, tr(cli->lang, N_("Password: ")), password);
    if (e || !twice)
        return e;
    e = ask_once(cli, tr(cli->lang, N_("Once more: ")), &again);
    if (!e && strcmp(*password, again) != 0)
        return cli_fail(cli, E_VALIDATION, "%s", tr(cli->lang, N_("these are two different passwords")));
    return e;
}
