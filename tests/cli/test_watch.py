"""A watched folder: every form ends with exactly one right answer, and nobody's file is touched."""

import hashlib
import os
import pathlib
import random
import shutil
import signal
import stat
import subprocess
import time
import unittest

from harness import FORM, PROGRAM, CommandLineTest, docx, main

# More of everything than the suite has time for: RUAMLINT_WATCH_FILES=200 tests/cli/test_watch.py
MANY = int(os.environ.get("RUAMLINT_WATCH_FILES", "24"))
LONGEST = 180  # seconds that are waited for what must come

VERDICTS = ("ผ่าน", "ต้องแก้ไข", "โปรดตรวจดู", "ตรวจได้ไม่ครบ", "อ่านไม่ได้")
SHORT = FORM[:-1] + ["เริ่มดำเนินการวันที่ 1 ธันวาคม 2566 ถึงปัจจุบัน"]


class Watching(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.watched = self.folder / "แบบ"
        self.watched.mkdir()
        self.notices = self.folder / "notices"
        self.opened = self.folder / "opened"
        tools = self.folder / "tools"
        tools.mkdir()
        self.tool(tools / "notify-send", f'printf "%s\\n" "$@" >> "{self.notices}"; echo default')
        self.tool(tools / "xdg-open", f'echo "$1" >> "{self.opened}"')
        self.path = f"{tools}:{os.environ['PATH']}"
        self.watcher = None
        self.addCleanup(self.stop)

    @staticmethod
    def tool(path, script):
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def start(self, *arguments, **options):
        environment = {"PATH": self.path, "LC_ALL": "C", "HOME": str(self.folder)}
        for kept in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "RUAMLINT_CHECKS"):
            if kept in os.environ:
                environment[kept] = os.environ[kept]
        arguments = arguments or (str(self.watched),)
        self.watcher = subprocess.Popen([PROGRAM, "watch", *arguments], env=environment, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, **options)
        return self.watcher

    def stop(self, how=signal.SIGTERM):
        """Exit status and what was said on standard error."""
        if self.watcher is None:
            return None
        self.watcher.send_signal(how)
        _, said = self.watcher.communicate(timeout=60)
        status, self.watcher = self.watcher.returncode, None
        return status, said.decode()

    def answers(self, form):
        """Verdicts in the names of a form's answers."""
        stem = form.name.rsplit(".", 1)[0]
        return [verdict for verdict in VERDICTS if (form.parent / f"{stem} – {verdict}.html").exists()]

    def wait_for(self, holds, what):
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            if holds():
                return
            time.sleep(0.1)
        listing = sorted(str(path.relative_to(self.watched)) for path in self.watched.rglob("*"))
        self.fail(f"{what}; there is: {listing}")

    def expect(self, form, verdict):
        self.wait_for(lambda: self.answers(form) == [verdict], f"{form.name} should be {verdict}")

    def put(self, name, paragraphs=None):
        path = self.watched / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(docx(paragraphs or FORM))
        return path

    def left_over(self):
        return [path for path in self.watched.rglob("*") if path.name.startswith(".ruamlint")]


