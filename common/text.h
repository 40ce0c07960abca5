/* SPDX-License-Identifier: MIT */
/* text.h - what is known about UTF-8 text: is it well-formed and harmless, how long is it for a person, how
 * wide on a terminal, and how to show foreign text where an escape sequence would be obeyed. */
#ifndef COMMON_TEXT_H
#define COMMON_TEXT_H

#include "common/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Valid UTF-8 without NUL (RFC 3629: no overlong forms, no surrogates, up to U+10FFFF). */
bool text_is_utf8(const char *s, size_t n);

/* Text that people may store: valid UTF-8, no C0, DEL or C1 (line feed and tab only where `lines`), no bidi
 * controls, no U+FEFF, no noncharacters, at most 8 combining marks in a row. */
bool text_is_clean(const char *s, size_t n, bool lines);

/* NFC with blanks at both ends removed, in `mem`; `s` must be clean. */
char *text_normal(struct arena *mem, const char *s);

/* Nothing in `s` leaves a mark on paper: spaces of every kind, joiners and the like, or no text at all. */
bool text_is_blank(const char *s);
size_t text_chars(const char *s); /* code points; `s` must be valid */

/* Columns on a terminal, joined emoji and combining marks counted once. */
size_t text_width(const char *s);

/* At most `columns` wide, ended by an ellipsis where something was cut; never inside a cluster. */
char *text_cut(struct arena *mem, const char *s, size_t columns);

/* Nothing that a terminal obeys: C0, DEL, C1, bidi controls and invalid bytes become U+FFFD; line feed and
 * tab stay only where `lines`. */
char *text_safe(struct arena *mem, const char *s, bool lines);

#endif
