/* SPDX-License-Identifier: MIT */
/* qr.h - a QR code on a terminal, two modules a character cell. */
#ifndef CLI_QR_H
#define CLI_QR_H

#include "common/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Lines of half blocks with the quiet zone of four modules, dark on light whatever the terminal's own colours
 * where `color`, else light on dark drawn for a dark terminal. NULL where the text is too long for a code of
 * `width` columns. */
const char *qr_text(struct arena *mem, const char *text, size_t width, bool color);

#endif
