/* SPDX-License-Identifier: MIT */
/* The copy in Redis is "session:<hex of hash>" -> JSON, 60 s. Ending a session deletes the row first, then the
 * copy; where Redis misses that, a `change` row tells every daemon to distrust the user's older copies. */
#include "server/store/sessions.h"

#include "common/clock.h"
#include "common/json.h"
#include "common/str.h"
#include "server/store/db/db.h"
#include "server/store/ids.h"
#include "server/store/kv.h"

#include <pthread.h>
#include <sodium.h>

#define COPY_SECONDS 60
#define SLOTS        1024

/* Users whose copies are not believed: the wall time of the last revocation. A slot may be shared by many
 * users; then some copies are read from MariaDB without need. */
static struct {
    pthread_mutex_t lock;
    int64_t revoked_at[SLOTS];
} distrusted = {.lock = PTHREAD_MUTEX_INITIALIZER};

void session_distrust(int64_t user_id)
{
    pthread_mutex_lock(&distrusted.lock);
    distrusted.revoked_at[user_id % SLOTS] = clock_mono_us();
    pthread_mutex_unlock(&distrusted.lock);
}

static bool is_trusted(int64_t user_id)
{
    pthread_mutex_lock(&distrusted.lock);
    int64_t at = distrusted.revoked_at[user_id % SLOTS];
    pthread_mutex_unlock(&distrusted.lock);
    return at == 0 || clock_mono_us() - at > (COPY_SECONDS + 5) * 1000000LL;
}

