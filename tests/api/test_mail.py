# SPDX-License-Identifier: MIT
"""Mails on their way out: what arrives at a real SMTP server, and what happens when that server misbehaves."""
import email
import email.policy
import os
import re
import socket
import ssl
import subprocess
import time

import pytest
from outbox import Outbox
from smtp import MailServer

SENDER = "每日鲜 Daily Fresh <shop@daily-fresh.example>"
MAIL = "mail_activation"
numbers = iter(range(1, 1000))


@pytest.fixture(scope="module", autouse=True)
def no_other_worker(shop):
    """The house's own worker writes mails to a folder; here each test starts one of its own."""
    with shop.without("work"):
        yield


@pytest.fixture
def outbox(shop):
    return Outbox(shop)


def via(server, **more):
    """Settings of a worker that mails through that server."""
    return {("mail", "url"): server.url, ("mail", "from"): SENDER, **{("mail", k): v for k, v in more.items()}}


def register(shop, language="en"):
    """A new account, whose activation mail waits: its id and mailbox."""
    name = f"mail{os.getpid()}x{next(numbers)}"
    user = shop.api(**{"Accept-Language": language}).post(
        "/users", json={"username": name, "email": f"{name}@example.com", "password": "correct-horse-2026"},
        expect=201).json
    return user["id"], user["email"]


def parsed(mail):
    return email.message_from_bytes(mail.content, policy=email.policy.default)


def normal(content):
    """A message without what differs between two mails of the same kind."""
    content = re.sub(rb"(?m)^(Date|To|Message-ID): .*\r\n", rb"\1\r\n", content)
    content = re.sub(rb"mail\d+x\d+", b"NAME", content)
    return re.sub(rb"(/user/activate/)\S+", rb"\1TOKEN", content)


def test_arrives_whole_at_one_recipient(shop, outbox):
    with MailServer() as server, shop.worker(via(server)):
        user, box = register(shop)
        outbox.wait_for(outbox.newest(MAIL, user), status="done", tries=1)
    [mail] = server.mails
    assert mail.sender == "shop@daily-fresh.example" and mail.recipients == [box]
    message = parsed(mail)
    assert message["To"] == box and message["Message-ID"] == f"<job-{outbox.newest(MAIL, user)}@daily-fresh.example>"
    assert message["Date"].datetime and message["MIME-Version"] == "1.0"
    assert re.search(rb"(?m)^%b/user/activate/\S+\r$" % re.escape(shop.site.encode()), mail.content)
    assert not re.search(rb"[^\r]\n|\r[^\n]", mail.content), "a bare CR or LF"


def test_the_same_bytes_to_a_folder_and_by_smtp(shop, outbox):
    with MailServer() as server, shop.worker(via(server)):
        user, _ = register(shop)
        outbox.wait_for(outbox.newest(MAIL, user), status="done")
    with shop.worker({("mail", "from"): SENDER}):
        user, box = register(shop)
        outbox.wait_for(outbox.newest(MAIL, user), status="done")
    [path] = [os.path.join(shop.dir, "mail", name) for name in os.listdir(os.path.join(shop.dir, "mail"))
              if name.endswith(f"-job-{outbox.newest(MAIL, user)}.eml")]
    assert os.stat(path).st_mode & 0o777 == 0o600
    with open(path, "rb") as f:
        content = f.read()
    assert b"To: " + box.encode() + b"\r\n" in content
    assert normal(content) == normal(server.mails[0].content)


def test_chinese_headers_and_text_are_read_right(shop, outbox):
    with MailServer() as server, shop.worker(via(server)):
        user, _ = register(shop, "zh-CN")
        outbox.wait_for(outbox.newest(MAIL, user), status="done")
    [mail] = server.mails
    head, _, body = mail.content.partition(b"\r\n\r\n")
    assert head.isascii() and max(map(len, head.split(b"\r\n"))) <= 76
    message = parsed(mail)
    assert re.search("[\u4e00-\u9fff]", str(message["Subject"])) and "?" not in str(message["Subject"])
    assert message["From"].addresses[0].display_name == "每日鲜 Daily Fresh"
    text = message.get_body(("plain",)).get_content()
    assert re.search("[\u4e00-\u9fff]", text) and body.decode().split() == text.split()


def test_a_line_with_a_dot_alone_does_not_end_the_mail(shop, outbox):
    with MailServer() as server, shop.worker({**via(server), ("shop", "name"): "."}):
        user, _ = register(shop)
        outbox.wait_for(outbox.newest(MAIL, user), status="done")
    assert server.mails[0].content.endswith(b"\r\n.\r\n")


