/* SPDX-License-Identifier: MIT */
/* cmd.h - what a command is: a row of one table, from which come dispatch, help, completion, the request that
 * is sent and the columns that are printed. Nothing in common/cmd reads, writes or sends: programs do that. */
#ifndef COMMON_CMD_CMD_H
#define COMMON_CMD_CMD_H

#include "common/i18n.h"

#include <stddef.h>

/* Commands of which a row can't say everything; the program has a function for each. */
enum cmd_special {
    CMD_PLAIN, /* the row says it all */
    CMD_REGISTER,
    CMD_LOGIN,
    CMD_LOGOUT,
    CMD_ADDRESS_EDIT,
    CMD_ORDER_PREVIEW,
    CMD_ORDER_PAY,
    CMD_ORDER_WAIT,
    CMD_BOOKS_AUDIT,
    CMD_API,
    CMD_EXPLAIN,
    CMD_COMPLETION,
    CMD_COMPLETE,
    CMD_HELP,
    CMD_SPECIALS,
};

enum cmd_flags {
    CMD_SESSION = 1 << 0, /* needs a session */
    CMD_PAGES = 1 << 1,   /* replies with a list in numbered pages: per_page */
    CMD_CURSOR = 1 << 2,  /* replies with a list that goes on from a cursor: limit */
    CMD_ASKS = 1 << 3,    /* can't be undone: asks first */
    CMD_HIDDEN = 1 << 4,  /* for programs: not in help, not in the manual */
};

struct cmd {
    const char *grammar; /* "cart add <sku:sku> [qty:int=1]", see grammar.h */
    const char *call; /* "POST /cart/items sku_id=sku quantity=qty", see call.h; NULL where special says it */
    const char *prints;   /* the document's name in columns.c, with [] for a list of them; NULL: nothing */
    const char *about;    /* one line; a msgid, as the next one is */
    const char *more;     /* a paragraph for its help; may be NULL */
    const char *examples; /* command lines without the program's name, one a line */
    unsigned flags;
    enum cmd_special special;
};

extern const struct cmd cmd_table[];
extern const size_t cmd_count;

/* Options that stand before or after any command; each has an environment variable SHOPCTL_<NAME>, but for
 * the last two. The second column is a hole of grammar.h. */
#define CMD_GLOBALS(X)                                                                               \
    X(G_URL, "[--url=url]", N_("address of the shop (default http://127.0.0.1:8080)"))               \
    X(G_TOKEN_FILE, "[--token-file=file]", N_("where the session is kept"))                          \
    X(G_LANG, "[--lang=lang]", N_("language of texts: zh-CN or en"))                                 \
    X(G_OUTPUT, "[--output=table|tsv|csv|json|jsonl]", N_("form of the output"))                     \
    X(G_JSON, "[--json=fields]", N_("JSON, all fields or those named; --json=? lists them"))         \
    X(G_LIMIT, "[--limit=count]", N_("at most so many rows of a list (default 30)"))                 \
    X(G_ALL, "[--all]", N_("every row of a list"))                                                   \
    X(G_YES, "[--yes]", N_("do not ask before what can't be undone"))                                \
    X(G_DRY_RUN, "[--dry-run]", N_("print the request that would write, and send nothing"))          \
    X(G_TIMEOUT, "[--timeout=duration]", N_("time for it all, such as 30, 500ms, 2m (default 30s)")) \
    X(G_COLOR, "[--color=auto|always|never]", N_("colours on a terminal"))                           \
    X(G_DEBUG, "[--debug]", N_("show the HTTP exchange, secrets masked"))                            \
    X(G_HELP, "[--help]", N_("help for the command; also -h"))                                       \
    X(G_VERSION, "[--version]", N_("the program's version"))

enum cmd_global {
#define X(name, hole, about) name,
    CMD_GLOBALS(X)
#undef X
        G_COUNT
};

/* One line on what an argument or option of this name is for; a msgid, NULL where the name says it. */
const char *cmd_hole_about(const char *name);

#endif
