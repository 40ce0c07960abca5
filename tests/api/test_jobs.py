# SPDX-License-Identifier: MIT
"""The task queue under everything that can go wrong with it, and as staff see it."""
import os
import re
import subprocess
import time
import urllib.parse
import urllib.request

import pytest
from outbox import Outbox
from smtp import MailServer
from trade import at_once

ASK = "mail_activation"  # for a mailbox that nobody has: a job without an effect
numbers = iter(range(1, 10000))


@pytest.fixture
def outbox(shop):
    return Outbox(shop)


def ask(shop):
    """A request that adds one job, of which the daemon tells the workers: the job's id."""
    box = f"jobs{os.getpid()}x{next(numbers)}@example.com"
    shop.api().post("/users/activation-mail", json={"email": box}, expect=202)
    return int(shop.sql(f"SELECT id FROM outbox WHERE payload LIKE '%{box}%'")[0][0])


def announced(shop):
    """How many entries the stream has ever had."""
    lines = shop.redis("XINFO", "STREAM", "jobs").split("\n")
    return int(lines[lines.index("entries-added") + 1])


def fail_to_pay(pay_url):
    """Opens the payment page and presses "Fail": now the provider knows of the payment, and that it is open."""
    with urllib.request.urlopen(pay_url, timeout=10) as page:
        action, amount = re.search(r'<form class="fail" method="post" action="(.*?)">.*?value="(.*?)"', page.read().decode(),
                                   re.S).groups()
    form = urllib.parse.urlencode({"total_amount": amount}).encode()
    with urllib.request.urlopen(urllib.parse.urljoin(pay_url, action), form, timeout=10):
        pass


# ---- from the transaction to the effect


def test_a_job_starts_when_its_transaction_has_committed(shop, outbox):
    waits = []
    for _ in range(5):
        began = time.monotonic()
        outbox.wait_for(ask(shop), status="done", tries=1)
        waits.append(time.monotonic() - began)
    assert sorted(waits)[2] < 0.7, "it waited for the poll"


def test_the_daemon_tells_the_workers_itself(shop, outbox):
    shop.pause_child("work")
    try:
        before = announced(shop)
        job = ask(shop)
        assert announced(shop) == before + 1
    finally:
        shop.resume_child("work")
    outbox.wait_for(job, status="done")


def test_a_job_of_a_rolled_back_transaction_is_nowhere(shop, outbox, trade, buyer, stranger):
    """Two orders for the last unit: both have written their jobs when one finds the stock gone."""
    sku = trade.sku(stock=1)
    shop.pause_child("work")
    try:
        rows, entries = outbox.count("kind = 'cart_bought'"), announced(shop)
        holder = subprocess.Popen([*shop.mariadb_client(), "shop", "-e",
                                   f"BEGIN; SELECT * FROM sku_stock WHERE sku_id = {sku} FOR UPDATE; SELECT SLEEP(1); COMMIT"],
                                  stdout=subprocess.DEVNULL)
        time.sleep(0.3)
        replies = at_once([lambda user=user: trade.order(user, {sku: 1}).status for user in (buyer, stranger)])
        holder.wait(10)
        assert sorted(replies) == [201, 409]
        assert outbox.count("kind = 'cart_bought'") == rows + 1
        assert announced(shop) == entries + 1
    finally:
        shop.resume_child("work")


# ---- without Redis, with an emptied one, with one that holds rubbish


def test_flushall_loses_nothing(shop, outbox):
    shop.pause_child("work")
    jobs = [ask(shop) for _ in range(200)]
    shop.redis("FLUSHALL")
    shop.resume_child("work")
    listed = ",".join(map(str, jobs))
    shop.wait(lambda: outbox.count(f"id IN ({listed}) AND status = 'done'") == 200, 60, 0.2)
    assert outbox.count(f"id IN ({listed}) AND tries <> 1") == 0


