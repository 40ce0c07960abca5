/* SPDX-License-Identifier: MIT */
/* complete.h - what could stand at the end of an unfinished command line, from the command table. Values that
 * only the server knows (order numbers, …) are named by their type; a program looks them up. */
#ifndef COMMON_CMD_COMPLETE_H
#define COMMON_CMD_COMPLETE_H

#include "common/cmd/line.h"

struct candidate {
    const char *word, *about; /* about: "" where there is nothing to say */
};

struct completion {
    struct candidate *list;
    size_t n;
    const char *typed;   /* the beginning that every candidate has */
    const char *look_up; /* a type of value.h; NULL: the list is all there is */
    struct line line;    /* what was understood of the line */
};

/* `argv` ends with the word that is being typed, "" where it is not begun. Never fails: nothing is found then. */
void complete_line(struct completion *c, struct arena *mem, enum lang lang, int argc,
                   const char *const *argv);

/* Adds a candidate where it begins with what is typed. */
void complete_add(struct completion *c, const char *word, const char *about);

#endif
