# SPDX-License-Identifier: MIT
"""The daemon as a process among others: ready or not, killed, two at once, with parts of the house dead."""
import pytest
from shop import Trouble


def test_ready_and_alive(api):
    assert api.get("/healthz", raw=True).status == 200
    assert api.get("/readyz", raw=True, expect=200).json == {"ready": True, "degraded": []}


def test_request_id_is_on_the_log_line(shop, api):
    reply = api.get("/types", headers={"X-Request-Id": "of-my-own-42"}, expect=200)
    assert reply.request_id == "of-my-own-42"
    lines = shop.wait(lambda: shop.log_lines("of-my-own-42"))
    assert [(row["method"], row["path"], row["status"]) for row in lines] == [("GET", "/api/v1/types", 200)]


@pytest.mark.parametrize("end", ["restart", "kill9"])
def test_sessions_outlive_the_daemon(shop, user, end):
    getattr(shop, end)()
    assert user.api.get("/me", expect=200).json["username"] == user.name


def test_two_daemons_are_equal(shop, user):
    with shop.second() as other:
        assert other.as_user(user.token).get("/me", expect=200).json["username"] == user.name
        user.api.delete("/sessions/current", expect=204)
        shop.wait(lambda: other.as_user(user.token).get("/me").status == 401, 2)


def test_without_redis(shop, api, user):
    with shop.without("redis"):
        shop.wait(lambda: api.get("/readyz", raw=True).json == {"ready": True, "degraded": ["redis"]}, 5)
        api.get("/home", expect=200)
        user.api.get("/me", expect=200)
    shop.wait(lambda: api.get("/readyz", raw=True).json == {"ready": True, "degraded": []}, 5)


def test_without_the_database(shop, api):
    with shop.without("mariadb"):
        reply = shop.wait(lambda: (r := api.get("/readyz", raw=True)).status == 503 and r, 8)
        assert int(reply.headers["Retry-After"]) > 0
        refused = api.post("/sessions", json={"login": "demo", "password": "demo-fresh-2026"}, expect=503)
        assert refused.code == "dependency_unavailable" and refused.headers["Retry-After"]
    shop.wait(lambda: api.get("/readyz", raw=True).status == 200, 8)
    api.post("/sessions", json={"login": "demo", "password": "demo-fresh-2026"}, expect=201)


def test_every_statement_fits_the_schema(shop):
    """What `make check-sql` runs."""
    checked = shop.run_shopd("check", "sql")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_serving_user_has_no_more_rights_than_it_needs(shop):
    assert shop.sql("SELECT COUNT(*) > 0 FROM sku", user="serve") == [["1"]]
    for statement in ("CREATE TABLE mine (a INT)", "DROP TABLE sku", "DELETE FROM audit_log", "DELETE FROM stock_movement",
                      "UPDATE stock_movement SET delta = 1", "SELECT * FROM mysql.user"):
        with pytest.raises(Trouble, match="denied"):
            shop.sql(statement, user="serve")


def test_migrating_again_changes_nothing(shop):
    before = shop.sql("SELECT * FROM schema_step ORDER BY version, step")
    again = shop.run_shopd("migrate")
    assert again.returncode == 0, again.stderr
    assert shop.sql("SELECT * FROM schema_step ORDER BY version, step") == before


def test_configuration_is_checked(shop, tmp_path):
    assert shop.run_shopd("config", "check").returncode == 0
    with open(shop.config) as f:
        text = f.read()
    broken = tmp_path / "shopd.conf"
    broken.write_text(text.replace("[redis]", "[rediss]"))
    refused = shop.run_shopd("config", "check", conf=str(broken))
    assert refused.returncode != 0 and "rediss.socket" in refused.stderr


def test_every_status_that_an_order_may_meet_is_in_the_description(api):
    place = api.get("/api/openapi.json", expect=200).json["paths"]["/api/v1/orders"]["post"]["responses"]
    assert {"201", "401", "403", "404", "409", "415", "422"} <= set(place)
    assert {"in_progress", "out_of_stock", "price_changed"} <= set(place["409"]["$ref"].split("/")[-1].split("."))
