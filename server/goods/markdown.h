/* SPDX-License-Identifier: MIT */
/* markdown.h - CommonMark to HTML for texts that staff write: raw HTML and dangerous links are left out. */
#ifndef SERVER_GOODS_MARKDOWN_H
#define SERVER_GOODS_MARKDOWN_H

#include "common/arena.h"

char *markdown_html(struct arena *mem, const char *markdown);

#endif