@pytest.mark.parametrize("box", [r"a@example.com\\r\\nBcc: evil@example.com", r"a@example.com\\nX: y",
                                 "a@example.com>, <evil@example.com", "a@example.com,evil@example.com", r"a\\u0000@example.com"])
def test_nothing_gets_into_a_header(shop, outbox, box):
    user, _ = register(shop)
    with MailServer() as server, shop.worker(via(server)):
        outbox.wait_for(outbox.newest(MAIL, user), status="done")
        [job] = outbox.add("mail_email_change", user, f"""'{{"email":"{box}"}}'""")
        assert outbox.wait_for(job, tries=1, claimed=False).status == "ready"
        assert len(server.mails) == 1
    outbox.remove("mail_email_change")


def test_refused_for_now_comes_again(shop, outbox):
    """4xx to the recipient, 4xx to the body, a connection that breaks: then it is taken, once."""
    with MailServer() as server, shop.worker(via(server)):
        server.script = ["451 4.7.1 later", "data 452 4.3.1 no room", "drop"]
        user, _ = register(shop)
        job = outbox.newest(MAIL, user)
        for tries in (1, 2, 3):
            row = outbox.wait_for(job, tries=tries, claimed=False)
            assert row.status == "ready" and row.error.startswith("the mail server: ")
            outbox.hurry(job)
        outbox.wait_for(job, status="done", tries=4)
        assert len(server.mails) == 1


def test_a_lost_answer_sends_the_same_mail_again(shop, outbox):
    with MailServer() as server, shop.worker(via(server)):
        server.script = ["keep and drop"]
        user, _ = register(shop)
        job = outbox.newest(MAIL, user)
        outbox.wait_for(job, tries=1, claimed=False)
        outbox.hurry(job)
        outbox.wait_for(job, status="done", tries=2)
    first, second = map(parsed, server.mails)
    assert first["Message-ID"] == second["Message-ID"] and first["Date"] == second["Date"]


def test_refused_for_good_is_dead_in_the_end_and_can_be_retried(shop, outbox, staff):
    with MailServer() as server, shop.worker(via(server)):
        server.script = ["550 5.1.1 nobody here"] * 8
        user, _ = register(shop)
        job = outbox.newest(MAIL, user)
        for tries in range(1, 8):
            assert outbox.wait_for(job, tries=tries, claimed=False).status == "ready"
            outbox.hurry(job)
        row = outbox.wait_for(job, status="dead")
        assert row.tries == 8 and "550" in row.error and not server.mails
        staff.api.post(f"/admin/jobs/{job}/retry", expect=200)
        outbox.wait_for(job, status="done", tries=1)
        assert len(server.mails) == 1


def test_a_server_that_is_away_is_waited_for(shop, outbox):
    """Not counted against the job: after 8 tries it is still not dead."""
    with MailServer() as server, shop.worker(via(server)):
        server.script = ["421 busy"] * 9
        user, _ = register(shop)
        job = outbox.newest(MAIL, user)
        for tries in range(1, 10):
            assert outbox.wait_for(job, tries=tries, claimed=False).status == "ready"
            outbox.hurry(job)
        outbox.wait_for(job, status="done", tries=10)
    with shop.worker(via(server)):  # nobody listens any more
        user, _ = register(shop)
        row = outbox.wait_for(outbox.newest(MAIL, user), tries=1, claimed=False)
        assert row.status == "ready" and "onnect" in row.error
    outbox.remove(MAIL)


