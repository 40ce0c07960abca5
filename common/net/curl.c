/* SPDX-License-Identifier: MIT */
/* The file name carries libcurl's ABI number: the header that we were compiled with has the same one. */
#include "common/net/curl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>

static struct curl_calls loaded;
static bool ready;

static void load(void)
{
    void *lib = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!lib)
        return;
    bool whole = true;
    /* POSIX wants dlsym()'s result to be a function's address; ISO C has no cast for it. */
#define X(name) whole = (*(void **)&loaded.name = dlsym(lib, "curl_" #name)) && whole;
    CURL_CALLS(X)
#undef X
    ready = whole && loaded.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

enum err curl_get(const struct curl_calls **calls)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    if (!ready)
        return E_INTERNAL;
    *calls = &loaded;
    return E_OK;
}
