/* SPDX-License-Identifier: MIT */
#include "server/payments/alipay_request.h"

#include "common/clock.h"

#define BEIJING (8 * 3600)

static void put(struct alipay_form *form, const char *name, const char *value)
{
    if (value && *value)
        form->field[form->n++] = (struct alipay_field){name, value};
}

/* A blank is "+" in the query and "%20" in the body, as the vendor's own clients write them. */
static void write(struct str *to, const struct alipay_field *f, const char *blank)
{
    str_addf(to, "%s%s=", to->n ? "&" : "", f->name);
    for (const char *s = f->value; *s;) {
        size_t n = strcspn(s, " ");
        str_url(to, arena_dup(to->mem, s, n));
        if (s[n])
            str_add(to, blank);
        s += n + (s[n] != '\0');
    }
}

enum err alipay_request_sign(struct arena *mem, const struct alipay_key *key, const struct alipay_request *r,
                             struct alipay_call *call)
{
    char at[32];
    struct alipay_form all = {.field = arena_array(mem, 9 + r->n_more, sizeof(*all.field))};
    put(&all, "method", r->method);
    put(&all, "app_id", r->app_id);
    put(&all, "charset", "utf-8"); /* in the query, so that the gateway knows it before it reads the body */
    put(&all, "version", "1.0");
    put(&all, "sign_type", "RSA2");
    put(&all, "timestamp", clock_local(at, r->at, BEIJING));
    put(&all, "notify_url", r->notify_url);
    put(&all, "return_url", r->return_url);
    size_t in_query = all.n;
    for (size_t i = 0; i < r->n_more; i++)
        put(&all, r->more[i].name, r->more[i].value);
    put(&all, "biz_content", r->biz_content);

    struct str text = alipay_form_text(mem, &all, ALIPAY_SKIP_EMPTY);
    const char *sign;
    enum err e = alipay_sign(mem, key, text.s, text.n, &sign);
    if (e)
        return e;

    struct str query, body;
    str_init(&query, mem);
    str_init(&body, mem);
    for (size_t i = 0; i < all.n; i++)
        if (i < in_query)
            write(&query, &all.field[i], "+");
        else
            write(&body, &all.field[i], "%20");
    write(&query, &(struct alipay_field){"sign", sign}, "+");
    *call = (struct alipay_call){query.s, body.s};
    return E_OK;
}

const char *alipay_call_url(struct arena *mem, const char *gateway, const struct alipay_call *call)
{
    return arena_printf(mem, "%s?%s%s%s", gateway, call->query, *call->body ? "&" : "", call->body);
}
