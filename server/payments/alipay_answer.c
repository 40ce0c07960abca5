/* SPDX-License-Identifier: MIT */
#include "server/payments/alipay_answer.h"

#include "common/money.h"
#include "common/str.h"

/* ---------------------------------------------------------------- scanner
 * Walks JSON that json_read() has found well-formed; the bounds are kept all the same. */

static const char *skip_blank(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n'))
        p++;
    return p;
}

/* From an opening quote to behind the closing one. */
static const char *skip_string(const char *p, const char *end)
{
    for (p++; p < end && *p != '"'; p++)
        if (*p == '\\' && p + 1 < end)
            p++;
    return p < end ? p + 1 : end;
}

static const char *skip_value(const char *p, const char *end)
{
    int depth = 0;
    while (p < end) {
        if (*p == '"') {
            p = skip_string(p, end);
        } else if (*p == '{' || *p == '[') {
            depth++;
            p++;
        } else if (*p == '}' || *p == ']') {
            if (depth == 0)
                return p;
            depth--;
            p++;
        } else if (depth == 0 && strchr(" \t\r\n,", *p)) {
            return p;
        } else {
            p++;
            continue;
        }
        if (depth == 0)
            return p;
    }
    return p;
}

bool alipay_answer_member(const char *text, size_t n, const char *name, const char **value, size_t *value_n)
{
    const char *end = text + n, *p = skip_blank(text, end);
    size_t name_n = strlen(name);
    if (p == end || *p != '{')
        return false;
    p = skip_blank(p + 1, end);
    while (p < end && *p == '"') {
        const char *key = p + 1;
        p = skip_string(p, end);
        size_t key_n = (size_t)(p - key) - 1;
        p = skip_blank(p, end);
        if (p == end || *p != ':')
            return false;
        const char *from = skip_blank(p + 1, end);
        p = skip_value(from, end);
        /* A name written with escapes is not one that Alipay writes: it does not match, and that is meant. */
        if (key_n == name_n && memcmp(key, name, name_n) == 0) {
            *value = from;
            *value_n = (size_t)(p - from);
            return true;
        }
        p = skip_blank(p, end);
        if (p < end && *p == ',')
            p = skip_blank(p + 1, end);
    }
    return false;
}

/* ---------------------------------------------------------------- judging */

static const struct {
    const char *code;
    enum alipay_outcome outcome;
} codes[] = {
    {"10000", ALIPAY_DONE},    {"10003", ALIPAY_PAYING}, {"20000", ALIPAY_UNKNOWN},
    {"20001", ALIPAY_MISUSE},  {"40001", ALIPAY_MISUSE}, {"40002", ALIPAY_MISUSE},
    {"40004", ALIPAY_REFUSED}, {"40005", ALIPAY_BUSY},   {"40006", ALIPAY_MISUSE},
};

/* Business failures that say nothing about what was done; the vendor's tables spell the first in two ways. */
static const char *const unknown_sub_codes[] = {"ACQ.SYSTEM_ERROR", "AQC.SYSTEM_ERROR"};

static enum alipay_outcome outcome_of(const char *code, const char *sub_code)
{
    for (size_t i = 0; i < sizeof(unknown_sub_codes) / sizeof(*unknown_sub_codes); i++)
        if (strcmp(sub_code, unknown_sub_codes[i]) == 0)
            return ALIPAY_UNKNOWN;
    for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
        if (strcmp(code, codes[i].code) == 0)
            return codes[i].outcome;
    return ALIPAY_UNKNOWN;
}

static const char *text_or_empty(const struct alipay_answer *a, const char *name)
{
    const char *s = alipay_answer_text(a, name);
    return s ? s : "";
}

static void unbelievable(struct alipay_answer *a, const char *why)
{
    *a = (struct alipay_answer){.mem = a->mem, .code = "", .sub_code = "", .sub_msg = "", .why = why};
}

/* Reads the node and judges it by its codes. */
static bool open_node(struct alipay_answer *a, const char *node, size_t n)
{
    a->node = node;
    a->node_n = n;
    if (json_read(a->mem, node, n, &a->doc, NULL) != E_OK || !json_is_object(a->doc))
        return false;
    a->code = text_or_empty(a, "code");
    a->sub_code = text_or_empty(a, "sub_code");
    a->sub_msg = text_or_empty(a, "sub_msg");
    a->outcome = outcome_of(a->code, a->sub_code);
    return true;
}

