/* SPDX-License-Identifier: MIT */
/* config.h - the settings of shopd.conf (INI) with their defaults, overridden by the environment variable
 * SHOPD_<SECTION>_<KEY>. Secrets are never settings themselves: a setting names the file that holds one. */
#ifndef SERVER_CONFIG_H
#define SERVER_CONFIG_H

#include <stdbool.h>
#include <stdint.h>

/*   section, key, type (STR, INT, BOOL), default, lowest, highest, meaning (shopd.conf(5) has an entry for each) */
#define CONFIG_TABLE(STR, INT, BOOL)                                                                                  \
    STR(http, listen, "127.0.0.1:8080", "address:port on loopback, or unix:/path")                                   \
    STR(http, site, "http://127.0.0.1:8080", "the shop's public origin, for links in mails and documents")           \
    STR(http, trusted_proxies, "", "addresses whose X-Forwarded-For is believed, besides loopback and unix sockets") \
    INT(http, io_threads, 0, 0, 64, "threads that read and write; 0: one a processor")                               \
    INT(http, workers, 64, 1, 512, "threads that run requests")                                                      \
    INT(http, connections, 16384, 16, 1000000, "connections at once")                                                \
    STR(db, socket, "/run/mysqld/mysqld.sock", "MariaDB's unix socket; empty: use host and port")                    \
    STR(db, host, "", "MariaDB's host")                                                                              \
    INT(db, port, 3306, 1, 65535, "MariaDB's port")                                                                  \
    STR(db, name, "shop", "the database")                                                                            \
    STR(db, user, "shop_serve", "the user without DDL that serves")                                                  \
    STR(db, password_file, "", "its password")                                                                       \
    STR(db, migrate_user, "shop_migrate", "the user that migrates and grants")                                       \
    STR(db, migrate_password_file, "", "its password")                                                               \
    INT(db, pool, 16, 1, 256, "connections to MariaDB")                                                              \
    STR(redis, socket, "", "Redis's unix socket; empty: use host and port")                                          \
    STR(redis, host, "127.0.0.1", "Redis's host")                                                                    \
    INT(redis, port, 6379, 1, 65535, "Redis's port")                                                                 \
    STR(mail, url, "", "file:DIR, smtp://host:port or smtps://host:port; empty: mails wait")                         \
    STR(mail, from, "Daily Fresh <shop@localhost>", "the sender of mails")                                           \
    STR(mail, user, "", "SMTP login")                                                                                \
    STR(mail, password_file, "", "SMTP password")                                                                    \
    STR(media, dir, "", "folder of pictures, served at /media/; empty: nginx serves them")                           \
    STR(shop, name, "每日鲜 Daily Fresh", "the shop's name in mails and payments")                                \
    STR(shop, language, "zh-CN", "language where a client names none: zh-CN or en")                                  \
    STR(shop, timezone, "Asia/Shanghai", "what a day is in reports; how mails show times")                           \
    INT(shop, shipping_fee, 1000, 0, 10000000, "fen for delivery")                                                   \
    INT(shop, free_shipping_from, 9900, 0, 10000000000, "goods for this many fen are delivered free")                \
    INT(shop, pay_minutes, 30, 1, 1440, "minutes until an unpaid order expires")                                     \
    INT(shop, low_stock, 10, 0, 1000000, "at this stock or less a SKU is called low")                                \
    INT(session, hours, 24, 1, 8760, "life of a session")                                                            \
    INT(session, remember_days, 30, 1, 365, "life of a remembered session")                                          \
    INT(limits, login_account, 10, 0, 1000000, "failed logins a quarter hour and account; 0: no limit")              \
    INT(limits, login_address, 60, 0, 1000000, "failed logins a quarter hour and address; 0: no limit")              \
    INT(limits, mails_per_hour, 5, 0, 1000000, "activation and reset mails an hour and mailbox; 0: no limit")        \
    INT(limits, registrations_per_hour, 60, 0, 1000000, "registrations an hour and address; 0: no limit")            \
    BOOL(alipay, enabled, false, "offer Alipay")                                                                     \
    STR(alipay, gateway, "", "the gateway's URL")                                                                    \
    STR(alipay, app_id, "", "our application's id")                                                                  \
    STR(alipay, seller_id, "", "our account's id (2088...)")                                                         \
    STR(alipay, private_key_file, "", "our application's private key, PEM or bare base64")                           \
    STR(alipay, public_key_file, "", "Alipay's public key (not our own), PEM or bare base64")                        \
    STR(alipay, notify_url, "", "where Alipay posts notices: this shop's /api/v1/payments/alipay/notify")            \
    STR(alipay, return_url, "", "where the browser comes back to")                                                   \
    STR(log, level, "info", "debug, info, warn or error")

struct config {
#define STR(s, k, d, about)         const char *s##_##k;
#define INT(s, k, d, lo, hi, about) int64_t s##_##k;
#define BOOL(s, k, d, about)        bool s##_##k;
    CONFIG_TABLE(STR, INT, BOOL)
#undef STR
#undef INT
#undef BOOL
};

/* Reads `file` (NULL: defaults and environment only) into `cfg`; every mistake is one line on stderr with
 * file and line. False where there was one. What cfg points at lives as long as the program. */
bool config_load(struct config *cfg, const char *file);

/* Reads a secret that only its owner can read: one line without its end. NULL with a line on stderr where the
 * file is missing, empty, readable by others or not ours. The caller frees. */
char *config_secret(const char *what, const char *path);

/* Prints every setting with its value and meaning. */
void config_print(const struct config *cfg);

#endif