def test_work_goes_on_while_redis_is_frozen(shop, outbox):
    outbox.wait_for(ask(shop), status="done")
    shop.pause_child("redis")
    try:
        jobs = [ask(shop) for _ in range(8)]
        for job in jobs:
            outbox.wait_for(job, 15, status="done", tries=1)
    finally:
        shop.resume_child("redis")
    time.sleep(1.5)  # the breaker's pause
    outbox.wait_for(ask(shop), 3, status="done")


def test_work_goes_on_while_redis_is_dead(shop, outbox):
    with shop.without("redis"):
        outbox.wait_for(ask(shop), 15, status="done", tries=1)
    time.sleep(1.5)
    outbox.wait_for(ask(shop), 3, status="done")


def test_rubbish_in_redis_is_swept_aside(shop, outbox):
    shop.redis("DEL", "jobs")
    shop.redis("SET", "jobs", "no stream")
    outbox.wait_for(ask(shop), 15, status="done", tries=1)
    shop.wait(lambda: shop.redis("TYPE", "jobs") == "stream")
    for words in (["id", "no number"], ["x", "1"], ["id", "99999999999"], ["id", "-1", "more", "words"]):
        shop.redis("XADD", "jobs", "*", *words)
    outbox.wait_for(ask(shop), 3, status="done", tries=1)


def test_an_announcement_that_was_lost_comes_again(shop, outbox):
    """Of a row that no daemon ever told anybody of."""
    [job] = outbox.add(ASK, payload="""'{"email":"nobody@example.com"}'""")
    outbox.wait_for(job, 4, status="done", tries=1)


# ---- workers that die, freeze, stumble


def test_a_worker_killed_before_the_effect_is_followed_by_one_that_does_it_once(shop, outbox):
    with shop.without("work"), MailServer() as server:
        server.script = ["stall"]
        name = f"killed{os.getpid()}"
        user = shop.api().post("/users", json={"username": name, "email": f"{name}@example.com",
                                               "password": "correct-horse-2026"}, expect=201).json["id"]
        job = outbox.newest(ASK, user)
        with shop.worker({("mail", "url"): server.url}):
            shop.wait(lambda: server.waiting)
            shop.kill9("work-2", back=False)
        row = outbox.row(job)
        assert row.status == "ready" and row.claimed and row.tries == 1
        server.release()
        server.script, server.mails = [], []
        with shop.worker({("mail", "url"): server.url}):
            time.sleep(1.5)
            assert outbox.row(job).tries == 1, "taken over while it was claimed"
            outbox.expire(job)
            outbox.wait_for(job, status="done", tries=2, claim=2)
            assert len(server.mails) == 1


def test_a_job_that_workers_die_of_is_dead_in_the_end(shop, outbox):
    with shop.without("work"), MailServer() as server:
        name = f"deadly{os.getpid()}"
        user = shop.api().post("/users", json={"username": name, "email": f"{name}@example.com",
                                               "password": "correct-horse-2026"}, expect=201).json["id"]
        job = outbox.newest(ASK, user)
        shop.sql(f"UPDATE outbox SET tries = 7 WHERE id = {job}")
        for tries in (8, 9):
            server.script, server.waiting = ["stall"], 0
            with shop.worker({("mail", "url"): server.url}):
                shop.wait(lambda: server.waiting)
                shop.kill9("work-2", back=False)
            assert outbox.row(job).tries == tries
            outbox.expire(job)
        with shop.worker({("mail", "url"): server.url}):
            row = outbox.wait_for(job, status="dead")
            assert "do not end" in row.error and not server.mails
    outbox.remove(ASK)


