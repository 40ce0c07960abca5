# SPDX-License-Identifier: MIT
"""shopd's configuration file for a house; see shopd.conf(5) for what each setting means."""
import os

APP_ID = "2021000000000001"
SELLER_ID = "2088000000000001"

HEAD = """\
; Written by `make demo` at every start; changes made here are lost. Runs beside the demo, for example:
;   build/shopd -c {conf} audit
"""


def text(house, port, overrides):
    """The whole file. `overrides` replaces or adds settings: {("limits", "registrations_per_hour"): 60}."""
    site = f"http://127.0.0.1:{port}"
    gateway = f"http://127.0.0.1:{house.pay_port}"
    for user in ("serve", "migrate"):
        house.secret(f"db_{user}")
    settings = {
        "http": {"listen": f"127.0.0.1:{port}", "site": site},
        "db": {"socket": house.mariadb_socket, "name": "shop",
               "user": "serve", "password_file": house.secret_file("db_serve"),
               "migrate_user": "migrate", "migrate_password_file": house.secret_file("db_migrate")},
        "redis": {"socket": house.redis_socket},
        "mail": {"url": f"file:{os.path.join(house.dir, 'mail')}", "from": "Daily Fresh <shop@daily-fresh.example>"},
        "media": {"dir": os.path.join(house.dir, "media")},
        "alipay": {"enabled": "yes", "gateway": f"{gateway}/gateway.do", "app_id": APP_ID, "seller_id": SELLER_ID,
                   "private_key_file": house.secret_file("app_private.pem"),
                   "public_key_file": house.secret_file("alipay_public.pem"),
                   "notify_url": f"{site}/api/v1/payments/alipay/notify",
                   "return_url": f"{site}/user/order/1"},
        "limits": {"registrations_per_hour": 0},
    }
    for (section, key), value in overrides.items():
        settings.setdefault(section, {})[key] = value
    lines = [HEAD.format(conf=house.config)]
    for section, rows in settings.items():
        lines += [f"[{section}]"] + [f"{key} = {value}" for key, value in rows.items()] + [""]
    return "\n".join(lines)
