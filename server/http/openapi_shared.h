/* SPDX-License-Identifier: MIT */
/* openapi_shared.h - what stands once under `components`: headers, the problem document, who one is, and the
 * answers for errors, one for each set of codes that shares a status. */
#ifndef SERVER_HTTP_OPENAPI_SHARED_H
#define SERVER_HTTP_OPENAPI_SHARED_H

#include "common/json.h"

/* New components; with https the session cookie has its __Host- name. */
json_t *shared_components(bool https);

/* A new response that bears X-Request-Id. */
json_t *shared_response(const char *about);

/* Adds one of the reply headers ("ETag", "Retry-After"); there is a table of them. */
void shared_bear(json_t *response, const char *header);
void shared_bear_limits(json_t *response);

/* Adds to `responses` one a status for this set of errors (MAY() bits of route.h). */
void shared_errors(json_t *components, json_t *responses, uint64_t errors);

#endif
