# SPDX-License-Identifier: MIT
"""shopd's configuration file for a house; see shopd.conf(5) for what each setting means."""
import os

APP_ID = "2021000000000001"
SELLER_ID = "2088000000000001"

HEAD = """\
; Written by `make demo` at every start: changes made here are lost. While the demo runs, other commands
; work beside it: build/shopd -c THIS-FILE audit
"""


def text(house, port, overrides):
    """The whole file. `overrides` replaces or adds settings: {("limits", "registrations_per_hour"): 60}."""
    site = f"http://127.0.0.1:{port}"
    gateway = f"http://127.0.0.1:{house.pay_port}"

    def place(*names):
        return os.path.join(house.short, *names)

    for user in ("serve", "migrate"):
        house.secret(f"db_{user}")  # there from now on
    settings = {
        "http": {"listen": f"127.0.0.1:{port}", "site": site},
        "db": {"socket": house.mariadb_socket, "name": "shop",
               "user": "serve", "password_file": place("secrets/db_serve"),
               "migrate_user": "migrate", "migrate_password_file": place("secrets/db_migrate")},
        "redis": {"socket": house.redis_socket},
        "mail": {"url": f"file:{place('mail')}", "from": "Daily Fresh <shop@daily-fresh.example>"},
        "media": {"dir": place("media")},
        "alipay": {"enabled": "yes", "gateway": f"{gateway}/gateway.do", "app_id": APP_ID, "seller_id": SELLER_ID,
                   "private_key_file": place("secrets/app_private.pem"),
                   "public_key_file": place("secrets/alipay_public.pem"),
                   "notify_url": f"{site}/api/v1/payments/alipay/notify", "return_url": f"{site}/user/order/1"},
        "limits": {"registrations_per_hour": 0},
    }
    for (section, key), value in overrides.items():
        settings.setdefault(section, {})[key] = value
    lines = [HEAD]
    for section, rows in settings.items():
        lines += [f"[{section}]"] + [f"{key} = {value}" for key, value in rows.items()] + [""]
    return "\n".join(lines)