def test_a_silent_server_holds_up_nothing_else(shop, outbox):
    """It takes connections and says nothing: each mail costs 10 s, but only the first ones pay."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as silent:
        url = f"smtp://127.0.0.1:{silent.getsockname()[1]}"
        with shop.worker({("mail", "url"): url}):
            user, _ = register(shop)
            jobs = [outbox.newest(MAIL, user), *outbox.add(MAIL, user, count=11)]
            shop.wait(lambda: all(outbox.row(job).tries for job in jobs), 20)
            other = outbox.add("mail_reset", payload="""'{"email":"nobody@example.com"}'""")[0]
            outbox.wait_for(other, seconds=3, status="done")
            errors = {outbox.row(job).error for job in jobs if not outbox.row(job).claimed}
            assert "the mail server has not answered lately" in errors
    outbox.remove(MAIL)


def test_without_a_way_out_mails_wait(shop, outbox):
    with shop.worker({("mail", "url"): ""}):
        user, _ = register(shop)
        row = outbox.wait_for(outbox.newest(MAIL, user), claimed=False, claim=1)
        assert row.status == "ready" and row.tries == 0 and row.error == "mail.url is not set" and row.wait_ms > 30000
    outbox.remove(MAIL)


@pytest.mark.parametrize("name, value", [("url", "http://127.0.0.1/"), ("url", "file:"), ("from", "Daily Fresh")])
def test_a_way_out_that_cannot_work_is_told_at_start(shop, name, value):
    path = os.path.join(shop.dir, "bad-mail.conf")
    with open(shop.config, encoding="utf-8") as f:
        lines = re.sub(rf"(?m)(^\[mail\]\n(?:.*\n)*?){name} = .*\n", rf"\g<1>{name} = {value}\n", f.read(), count=1)
    shop.write(path, lines)
    run = subprocess.run([os.path.join(shop.build, "shopd"), "-c", path, "work"], capture_output=True, text=True, timeout=20)
    assert run.returncode == 1 and f"mail.{name}" in run.stderr


@pytest.fixture(scope="module")
def certificate(shop):
    path = os.path.join(shop.dir, "mail-server.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-keyout", path, "-out", path + ".crt"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path + ".crt", path)
    return context


def test_starttls_is_used_where_it_is_offered(shop, outbox, certificate):
    with MailServer(tls=certificate) as server, shop.worker(via(server)):
        user, _ = register(shop)
        outbox.wait_for(outbox.newest(MAIL, user), status="done")
    assert server.mails[0].by_tls


def test_login(shop, outbox):
    secret = shop.secret_file("mail")
    shop.write(secret, "sesame-2026\n")
    os.chmod(secret, 0o600)
    with MailServer(password="sesame-2026") as server:
        with shop.worker(via(server, user="shop", password_file=secret)):
            user, _ = register(shop)
            outbox.wait_for(outbox.newest(MAIL, user), status="done")
        assert server.mails[0].login == ("shop", "sesame-2026")
        shop.write(secret, "wrong-2026\n")
        with shop.worker(via(server, user="shop", password_file=secret)) as child:
            user, _ = register(shop)
            row = outbox.wait_for(outbox.newest(MAIL, user), tries=1, claimed=False)
            assert row.status == "ready" and "wrong-2026" not in row.error
            with open(child.log, encoding="utf-8") as log:
                assert "wrong-2026" not in log.read()
    outbox.remove(MAIL)


def test_a_login_leaves_this_machine_under_tls_only(shop, outbox):
    """0.0.0.0 is our own machine, but not by one of the names that shopd takes for it."""
    secret = shop.secret_file("mail")
    shop.write(secret, "sesame-2026\n")
    with MailServer(password="sesame-2026") as server:
        settings = {**via(server, user="shop", password_file=secret), ("mail", "url"): f"smtp://0.0.0.0:{server.port}"}
        with shop.worker(settings):
            user, _ = register(shop)
            row = outbox.wait_for(outbox.newest(MAIL, user), tries=1, claimed=False)
            assert row.status == "ready" and not server.mails
    outbox.remove(MAIL)


def test_a_worker_that_is_told_to_stop_finishes_its_mail(shop, outbox):
    with MailServer() as server, shop.worker(via(server)) as child:
        server.script = ["stall"]
        user, _ = register(shop)
        job = outbox.newest(MAIL, user)
        shop.wait(lambda: server.waiting)
        began = time.monotonic()
        child.process.terminate()
        time.sleep(1)
        server.release()
        assert child.process.wait(5) == 0 and time.monotonic() - began < 4
        assert outbox.row(job).status == "done" and len(server.mails) == 1
        shop.children.pop("work-2").kill()


def test_a_worker_that_cannot_finish_stops_all_the_same(shop, outbox):
    with MailServer() as server, shop.worker(via(server)) as child:
        server.script = ["stall"]
        user, _ = register(shop)
        job = outbox.newest(MAIL, user)
        shop.wait(lambda: server.waiting)
        began = time.monotonic()
        child.process.terminate()
        assert child.process.wait(8) == 0 and time.monotonic() - began < 5.5
        assert outbox.row(job).claimed  # it comes again when the claim runs out
        shop.children.pop("work-2").kill()
        outbox.expire(job)
        with shop.worker(via(server)):
            outbox.wait_for(job, status="done", tries=2)
