/* SPDX-License-Identifier: MIT */
/* rsa.h - Alipay's side of RSA2: signs with its private key, checks with the merchant's public one. Written
 * apart from the daemon's code, so that the two can disagree. */
#ifndef SIM_RSA_H
#define SIM_RSA_H

#include <stdbool.h>

/* Files in PEM or bare base64; dies with a sentence where one is no RSA key of 2048 bits or more. */
void rsa_open(const char *private_file, const char *app_public_file);
void rsa_close(void);

char *rsa_sign(const char *text); /* base64; the caller frees it */
bool rsa_verify(const char *text, const char *sign);

#endif
