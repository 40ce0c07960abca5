# SPDX-License-Identifier: MIT
"""Migrations end at the same schema, wherever they were killed; and refuse what was edited or is newer."""
import subprocess

import pytest
from shop import Shop


@pytest.fixture(scope="module")
def stores():
    """MariaDB and Redis alone, with an empty database that may be dropped."""
    house = Shop()
    try:
        house.open()
        house.start_stores()
        house.write_config()
        yield house
    finally:
        house.take_down(keep_logs=False)


def fresh(stores):
    stores.sql("DROP DATABASE shop; CREATE DATABASE shop")


def schema(stores):
    names = [row[0] for row in stores.sql("SHOW TABLES")]
    return dict(stores.sql("".join(f"SHOW CREATE TABLE `{name}`;" for name in names)))


def migrate(stores):
    done = stores.run_shopd("migrate")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def kill_at(stores, step):
    """Runs migrate and kills it when it says that it begins its n-th step; False where it ended before."""
    child = subprocess.Popen(stores.shopd("migrate"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    seen = 0
    for line in child.stdout:
        seen += " step " in line
        if seen == step:
            child.kill()
            break
    child.stdout.close()
    child.wait()
    return seen == step


def test_killed_anywhere_ends_the_same(stores):
    fresh(stores)
    steps = migrate(stores).count(" step ")
    want = schema(stores)
    assert steps > 30 and "sku_stock" in want
    for step in range(1, steps + 1, 9):
        fresh(stores)
        assert kill_at(stores, step)
        migrate(stores)
        assert schema(stores) == want, f"killed at step {step}"


def test_a_step_done_but_not_recorded_is_run_again(stores):
    """Killed between the step and its record: that one and those behind it are to do."""
    fresh(stores)
    migrate(stores)
    want = schema(stores)
    steps = stores.sql("SELECT version, step FROM schema_step ORDER BY version, step")
    for at, (version, step) in enumerate(steps):
        stores.sql(f"DELETE FROM schema_step WHERE (version, step) >= ({version}, {step})")
        assert migrate(stores).count(" step ") == len(steps) - at
        assert schema(stores) == want, f"{version}.{step} is not re-runnable"


def test_two_migrations_at_once(stores):
    fresh(stores)
    twins = [subprocess.Popen(stores.shopd("migrate"), stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [twin.wait(60) for twin in twins] == [0, 0]


def test_edited_and_newer_are_refused(stores):
    fresh(stores)
    migrate(stores)
    stores.sql("UPDATE schema_step SET checksum = REPEAT('0', 64) WHERE version = 1 AND step = 1")
    edited = stores.run_shopd("migrate")
    assert edited.returncode == 1 and "changed after it was run" in edited.stderr
    assert stores.run_shopd("serve").returncode == 1
    fresh(stores)
    migrate(stores)
    stores.sql("INSERT INTO schema_step VALUES (9999, 1, REPEAT('0', 64), UTC_TIMESTAMP(6))")
    newer = stores.run_shopd("migrate")
    assert newer.returncode == 1 and "9999" in newer.stderr
    assert stores.run_shopd("serve").returncode == 1


def test_no_foreign_key_refers_to_the_counters(stores):
    fresh(stores)
    migrate(stores)
    assert stores.sql("SELECT COUNT(*) FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = 'shop' "
                      "AND REFERENCED_TABLE_NAME = 'sku_stock'") == [["0"]]
    floats = stores.sql("SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'shop' "
                        "AND DATA_TYPE IN ('decimal', 'float', 'double', 'timestamp')")
    assert floats == []
