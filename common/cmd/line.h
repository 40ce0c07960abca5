/* SPDX-License-Identifier: MIT */
/* line.h - reading a command line: which command it names, what stands in its holes, and the global options
 * wherever they stand. Nothing is abbreviated and nothing is guessed; what is near is suggested. */
#ifndef COMMON_CMD_LINE_H
#define COMMON_CMD_LINE_H

#include "common/cmd/cmd.h"
#include "common/cmd/grammar.h"
#include "common/err.h"
#include "common/i18n.h"

struct values {
    const char **list;
    size_t n;
};

struct line {
    struct arena *mem;
    enum lang lang;

    const struct cmd *cmd; /* NULL: no command was named */
    const struct grammar *grammar;
    struct values *values;        /* one for each hole of the grammar */
    const char *globals[G_COUNT]; /* as typed, else from the environment; flags "1"; NULL: not given */
    bool typed[G_COUNT];          /* on the command line, not in the environment */

    const char *path[GRAMMAR_WORDS]; /* the words that named it, as far as they went */
    size_t path_n;
    size_t arg_n;            /* arguments so far */
    const struct hole *open; /* the option that the last word leaves without its value */

    const char *error, *hint; /* what is wrong and what might be meant, in `lang` */
};

/* Reads argv (without the program's name). `env` is getenv() or a test's own. E_USAGE: see line->error. With
 * --help or --version on the line, nothing that is missing is an error. */
enum err line_read(struct line *line, struct arena *mem, enum lang lang, int argc, const char *const *argv,
                   const char *(*env)(const char *name)) MUST_CHECK;

/* The same as far as it goes, for completion: missing and unfinished parts are no errors. */
enum err line_scan(struct line *line, struct arena *mem, enum lang lang, int argc,
                   const char *const *argv) MUST_CHECK;

/* What stands in a hole: all of it, or the first one (else the hole's default, else NULL). */
const struct values *line_values(const struct line *line, const char *name);
const char *line_value(const struct line *line, const char *name);

/* Whether a command of the table begins with these words, and with which of the words it could go on: calls
 * back for each, in the table's order, once for each word. */
void line_next_words(struct arena *mem, const char *const *path, size_t n,
                     void (*each)(void *arg, const char *word), void *arg);

/* The options that stand anywhere. */
const struct grammar *line_globals(struct arena *mem);

#endif
