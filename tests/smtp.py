# SPDX-License-Identifier: MIT
"""A real SMTP server (Debian's aiosmtpd) on a free port of the loopback, that can be told how to behave.

Each mail that comes in takes the next entry of `script`; without one it is accepted. An entry is an SMTP reply such as
"451 later" (given to RCPT, or to the body where it starts with "data "), "stall" (no reply until release()),
"drop" (the connection ends before the reply), "keep and drop" (it ends after the mail was taken).
"""
import asyncio

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from house import free_ports


class Mail:
    def __init__(self, session, envelope):
        self.sender, self.recipients, self.content = envelope.mail_from, envelope.rcpt_tos, envelope.content
        self.by_tls = session.ssl is not None
        self.login = session.auth_data


class MailServer:
    def __init__(self, tls=None, password=None):
        self.mails, self.script, self.waiting = [], [], 0
        self._release = None
        self._password = password
        options = {"decode_data": False, "tls_context": tls}
        if password:
            options.update(authenticator=self._authenticate, auth_require_tls=False)
        self.port = free_ports(1)[0]
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **options)
        self._doing = {}

    # ---- for tests

    def __enter__(self):
        self._controller.start()
        return self

    def __exit__(self, *_):
        self.release()
        self._controller.stop(no_assert=True)

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.port}"

    def release(self):
        """Whoever is stalled gets an answer."""
        if self._release:
            self._controller.loop.call_soon_threadsafe(self._release.set)

    # ---- what aiosmtpd calls

    def _authenticate(self, server, session, envelope, mechanism, data):
        login = (data.login.decode(), data.password.decode())
        return AuthResult(success=login[1] == self._password, auth_data=login)

    async def handle_RCPT(self, server, session, envelope, address, options):
        doing = self._doing[session] = self.script.pop(0) if self.script else "accept"
        if doing[0].isdigit():
            return doing
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        doing = self._doing.pop(session, "accept")
        if doing == "stall":
            self._release = self._release or asyncio.Event()
            self.waiting += 1
            await self._release.wait()
            self.waiting -= 1
        if doing == "drop":
            server.transport.abort()
            return "421 gone"
        if doing.startswith("data "):
            return doing[5:]
        self.mails.append(Mail(session, envelope))
        if doing == "keep and drop":
            server.transport.abort()
        return "250 taken"