class Dropping(Watching):
    def test_a_form_is_answered_beside_itself_and_told(self):
        self.start()
        form = self.put("ร่าง.docx", SHORT)
        self.expect(form, "ต้องแก้ไข")
        answer = self.watched / "ร่าง – ต้องแก้ไข.html"
        self.assertIn("OPR-1", answer.read_text(encoding="utf-8"))
        self.wait_for(self.opened.exists, "a click should open the report")
        self.assertEqual(self.opened.read_text(encoding="utf-8").strip(), str(answer))
        self.assertIn("ร่าง.docx: ต้องแก้ไข", self.notices.read_text(encoding="utf-8"))
        self.assertEqual(self.stop()[0], 0)
        self.assertEqual(self.left_over(), [])

    def test_what_was_there_before_is_answered_too(self):
        form = self.put("a.docx")
        self.start()
        self.wait_for(lambda: self.answers(form), "an answer")

    def test_slow_copies_are_waited_for(self):
        data = docx(SHORT)
        self.start()
        kept_open, reopened = self.watched / "open.docx", self.watched / "reopened.docx"
        pieces = [data[at:at + len(data) // 20 + 1] for at in range(0, len(data), len(data) // 20 + 1)]
        with open(kept_open, "wb", buffering=0) as file:
            for number, piece in enumerate(pieces):
                file.write(piece)
                with open(reopened, "ab") as other:
                    other.write(piece)
                if number % 5 == 4:
                    time.sleep(2.5 if number == 9 else 0.5)
                self.assertEqual(self.answers(kept_open), [])
                self.assertEqual(self.answers(reopened), [])
        self.expect(kept_open, "ต้องแก้ไข")
        self.expect(reopened, "ต้องแก้ไข")

    def test_many_at_once_and_in_folders(self):
        self.start()
        outside = self.folder / "outside"
        for number in range(MANY):
            path = outside / f"{number % 3}" / f"{number}.docx"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(docx(SHORT + [f"ฉบับที่ {number}"]))
        shutil.move(outside, self.watched / "ส่งมา")
        for number in range(MANY):
            form = self.watched / "ส่งมา" / f"{number % 3}" / f"{number}.docx"
            self.wait_for(lambda: len(self.answers(form)) == 1, f"one answer to {form}")
            page = form.with_name(f"{number} – {self.answers(form)[0]}.html").read_bytes()
            self.assertIn(hashlib.sha256(form.read_bytes()).hexdigest().encode(), page[-250:])
        self.assertEqual(len(list(self.watched.rglob("*.html"))), MANY)

    def test_unreadable_and_old_files_are_told_of(self):
        self.start()
        broken = self.watched / "เสีย.pdf"
        broken.write_bytes(b"%PDF-1.7\nbroken")
        old = self.watched / "เก่า.doc"
        old.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
        self.expect(broken, "อ่านไม่ได้")
        self.expect(old, "อ่านไม่ได้")

    def test_what_is_no_form_is_left_alone(self):
        self.start()
        for name in ("~$a.docx", ".a.docx", "a.docx.part", "notes.txt", "a.docx.crdownload"):
            (self.watched / name).write_bytes(docx(FORM))
        last = self.put("z.docx")
        self.wait_for(lambda: self.answers(last), "an answer")
        self.assertEqual(len(list(self.watched.glob("*.html"))), 1)


class Changing(Watching):
    def test_a_new_version_replaces_the_answer(self):
        self.start()
        form = self.put("a.docx", SHORT)
        self.expect(form, "ต้องแก้ไข")
        first = self.answers(form)
        # As editors save: the new version under another name, then renamed.
        saved = self.watched / "lu123.tmp"
        saved.write_bytes(b"not a form any more")
        saved.replace(form)
        self.expect(form, "อ่านไม่ได้")
        self.assertNotEqual(first, self.answers(form))
        form.write_bytes(docx(SHORT))
        self.expect(form, "ต้องแก้ไข")
        self.assertEqual(len(list(self.watched.glob("*.html"))), 1)

    def test_a_renamed_form_takes_its_answer_along(self):
        self.start()
        form = self.put("a.docx", SHORT)
        self.expect(form, "ต้องแก้ไข")
        renamed = form.rename(self.watched / "b.docx")
        self.expect(renamed, "ต้องแก้ไข")
        self.wait_for(lambda: self.answers(form) == [], "the old name's answer should go")

    def test_a_form_that_is_taken_away_is_not_called_unreadable(self):
        self.start()
        self.expect(self.put("first.docx", SHORT), "ต้องแก้ไข")
        for number in range(8):
            path = self.put(f"gone{number}.docx", SHORT)
            time.sleep(random.uniform(0.2, 1.6))
            path.unlink()
        too_soon = self.put("too-soon.docx", SHORT)
        time.sleep(0.3)
        too_soon.unlink()
        self.expect(self.put("stays.docx", SHORT), "ต้องแก้ไข")
        self.assertEqual(self.answers(too_soon), [])
        self.assertEqual(list(self.watched.glob("*อ่านไม่ได้*")), [])

    def test_nobodys_file_is_touched(self):
        own = self.watched / "a – ต้องแก้ไข.html"
        own.write_text("ของฉันเอง", encoding="utf-8")
        form = self.put("a.docx", SHORT)
        other = self.watched / "งาน.xlsx"
        other.write_bytes(b"sheet")

        def state():
            return [(path, hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns, path.stat().st_ino)
                    for path in (own, form, other)]

        before = state()
        self.start()
        answer = self.watched / "a.docx – ต้องแก้ไข.html"
        self.wait_for(answer.exists, "an answer under a name that is free")
        self.stop()
        self.assertEqual(state(), before)

    def test_the_folder_vanishes_and_comes_back(self):
        self.start()
        self.expect(self.put("a.docx", SHORT), "ต้องแก้ไข")
        away = self.watched.rename(self.folder / "away")
        time.sleep(1)
        away.rename(self.watched)
        self.expect(self.put("b.docx", SHORT), "ต้องแก้ไข")
        self.assertIn("จะรอจนกว่าจะกลับมา", self.stop()[1])


class Elsewhere(Watching):
    """A folder as on a network share: what others write there comes without any event."""

    def setUp(self):
        super().setUp()
        self.share = self.folder / "share"
        self.share.mkdir()
        if shutil.which("bindfs") is None:
            self.skipTest("bindfs is not installed")
        mounted = subprocess.run(["bindfs", str(self.share), str(self.watched)], check=False, capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("mounting is not allowed here")
        self.addCleanup(subprocess.run, ["umount", "-l", str(self.watched)], check=True)

    def test_what_others_write_is_answered_without_events(self):
        self.start()
        written = self.share / "ก.docx"
        written.write_bytes(docx(SHORT))
        self.expect(self.watched / "ก.docx", "ต้องแก้ไข")
        saved = self.share / "~saved.tmp"
        saved.write_bytes(b"not a form any more")
        saved.replace(written)
        self.expect(self.watched / "ก.docx", "อ่านไม่ได้")
        renamed = written.rename(self.share / "ข.docx")
        self.expect(self.watched / "ข.docx", "อ่านไม่ได้")
        self.wait_for(lambda: self.answers(self.watched / "ก.docx") == [], "the old name's answer should go")
        self.assertEqual(renamed.read_bytes(), b"not a form any more")

    def test_slow_writers_elsewhere_are_waited_for(self):
        self.start()
        data = docx(SHORT)
        with open(self.share / "ก.docx", "wb", buffering=0) as file:
            for at in range(0, len(data), len(data) // 12 + 1):
                file.write(data[at:at + len(data) // 12 + 1])
                time.sleep(0.4)
                self.assertEqual(self.answers(self.watched / "ก.docx"), [])
        self.expect(self.watched / "ก.docx", "ต้องแก้ไข")


class Restarting(Watching):
    def test_killed_at_any_moment_it_goes_on(self):
        forms = [self.put(f"{number}.docx", SHORT + [str(number)]) for number in range(8)]
        before = {form: form.read_bytes() for form in forms}
        for _ in range(4):
            self.start()
            time.sleep(random.uniform(0.5, 3))
            self.stop(signal.SIGKILL)
        self.start()
        for form in forms:
            self.wait_for(lambda: len(self.answers(form)) == 1, f"one answer to {form.name}")
        self.stop()
        self.assertEqual({form: form.read_bytes() for form in forms}, before)
        self.assertEqual(len(list(self.watched.glob("*.html"))), len(forms))

    def test_nothing_is_answered_twice(self):
        form = self.put("a.docx", SHORT)
        self.assertEqual(self.run_program("watch", "--once", "--no-notices", str(self.watched)).returncode, 0)
        answer = self.watched / "a – ต้องแก้ไข.html"
        before = answer.stat()
        os.utime(form)
        again = self.run_program("watch", "--once", "--no-notices", str(self.watched))
        self.assertEqual((again.returncode, again.stdout), (0, ""))
        self.assertEqual(answer.stat().st_ino, before.st_ino)
        with_another_date = self.run_program("watch", "--once", "--no-notices", str(self.watched), "--closing-date",
                                             "2026-02-12")
        self.assertEqual(with_another_date.returncode, 0)
        self.assertIn("12 กุมภาพันธ์ 2569", answer.read_text(encoding="utf-8"))

    def test_one_watcher_a_folder(self):
        self.start()
        self.expect(self.put("a.docx", SHORT), "ต้องแก้ไข")
        second = self.run_program("watch", str(self.watched))
        self.assertEqual(second.returncode, 2)
        self.assertIn("เฝ้าดูอยู่แล้ว", second.stderr)

    def test_the_first_start_makes_a_folder_on_the_desktop(self):
        desktop = self.folder / "เดสก์ท็อป"
        desktop.mkdir()
        settings = self.folder / ".config"
        settings.mkdir()
        (settings / "user-dirs.dirs").write_text('# x\nXDG_DESKTOP_DIR="$HOME/เดสก์ท็อป"\n', encoding="utf-8")
        done = self.run_program("watch", "--once", environment={"HOME": str(self.folder)})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("วางแบบสมัคร", (desktop / "ตรวจแบบสมัคร" / "วิธีใช้.txt").read_text(encoding="utf-8"))

    def test_no_such_folder(self):
        done = self.run_program("watch", str(self.folder / "none"))
        self.assertEqual(done.returncode, 2)
        self.assertIn("ไม่พบโฟลเดอร์", done.stderr)


class Room(Watching):
    @staticmethod
    def as_nobody():
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)

    def test_a_read_only_folder_is_told_of_and_tried_again(self):
        form = self.put("a.docx", SHORT)
        if os.getuid() == 0:
            os.chown(self.watched, 65534, 65534)
        self.watched.chmod(0o555)
        self.start(preexec_fn=self.as_nobody)
        self.wait_for(self.notices_tell("เขียนผลลงโฟลเดอร์ไม่ได้"), "a notice")
        self.assertEqual(self.answers(form), [])
        self.watched.chmod(0o755)
        self.expect(form, "ต้องแก้ไข")

    def notices_tell(self, words):
        self.folder.chmod(0o777)
        return lambda: self.notices.exists() and words in self.notices.read_text(encoding="utf-8")

    @unittest.skipIf(os.getuid() != 0, "only root can mount a small disk")
    def test_a_full_disk_is_told_of_and_tried_again(self):
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(self.watched)], check=False)
        if mounted.returncode != 0:
            self.skipTest("mounting is not allowed here")
        self.addCleanup(subprocess.run, ["umount", "-l", str(self.watched)], check=True)
        form = self.put("a.docx", SHORT)
        filler = self.watched / "filler"
        with open(filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
        self.start()
        self.wait_for(self.notices_tell("เขียนผลลงโฟลเดอร์ไม่ได้"), "a notice")
        self.assertEqual(self.answers(form), [])
        self.assertEqual(self.left_over(), [])
        filler.unlink()
        self.expect(form, "ต้องแก้ไข")


class Drop(CommandLineTest):
    def test_a_form_is_answered_at_once(self):
        form = pathlib.Path(self.file("ก.docx", docx(SHORT)))
        done = self.run_program("drop", "--no-notices", str(form))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.strip(), str(self.folder / "ก – ต้องแก้ไข.html"))
        self.assertEqual(stat.S_IMODE((self.folder / "ก – ต้องแก้ไข.html").stat().st_mode) & 0o400, 0o400)

    def test_a_missing_file_is_told_of(self):
        done = self.run_program("drop", "--no-notices", str(self.folder / "none.docx"))
        self.assertEqual(done.returncode, 3)
        self.assertIn("none.docx", done.stderr)


if __name__ == "__main__":
    main()
