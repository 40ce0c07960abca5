/* SPDX-License-Identifier: MIT */
/* alipay_form.h - lists of named values as Alipay sends and signs them: reading a form
 * (application/x-www-form-urlencoded) strictly, and the canonical text that a signature covers. Knows no keys,
 * and no meaning of any name but `sign` and `sign_type`. */
#ifndef PAYMENTS_ALIPAY_FORM_H
#define PAYMENTS_ALIPAY_FORM_H

#include <stdbool.h>

#include "common/err.h"
#include "common/str.h"

#define ALIPAY_FIELDS_MAX 128

struct alipay_field {
    const char *name, *value;
};

struct alipay_form {
    struct alipay_field *field;
    size_t n;
};

/* Splits at "&" and the first "=", decodes once. NULL, or an English reason why this is no form: a broken
 * escape, a raw byte that belongs escaped, no "=", an odd name, a name twice, text that is not UTF-8 or holds
 * a NUL, more than ALIPAY_FIELDS_MAX fields. The form lives in `mem`. */
const char *alipay_form_read(struct arena *mem, const char *text, size_t n,
                             struct alipay_form *form) MUST_CHECK;

/* NULL where there is no such field. */
const char *alipay_form_get(const struct alipay_form *form, const char *name);

/* What a signature covers: name=value, plain, in byte order of the names, joined by "&", never with `sign`.
 * Requests are signed with `sign_type` and without empty values; notifies without `sign_type`. */
enum { ALIPAY_SKIP_SIGN_TYPE = 1, ALIPAY_SKIP_EMPTY = 2 };
struct str alipay_form_text(struct arena *mem, const struct alipay_form *form, unsigned skip);

#endif
