/* SPDX-License-Identifier: MIT */
#include "server/users/passwords.h"

#include "server/store/db/db.h"

#include <pthread.h>
#include <sodium.h>

#define AT_ONCE      4
#define WAIT_SECONDS 5
#define OPS          crypto_pwhash_OPSLIMIT_INTERACTIVE
#define MEM          crypto_pwhash_MEMLIMIT_INTERACTIVE

/* The hash of a random text that nobody has, so that an unknown name takes as long as a known one. */
static const char nobody[] =
    "$argon2id$v=19$m=65536,t=2,p=1$7qkKF5q2EtRk/x5d+1y6yg$nJ/SBB/gpfhAJ635f6XPtC/X0t4koKnOP8jW4QZOisA";

/* A hash takes 64 MiB and a processor: the gate keeps a crowd of logins from taking the machine. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t left;
    int inside;
} gate = {.lock = PTHREAD_MUTEX_INITIALIZER, .left = PTHREAD_COND_INITIALIZER};

static enum err enter(struct ctx *c)
{
    struct timespec until;
    int late = 0;
    db_release(c);
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += WAIT_SECONDS;
    pthread_mutex_lock(&gate.lock);
    while (gate.inside >= AT_ONCE && !late)
        late = pthread_cond_clockwait(&gate.left, &gate.lock, CLOCK_MONOTONIC, &until);
    bool in = gate.inside < AT_ONCE;
    gate.inside += in;
    pthread_mutex_unlock(&gate.lock);
    return in ? E_OK : fail(c, E_UNAVAILABLE, N_("Too many people sign in at the moment; please retry."));
}

static void leave(void)
{
    pthread_mutex_lock(&gate.lock);
    gate.inside--;
    pthread_cond_signal(&gate.left);
    pthread_mutex_unlock(&gate.lock);
}

enum err password_hash(struct ctx *c, const char *password, const char **hash)
{
    char *made = arena_alloc(c->mem, crypto_pwhash_STRBYTES);
    enum err e = enter(c);
    if (e)
        return e;
    int bad = crypto_pwhash_str_alg(made, password, strlen(password), OPS, MEM, crypto_pwhash_ALG_ARGON2ID13);
    leave();
    if (bad)
        return fail(c, E_UNAVAILABLE, N_("Too many people sign in at the moment; please retry."));
    *hash = made;
    return E_OK;
}

/* An account without a password ("*") is compared like nobody's. */
enum err password_check(struct ctx *c, const char *hash, const char *password, bool *right)
{
    bool usable = hash && *hash == '$';
    enum err e = enter(c);
    if (e)
        return e;
    int bad = crypto_pwhash_str_verify(usable ? hash : nobody, password, strlen(password));
    leave();
    *right = usable && !bad;
    return E_OK;
}

bool password_is_old(const char *hash)
{
    return crypto_pwhash_str_needs_rehash(hash, OPS, MEM) != 0;
}