def test_a_frozen_worker_that_wakes_up_cannot_touch_what_another_has_done(shop, outbox):
    with shop.without("work"), MailServer() as server:
        server.script = ["stall"]
        name = f"frozen{os.getpid()}"
        user = shop.api().post("/users", json={"username": name, "email": f"{name}@example.com",
                                               "password": "correct-horse-2026"}, expect=201).json["id"]
        job = outbox.newest(ASK, user)
        with shop.worker({("mail", "url"): server.url}) as first:
            shop.wait(lambda: server.waiting)
            shop.pause_child("work-2")
            outbox.expire(job)
            with shop.worker({("mail", "url"): server.url}, name="work-3"):
                # The frozen one may have taken the announcement with it: it is repeated after 10 s.
                done = outbox.wait_for(job, 20, status="done", tries=2)
                server.release()
                shop.resume_child("work-2")

                def outcome():
                    return [row for row in shop.log_lines(name="work-2") if row.get("job") == job]

                [row] = shop.wait(outcome)
                assert row["outcome"] == "taken over" and row["tries"] == 1
                assert outbox.row(job)[:4] == done[:4]
        assert first.process.poll() is not None


def test_a_frozen_worker_that_wakes_up_cannot_repeat_an_effect_in_the_database(shop, outbox, trade, buyer):
    """Two workers close the same order: its stock comes back once."""
    sku = trade.sku(stock=5)
    order = trade.placed(buyer, {sku: 1}, pay_method="alipay")["id"]
    fail_to_pay(buyer.api.post(f"/orders/{order}/payments", json={"method": "alipay"}, expect=201).json["pay_url"])
    with shop.without("work"):
        shop.pause_child("alipay-sim")
        try:
            buyer.api.post(f"/orders/{order}/cancel", expect=202)
            job = outbox.newest("order_close", order)
            with shop.worker():
                outbox.wait_for(job, tries=1, claimed=True)
                time.sleep(0.3)  # it asks the provider now
                shop.pause_child("work-2")
                outbox.expire(job)
                shop.resume_child("alipay-sim")
                with shop.worker(name="work-3"):
                    done = outbox.wait_for(job, 20, status="done")
                shop.resume_child("work-2")
                [row] = shop.wait(lambda: [row for row in shop.log_lines(name="work-2") if row.get("job") == job], 15)
        finally:
            shop.resume_child("alipay-sim")
    # Either its transaction is refused, or it slept past the provider's answer and wanted to ask again.
    assert (row["outcome"], row["tries"]) == ("taken over", 1) and row["code"] in ("conflict", "ok")
    assert outbox.row(job)[:3] == done[:3]
    assert buyer.api.get(f"/orders/{order}").json["status"] == "cancelled"
    assert trade.stock(sku) == 5 and len(trade.movements(order)) == 2


def test_poison_is_dead_after_8_tries_and_delays_nobody(shop, outbox, staff):
    poison = outbox.add("test_poison", count=20)
    job = poison[0]
    for tries in range(1, 8):
        row = outbox.wait_for(job, tries=tries, claimed=False)
        assert row.status == "ready" and row.error == "no task of this program carries out such jobs"
        assert 1000 * 2 ** tries * 0.74 - 1500 < row.wait_ms <= 1000 * 2 ** tries
        began = time.monotonic()
        outbox.wait_for(ask(shop), 3, status="done", tries=1)
        assert time.monotonic() - began < 2
        shop.sql("UPDATE outbox SET run_at = UTC_TIMESTAMP(6) WHERE kind = 'test_poison' AND claimed_until IS NULL")
    row = outbox.wait_for(job, status="dead")
    assert row.tries == 8 and row.error
    [last] = [line for line in shop.log_lines(name="work") if line.get("job") == job and line["tries"] == 8]
    assert last["outcome"] == "dead" and last["level"] == "error" and last["kind"] == "test_poison"
    time.sleep(1.5)
    assert outbox.row(job).tries == 8
    assert staff.api.post(f"/admin/jobs/{job}/retry", expect=200).json["status"] == "ready"
    outbox.wait_for(job, tries=1, claimed=False)
    outbox.remove("test_poison")


