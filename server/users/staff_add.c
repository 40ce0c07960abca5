/* SPDX-License-Identifier: MIT */
#include "server/users/staff_add.h"

#include "common/str.h"
#include "common/text.h"
#include "server/app.h"
#include "server/http/field.h"
#include "server/store/db/db.h"
#include "server/store/sessions.h"
#include "server/users/passwords.h"
#include "server/users/roles.h"
#include "server/users/users.h"

#include <errno.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

struct request_to_add {
    const char *name, *roles, *email, *hash;
    bool from_stdin;
    struct user user;
    unsigned add; /* roles */
};

static int complain(const char *what)
{
    fprintf(stderr, "shopd: staff add: %s\n", what);
    return 1;
}

static int usage(void)
{
    fputs("usage: shopd staff add NAME --role ROLE[,ROLE...] [--email ADDRESS] [--password-stdin]\n"
          "roles: catalogue orders support finance admin\n",
          stderr);
    return 2;
}

static bool read_arguments(struct request_to_add *x, int argc, char **argv)
{
    for (int i = 0; i < argc; i++) {
        bool more = i + 1 < argc;
        if (str_eq(argv[i], "--password-stdin"))
            x->from_stdin = true;
        else if (str_eq(argv[i], "--role") && more)
            x->roles = argv[++i];
        else if (str_eq(argv[i], "--email") && more)
            x->email = argv[++i];
        else if (argv[i][0] != '-' && !x->name)
            x->name = argv[i];
        else
            return false;
    }
    return x->name && x->roles;
}

static void on_interrupt(int sig)
{
    (void)sig;
}

/* A line without its end; false at the end of input and on Ctrl-C, which is blocked elsewhere (see main.c). */
static bool read_line(char *buf, size_t size)
{
    sigset_t set;
    sigaction(SIGINT, &(struct sigaction){.sa_handler = on_interrupt}, NULL);
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    bool got = fgets(buf, (int)size, stdin) != NULL;
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    if (got)
        buf[strcspn(buf, "\n")] = '\0';
    return got;
}

static bool ask_hidden(const char *prompt, char *buf, size_t size)
{
    struct termios shown, hidden;
    if (tcgetattr(STDIN_FILENO, &shown))
        return false;
    hidden = shown;
    hidden.c_lflag &= ~(tcflag_t)ECHO;
    fputs(prompt, stderr);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    bool got = read_line(buf, size);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    fputc('\n', stderr);
    return got;
}

/* NULL: a password is in buf; else why there is none. */
static const char *read_password(bool from_stdin, char *buf, size_t size)
{
    char again[1024];
    if (from_stdin) {
        if (!read_line(buf, size))
            return "there is no password on standard input";
    } else {
        if (!isatty(STDIN_FILENO))
            return "there is no terminal to ask for the password: --password-stdin reads it";
        if (!ask_hidden("Password: ", buf, size) || !ask_hidden("Once more: ", again, sizeof(again)))
            return "interrupted";
        if (!str_eq(buf, again))
            return "these are two different passwords";
    }
    size_t chars = text_is_clean(buf, strlen(buf), false) ? text_chars(buf) : 0;
    return chars >= PASSWORD_MIN && chars <= PASSWORD_MAX ? NULL : "a password has 10 to 128 characters";
}

/* A mailbox is needed, but an administrator may do without: .invalid is nobody's (RFC 2606). */
static const char *prepare_account(struct ctx *c, struct request_to_add *x)
{
    char password[1024];
    if (!user_is_name(x->name))
        return "a user name has 3 to 30 letters, digits, underscores or Chinese characters";
    x->email = user_key(c, x->email ? x->email : arena_printf(c->mem, "%s@staff.invalid", x->name));
    if (!field_is_email(x->email))
        return "there is no such user; to make one, name its mailbox with --email";
    const char *why = read_password(x->from_stdin, password, sizeof(password));
    if (!why && password_hash(c, password, &x->hash))
        why = c->detail;
    explicit_bzero(password, sizeof(password));
    return why;
}

static const char *list_roles(struct ctx *c, unsigned roles, const char *separator)
{
    size_t n;
    const char **names = role_names(c, roles, &n);
    struct str b;
    str_init(&b, c->mem);
    for (size_t i = 0; i < n; i++)
        str_addf(&b, "%s%s", i ? separator : "", names[i]);
    return b.s;
}

static const char *roles_doc(struct ctx *c, unsigned roles)
{
    return roles ? arena_printf(c->mem, "{\"roles\":[\"%s\"]}", list_roles(c, roles, "\",\"")) : NULL;
}

/* Somebody new, or somebody whom the operator vouches for. */
static enum err have_account(struct ctx *c, struct request_to_add *x)
{
    if (!x->hash)
        return x->user.active ? E_OK : db_exec(c, STMT_USER_ACTIVATE, ARGS(ARG(x->user.id)), NULL);
    return db_insert(c, STMT_USER_ADD,
                     ARGS(ARG(x->name), ARG(user_key(c, x->name)), ARG(x->email), ARG(x->hash), ARG(true),
                          ARG(c->app->cfg.shop_language)),
                     &x->user.id);
}

static enum err add(struct ctx *c, void *arg)
{
    struct request_to_add *x = arg;
    struct user *u = &x->user;
    enum err e = have_account(c, x);
    if (!e)
        e = db_exec(c, STMT_STAFF_ADD, ARGS(ARG(u->id), ARG(u->roles | x->add)), NULL);
    if (!e)
        e = db_exec(c, STMT_CHANGE_ADD, ARGS(ARG("session"), ARG(u->id)), NULL);
    if (e)
        return e;
    return db_exec(c, STMT_AUDIT_ADD,
                   ARGS(arg_ref(0), ARG("shopd staff add"), ARG("staff.add"),
                        ARG(arena_printf(c->mem, "user:%lld", (long long)u->id)), ARG(roles_doc(c, u->roles)),
                        ARG(roles_doc(c, u->roles | x->add)), ARG(""), ARG("")),
                   NULL);
}

static int run(struct ctx *c, struct request_to_add *x)
{
    const char *why = NULL;
    x->add = role_parse(c, x->roles);
    if (!x->add)
        return usage();
    if (!text_is_clean(x->name, strlen(x->name), false))
        return complain("a name is UTF-8 text");
    enum err e = user_by_login(c, x->name, &x->user);
    if (e && e != E_NOT_FOUND)
        return complain(c->detail ? c->detail : err_title(e));
    if (e)
        why = prepare_account(c, x);
    if (why)
        return complain(why);
    e = db_tx(c, add, x);
    if (e == E_CONFLICT)
        return complain("this mailbox has an account already");
    if (e)
        return complain(c->detail ? c->detail : err_title(e));
    session_forget_user(c, x->user.id);
    printf("%s is staff now: %s\n", x->name, list_roles(c, x->user.roles | x->add, ", "));
    return 0;
}

int staff_add(struct app *app, int argc, char **argv)
{
    struct request_to_add x = {0};
    struct ctx c;
    if (!read_arguments(&x, argc, argv))
        return usage();
    ctx_open(&c, app, 4 * 1024 * 1024);
    int code = run(&c, &x);
    ctx_close(&c);
    return code;
}
