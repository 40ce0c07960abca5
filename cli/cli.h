/* SPDX-License-Identifier: MIT */
/* cli.h - one run of shopctl: what the command line and the environment ask for, and the few verbs that all
 * commands are made of. Errors are told on stderr where they are met; the result is only passed on to become
 * the exit code. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "common/client.h"
#include "common/cmd/columns.h"
#include "common/cmd/complete.h"
#include "common/cmd/line.h"

enum form { FORM_TABLE, FORM_TSV, FORM_CSV, FORM_JSON, FORM_JSONL };

struct cli {
    struct arena *mem; /* lives as long as the run */
    enum lang lang;
    struct line line;

    const char *url, *token_file;
    enum form form;
    bool json_errors;   /* problem documents go to stderr as they are */
    const char *fields; /* "id,name"; NULL: all */
    int64_t limit;      /* rows of a list; INT64_MAX: all */
    bool yes, dry_run, in_tty, out_tty, err_tty, out_color, err_color;
    int64_t timeout_ms;
    size_t width; /* columns that a table may use; 0: any number */

    struct client *client; /* opened by the first cli_send() */
};

/* options.c: fills in everything but `client`; E_USAGE is told already. */
enum err cli_options(struct cli *cli, int argc, const char *const *argv) MUST_CHECK;

/* send.c. Sends a request as whoever is signed in; an error is told. With --dry-run a request that writes is
 * printed instead, and the reply has no document. `mem` owns the reply. */
enum err cli_send(struct cli *cli, struct arena *mem, const struct client_request *rq,
                  struct client_reply *reply) MUST_CHECK;
/* The same, and nobody is told of an error. */
enum err cli_send_quietly(struct cli *cli, struct arena *mem, const struct client_request *rq,
                          struct client_reply *reply) MUST_CHECK;

/* fault.c: all errors, on stderr. cli_fail() returns what it was given. */
enum err cli_fail(struct cli *cli, enum err e, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
enum err cli_problem(struct cli *cli, const struct client_problem *p);
void cli_hint(struct cli *cli, const char *text);
void cli_note(struct cli *cli, const char *fmt, ...)
    __attribute__((format(printf, 2, 3))); /* on a terminal only */
void cli_trace(const char *line);

/* token.c: the session's token, in a file that only its owner can read. */
enum err token_load(struct cli *cli, const char **token) MUST_CHECK; /* NULL: no session */
enum err token_save(struct cli *cli, const char *token) MUST_CHECK;
enum err token_drop(struct cli *cli) MUST_CHECK;

/* ask.c: questions to a person at a terminal. */
enum err ask_yes(struct cli *cli, const char *question) MUST_CHECK; /* E_OK is yes */
enum err ask_password(struct cli *cli, bool twice, const char **password) MUST_CHECK;
void ask_restore(void); /* the terminal's echo; may be called by a signal handler */

/* run.c: the command itself. */
enum err cli_run(struct cli *cli) MUST_CHECK;
/* GET, all its pages as --limit and --all say. */
enum err run_list(struct cli *cli, const char *path, const struct columns *columns) MUST_CHECK;

/* The commands of which a row can't say everything: session.c, order.c, address.c, api.c, explain.c,
 * complete.c. */
enum err run_register(struct cli *cli) MUST_CHECK;
enum err run_login(struct cli *cli) MUST_CHECK;
enum err run_logout(struct cli *cli) MUST_CHECK;
enum err run_address_edit(struct cli *cli) MUST_CHECK;
enum err run_order_preview(struct cli *cli) MUST_CHECK;
enum err run_order_pay(struct cli *cli) MUST_CHECK;
enum err run_order_wait(struct cli *cli) MUST_CHECK;
enum err run_api(struct cli *cli) MUST_CHECK;
enum err run_explain(struct cli *cli) MUST_CHECK;
enum err run_completion(struct cli *cli) MUST_CHECK;
enum err run_complete(struct cli *cli) MUST_CHECK;

/* explain.c: the names that `explain` takes. */
void explain_complete(struct cli *cli, struct completion *c);

#endif