def test_a_job_that_wants_too_much_memory_fails_and_the_worker_lives(shop, outbox):
    pid = shop.children["work"].process.pid
    [job] = outbox.add(ASK, payload="""CONCAT('{"email":"', REPEAT('x', 12000000), '"}')""")
    row = outbox.wait_for(job, tries=1, claimed=False)
    assert row.status == "ready" and row.error == "the job asks for more memory than it may have"
    outbox.wait_for(ask(shop), 3, status="done", tries=1)
    assert shop.children["work"].process.pid == pid and shop.children["work"].ended() is None
    shop.sql(f"DELETE FROM outbox WHERE id = {job}")


def test_the_database_restarted_under_the_worker(shop, outbox):
    shop.kill9("mariadb")
    shop.wait(lambda: shop.api().get("/types").status == 200)
    outbox.wait_for(ask(shop), 15, status="done", tries=1)


def test_many_workers_do_each_job_once(shop, outbox):
    """Even where each has been announced to all of them at the same time."""
    jobs = outbox.add(ASK, payload="""'{"email":"nobody@example.com"}'""", count=300)
    copies = "".join(f"XADD jobs * id {job}\n" for job in jobs for _ in range(6))
    with shop.worker(name="work-2"), shop.worker(name="work-3"):
        subprocess.run(["redis-cli", "-s", shop.redis_socket], input=copies, text=True, stdout=subprocess.DEVNULL, check=True)
        shop.wait(lambda: outbox.count(f"id BETWEEN {jobs[0]} AND {jobs[-1]} AND status = 'done'") == 300, 30, 0.2)
        assert outbox.count(f"id BETWEEN {jobs[0]} AND {jobs[-1]} AND (tries <> 1 OR claim <> 1)") == 0


def test_an_announcement_does_not_cut_a_pause_short(shop, outbox):
    [job] = outbox.add("test_poison")
    outbox.wait_for(job, tries=1, claimed=False)
    outbox.hurry(job)
    outbox.wait_for(job, tries=2, claimed=False)  # 3 s or more to go
    shop.redis("XADD", "jobs", "*", "id", job)
    outbox.wait_for(ask(shop), status="done")
    assert outbox.row(job).tries == 2
    outbox.remove("test_poison")


# ---- periodic tasks


def test_sweep_removes_what_is_old_and_nothing_else(shop, outbox):
    old, young = outbox.add("test_done", count=2)
    shop.sql(f"UPDATE outbox SET status = 'done', done_at = UTC_TIMESTAMP(6) - INTERVAL 8 DAY WHERE id = {old}")
    shop.sql(f"UPDATE outbox SET status = 'done', done_at = UTC_TIMESTAMP(6) - INTERVAL 6 DAY WHERE id = {young}")
    shop.sql("INSERT INTO change_log (kind, item, at) VALUES ('test', 1, UTC_TIMESTAMP(6) - INTERVAL 2 HOUR), "
             "('test', 2, UTC_TIMESTAMP(6))")
    shop.sql("UPDATE schedule SET next_at = UTC_TIMESTAMP(6) WHERE name = 'sweep'")
    shop.wait(lambda: outbox.count(f"id = {old}") == 0)
    assert outbox.count(f"id = {young}") == 1
    assert shop.sql("SELECT item FROM change_log WHERE kind = 'test'") == [["2"]]
    outbox.remove("test_done")


def test_a_periodic_task_is_run_by_one_worker_of_all(shop):
    def runs():
        logs = (shop.log_lines(name=name) for name in ("work-2", "work-3"))
        return sum(row["msg"] == "periodic task sweep: ok" for log in logs for row in log)

    loud = {("log", "level"): "debug"}
    with shop.without("work"), shop.worker(loud, "work-2"), shop.worker(loud, "work-3"):
        before = runs()
        for done in range(1, 6):
            shop.sql("UPDATE schedule SET next_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE name = 'sweep'")
            shop.wait(lambda: runs() > before + done - 1)
        time.sleep(0.5)
        assert runs() == before + 5


# ---- as staff see it


