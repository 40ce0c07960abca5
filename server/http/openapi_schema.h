/* SPDX-License-Identifier: MIT */
/* openapi_schema.h - JSON Schema (2020-12) out of the rows that read input (field.h) and write documents (doc.h). */
#ifndef SERVER_HTTP_OPENAPI_SCHEMA_H
#define SERVER_HTTP_OPENAPI_SCHEMA_H

#include "common/json.h"
#include "server/http/doc.h"
#include "server/http/field.h"

/* Each adds what it names to `schemas`, once, and gives a new reference to it: {"$ref":…}. Names are unique over
 * all tables (a test sees to it). */
json_t *schema_of_doc(json_t *schemas, const struct doc *d);
json_t *schema_of_fields(json_t *schemas, const struct fields *f);

/* The schema of one member itself, new. */
json_t *schema_of_member(json_t *schemas, const struct doc_field *f);
json_t *schema_of_field(json_t *schemas, const struct field *f);

/* An object of which every member is required; takes over `members`. */
json_t *schema_of_members(json_t *members);

json_t *schema_ref(const char *kind, const char *name); /* {"$ref":"#/components/KIND/NAME"} */
json_t *schema_words(const char *const *words);         /* a list of texts, NULL-terminated */

#endif
