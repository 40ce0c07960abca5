/* SPDX-License-Identifier: MIT */
/* shopd: the mall's daemon. Reads the command line, blocks signals, opens what the command needs, runs it. */
#include "common/log.h"
#include "common/str.h"
#include "server/commands.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static int help(FILE *to)
{
    fputs("usage: shopd [-c FILE] [COMMAND]\n\ncommands:\n", to);
    for (size_t i = 0; i < command_count; i++)
        fprintf(to, "  %-22s %s\n", commands[i].words, commands[i].about);
    fputs("\nThe configuration is described in shopd.conf(5), the commands in shopd(8).\n", to);
    return to == stdout ? 0 : 2;
}

/* How many of the words the command has are there, if all are. */
static int words_taken(const struct command *cmd, int argc, char **argv)
{
    int n = 0;
    for (const char *p = cmd->words; *p; n++) {
        size_t len = strcspn(p, " ");
        if (n >= argc || strlen(argv[n]) != len || strncmp(argv[n], p, len) != 0)
            return 0;
        p += len + (p[len] == ' ');
    }
    return n;
}

static enum log_level level_of(const char *name)
{
    return str_eq(name, "debug") ? LOG_DEBUG : str_eq(name, "warn") ? LOG_WARN : str_eq(name, "error") ? LOG_ERROR : LOG_INFO;
}

/* No core file holds a key or a token; signals reach the one thread that waits for them. */
static void harden(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    prctl(PR_SET_DUMPABLE, 0);
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

static int run(const struct command *cmd, const char *file, int argc, char **argv)
{
    static struct app app;
    if (!config_load(&app.cfg, file))
        return 1;
    log_open("shopd", level_of(app.cfg.log_level));
    harden();
    if (cmd->store && !app_open(&app))
        return 1;
    int code = cmd->run(&app, argc, argv);
    if (cmd->store)
        app_close(&app);
    return code;
}

int main(int argc, char **argv)
{
    const char *file = NULL;
    int i = 1;
    setvbuf(stdout, NULL, _IOLBF, 0); /* progress is seen as it happens, in a pipe too */
    for (; i < argc && argv[i][0] == '-'; i++) {
        if (str_eq(argv[i], "-h") || str_eq(argv[i], "--help"))
            return help(stdout);
        if (str_eq(argv[i], "--version"))
            return puts("shopd " VERSION) < 0;
        if (!str_eq(argv[i], "-c") || i + 1 == argc)
            return help(stderr);
        file = argv[++i];
    }
    if (i == argc)
        return run(&commands[0], file, 0, NULL);
    for (size_t k = 0; k < command_count; k++) {
        int n = words_taken(&commands[k], argc - i, argv + i);
        if (n)
            return run(&commands[k], file, argc - i - n, argv + i + n);
    }
    return help(stderr);
}
