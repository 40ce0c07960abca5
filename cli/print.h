/* SPDX-License-Identifier: MIT */
/* print.h - documents on stdout, in the form that was asked for. A list may come in many pages and is still
 * one table or one JSON document; tsv, csv and jsonl go out page by page. */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "cli/cli.h"
#include "common/str.h"

/* One object. `columns` NULL: whatever members it has. */
void print_document(struct cli *cli, const struct columns *columns, json_t *doc);

struct printer;

struct printer *printer_open(struct cli *cli, const struct columns *columns);
void printer_add(struct printer *p, json_t *page); /* a list's document: {"items": […], …} */
/* Prints what was kept where the list is `whole`, and frees: half a JSON document would look like a whole one. */
void printer_close(struct printer *p, bool whole);

/* --json=? : the fields and their types. */
void print_fields(struct cli *cli, const struct columns *columns);

/* print_json.c: JSON text without anything that a terminal obeys; indented or on one line. */
void json_text(struct str *b, json_t *value, bool indented);

/* cell.c: a value as text. For people: relative times; else: exact. Nothing that a terminal obeys. */
const char *cell_text(struct cli *cli, struct arena *mem, const json_t *object, const struct column *column,
                      bool for_people);

/* print_table.c */
void table_rows(struct cli *cli, struct arena *mem, const struct columns *columns, const json_t *items);
void table_object(struct cli *cli, struct arena *mem, const struct columns *columns, const json_t *object);

#endif
