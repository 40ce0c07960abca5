/* SPDX-License-Identifier: MIT */
#include "server/http/paging.h"

static const struct field cursor_fields[] = {CURSOR_FIELDS(struct cursor_in)};
const struct fields cursor_query = FIELDS("CursorQuery", struct cursor_in, cursor_fields);
