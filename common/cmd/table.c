/* SPDX-License-Identifier: MIT */
/* The command table, by noun. A new command is a new row here, its entry in man/shopctl.1, and (where a
 * document is new) its fields in columns.c. */
#include "common/cmd/cmd.h"

#include "common/i18n.h"

#include <string.h>

#define SORTS            "default|price|-price|hot|new|name"
#define STATUSES         "pending_payment|pending_shipment|shipped|pending_review|completed|cancelling|cancelled"
#define PAYMENT_STATUSES "unpaid|paid|partly_refunded|refunded|cod_due"
#define METHODS          "alipay|cod|.."

const struct cmd cmd_table[] = {
    /* ------------------------------------------------ who I am */
    {
        .grammar = "register <user:text> <email:text> [--password-stdin]",
        .special = CMD_REGISTER,
        .prints = "account",
        .about = N_("open an account"),
        .more = N_("The password is asked for without echo. A mail with the activation token follows."),
        .examples = "register lin lin@example.com\n",
    },
    {
        .grammar = "activate <token:text>",
        .call = "POST /users/activation token",
        .prints = "account",
        .about = N_("activate an account with the token from the mail"),
        .examples = "activate 8RkQ1c…\n",
    },
    {
        .grammar = "login <user:text> [--password-stdin]",
        .special = CMD_LOGIN,
        .prints = "session",
        .about = N_("begin a session"),
        .more = N_("USER is a user name or an e-mail address. The password is asked for without echo; the "
                   "session's token is kept in the token file, readable by you alone."),
        .examples = "login lin\nlogin lin --password-stdin < password.txt\n",
    },
    {
        .grammar = "logout",
        .special = CMD_LOGOUT,
        .about = N_("end the session"),
        .examples = "logout\n",
    },
    {
        .grammar = "whoami",
        .call = "GET /me",
        .prints = "profile",
        .about = N_("show whose session this is"),
        .examples = "whoami\nwhoami --json username\n",
        .flags = CMD_SESSION,
    },

    /* ------------------------------------------------ goods */
    {
        .grammar = "goods types",
        .call = "GET /types",
        .prints = "type[]",
        .about = N_("list the kinds of goods"),
        .examples = "goods types\n",
    },
    {
        .grammar =
            "goods list [--type=id] [--sort=" SORTS "] [--min-price=money] [--max-price=money] [--in-stock]",
        .call = "GET /skus type sort min_price=min-price max_price=max-price in_stock=in-stock",
        .prints = "sku[]",
        .about = N_("list goods"),
        .examples = "goods list --type 2 --sort price\ngoods list --max-price 20 --in-stock --all\n"
                    "goods list --json id,name,price\n",
        .flags = CMD_PAGES,
    },
    {
        .grammar = "goods show <sku:sku>",
        .call = "GET /skus/{sku}",
        .prints = "goods",
        .about = N_("show one of the goods"),
        .examples = "goods show 7\ngoods show 7 --json price,stock\n",
    },
    {
        .grammar = "goods search <words:text>... [--type=id] [--min-price=money] [--max-price=money] "
                   "[--in-stock] [--sort=relevance|" SORTS "]",
        .call = "GET /search q=words type min_price=min-price max_price=max-price in_stock=in-stock sort",
        .prints = "hit[]",
        .about = N_("search goods by words"),
        .examples = "goods search strawberry\ngoods search 草莓 --sort price\n",
        .flags = CMD_PAGES,
    },
    {
        .grammar = "goods home",
        .call = "GET /home",
        .prints = "home",
        .about = N_("show what the home page shows"),
        .examples = "goods home\n",
    },
    {
        .grammar = "goods reviews <sku:sku>",
        .call = "GET /skus/{sku}/reviews",
        .prints = "review[]",
        .about = N_("list what buyers say, newest first"),
        .examples = "goods reviews 7\n",
        .flags = CMD_CURSOR,
    },

    /* ------------------------------------------------ cart */
    {
        .grammar = "cart list",
        .call = "GET /cart",
        .prints = "cart_line[]",
        .about = N_("list what is in the cart"),
        .examples = "cart list\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "cart add <sku:sku> [qty:int=1]",
        .call = "POST /cart/items sku_id=sku quantity=qty",
        .prints = "cart_count",
        .about = N_("put goods into the cart"),
        .examples = "cart add 7\ncart add 7 3\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "cart set <sku:cart-sku> <qty:int>",
        .call = "PUT /cart/items/{sku} quantity=qty",
        .prints = "cart_count",
        .about = N_("set a quantity in the cart"),
        .examples = "cart set 7 2\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "cart remove <sku:cart-sku>",
        .call = "DELETE /cart/items/{sku}",
        .about = N_("take goods out of the cart"),
        .examples = "cart remove 7\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "cart clear",
        .call = "DELETE /cart",
        .about = N_("empty the cart"),
        .examples = "cart clear\n",
        .flags = CMD_SESSION,
    },

    /* ------------------------------------------------ addresses */
    {
        .grammar = "address list",
        .call = "GET /me/addresses",
        .prints = "address[]",
        .about = N_("list delivery addresses"),
        .examples = "address list\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "address add --receiver=text --region=text --detail=text --phone=text [--zip=text] "
                   "[--region-code=text]",
        .call = "POST /me/addresses receiver region detail phone zip_code=zip region_code=region-code",
        .prints = "address",
        .about = N_("add a delivery address; the first is the default"),
        .examples =
            "address add --receiver 林小满 --region 上海市徐汇区 --detail 衡山路1号 --phone 13800000000\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar =
            "address edit <id:address> [--receiver=text] [--region=text] [--detail=text] [--phone=text] "
            "[--zip=text] [--region-code=text]",
        .call = "PUT /me/addresses/{id} receiver region detail phone zip_code=zip region_code=region-code",
        .special = CMD_ADDRESS_EDIT,
        .prints = "address",
        .about = N_("change a delivery address; what is not named stays"),
        .examples = "address edit 3 --phone 13900000000\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "address remove <id:address>",
        .call = "DELETE /me/addresses/{id}",
        .about = N_("remove a delivery address"),
        .examples = "address remove 3 --yes\n",
        .flags = CMD_SESSION | CMD_ASKS,
    },
    {
        .grammar = "address default <id:address>",
        .call = "PUT /me/addresses/{id}/default",
        .prints = "address",
        .about = N_("make an address the default"),
        .examples = "address default 3\n",
        .flags = CMD_SESSION,
    },

    /* ------------------------------------------------ orders */
    {
        .grammar = "order preview [--address=address] [--item=item]...",
        .call = "POST /orders/preview address_id=address items=item",
        .special = CMD_ORDER_PREVIEW,
        .prints = "preview",
        .about = N_("show what an order would cost"),
        .more = N_("Without --item it is the whole cart, without --address the default one."),
        .examples = "order preview\norder preview --item 7=2 --item 9=1\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar =
            "order place --address=address --pay=" METHODS " [--item=item]... [--note=text] [--expect=money]",
        .call = "POST /orders address_id=address pay_method=pay items=item note expected_amount=expect",
        .prints = "order",
        .about = N_("place an order"),
        .more = N_("Without --item it is the whole cart. With --expect the order is refused where the amount "
                   "to pay is another one. Sent again after a broken connection it is still one order."),
        .examples = "order place --address 3 --pay alipay\n"
                    "order place --address 3 --pay cod --item 7=2 --expect 35.80\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "order list [--status=" STATUSES "]",
        .call = "GET /orders status",
        .prints = "order[]",
        .about = N_("list your orders, newest first"),
        .examples = "order list\norder list --status shipped --json id\n",
        .flags = CMD_SESSION | CMD_CURSOR,
    },
    {
        .grammar = "order show <id:order>",
        .call = "GET /orders/{id}",
        .prints = "order",
        .about = N_("show an order"),
        .examples = "order show 145870021943296\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "order pay <id:order> [--method=" METHODS "]",
        .call = "POST /orders/{id}/payments method",
        .special = CMD_ORDER_PAY,
        .prints = "payment",
        .about = N_("begin to pay an order: its address, and a QR code on a terminal"),
        .examples = "order pay 145870021943296\norder pay 145870021943296 --json pay_url\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "order wait <id:order> --for=" STATUSES "|" PAYMENT_STATUSES,
        .call = "GET /orders/{id}",
        .special = CMD_ORDER_WAIT,
        .prints = "order",
        .about = N_("wait until an order has come to a status"),
        .more =
            N_("Ends with 0 when the status is reached or passed, with 8 when --timeout is over before, and "
               "with 5 when it can't be reached any more."),
        .examples = "order wait 145870021943296 --for paid --timeout 2m\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "order cancel <id:order>",
        .call = "POST /orders/{id}/cancel",
        .prints = "order",
        .about = N_("cancel an order that is not paid or not shipped"),
        .examples = "order cancel 145870021943296 --yes\n",
        .flags = CMD_SESSION | CMD_ASKS,
    },
    {
        .grammar = "order receive <id:order>",
        .call = "POST /orders/{id}/receive",
        .prints = "order",
        .about = N_("confirm that the goods have arrived"),
        .examples = "order receive 145870021943296\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "order review <id:order> <review:review>...",
        .call = "POST /orders/{id}/reviews reviews=review",
        .prints = "order",
        .about = N_("review goods of an order, one to five stars"),
        .examples = "order review 145870021943296 7=5:'Sweet and fresh' 9=4:Good\n",
        .flags = CMD_SESSION,
    },

    /* ------------------------------------------------ history */
    {
        .grammar = "history list",
        .call = "GET /me/history",
        .prints = "sku[]",
        .about = N_("list the goods last looked at"),
        .examples = "history list\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "history clear",
        .call = "DELETE /me/history",
        .about = N_("forget the goods last looked at"),
        .examples = "history clear\n",
        .flags = CMD_SESSION,
    },

    /* ------------------------------------------------ staff */
    {
        .grammar = "admin order list [--status=" STATUSES "]",
        .call = "GET /admin/orders status",
        .prints = "order[]",
        .about = N_("list everybody's orders"),
        .examples = "admin order list --status pending_shipment\n",
        .flags = CMD_SESSION | CMD_CURSOR,
    },
    {
        .grammar = "admin order show <id:desk-order>",
        .call = "GET /admin/orders/{id}",
        .prints = "order",
        .about = N_("show anybody's order"),
        .examples = "admin order show 145870021943296\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "admin order ship <id:desk-order> --carrier=text --tracking-no=text",
        .call = "POST /admin/orders/{id}/shipments carrier tracking_no=tracking-no",
        .prints = "order",
        .about = N_("hand an order to a carrier"),
        .examples = "admin order ship 145870021943296 --carrier SF --tracking-no SF1234567890\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "admin order capture <id:desk-order> <amount:money>",
        .call = "POST /admin/orders/{id}/captures amount",
        .prints = "order",
        .about = N_("record cash taken on delivery"),
        .examples = "admin order capture 145870021943296 35.80\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "admin order cancel <id:desk-order>",
        .call = "POST /admin/orders/{id}/cancel",
        .prints = "order",
        .about = N_("cancel anybody's order"),
        .examples = "admin order cancel 145870021943296 --yes\n",
        .flags = CMD_SESSION | CMD_ASKS,
    },
    {
        .grammar = "admin stock show <sku:sku>",
        .call = "GET /admin/skus/{sku}/stock-movements",
        .prints = "movement[]",
        .about = N_("list the stock movements of goods, newest first"),
        .examples = "admin stock show 7 --all\n",
        .flags = CMD_SESSION | CMD_CURSOR,
    },
    {
        .grammar =
            "admin stock move <sku:sku> <delta:int> --reason=received|returned|wasted|counted|.. [--note=text]",
        .call = "POST /admin/skus/{sku}/stock-movements delta reason note",
        .prints = "movement",
        .about = N_("add to the stock, or take from it"),
        .examples =
            "admin stock move 7 120 --reason received --note 'lot 31'\nadmin stock move 7 -3 --reason wasted\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "admin books audit",
        .call = "POST /admin/books/audit",
        .special = CMD_BOOKS_AUDIT,
        .prints = "books",
        .about = N_("prove that stock, orders and payments balance"),
        .more = N_("Ends with 1 where a book does not balance."),
        .examples = "admin books audit\n",
        .flags = CMD_SESSION,
    },
    {
        .grammar = "admin audit list",
        .call = "GET /admin/audit",
        .prints = "audit[]",
        .about = N_("list who changed what, newest first"),
        .examples = "admin audit list --limit 100\n",
        .flags = CMD_SESSION | CMD_CURSOR,
    },
    {
        .grammar = "admin job list [--status=ready|done|dead]",
        .call = "GET /admin/jobs status",
        .prints = "job[]",
        .about = N_("list the jobs in the queue"),
        .examples = "admin job list --status dead\n",
        .flags = CMD_SESSION | CMD_CURSOR,
    },
    {
        .grammar = "admin job retry <id:job>",
        .call = "POST /admin/jobs/{id}/retry",
        .prints = "job",
        .about = N_("run a dead job again"),
        .examples = "admin job retry 812\n",
        .flags = CMD_SESSION,
    },

    /* ------------------------------------------------ the API itself, and help */
    {
        .grammar = "api <verb:GET|POST|PUT|PATCH|DELETE> <path:text> [-f=field]...",
        .special = CMD_API,
        .about = N_("send a request of your own and print the reply as it is"),
        .more = N_(
            "PATH is below /api/v1 unless it begins with /api/. Fields are the query of a GET or DELETE and the "
            "body of any other; KEY=VALUE is text, KEY:=JSON any value. With --all the pages of a list "
            "become one document."),
        .examples =
            "api GET /skus -f type=2 -f sort=price\napi POST /cart/items -f sku_id:=7 -f quantity:=1\n"
            "api GET /readyz\n",
    },
    {
        .grammar = "explain [name:document]",
        .special = CMD_EXPLAIN,
        .prints = "member[]",
        .about = N_("what a document of the API holds: types, values, meaning"),
        .more = N_(
            "Without NAME it lists the documents, with a document's name its members. Nothing is sent: the "
            "answers are those of the shopd that was built with this shopctl."),
        .examples = "explain\nexplain order\nexplain order.status\nexplain order.lines.price\n",
    },
    {
        .grammar = "completion <shell:bash|zsh|fish>",
        .special = CMD_COMPLETION,
        .about = N_("print a completion script for your shell"),
        .examples = "completion bash > ~/.local/share/bash-completion/completions/shopctl\n",
    },
    {
        .grammar = "help [--tree] [topic:text]...",
        .special = CMD_HELP,
        .about = N_("help on a command or topic; --tree shows all commands"),
        .examples = "help order place\nhelp --tree\nhelp exit-codes\n",
    },
    {
        .grammar = "__complete [word:text]...",
        .special = CMD_COMPLETE,
        .about = N_("what could stand in place of the last word, for completion scripts"),
        .examples = "",
        .flags = CMD_HIDDEN,
    },
};

