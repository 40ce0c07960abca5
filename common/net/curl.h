/* SPDX-License-Identifier: MIT */
/* curl.h - libcurl, loaded at its first use instead of linked: it draws in thirty libraries, which cost a
 * program's start 5 ms, and most starts (help, completion, --version) send nothing. For common/net/ only. */
#ifndef COMMON_NET_CURL_H
#define COMMON_NET_CURL_H

#include "common/err.h"

#include <curl/curl.h>

#define CURL_CALLS(X)  \
    X(global_init)     \
    X(easy_init)       \
    X(easy_cleanup)    \
    X(easy_reset)      \
    X(easy_setopt)     \
    X(easy_perform)    \
    X(easy_getinfo)    \
    X(easy_nextheader) \
    X(easy_strerror)   \
    X(slist_append)    \
    X(slist_free_all)

struct curl_calls {
#define X(name) typeof(curl_##name) *name;
    CURL_CALLS(X)
#undef X
};

/* The library's functions, initialised once for all threads; E_INTERNAL where it is not installed. */
enum err curl_get(const struct curl_calls **calls) MUST_CHECK;

#endif
