/* SPDX-License-Identifier: MIT */
/* i18n.h - texts for people, in the language that the caller names: one daemon answers many languages at
 * once, so there is no global locale. The catalogues are GNU .mo files (common/po), linked into the program. */
#ifndef COMMON_I18N_H
#define COMMON_I18N_H

#include <stddef.h>

enum lang { LANG_ZH, LANG_EN, LANG_COUNT };

#define N_(msgid) msgid /* marks a text for xgettext that tr() gets later */

const char *lang_tag(enum lang l); /* "zh-CN", "en": on the wire and in the database */

/* The language of a tag such as "en-GB" or a locale such as "zh_CN.UTF-8"; `otherwise` where it is none. */
enum lang lang_find(const char *tag, enum lang otherwise);

/* Accept-Language (RFC 9110 12.5.4): the best match by q; `otherwise` without a match or header. */
enum lang lang_accept(const char *header, enum lang otherwise);

/* The translation, or msgid itself; never NULL, lives as long as the program. */
const char *tr(enum lang l, const char *msgid) __attribute__((format_arg(2)));

#endif
