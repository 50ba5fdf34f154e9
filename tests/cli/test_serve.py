"""The page's server from outside: who is let in, what is refused, how it ends."""

import base64
import concurrent.futures
import http.client
import io
import json
import os
import re
import signal
import subprocess
import time
import unittest
import zipfile

from harness import PROGRAM, SOURCE, CommandLineTest, docx, main


class Serve(CommandLineTest):
    def start(self, *options):
        """Starts a server on a free port; (process, its address as told)."""
        variables = {**os.environ, "LC_ALL": "C", "TMPDIR": str(self.folder / "tmp")}
        (self.folder / "tmp").mkdir(exist_ok=True)
        server = subprocess.Popen([PROGRAM, "serve", "--port", "0", *options], stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, env=variables, encoding="utf-8", cwd=SOURCE)
        self.addCleanup(server.stderr.close)
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.wait, 60)
        self.addCleanup(server.terminate)
        told = server.stdout.readline()
        self.assertIn("http://", told, told)
        return server, re.search(r"http://\S+", told)[0]

    @staticmethod
    def ask(address, method, path, body=None, **headers):
        """(status, headers, body) of one request."""
        host, port = re.match(r"http://([^/:]+):(\d+)", address).groups()
        connection = http.client.HTTPConnection(host, int(port), timeout=300)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return response.status, response.headers, response.read().decode("utf-8")
        finally:
            connection.close()

    def token(self, address, path="/"):
        return re.search(r'ruamlint-token" content="(\w+)"', self.ask(address, "GET", path)[2])[1]

    def left_over(self):
        return list((self.folder / "tmp").iterdir())

    def test_a_form_is_checked_and_nothing_is_kept(self):
        _, address = self.start()
        form = (SOURCE / "samples" / "effective-short.docx").read_bytes()
        status, _, body = self.ask(address, "POST", "/check?name=%E0%B9%81%E0%B8%9A%E0%B8%9A%201.docx", form,
                                   X_Ruamlint_Token=self.token(address))
        self.assertEqual(status, 200, body)
        answer = json.loads(body)
        self.assertEqual(answer["result"], "fail")
        self.assertGreater(answer["counts"]["fail"], 0)
        self.assertIn("แบบ 1.docx", answer["html"])
        self.assertEqual(answer["copy"]["name"], "แบบ 1 – ตรวจแล้ว.docx")
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(answer["copy"]["base64"]))) as copy:
            self.assertIn(b"<w:comment ", copy.read("word/comments.xml"))
        self.assertNotIn(str(self.folder), answer["html"], "no path of the server's")
        self.assertEqual(self.left_over(), [])

    def test_a_file_that_cannot_be_read_is_told(self):
        _, address = self.start()
        status, _, body = self.ask(address, "POST", "/check?name=a.pdf", b"%PDF-1.4 broken",
                                   X_Ruamlint_Token=self.token(address))
        self.assertEqual((status, json.loads(body)["result"]), (200, "unread"))

    def test_names_lead_nowhere(self):
        _, address = self.start()
        for name in ("..%2F..%2Fevil.docx", "--help", "%2Fetc%2Fpasswd", ""):
            status, _, body = self.ask(address, "POST", f"/check?name={name}", docx(["x"]),
                                       X_Ruamlint_Token=self.token(address))
            self.assertEqual(status, 200, body)
        self.assertEqual(self.left_over(), [])
        self.assertEqual(self.ask(address, "GET", "/../../../../etc/passwd")[0], 404)

    def test_only_the_own_page_may_ask(self):
        _, address = self.start()
        token = self.token(address)
        own = {"X_Ruamlint_Token": token}
        for refused in ({}, {"X_Ruamlint_Token": "0" * 32}, {**own, "Origin": "http://attacker.example"},
                        {**own, "Origin": "null"}, {**own, "Sec_Fetch_Site": "cross-site"}):
            status, headers, body = self.ask(address, "POST", "/check?name=a.docx", docx(["x"]), **refused)
            self.assertEqual(status, 403, refused)
            self.assertIsNone(headers.get("Access-Control-Allow-Origin"))
            self.assertIn("error", json.loads(body))
        for path in ("/", "/check", "/version"):
            self.assertEqual(self.ask(address, "GET", path, Host="attacker.example")[0], 421)
        # What a refused request leaves unread is no request of its own.
        inner = f"GET /version HTTP/1.1\r\nHost: {address[7:].strip('/')}\r\n\r\n".encode()
        self.assertNotIn("version", self.ask(address, "POST", "/check?name=a", inner)[2])

    def test_a_refusal_reaches_who_is_still_sending(self):
        _, address = self.start()
        for _ in range(20):
            status, _, body = self.ask(address, "POST", "/check?name=a.docx", bytes(4 << 20))
            self.assertEqual((status, json.loads(body)), (403, {"error": "wrong_token"}))

    def test_headers_shut_other_sites_out(self):
        _, address = self.start()
        _, headers, _ = self.ask(address, "GET", "/")
        self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
        self.assertIn("frame-ancestors 'none'", headers["Content-Security-Policy"])
        self.assertNotIn("script-src 'unsafe-inline'", headers["Content-Security-Policy"])
        self.assertEqual(headers["Cache-Control"], "no-store")

    def test_away_from_loopback_the_page_asks_for_the_token(self):
        _, address = self.start("--address", "0.0.0.0")
        path = re.search(r"/\?token=\w+", address)[0]
        self.assertEqual(self.ask(address, "GET", "/")[0], 403)
        self.assertEqual(self.ask(address, "GET", "/?token=" + "0" * 32)[0], 403)
        self.assertEqual(self.token(address, path), path.split("=")[1])
        self.assertEqual(self.ask(address, "GET", "/healthz")[0], 200)

    def test_too_large(self):
        _, address = self.start("--max-mb", "1")
        status, _, body = self.ask(address, "POST", "/check?name=a.pdf", b"%PDF" + bytes(3 << 20),
                                   X_Ruamlint_Token=self.token(address))
        self.assertEqual((status, json.loads(body)), (413, {"error": "too_large"}))
        self.assertEqual(self.left_over(), [])

    def test_health_and_version(self):
        _, address = self.start()
        self.assertEqual(self.ask(address, "GET", "/healthz")[::2], (200, "ok\n"))
        self.assertEqual(json.loads(self.ask(address, "GET", "/version")[2])["name"], "ruamlint")
        self.assertEqual(self.ask(address, "GET", "/nothing")[0], 404)

    def test_fifty_at_once(self):
        _, address = self.start()
        token = self.token(address)
        form = self.good_form()
        with open(form, "rb") as file:
            data = file.read()

        def send(number):
            for _ in range(600):
                status, _, body = self.ask(address, "POST", f"/check?name={number}.docx", data, X_Ruamlint_Token=token)
                if status != 503:
                    return status, json.loads(body)
                time.sleep(0.2)  # as the page does
            return status, {}

        with concurrent.futures.ThreadPoolExecutor(50) as pool:
            answers = list(pool.map(send, range(50)))
        for number, (status, answer) in enumerate(answers):
            self.assertEqual(status, 200)
            self.assertIn(f"{number}.docx", answer["html"], "each gets its own report")
        self.assertEqual(self.left_over(), [])

    def test_sigterm_finishes_what_is_in_hand(self):
        server, address = self.start("--jobs", "1")
        token = self.token(address)
        form = (SOURCE / "samples" / "effective-pass.docx").read_bytes()
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            sent = [pool.submit(self.ask, address, "POST", "/check?name=a.docx", form, X_Ruamlint_Token=token)
                    for _ in range(3)]
            for _ in range(300):  # until all are in hand
                if len(self.left_over()) == 3 or any(one.done() for one in sent):
                    break
                time.sleep(0.01)
            server.send_signal(signal.SIGTERM)
            self.assertEqual([one.result()[0] for one in sent], [200] * 3)
        self.assertEqual(server.wait(60), 0)
        self.assertEqual(self.left_over(), [])

    def test_a_port_that_is_taken(self):
        _, address = self.start()
        done = self.run_program("serve", "--port", re.search(r":(\d+)", address)[1])
        self.assertEqual(done.returncode, 2)
        self.assertIn("--port", done.stderr)


if __name__ == "__main__":
    main()