const size_t cmd_count = sizeof(cmd_table) / sizeof(*cmd_table);

const char *cmd_hole_about(const char *name)
{
    static const struct {
        const char *name, *about;
    } abouts[] = {
        {"address", N_("id of the delivery address")},
        {"amount", N_("what was taken, such as 35.80")},
        {"carrier", N_("who carries the parcel")},
        {"delta", N_("how many more, or fewer where it is below 0")},
        {"detail", N_("street, house and door")},
        {"expect", N_("the amount to pay that you have seen")},
        {"f", N_("a field: KEY=VALUE for text, KEY:=JSON for any value")},
        {"for", N_("the status to wait for")},
        {"in-stock", N_("only what can be bought now")},
        {"item", N_("goods and how many; repeat for more")},
        {"max-price", N_("at most this price")},
        {"method", N_("another way to pay than the order's")},
        {"min-price", N_("at least this price")},
        {"name", N_("a document or one of its members, such as order or order.status")},
        {"note", N_("a word along with it")},
        {"password-stdin", N_("read the password from standard input")},
        {"pay", N_("how to pay")},
        {"phone", N_("where to call")},
        {"qty", N_("how many (default 1)")},
        {"reason", N_("why the stock changes")},
        {"receiver", N_("who receives it")},
        {"region", N_("province, city and district")},
        {"region-code", N_("six digits of GB/T 2260")},
        {"review", N_("goods, one to five stars and a text; repeat for more")},
        {"sort", N_("the order of the rows; - in front turns it around")},
        {"status", N_("only those with this status")},
        {"tracking-no", N_("the carrier's number")},
        {"tree", N_("every command on one page")},
        {"type", N_("id of a kind of goods")},
        {"zip", N_("postal code")},
    };
    for (size_t i = 0; i < sizeof(abouts) / sizeof(*abouts); i++)
        if (strcmp(abouts[i].name, name) == 0)
            return abouts[i].about;
    return NULL;
}
