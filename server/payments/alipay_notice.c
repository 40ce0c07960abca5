/* SPDX-License-Identifier: MIT */
#include "server/payments/alipay_notice.h"

#include <strings.h>

#include "common/money.h"

#define X(name) [name] = #name,
static const char *const states[] = {[ALIPAY_NO_STATUS] = "", ALIPAY_TRADE_STATUSES(X)};
#undef X

enum alipay_trade_status alipay_trade_status(const char *text)
{
    for (size_t s = ALIPAY_NO_STATUS + 1; s < sizeof(states) / sizeof(*states); s++)
        if (str_eq(text, states[s]))
            return (enum alipay_trade_status)s;
    return ALIPAY_NO_STATUS;
}

const char *alipay_trade_status_text(enum alipay_trade_status s)
{
    return states[s];
}

const char *alipay_verdict_text(enum alipay_verdict v)
{
    static const char *const texts[] = {
#define X(name, text) [name] = text,
        ALIPAY_VERDICTS(X)
#undef X
    };
    return texts[v];
}

/* ---------------------------------------------------------------- signature */

/* Does the text hold "&name="? The signed text does not escape its values, so such a value can be what is left
 * of several fields of a message that Alipay did sign, cut at other places. Texts that we chose ourselves when
 * we asked for the payment are exempt. */
static bool hides_fields(const struct alipay_field *f)
{
    if (strcmp(f->name, "subject") == 0 || strcmp(f->name, "body") == 0)
        return false;
    for (const char *s = strchr(f->value, '&'); s; s = strchr(s + 1, '&')) {
        size_t n = strspn(s + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
        if (n && s[1 + n] == '=')
            return true;
    }
    return false;
}

static bool has_empty(const struct alipay_form *form)
{
    for (size_t i = 0; i < form->n; i++)
        if (form->field[i].value[0] == '\0')
            return true;
    return false;
}

enum alipay_verdict alipay_notice_verify(struct arena *mem, const struct alipay_form *form,
                                         const struct alipay_key *alipay)
{
    const char *sign = alipay_form_get(form, "sign"), *charset = alipay_form_get(form, "charset");
    /* The sender does not choose the algorithm: with "RSA" it would be SHA-1. */
    if (!sign || !*sign || !str_eq(alipay_form_get(form, "sign_type"), "RSA2") || !charset ||
        strcasecmp(charset, "utf-8") != 0)
        return ALIPAY_BAD_FORM;
    for (size_t i = 0; i < form->n; i++)
        if (hides_fields(&form->field[i]))
            return ALIPAY_BAD_FORM;
    struct str text = alipay_form_text(mem, form, ALIPAY_SKIP_SIGN_TYPE);
    if (alipay_verify(alipay, text.s, text.n, sign))
        return ALIPAY_GOOD;
    if (!has_empty(form))
        return ALIPAY_BAD_SIGNATURE;
    /* Alipay's own libraries do not agree on whether empty values are signed. */
    text = alipay_form_text(mem, form, ALIPAY_SKIP_SIGN_TYPE | ALIPAY_SKIP_EMPTY);
    return alipay_verify(alipay, text.s, text.n, sign) ? ALIPAY_GOOD : ALIPAY_BAD_SIGNATURE;
}

/* ---------------------------------------------------------------- meaning */

/* A number such as out_trade_no: 1 to `most` letters, digits, "_" and "-". */
static bool is_number(const char *s, size_t most)
{
    size_t n = s ? strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") : 0;
    return n > 0 && n <= most && s[n] == '\0';
}

static const char *get_filled(const struct alipay_form *form, const char *name)
{
    const char *value = alipay_form_get(form, name);
    return value && *value ? value : NULL;
}

enum alipay_verdict alipay_notice_judge(const struct alipay_form *form, const struct alipay_us *us,
                                        bool notify, struct alipay_notice *notice)
{
    const char *total = alipay_form_get(form, "total_amount"), *refund_fee = get_filled(form, "refund_fee");
    if (!str_eq(alipay_form_get(form, "app_id"), us->app_id))
        return ALIPAY_OTHER_APP;
    if (!str_eq(alipay_form_get(form, "seller_id"), us->seller_id))
        return ALIPAY_OTHER_SELLER;
    struct alipay_notice found = {
        .notify_id = notify ? alipay_form_get(form, "notify_id") : NULL,
        .trade_no = alipay_form_get(form, "trade_no"),
        .out_trade_no = alipay_form_get(form, "out_trade_no"),
        .out_biz_no = get_filled(form, "out_biz_no"),
        .status = notify ? alipay_trade_status(alipay_form_get(form, "trade_status")) : ALIPAY_NO_STATUS,
        .refunded = refund_fee || get_filled(form, "gmt_refund"),
    };
    if (!is_number(found.trade_no, 64) || !is_number(found.out_trade_no, 64) ||
        (found.out_biz_no && !is_number(found.out_biz_no, 64)) ||
        (notify && (!is_number(found.notify_id, 128) || found.status == ALIPAY_NO_STATUS)))
        return ALIPAY_BAD_VALUE;
    if (!total || money_parse(total, &found.total) != E_OK ||
        (refund_fee && money_parse(refund_fee, &found.refund_fee) != E_OK))
        return ALIPAY_BAD_VALUE;
    *notice = found;
    return ALIPAY_GOOD;
}

static enum alipay_verdict read_message(struct arena *mem, const struct alipay_us *us, const char *text,
                                        size_t n, bool notify, struct alipay_notice *notice)
{
    struct alipay_form form;
    if (alipay_form_read(mem, text, n, &form))
        return ALIPAY_BAD_FORM;
    enum alipay_verdict v = alipay_notice_verify(mem, &form, us->alipay);
    return v == ALIPAY_GOOD ? alipay_notice_judge(&form, us, notify, notice) : v;
}

enum alipay_verdict alipay_notify_read(struct arena *mem, const struct alipay_us *us, const char *body,
                                       size_t n, struct alipay_notice *notice)
{
    return read_message(mem, us, body, n, true, notice);
}

enum alipay_verdict alipay_return_read(struct arena *mem, const struct alipay_us *us, const char *query,
                                       size_t n, struct alipay_notice *notice)
{
    return read_message(mem, us, query, n, false, notice);
}
