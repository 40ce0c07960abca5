/* SPDX-License-Identifier: MIT */
#include "common/cmd/columns.h"

#include "common/i18n.h"
#include "common/str.h"

#include <string.h>

/* A field is path:type. In front: * where tables show it, + where only a document by itself does. [name] is a list of such documents. */
static const struct {
    const char *name, *fields, *foot;
} docs[] = {
    {"account", "*id:int *username:text *email:text *active:bool", ""},
    {"profile",
     "*id:int *username:text *email:text *active:bool *roles:[] lang:text created_at:time csrf_token:text",
     ""},
    {"session",
     "*user.id:int *user.username:text *user.email:text *expires_at:time user.active:bool user.roles:[]", ""},
    {"type", "*id:int *name:text logo:text image:text", ""},
    {"sku",
     "*id:int *name:text *price:money *unit:text *availability:status stock:int summary:text spu_id:int "
     "type_id:int currency:text net:object unit_price:object image:text search_key:text",
     ""},
    {"hit",
     "*id:int *name:text *price:money *unit:text *availability:status stock:int summary:text spu_id:int "
     "type_id:int currency:text net:object unit_price:object image:text search_key:text name_html:text",
     "did_you_mean:text"},
    {"goods",
     "*id:int *name:text *summary:text *price:money *unit:text *stock:int *sales:int *status:status *rating:number "
     "*review_count:int spu_id:int type_id:int currency:text net:object unit_price:object availability:status "
     "image:text images:[] detail_html:text search_key:text +siblings:[sku] +new_picks:[sku]",
     ""},
    {"banner", "*id:int *sku_id:int *title:text image:text", ""},
    {"promotion", "*id:int *name:text *url:text image:text", ""},
    {"home_type", "*id:int *name:text logo:text image:text titles:[sku] picks:[sku]", ""},
    {"home", "+banners:[banner] +promotions:[promotion] +types:[home_type]", ""},
    {"review", "*username:text *rating:int *content:text *created_at:time id:int reply:text replied_at:time",
     ""},
    {"cart_line",
     "*sku.id:int *sku.name:text *sku.price:money *sku.unit:text *quantity:int *amount:money *available:bool",
     "total_quantity:int total_amount:money"},
    {"cart_count", "*count:int *total_quantity:int", ""},
    {"address",
     "*id:int *receiver:text *region:text *detail:text *phone:text zip_code:text region_code:text *is_default:bool",
     ""},
    {"line",
     "*sku_id:int *name:text *price:money *unit:text *quantity:int *amount:money reviewed:bool image:text",
     ""},
    {"history", "*status:status *at:time *by:text", ""},
    {"shipment", "*carrier:text *tracking_no:text *at:time id:text", ""},
    {"refund", "*id:text *status:status *amount:money", ""},
    {"preview",
     "*goods_amount:money *discount_amount:money *shipping_amount:money *payable_amount:money currency:text "
     "+lines:[line]",
     ""},
#define ORDER                                                                                           \
    "*id:text *status:status *payment_status:status +pay_method:text *payable_amount:money "            \
    "+goods_amount:money +discount_amount:money +shipping_amount:money currency:text *created_at:time " \
    "+pay_before:time +note:text +address.receiver:text +address.region:text +address.detail:text "     \
    "+address.phone:text address.zip_code:text address.region_code:text +actions:[] "                   \
    "+lines:[line] +history:[history] +shipments:[shipment] +refunds:[refund] "                         \
    "version:int"
    {"order", ORDER, ""},
    {"payment",
     "*id:text order_id:text *method:text *status:status *amount:money currency:text *pay_url:text *qr_code:text "
     "*expires_at:time",
     ""},
    {"movement", "*id:int *at:time *delta:int *reason:text *order_id:text *note:text sku_id:int *staff:text",
     ""},
    {"fault", "*rule:text *about:text *id:text *want:int *have:int", ""},
    {"books", "*balanced:bool *rules:int +faults:[fault]", ""},
    {"audit",
     "*id:int *at:time *actor:text *action:text *object:text actor_id:int before:text after:text address:text "
     "request_id:text",
     ""},
    {"job",
     "*id:int *kind:text *status:status *tries:int *run_at:time *error:text subject:text created_at:time "
     "done_at:time",
     ""},
    {"request", "*method:text *path:text *body:object", ""},
    {"member", "*name:text *type:text +values:[] *about:text", ""},
    {"field", "*name:text *type:text", ""},
};

static const struct {
    const char *word, *name;
} kinds[] = {
    [COL_INTEGER] = {"int", "integer"},  [COL_MONEY] = {"money", "integer (money in minor units)"},
    [COL_NUMBER] = {"number", "number"}, [COL_TEXT] = {"text", "string"},
    [COL_STATUS] = {"status", "string"}, [COL_TIME] = {"time", "string (RFC 3339)"},
    [COL_BOOL] = {"bool", "boolean"},    [COL_OBJECT] = {"object", "object"},
    [COL_LIST] = {"[", "array"},
};

static enum column_kind kind_of(const char *word)
{
    for (int k = 0; k < COL_LIST; k++)
        if (strcmp(kinds[k].word, word) == 0)
            return (enum column_kind)k;
    return COL_LIST;
}

static struct column read_column(char *s)
{
    struct column f = {.in_rows = *s == '*', .alone = *s == '*' || *s == '+'};
    f.path = s + f.alone;
    char *type = strchr(s, ':');
    *type++ = '\0';
    f.kind = kind_of(type);
    if (f.kind == COL_LIST && type[1] != ']') {
        type[strlen(type) - 1] = '\0';
        f.of = type + 1;
    }
    return f;
}

