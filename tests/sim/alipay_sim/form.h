/* SPDX-License-Identifier: MIT */
/* form.h - forms on the wire and the text that is signed. A form is a JSON object of texts, in the order in
 * which its fields came. */
#ifndef SIM_FORM_H
#define SIM_FORM_H

#include <jansson.h>
#include <stdio.h>

/* Adds the fields of a form-urlencoded text to `form`. NULL, or what is wrong: a field twice, a broken escape,
 * text that is not UTF-8 or holds a NUL. */
const char *form_read(json_t *form, const char *text);

/* name=value&… sorted by bytes, without `sign` and without empty values. The caller frees it. */
char *form_sign_text(const json_t *form);

/* Adds sign and sign_type to a message of our own: its sign_type is not part of what is signed. */
void form_sign(json_t *form);
/* Writes it form-urlencoded. */
void form_write(FILE *to, const json_t *form);

#endif