char *session_random_token(struct ctx *c)
{
    unsigned char raw[32];
    char *token = arena_alloc(c->mem, 64);
    do { /* one that begins with "-" would look like an option on a command line */
        randombytes_buf(raw, sizeof(raw));
        sodium_bin2base64(token, 64, raw, sizeof(raw), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    } while (*token == '-');
    return token;
}

void session_hash(const char *token, unsigned char hash[32])
{
    crypto_hash_sha256(hash, (const unsigned char *)token, strlen(token));
}

char *session_csrf(struct ctx *c, const char *token)
{
    unsigned char h[32];
    char *hex = arena_alloc(c->mem, 65);
    session_hash(arena_printf(c->mem, "csrf %s", token), h);
    sodium_bin2hex(hex, 65, h, sizeof(h));
    return hex;
}

static char *copy_key(struct ctx *c, const unsigned char hash[32])
{
    char hex[65];
    sodium_bin2hex(hex, sizeof(hex), hash, 32);
    return arena_printf(c->mem, "session:%s", hex);
}

enum err session_make(struct ctx *c, struct session_new *s)
{
    unsigned char hash[32];
    s->token = session_random_token(c);
    session_hash(s->token, hash);
    static const struct col made_cols[] = {COL(struct session_new, id), COL_TIME(struct session_new, expires_at)};
    return db_row(c, STMT_SESSION_ADD,
                  ARGS(arg_bytes(hash, sizeof(hash)), ARG(s->user_id), ARG(s->auth_epoch), ARG(s->client),
                       ARG(c->address), ARG(s->seconds)),
                  COLS(made_cols), s);
}

static bool from_copy(struct ctx *c, const char *text, size_t n, struct session *s)
{
    json_t *j;
    if (json_read(c->mem, text, n, &j, NULL) || !json_is_object(j))
        return false;
    s->id = json_int(j, "id", 0);
    s->user_id = json_int(j, "user", 0);
    s->roles = json_int(j, "roles", 0);
    s->expires_at = json_int(j, "until", 0);
    s->username = json_str(j, "name");
    return s->id > 0 && s->user_id > 0 && s->username && s->roles >= 0 && s->expires_at > ids_now(c) &&
           is_trusted(s->user_id);
}

static void keep_copy(struct ctx *c, const char *key, const struct session *s)
{
    struct kv_value done;
    struct str b;
    str_init(&b, c->mem);
    str_addf(&b, "{\"id\":%lld,\"user\":%lld,\"roles\":%lld,\"until\":%lld,\"name\":", (long long)s->id,
             (long long)s->user_id, (long long)s->roles, (long long)s->expires_at);
    str_json(&b, s->username);
    str_addc(&b, '}');
    if (is_trusted(s->user_id) && kv_do(c, &done, "SET %s %s EX %d", key, b.s, COPY_SECONDS))
        fail_clear(c);
}

static const struct col session_cols[] = {COL(struct session, id), COL(struct session, user_id),
                                          COL(struct session, roles), COL_TIME(struct session, expires_at),
                                          COL(struct session, username)};

enum err session_find(struct ctx *c, const char *token, struct session *s)
{
    unsigned char hash[32];
    struct kv_value copy;
    if (strlen(token) != SESSION_TOKEN_CHARS)
        return fail(c, E_UNAUTHENTICATED, N_("This session is not valid any more; please sign in again."));
    session_hash(token, hash);
    char *key = copy_key(c, hash);
    if (kv_do(c, &copy, "GET %s", key) == E_OK && copy.type == KV_TEXT && from_copy(c, copy.s, copy.n, s))
        return E_OK;
    fail_clear(c);
    enum err e = db_row(c, STMT_SESSION_FIND, ARGS(arg_bytes(hash, sizeof(hash))), COLS(session_cols), s);
    if (e == E_NOT_FOUND)
        return fail(c, E_UNAUTHENTICATED, N_("This session is not valid any more; please sign in again."));
    if (!e)
        keep_copy(c, key, s);
    return e;
}

struct hash_row {
    struct bytes hash;
};

static const struct col hash_cols[] = {COL(struct hash_row, hash)};

static void drop_copies(struct ctx *c, const struct hash_row *rows, size_t n)
{
    const struct kv_value *values;
    struct kv_pipe *p = kv_pipe(c);
    for (size_t i = 0; i < n && i < 200; i++)
        kv_add(p, "DEL %s", copy_key(c, rows[i].hash.p));
    if (n && kv_run(p, &values))
        fail_clear(c);
}

struct ending {
    int64_t session_id;
    struct hash_row row;
};

static enum err end_one(struct ctx *c, void *arg)
{
    struct ending *x = arg;
    enum err e = db_row(c, STMT_SESSION_HASH, ARGS(ARG(x->session_id), ARG(c->user_id)), COLS(hash_cols), &x->row);
    if (!e)
        e = db_exec(c, STMT_SESSION_END, ARGS(ARG(x->session_id), ARG(c->user_id)), NULL);
    if (!e)
        e = db_exec(c, STMT_CHANGE_ADD, ARGS(ARG("session"), ARG(c->user_id)), NULL);
    return e;
}

enum err session_end(struct ctx *c, int64_t session_id)
{
    struct ending x = {.session_id = session_id};
    enum err e = db_tx(c, end_one, &x);
    if (e)
        return e;
    session_distrust(c->user_id);
    drop_copies(c, &x.row, 1);
    return E_OK;
}

enum err session_end_all(struct ctx *c, int64_t user_id)
{
    enum err e = db_exec(c, STMT_SESSION_EPOCH_UP, ARGS(ARG(user_id)), NULL);
    if (!e)
        e = db_exec(c, STMT_CHANGE_ADD, ARGS(ARG("session"), ARG(user_id)), NULL);
    return e;
}

void session_forget_user(struct ctx *c, int64_t user_id)
{
    struct hash_row *rows;
    size_t n;
    session_distrust(user_id);
    if (db_rows(c, STMT_SESSION_HASHES, ARGS(ARG(user_id)), COLS(hash_cols), sizeof(*rows), &rows, &n))
        fail_clear(c); /* the change row reaches every daemon within 2 s */
    else
        drop_copies(c, rows, n);
}
