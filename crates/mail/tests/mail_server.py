"""A real mail server for the tests, a strict one, and a second reader of messages.

    mail_server.py plain|starttls|tls FOLDER CERTIFICATE KEY    aiosmtpd, login required
    mail_server.py sink FOLDER      takes every CR, LF and CR LF for a line end
    mail_server.py read             messages as JSON on standard input, taken apart by Python

Servers listen on a free port of 127.0.0.1 and print it as their first line. Each message taken is
a file of FOLDER: JSON with sender, recipients and the data in base64.
"""

import asyncio
import base64
import email
import email.header
import email.policy
import email.utils
import hashlib
import json
import os
import socketserver
import ssl
import sys
import threading

LOCK = threading.Lock()


def keep(folder, sender, recipients, data):
    """Writes a message under the next number, visible only when it is whole."""
    with LOCK:
        number = sum(name.endswith(".json") for name in os.listdir(folder))
        path = os.path.join(folder, f"{number:04}.json")
        told = {"from": sender, "to": recipients, "data": base64.b64encode(data).decode()}
        with open(path + ".part", "w", encoding="utf-8") as out:
            json.dump(told, out)
        os.rename(path + ".part", path)


class Handler:
    """Takes messages; some recipients stand for what can go wrong."""

    def __init__(self, folder):
        self.folder = folder

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return "550 5.1.1 No such person here"
        if address.startswith("later@"):
            return "450 4.7.1 Greylisted, come again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        data = envelope.original_content or envelope.content
        keep(self.folder, envelope.mail_from, envelope.rcpt_tos, data)
        first = envelope.rcpt_tos[0]
        if first.startswith("silent@"):
            await asyncio.sleep(600)
        if first.startswith("drop@"):
            server.transport.abort()
        return "250 OK, taken"


def authenticate(server, session, envelope, mechanism, auth_data):
    from aiosmtpd.smtp import AuthResult

    right = auth_data.login == b"rahima" and auth_data.password == "পাসওয়ার্ড".encode()
    return AuthResult(success=right, handled=False)


def serve(mode, folder, certificate, key):
    from aiosmtpd.smtp import SMTP

    context = None
    if mode != "plain":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)

    def connection():
        return SMTP(
            Handler(folder),
            hostname="localhost",
            data_size_limit=300_000,
            authenticator=authenticate,
            auth_required=True,
            auth_require_tls=mode == "starttls",
            require_starttls=mode == "starttls",
            tls_context=context if mode == "starttls" else None,
        )

    async def run():
        loop = asyncio.get_running_loop()
        implicit = context if mode == "tls" else None
        server = await loop.create_server(connection, "127.0.0.1", 0, ssl=implicit)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(run())


class Sink(socketserver.StreamRequestHandler):
    """A server that takes a lone CR or LF for a line end, as the laxest ones do."""

    def lines(self):
        line = b""
        before = b""
        while sign := self.rfile.read(1):
            if sign == b"\n" and before == b"\r":
                before = sign
                continue
            before = sign
            if sign in b"\r\n":
                yield line
                line = b""
            else:
                line += sign

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        self.say("220 sink")
        sender, recipients, data = None, [], None
        for line in self.lines():
            if data is not None:
                if line == b".":
                    keep(self.server.folder, sender, recipients, b"\r\n".join(data) + b"\r\n")
                    sender, recipients, data = None, [], None
                    self.say("250 taken")
                else:
                    data.append(line[1:] if line.startswith(b".") else line)
                continue
            verb = line.split(b" ")[0].upper()
            if verb == b"MAIL":
                sender = line.decode("latin-1")
            elif verb == b"RCPT":
                recipients.append(line.decode("latin-1"))
            elif verb == b"DATA":
                data = []
                self.say("354 go on")
                continue
            elif verb == b"QUIT":
                self.say("221 bye")
                return
            elif verb not in (b"EHLO", b"HELO", b"RSET", b"NOOP"):
                keep(self.server.folder, "UNKNOWN COMMAND", [], line)
            self.say("250 ok")


def sink(folder):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Sink) as server:
        server.daemon_threads = True
        server.folder = folder
        print(server.server_address[1], flush=True)
        server.serve_forever()


def people_in(message, name):
    """Names and addresses of a header. The parser of structured headers keeps the space between
    two encoded words in this version of Python, so the older one is asked."""
    raw = [value for header, value in message.raw_items() if header.lower() == name]
    plain = [value.replace("\r", "").replace("\n", "") for value in raw]
    decoded = lambda text: str(email.header.make_header(email.header.decode_header(text)))
    return [[decoded(person), address] for person, address in email.utils.getaddresses(plain)]


def read():
    told = []
    for line in sys.stdin:
        data = base64.b64decode(line)
        message = email.message_from_bytes(data, policy=email.policy.default)
        people = lambda name: people_in(message, name)
        files = [
            [part.get_filename(), part.get_content_type(),
             hashlib.sha256(part.get_payload(decode=True)).hexdigest()]
            for part in message.iter_attachments()
        ]
        told.append({
            "headers": [name for name, _ in message.raw_items()],
            "subject": message["subject"],
            "from": people("from"),
            "to": people("to"),
            "cc": people("cc"),
            "reply_to": people("reply-to"),
            "message_id": message["message-id"],
            "text": message.get_body().get_content(),
            "files": files,
            "defects": [repr(part.defects) for part in message.walk() if part.defects],
        })
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    if sys.argv[1] == "read":
        read()
    elif sys.argv[1] == "sink":
        sink(sys.argv[2])
    else:
        serve(*sys.argv[1:5])
