"""Whatever happens to an audit, it goes on, and leaves what an undisturbed one leaves.

RUAMLINT_FAULTS=50 tries that many random moments in place of a few.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import time
import unicodedata

from audit_harness import Audit, children_of
from harness import FORM, PROGRAM, docx, main

MOMENTS = int(os.environ.get("RUAMLINT_FAULTS", "6"))
NOBODY = 65534


class Fault(Audit):
    def setUp(self):
        super().setUp()
        self.chance = random.Random(8)

    def some_forms(self, count=24):
        for i in range(count):
            self.form(f"{i}.docx", str(i))

    def start(self, *arguments, **options):
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
        return subprocess.Popen([PROGRAM, "audit", str(self.forms), "--output", str(self.folder / "out"), *arguments],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, **options)

    def wait_for_children(self, audit):
        """Workers, that is: the store is open by then."""
        while audit.poll() is None and not (children_of(audit) and (self.folder / "out" / "audit.sqlite").exists()):
            time.sleep(0.002)

    def assert_as_if_undisturbed(self):
        """One more run, and all is as in a new folder."""
        done = self.audit()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.audit(output="whole").returncode, 0)
        self.assertEqual(self.reports(), self.reports("whole"))
        self.assertEqual(self.stored(), self.stored("whole"))


class Killed(Fault):
    def test_the_audit_itself(self):
        self.some_forms()
        for _ in range(MOMENTS):
            with self.start() as audit:
                self.wait_for_children(audit)
                time.sleep(self.chance.uniform(0, 0.4))
                audit.send_signal(signal.SIGKILL)
            if self.chance.random() < 0.3:
                self.form(f"{self.chance.randrange(24)}.docx", f"changed {self.chance.random()}")
        self.assert_as_if_undisturbed()

    def test_its_workers(self):
        self.some_forms()
        with self.start("--jobs", "2") as audit:
            for _ in range(MOMENTS):
                self.wait_for_children(audit)
                for child in children_of(audit)[:1]:
                    try:
                        os.kill(child, signal.SIGKILL)
                    except ProcessLookupError:
                        pass
                time.sleep(self.chance.uniform(0.1, 0.3))
            self.assertEqual(audit.wait(), 0)
        self.assertEqual(self.audit(output="whole").returncode, 0)
        self.assertEqual(self.reports(), self.reports("whole"))

    def test_asked_to_end_it_finishes_what_is_in_hand(self):
        self.some_forms()
        for request in (signal.SIGTERM, signal.SIGINT):
            with self.start("--jobs", "1") as audit:
                self.wait_for_children(audit)
                audit.send_signal(request)
                self.assertEqual(audit.wait(), 75)
        self.assertGreaterEqual(len(self.stored()["results"]), 2)
        self.assert_as_if_undisturbed()

    def test_a_whole_job_that_is_asked_to_end(self):
        """As a scheduler does: every process of the group gets the signal, workers too."""
        self.some_forms()
        with self.start("--jobs", "2", start_new_session=True) as audit:
            self.wait_for_children(audit)
            for child in [audit.pid, *children_of(audit)]:
                os.kill(child, signal.SIGTERM)
            self.assertEqual(audit.wait(), 75)
        self.assertNotIn("crashed", {row[2] for row in self.stored()["results"]})
        self.assert_as_if_undisturbed()


class Output(Fault):
    def test_no_room(self):
        self.some_forms(8)
        for room in (20_000, 60_000, 200_000):
            small = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                             resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
            done = self.audit(preexec_fn=small)
            self.assertEqual(done.returncode, 75, done.stderr)
            self.assertIn("out", done.stderr)
        self.assert_as_if_undisturbed()

    def test_a_disk_that_is_full(self):
        disk = self.folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "none", str(disk)], check=False,
                          stderr=subprocess.DEVNULL).returncode != 0:
            self.skipTest("no disk of our own can be had here")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=False)
        self.some_forms(8)
        self.assertEqual(self.audit(output="disk/out").returncode, 75)
        subprocess.run(["mount", "-o", "remount,size=40m", str(disk)], check=True)
        self.assertEqual(self.audit(output="disk/out").returncode, 0)
        self.assertEqual(self.audit(output="whole").returncode, 0)
        self.assertEqual(self.reports("disk/out"), self.reports("whole"))
        self.assertEqual(self.stored("disk/out"), self.stored("whole"))

    def test_gone(self):
        self.some_forms()
        with self.start() as audit:
            self.wait_for_children(audit)
            time.sleep(0.1)
            shutil.rmtree(self.folder / "out", ignore_errors=True)
            self.assertIn(audit.wait(), (0, 75))
        self.assert_as_if_undisturbed()

    def test_read_only(self):
        self.some_forms(4)
        (self.folder / "out").mkdir(mode=0o555)
        options = {"user": NOBODY} if os.geteuid() == 0 else {}
        if options and subprocess.run([PROGRAM, "--version"], check=False, stdout=subprocess.DEVNULL, **options).returncode:
            self.skipTest("only root may run the program here")
        self.assertEqual(self.audit(**options).returncode, 75)
        (self.folder / "out").chmod(0o755)
        self.assert_as_if_undisturbed()

    def test_a_file_in_its_place(self):
        self.form("a.docx")
        self.file("occupied", "a file")
        self.assertEqual(self.audit(output="occupied").returncode, 75)

    def test_another_audit_at_work_there(self):
        self.some_forms()
        with self.start() as audit:
            self.wait_for_children(audit)
            os.kill(audit.pid, signal.SIGSTOP)
            second = self.audit()
            os.kill(audit.pid, signal.SIGCONT)
            self.assertEqual(audit.wait(), 0)
            self.assertEqual(second.returncode, 75)
        self.assert_as_if_undisturbed()


class Inputs(Fault):
    def test_files_that_change_and_vanish(self):
        self.some_forms()
        with self.start("--jobs", "1") as audit:
            self.wait_for_children(audit)
            self.form("20.docx", "other words")
            (self.forms / "21.docx").unlink()
            (self.forms / "22.docx").write_bytes(b"PK")
            (self.forms / "23.docx").unlink()
            self.form("23.docx", "0")
            self.assertEqual(audit.wait(), 0)
        row = self.rows()
        self.assertEqual({row[f"{i}.docx"]["status"] for i in range(20)}, {"checked"})
        self.assertEqual(row["22.docx"]["status"], "could_not_check")
        self.assert_as_if_undisturbed()

    def test_many_in_one_folder(self):
        one = docx(FORM)
        for i in range(5000):
            (self.forms / f"{i}.pdf").write_bytes(b"%PDF-" + str(i).encode() if i % 2 else b"")
        (self.forms / "form.docx").write_bytes(one)
        with self.start("--jobs", "2") as audit:
            self.wait_for_children(audit)
            time.sleep(1)
            audit.send_signal(signal.SIGKILL)
        self.assertEqual(self.audit().returncode, 0)
        self.assertEqual(len(self.rows()), 5001)
        self.assertEqual(self.rows()["form.docx"]["status"], "checked")

    def test_names_and_loops(self):
        for name in ("สองบรรทัด\nใหม่", unicodedata.normalize("NFC", "กำ\u00e9"), unicodedata.normalize("NFD", "กำ\u00e9"), "ก\u0e4d\u0e32"):
            self.form(name + ".docx", name.replace("\n", " "))
        with open(os.fsencode(self.forms) + b"/\xff\xfe.docx", "wb") as file:
            file.write(docx(FORM + ["bytes"]))
        (self.forms / "deep").mkdir()
        os.symlink("..", self.forms / "deep" / "up")
        os.symlink("self", self.forms / "self")
        with self.start() as audit:
            self.wait_for_children(audit)
            audit.send_signal(signal.SIGKILL)
        self.assert_as_if_undisturbed()
        self.assertEqual(len(self.rows()), 7)
        self.assertEqual(sum(row["status"] == "checked" for row in self.rows().values()), 5)

    def test_a_clock_that_is_set_back(self):
        """No result rests on the time of day: half of it done ten years earlier."""
        self.some_forms(6)
        clock = self.file("clock.c", """
            #define _GNU_SOURCE
            #include <sys/syscall.h>
            #include <time.h>
            #include <unistd.h>
            int clock_gettime(clockid_t which, struct timespec *time) {
              int result = (int)syscall(SYS_clock_gettime, which, time);
              if (which == CLOCK_REALTIME) time->tv_sec -= 315360000;
              return result;
            }""")
        library = str(self.folder / "clock.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-o", library, clock], check=True)
        with self.start("--jobs", "1") as audit:
            self.wait_for_children(audit)
            audit.send_signal(signal.SIGTERM)
        self.assertEqual(self.audit(environment={"LD_PRELOAD": library}).returncode, 0)
        self.assert_as_if_undisturbed()


if __name__ == "__main__":
    main()