def test_list_by_status_and_page(shop, outbox, staff):
    jobs = outbox.add("test_listed", 77, count=5)
    shop.sql("UPDATE outbox SET status = 'dead', error = 'gone' WHERE kind = 'test_listed'")
    first = staff.api.get("/admin/jobs?status=dead&limit=3", expect=200)
    assert [item["id"] for item in first.json["items"]] == jobs[:1:-1] and first.json["next"]
    assert 'rel="next"' in first.headers["Link"]
    item = first.json["items"][0]
    assert set(item) == {"id", "kind", "subject", "status", "tries", "run_at", "created_at", "done_at", "error"}
    assert (item["kind"], item["subject"], item["status"], item["error"], item["done_at"]) == (
        "test_listed", "77", "dead", "gone", None)
    rest = staff.api.get(f"/admin/jobs?status=dead&limit=100&cursor={first.json['next']}", expect=200).json
    assert [item["id"] for item in rest["items"]][:2] == jobs[1::-1]
    every = staff.api.get("/admin/jobs?limit=5", expect=200).json["items"]
    assert [item["id"] for item in every] == sorted((item["id"] for item in every), reverse=True)
    done = ask(shop)
    outbox.wait_for(done, status="done")
    listed = staff.api.get("/admin/jobs?status=done", expect=200).json["items"]
    assert listed[0]["id"] == done and listed[0]["done_at"] and listed[0]["error"] is None
    outbox.remove("test_listed")


@pytest.mark.parametrize("query", ["status=lost", "limit=0", "limit=101", "cursor=%25", "page=1"])
def test_list_refuses_what_it_does_not_know(staff, query):
    assert staff.api.get(f"/admin/jobs?{query}").code == "validation_failed"


def test_retry_is_audited_and_done_once(shop, outbox, staff):
    [job] = outbox.add("test_retried")
    shop.sql(f"UPDATE outbox SET status = 'dead', tries = 8 WHERE id = {job}")
    shop.pause_child("work")
    try:
        reply = staff.api.post(f"/admin/jobs/{job}/retry", headers={"Idempotency-Key": f"again-{job}"}, expect=200)
        assert reply.json["id"] == job and reply.json["status"] == "ready" and reply.json["tries"] == 0
        again = staff.api.post(f"/admin/jobs/{job}/retry", headers={"Idempotency-Key": f"again-{job}"}, expect=200)
        assert again.headers["Idempotent-Replayed"] == "true" and again.json == reply.json
        assert staff.api.post(f"/admin/jobs/{job}/retry").code == "invalid_state"
    finally:
        shop.resume_child("work")
    rows = shop.sql(f"SELECT actor, action, request_id FROM audit_log WHERE object = 'job:{job}'")
    assert rows == [[staff.name, "job.retry", reply.request_id]]
    outbox.remove("test_retried")


def test_retry_of_what_is_not_dead_or_not_there(shop, outbox, staff):
    job = ask(shop)
    outbox.wait_for(job, status="done")
    refused = staff.api.post(f"/admin/jobs/{job}/retry", headers={"Accept-Language": "zh-CN"})
    assert refused.status == 409 and refused.code == "invalid_state" and "重试" in refused.json["detail"]
    for path in ("999999999", "0", "x", "99999999999999999999"):
        assert staff.api.post(f"/admin/jobs/{path}/retry").status == 404
    assert staff.api.post(f"/admin/jobs/{job}/retry", json={"force": True}).status == 422


def test_the_queue_is_for_administrators(shop, api, user, outbox):
    [job] = outbox.add("test_private")
    shop.sql(f"UPDATE outbox SET status = 'dead' WHERE id = {job}")
    clerk = shop.new_user()
    assert shop.run_shopd("staff", "add", clerk.name, "--role", "orders").returncode == 0
    clerk = shop.login(clerk.name, clerk.password)
    for client, status in ((api, 401), (user.api, 403), (clerk.api, 403)):
        assert client.get("/admin/jobs").status == status
        assert client.post(f"/admin/jobs/{job}/retry").status == status
    assert outbox.row(job).status == "dead"
    outbox.remove("test_private")
