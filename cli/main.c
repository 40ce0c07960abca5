/* SPDX-License-Identifier: MIT */
/* shopctl: the mall from a shell. Reads the line, runs the command, turns the result into the exit code. */
#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

/* Nothing has to be undone here: a token file is replaced in one step, a key makes a repeat harmless. */
static void interrupted(int signal_number)
{
    (void)signal_number;
    ask_restore();
    _exit(err_exit(E_INTERRUPTED));
}

/* A reader that goes away early (`| head`) is no error; a full disk is. */
static enum err close_output(struct cli *cli, enum err e)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return e;
    if (errno == EPIPE)
        return e;
    return cli_fail(cli, E_INTERNAL, "%s", tr(cli->lang, N_("the output could not be written")));
}

int main(int argc, char **argv)
{
    struct cli cli = {.mem = arena_new(SIZE_MAX)};
    struct sigaction act = {.sa_handler = interrupted};
    sigaction(SIGINT, &act, NULL);
    signal(SIGPIPE, SIG_IGN);
    const char **words = arena_array(cli.mem, (size_t)argc, sizeof(*words));
    for (int i = 1; i < argc; i++)
        words[i - 1] = argv[i];
    enum err e = cli_options(&cli, argc > 0 ? argc - 1 : 0, words);
    if (!e)
        e = cli_run(&cli);
    e = close_output(&cli, e);
    client_free(cli.client);
    arena_free(cli.mem);
    return err_exit(e);
}
