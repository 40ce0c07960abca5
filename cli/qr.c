/* SPDX-License-Identifier: MIT */
#include "cli/qr.h"

#include "common/str.h"

#include <qrencode.h>

#define QUIET 4 /* modules; ISO/IEC 18004 */

static bool is_dark(const QRcode *code, int x, int y)
{
    bool inside = x >= 0 && y >= 0 && x < code->width && y < code->width;
    return inside && (code->data[y * code->width + x] & 1);
}

/* Light modules are drawn, so that a dark terminal shows dark on light; colours make sure of it. */
static void draw(struct str *b, const QRcode *code, bool color)
{
    static const char *const blocks[2][2] = {{" ", "\u2584"},
                                             {"\u2580", "\u2588"}}; /* [upper light][lower light] */
    for (int y = -QUIET; y < code->width + QUIET; y += 2) {
        if (color)
            str_add(b, "\033[40;97m");
        for (int x = -QUIET; x < code->width + QUIET; x++)
            str_add(b, blocks[!is_dark(code, x, y)][!is_dark(code, x, y + 1)]);
        str_add(b, color ? "\033[0m\n" : "\n");
    }
}

const char *qr_text(struct arena *mem, const char *text, size_t width, bool color)
{
    struct str b;
    QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L);
    if (!code)
        return NULL;
    str_init(&b, mem);
    bool fits = (size_t)code->width + 2 * QUIET <= width;
    if (fits)
        draw(&b, code, color);
    QRcode_free(code);
    return fits ? b.s : NULL;
}
