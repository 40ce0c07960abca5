/* SPDX-License-Identifier: MIT */
/* The only cmark.h. Its default is the safe mode: raw HTML becomes a comment, javascript: links lose their target. */
#include "server/goods/markdown.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

char *markdown_html(struct arena *mem, const char *markdown)
{
    char *html = cmark_markdown_to_html(markdown, strlen(markdown), CMARK_OPT_DEFAULT);
    char *copy = arena_strdup(mem, html ? html : "");
    free(html);
    return copy;
}
