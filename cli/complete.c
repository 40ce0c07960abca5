/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

enum err run_completion(struct cli *cli)
{
    return cli_fail(cli, E_INTERNAL, "-");
}

enum err run_complete(struct cli *cli)
{
    return cli_fail(cli, E_INTERNAL, "-");
}
