/* SPDX-License-Identifier: MIT */
/* Completion: the scripts for the shells are a few lines each and ask us, by the hidden command __complete,
 * what could come next; so they never know less than the program does. */
#include "cli/cli.h"

#include "common/cmd/complete.h"
#include "common/str.h"
#include "common/text.h"

#include <string.h>

#define ASK_MS 250 /* a person waits for this answer with a finger on a key */

/* ---------------------------------------------------------------- scripts */

/* Bash splits words at "=" as well: the script puts them together again, and gives back only what stands behind. */
static const char bash_script[] = "# bash completion for shopctl\n"
                                  "_shopctl() {\n"
                                  "    local words=() glue='' prefix='' word i\n"
                                  "    for ((i = 1; i <= COMP_CWORD; i++)); do\n"
                                  "        word=${COMP_WORDS[i]}\n"
                                  "        if [[ $word == '=' && ${#words[@]} -gt 0 ]]; then\n"
                                  "            words[-1]+='='\n"
                                  "            glue=1\n"
                                  "        elif [[ $glue ]]; then\n"
                                  "            words[-1]+=$word\n"
                                  "            glue=''\n"
                                  "        else\n"
                                  "            words+=(\"$word\")\n"
                                  "        fi\n"
                                  "    done\n"
                                  "    [[ ${words[-1]} == --*=* ]] && prefix=${words[-1]%%=*}=\n"
                                  "    COMPREPLY=()\n"
                                  "    while IFS=$'\\t' read -r word _; do\n"
                                  "        COMPREPLY+=(\"${word#\"$prefix\"}\")\n"
                                  "    done < <(\"$1\" __complete -- \"${words[@]}\" 2>/dev/null)\n"
                                  "}\n"
                                  "complete -F _shopctl shopctl\n";

static const char zsh_script[] =
    "#compdef shopctl\n"
    "_shopctl() {\n"
    "    local -a found\n"
    "    local word about\n"
    "    while IFS=$'\\t' read -r word about; do\n"
    "        found+=(\"${word//:/\\\\:}${about:+:$about}\")\n"
    "    done < <(\"${words[1]}\" __complete -- \"${(@)words[2,CURRENT]}\" 2>/dev/null)\n"
    "    _describe shopctl found\n"
    "}\n"
    "# Loaded by its file's name, it is called at once; sourced, it is only made known.\n"
    "if [[ ${funcstack[1]} == _shopctl ]]; then _shopctl \"$@\"; else compdef _shopctl shopctl; fi\n";

static const char fish_script[] = "# fish completion for shopctl\n"
                                  "function __shopctl_complete\n"
                                  "    set -l words (commandline -opc)\n"
                                  "    set -l typed (commandline -ct)\n"
                                  "    command shopctl __complete -- $words[2..-1] \"$typed\" 2>/dev/null\n"
                                  "end\n"
                                  "complete -c shopctl -f -a '(__shopctl_complete)'\n";

enum err run_completion(struct cli *cli)
{
    static const struct {
        const char *shell, *script;
    } scripts[] = {{"bash", bash_script}, {"zsh", zsh_script}, {"fish", fish_script}};
    for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++)
        if (strcmp(scripts[i].shell, line_value(&cli->line, "shell")) == 0)
            fputs(scripts[i].script, stdout);
    return E_OK;
}

/* ---------------------------------------------------------------- what only the server knows */

static void look_up(struct cli *cli, struct completion *c)
{
    static const struct {
        const char *type, *path, *id, *about;
    } places[] = {
        {"order", "/orders?limit=20", "id", "status"},
        {"desk-order", "/admin/orders?limit=20", "id", "status"},
        {"address", "/me/addresses", "id", "receiver"},
        {"cart-sku", "/cart", "sku.id", "sku.name"},
        {"sku", "/skus?per_page=50", "id", "name"},
    };
    struct client_reply reply;
    json_t *one;
    size_t i;
    for (size_t p = 0; c->look_up && p < sizeof(places) / sizeof(*places); p++) {
        struct client_request rq = {.method = "GET", .path = places[p].path};
        if (strcmp(places[p].type, c->look_up) != 0 || cli_send_quietly(cli, cli->mem, &rq, &reply) != E_OK)
            continue;
        json_array_foreach(json_get(reply.doc, "items"), i, one)
        {
            json_t *id = column_value(one, places[p].id), *about = column_value(one, places[p].about);
            const char *word = json_is_string(id) ? json_string_value(id)
                                                  : arena_printf(cli->mem, "%lld", json_integer_value(id));
            complete_add(c, text_safe(cli->mem, word, false), json_string_value(about));
        }
    }
}

enum err run_complete(struct cli *cli)
{
    const struct values *words = line_values(&cli->line, "word");
    struct completion c;
    complete_line(&c, cli->mem, cli->lang, (int)words->n, words->list);
    cli->timeout_ms = ASK_MS;
    if (c.line.globals[G_URL])
        cli->url = c.line.globals[G_URL];
    if (c.line.globals[G_TOKEN_FILE])
        cli->token_file = c.line.globals[G_TOKEN_FILE];
    if (str_eq(c.look_up, "document"))
        explain_complete(cli, &c);
    else
        look_up(cli, &c);
    for (size_t i = 0; i < c.n; i++)
        printf("%s%s%s\n", c.list[i].word, *c.list[i].about ? "\t" : "",
               text_safe(cli->mem, c.list[i].about, false));
    return E_OK;
}
