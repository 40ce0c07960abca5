/* SPDX-License-Identifier: MIT */
#include "server/users/roles.h"

#include "common/str.h"

static const char *const names[] = {
#define X(role, bit, name) [bit] = name,
    ROLE_TABLE(X)
#undef X
};

#define COUNT (sizeof(names) / sizeof(names[0]))

const char **role_names(struct ctx *c, unsigned roles, size_t *n)
{
    const char **list = arena_array(c->mem, COUNT, sizeof(*list));
    *n = 0;
    for (size_t i = 0; i < COUNT; i++)
        if (roles & 1u << i)
            list[(*n)++] = names[i];
    return list;
}

static unsigned role_find(const char *name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (str_eq(names[i], name))
            return 1u << i;
    return 0;
}

unsigned role_parse(struct ctx *c, const char *text)
{
    unsigned roles = 0;
    for (;; text++) {
        size_t n = strcspn(text, ",");
        unsigned role = role_find(arena_dup(c->mem, text, n));
        if (!role)
            return 0;
        roles |= role;
        text += n;
        if (!*text)
            return roles;
    }
}
