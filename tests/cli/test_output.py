"""Where data goes, and in which shape."""

import os
import pathlib
import pty
import signal
import subprocess
import time

from harness import PROGRAM, CommandLineTest, docx, main, pdf


class OutputFile(CommandLineTest):
    def test_same_bytes_as_standard_output(self):
        form = self.good_form()
        for command in (["check", form], ["check", form, "--format", "json"], ["text", form]):
            shown = self.run_program(*command)
            path = self.folder / "report.txt"
            path.write_text("old")
            written = self.run_program(*command, "--output", str(path))
            self.assertEqual(written.returncode, shown.returncode)
            self.assertEqual(written.stdout, "")
            self.assertEqual(path.read_text(encoding="utf-8"), shown.stdout)
            self.assertEqual(self.run_program(*command, "--output", "-").stdout, shown.stdout)
        self.assertEqual(sorted(os.listdir(self.folder)), ["form.docx", "report.txt"])

    def test_unread_files_are_told_beside_a_file(self):
        done = self.run_program("check", "nothing.pdf", "--output", str(self.folder / "report.txt"))
        self.assertEqual(done.returncode, 3)
        self.assertTrue(done.stderr.startswith("ruamlint: nothing.pdf: "))

    def test_forms_are_never_changed(self):
        forms = [self.good_form(), self.file("a.pdf", pdf()), self.file("cut.docx", docx(["ก"])[:200])]
        before = [(os.stat(form).st_mtime_ns, pathlib.Path(form).read_bytes()) for form in forms]
        for command in ("check", "text"):
            self.run_program(command, *forms)
            self.run_program(command, *forms, "--format", "json")
        self.assertEqual([(os.stat(form).st_mtime_ns, pathlib.Path(form).read_bytes()) for form in forms], before)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.pdf", "cut.docx", "form.docx"])

    def test_a_device_stays_a_device(self):
        form = self.good_form()
        self.run_program("check", form, "--output", "/dev/null")
        self.assertTrue(is_device("/dev/null"))

    def test_same_bytes_at_any_number_of_jobs(self):
        forms = [self.file(f"{i}.docx", docx([f"แบบที่ {i}"] * (i + 1))) for i in range(12)]
        one = self.run_program("check", *forms, "--format", "json", "--jobs", "1")
        many = self.run_program("check", *forms, "--format", "json", "--jobs", "7")
        self.assertEqual(one.stdout, many.stdout)

    def test_quiet_is_one_line_a_file(self):
        forms = [self.good_form("a.docx"), self.good_form("b.docx")]
        done = self.run_program("check", *forms, "--quiet")
        self.assertEqual([line.split(":")[0] for line in done.stdout.splitlines()], forms)

    def test_interrupt(self):
        forms = [self.good_form()] * 3000
        command = [PROGRAM, "check", *forms, "--jobs", "1", "--output", str(self.folder / "report.txt")]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, preexec_fn=restore_interrupt)
        with process:
            while not list(self.folder.glob("report.txt.*")) and process.poll() is None:
                time.sleep(0.01)
            time.sleep(0.2)   # past the set-up, far from the end
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)
        self.assertEqual(process.returncode, 130)
        self.assertEqual(list(self.folder.glob("report.txt*")), [])


class Terminal(CommandLineTest):
    def shown_on_terminal(self, *arguments, environment=None):
        try:
            terminal, program_side = pty.openpty()
        except OSError:
            self.skipTest("no terminals here: /dev/pts is not mounted")
        self.run_program(*arguments, stdout=program_side, environment=environment)
        os.close(program_side)
        data = os.read(terminal, 1 << 16)
        os.close(terminal)
        return data

    def test_colour_only_on_a_terminal_that_wants_it(self):
        arguments = ["check", "nothing.pdf", "--quiet"]
        self.assertNotIn("\x1b", self.run_program(*arguments).stdout)
        self.assertIn(b"\x1b[", self.shown_on_terminal(*arguments))
        self.assertNotIn(b"\x1b[", self.shown_on_terminal(*arguments, "--no-color"))
        self.assertNotIn(b"\x1b[", self.shown_on_terminal(*arguments, environment={"NO_COLOR": "1"}))


def is_device(path):
    return os.path.exists(path) and not os.path.isfile(path)


def restore_interrupt():
    """A test runner in the background may have SIGINT ignored, and children inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


if __name__ == "__main__":
    main()
