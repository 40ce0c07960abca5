/* SPDX-License-Identifier: MIT */
/* help.h - help texts, made from the command table: examples first, 80 columns, in the reader's language. */
#ifndef COMMON_CMD_HELP_H
#define COMMON_CMD_HELP_H

#include "common/arena.h"
#include "common/err.h"
#include "common/i18n.h"

#include <stddef.h>

/* Help on what these words name: nothing (all nouns), a noun, a command, or a topic (exit-codes, output,
 * environment). E_NOT_FOUND where they name nothing. */
enum err help_text(struct arena *mem, enum lang lang, const char *const *words, size_t n,
                   const char **text) MUST_CHECK;

/* The names of the topics, one after the other; NULL at the end. */
const char *help_topic(size_t i);

/* Every command with what it does. */
const char *help_tree(struct arena *mem, enum lang lang);

#endif
