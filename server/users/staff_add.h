/* SPDX-License-Identifier: MIT */
/* staff_add.h - `shopd staff add`: the first administrator can only be made on the machine itself. */
#ifndef SERVER_USERS_STAFF_ADD_H
#define SERVER_USERS_STAFF_ADD_H

struct app;

/* NAME --role ROLE[,ROLE...] [--email ADDRESS] [--password-stdin]: gives an account these roles besides those
 * that it has, and activates it. Where there is none of that name it is made, with a password asked on the
 * terminal or read from standard input. Returns the exit code; one line says what was done or why not. */
int staff_add(struct app *app, int argc, char **argv);

#endif