struct column *columns_read(struct arena *mem, const char *text, size_t *n)
{
    struct column *fields = arena_array(mem, strlen(text) / 2 + 1, sizeof(*fields));
    char *rest = NULL, *copy = arena_strdup(mem, text);
    *n = 0;
    for (char *s = strtok_r(copy, " ", &rest); s; s = strtok_r(NULL, " ", &rest))
        fields[(*n)++] = read_column(s);
    return fields;
}

struct columns *columns_find(struct arena *mem, const char *prints)
{
    size_t n = prints ? strcspn(prints, "[") : 0;
    for (size_t i = 0; prints && i < sizeof(docs) / sizeof(*docs); i++) {
        if (strlen(docs[i].name) != n || strncmp(docs[i].name, prints, n) != 0)
            continue;
        struct columns *d = ARENA_NEW(mem, struct columns);
        *d = (struct columns){.name = docs[i].name, .many = prints[n] == '[', .foot = docs[i].foot};
        d->list = columns_read(mem, docs[i].fields, &d->n);
        return d;
    }
    return NULL;
}

const char *column_kind_name(enum column_kind kind)
{
    return kinds[kind].name;
}

/* Names for people, where there is a better one than the path. */
static const struct {
    const char *path, *label;
} labels[] = {
    {"name", N_("name")},
    {"price", N_("price")},
    {"unit", N_("unit")},
    {"availability", N_("availability")},
    {"summary", N_("summary")},
    {"stock", N_("stock")},
    {"sales", N_("sales")},
    {"status", N_("status")},
    {"rating", N_("rating")},
    {"review_count", N_("review count")},
    {"siblings", N_("siblings")},
    {"new_picks", N_("new picks")},
    {"title", N_("title")},
    {"url", N_("url")},
    {"banners", N_("banners")},
    {"promotions", N_("promotions")},
    {"types", N_("types")},
    {"username", N_("username")},
    {"content", N_("content")},
    {"created_at", N_("created at")},
    {"sku.name", N_("name")},
    {"sku.price", N_("price")},
    {"sku.unit", N_("unit")},
    {"sku.id", N_("sku")},
    {"quantity", N_("quantity")},
    {"amount", N_("amount")},
    {"available", N_("available")},
    {"count", N_("count")},
    {"total_quantity", N_("total quantity")},
    {"total_amount", N_("total amount")},
    {"did_you_mean", N_("did you mean")},
    {"receiver", N_("receiver")},
    {"region", N_("region")},
    {"detail", N_("detail")},
    {"phone", N_("phone")},
    {"is_default", N_("is default")},
    {"sku_id", N_("sku")},
    {"at", N_("time")},
    {"by", N_("by")},
    {"staff", N_("staff")},
    {"about", N_("about")},
    {"want", N_("want")},
    {"have", N_("have")},
    {"rules", N_("rules")},
    {"faults", N_("faults")},
    {"carrier", N_("carrier")},
    {"tracking_no", N_("tracking no")},
    {"goods_amount", N_("goods amount")},
    {"discount_amount", N_("discount amount")},
    {"shipping_amount", N_("shipping amount")},
    {"payable_amount", N_("payable amount")},
    {"lines", N_("lines")},
    {"payment_status", N_("payment status")},
    {"pay_method", N_("pay method")},
    {"pay_before", N_("pay before")},
    {"note", N_("note")},
    {"address.receiver", N_("receiver")},
    {"address.region", N_("region")},
    {"address.detail", N_("detail")},
    {"address.phone", N_("phone")},
    {"actions", N_("actions")},
    {"history", N_("history")},
    {"shipments", N_("shipments")},
    {"refunds", N_("refunds")},
    {"user.username", N_("username")},
    {"user.email", N_("email")},
    {"email", N_("email")},
    {"active", N_("active")},
    {"roles", N_("roles")},
    {"expires_at", N_("expires at")},
    {"method", N_("method")},
    {"pay_url", N_("pay url")},
    {"qr_code", N_("qr code")},
    {"delta", N_("delta")},
    {"reason", N_("reason")},
    {"order_id", N_("order")},
    {"actor", N_("actor")},
    {"action", N_("action")},
    {"object", N_("object")},
    {"kind", N_("kind")},
    {"tries", N_("tries")},
    {"run_at", N_("runs at")},
    {"error", N_("error")},
    {"path", N_("path")},
    {"body", N_("body")},
    {"type", N_("type")},
    {"values", N_("values")},
    {"rule", N_("rule")},
    {"balanced", N_("balanced")},
};

const char *column_label(const char *path)
{
    for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
        if (strcmp(labels[i].path, path) == 0)
            return labels[i].label;
    return path;
}

json_t *column_value(const json_t *object, const char *path)
{
    char name[64];
    size_t n = strcspn(path, ".");
    if (n >= sizeof(name))
        return NULL;
    memcpy(name, path, n);
    name[n] = '\0';
    json_t *v = json_get(object, name);
    return v && path[n] ? column_value(v, path + n + 1) : v;
}

/* Whether `path` is `prefix`, or goes on from it. */
static bool leads_to(const char *prefix, const char *path)
{
    size_t n = strlen(prefix);
    return strncmp(prefix, path, n) == 0 && (path[n] == '\0' || path[n] == '.');
}

bool columns_have(const struct columns *d, const char *name)
{
    for (size_t i = 0; i < d->n; i++) {
        const struct column *c = &d->list[i];
        if (leads_to(name, c->path) || (c->kind == COL_OBJECT && leads_to(c->path, name)))
            return true;
    }
    return false;
}
