/* SPDX-License-Identifier: MIT */
/* guard.h - refuses what libmicrohttpd 0.9.75 lets through and what no honest client sends: request smuggling
 * (two lengths, a length with chunks, two hosts), targets that decode to something else than they look like,
 * control bytes. Pure functions, so that the fuzzer can run them. */
#ifndef SERVER_HTTP_GUARD_H
#define SERVER_HTTP_GUARD_H

#include "server/http/request.h"

/* Splits rq->target into path and query and decodes the path once. E_BAD_REQUEST where the target is not
 * origin-form ("/…"), is not valid UTF-8 after decoding, or holds %00, control bytes, encoded slashes or
 * backslashes, "." or ".." segments, or a malformed escape. `why` gets a short English reason. */
enum err guard_target(struct request *rq, const char **why) MUST_CHECK;

/* Judges the headers: counts of Content-Length, Transfer-Encoding and Host, bytes of names and values, and the
 * stated length against `body_max`. Sets rq->body_length. E_BAD_REQUEST, E_LENGTH_REQUIRED (chunked),
 * E_TOO_LARGE, E_MEDIA_TYPE (Content-Encoding). */
enum err guard_headers(struct request *rq, int64_t body_max, const char **why) MUST_CHECK;

/* Percent-decoding of s[0..n); `plus`: "+" is a space (forms). NULL where an escape is malformed or decodes to
 * NUL, or the result is not valid UTF-8. */
char *guard_decode(struct arena *mem, const char *s, size_t n, bool plus);

/* A request id that may be kept: 1 to 64 letters, digits, '-', '_', '.' . */
bool guard_request_id(const char *s);

#endif