static bool is_success(const struct alipay_answer *a)
{
    return a->outcome == ALIPAY_DONE || a->outcome == ALIPAY_PAYING;
}

/* Some answers are signed over "/" and sent with "\/". The bytes that the signature covers are then taken for
 * the node: "\\/" shortened this way would mean something else. NULL where there is nothing to shorten. */
static char *plain_slashes(struct arena *mem, const char *node, size_t n, size_t *plain_n)
{
    if (!memmem(node, n, "\\/", 2))
        return NULL;
    char *plain = arena_alloc(mem, n + 1);
    size_t k = 0;
    for (size_t i = 0; i < n; i++)
        if (!(node[i] == '\\' && i + 1 < n && node[i + 1] == '/'))
            plain[k++] = node[i];
    *plain_n = k;
    return plain;
}

/* The node in the bytes that `sign` covers; NULL where it covers none. */
static const char *covered(struct arena *mem, const struct alipay_key *alipay, const char *sign,
                           const char *node, size_t *n)
{
    if (alipay_verify(alipay, node, *n, sign))
        return node;
    size_t plain_n;
    const char *plain = plain_slashes(mem, node, *n, &plain_n);
    if (!plain || !alipay_verify(alipay, plain, plain_n, sign))
        return NULL;
    *n = plain_n;
    return plain;
}

static void judge_unsigned(struct alipay_answer *a, const char *node, size_t n)
{
    if (!open_node(a, node, n))
        unbelievable(a, "the node is no JSON object");
    else if (is_success(a))
        unbelievable(a, "a success without a signature");
    a->node = NULL;
    a->doc = NULL;
}

static void judge_signed(struct alipay_answer *a, const struct alipay_key *alipay, const char *sign,
                         const char *node, size_t n)
{
    const char *text = covered(a->mem, alipay, sign, node, &n);
    if (!text)
        unbelievable(a, "the signature is wrong");
    else if (!open_node(a, text, n))
        unbelievable(a, "the node is no JSON object");
    else
        a->verified = true;
}

static char *response_name(struct arena *mem, const char *method)
{
    char *name = arena_printf(mem, "%s_response", method);
    for (char *p = name; *p; p++)
        if (*p == '.')
            *p = '_';
    return name;
}

void alipay_answer_read(struct arena *mem, const struct alipay_key *alipay, const char *method,
                        const char *raw, size_t n, struct alipay_answer *ret)
{
    const char *node, *error;
    size_t node_n, error_n;
    json_t *doc;
    ret->mem = mem;
    unbelievable(ret, "");
    if (json_read(mem, raw, n, &doc, &ret->why) != E_OK)
        return;
    bool answered = alipay_answer_member(raw, n, response_name(mem, method), &node, &node_n);
    bool failed = alipay_answer_member(raw, n, "error_response", &error, &error_n);
    if (answered == failed) {
        unbelievable(ret, answered ? "an answer and an error at once" : "no answer to this method");
        return;
    }
    const char *sign = json_str(doc, "sign");
    if (failed) {
        node = error;
        node_n = error_n;
    }
    if (sign && *sign)
        judge_signed(ret, alipay, sign, node, node_n);
    else
        judge_unsigned(ret, node, node_n);
    if (failed && is_success(ret))
        unbelievable(ret, "an error that claims success");
}

/* ---------------------------------------------------------------- values */

const char *alipay_answer_text(const struct alipay_answer *a, const char *name)
{
    const char *value;
    size_t n;
    json_t *member = a->doc ? json_get(a->doc, name) : NULL;
    if (json_is_string(member))
        return json_string_value(member);
    /* A number's own digits: as a double it would no longer be the amount that was sent. */
    if (json_is_number(member) && alipay_answer_member(a->node, a->node_n, name, &value, &n))
        return arena_dup(a->mem, value, n);
    return NULL;
}

enum err alipay_answer_fen(const struct alipay_answer *a, const char *name, int64_t *fen)
{
    const char *text = alipay_answer_text(a, name);
    return text && money_parse(text, fen) == E_OK ? E_OK : E_PROVIDER;
}
