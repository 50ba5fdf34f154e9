"""What `desktop install` sets up is valid, and `uninstall` takes all of it back."""

import os
import shutil
import subprocess
import unittest

from harness import PROGRAM, CommandLineTest, main


class Desktop(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.home = self.folder / "บ้าน"
        (self.home / "Desktop").mkdir(parents=True)
        tools = self.folder / "tools"
        tools.mkdir()
        self.calls = self.folder / "calls"
        systemctl = tools / "systemctl"
        systemctl.write_text(f'#!/bin/sh\necho "$@" >> "{self.calls}"\n', encoding="utf-8")
        systemctl.chmod(0o755)
        self.environment = {"HOME": str(self.home), "PATH": f"{tools}:{os.environ['PATH']}"}

    def desktop(self, what):
        done = self.run_program("desktop", what, environment=self.environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def files(self):
        return {path.relative_to(self.home) for path in self.home.rglob("*")}

    def test_installed_and_taken_back(self):
        before = self.files()
        said = self.desktop("install")
        for path in (".config/systemd/user/ruamlint-watch.service", ".local/share/applications/ruamlint.desktop",
                     "Desktop/ruamlint.desktop", "Desktop/ตรวจแบบสมัคร/วิธีใช้.txt"):
            self.assertTrue((self.home / path).exists(), path)
        self.assertIn("Desktop/ตรวจแบบสมัคร", said)
        self.assertIn("enable --now ruamlint-watch.service", self.calls.read_text(encoding="utf-8"))
        self.assertTrue(os.access(self.home / "Desktop/ruamlint.desktop", os.X_OK))
        self.desktop("install")
        self.desktop("uninstall")
        self.assertIn("disable --now ruamlint-watch.service", self.calls.read_text(encoding="utf-8"))
        self.assertEqual(self.files(), before)

    def test_what_a_person_put_into_the_folder_stays(self):
        self.desktop("install")
        own = self.home / "Desktop/ตรวจแบบสมัคร/ของฉัน.docx"
        own.write_bytes(b"mine")
        self.assertIn("จึงเก็บไว้", self.desktop("uninstall"))
        self.assertEqual(own.read_bytes(), b"mine")

    def test_the_files_name_this_program(self):
        self.desktop("install")
        launcher = (self.home / "Desktop/ruamlint.desktop").read_text(encoding="utf-8")
        self.assertIn(f'Exec="{PROGRAM}" drop --open %F', launcher)
        self.assertNotIn("@PROGRAM@", launcher)

    @unittest.skipUnless(shutil.which("desktop-file-validate"), "desktop-file-utils is not installed")
    def test_launchers_are_valid(self):
        self.desktop("install")
        launchers = [self.home / ".local/share/applications/ruamlint.desktop", self.home / "Desktop/ruamlint.desktop"]
        done = subprocess.run(["desktop-file-validate", *map(str, launchers)], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd is not installed")
    def test_the_service_is_valid(self):
        self.desktop("install")
        unit = self.home / ".config/systemd/user/ruamlint-watch.service"
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", "--user", str(unit)], capture_output=True, text=True,
                              env={**os.environ, "XDG_RUNTIME_DIR": str(self.folder)}, check=False)
        self.assertNotIn("ruamlint", done.stderr)

    def test_without_a_home(self):
        done = self.run_program("desktop", "install")
        self.assertEqual(done.returncode, 2)
        self.assertIn("HOME", done.stderr)


class Manual(CommandLineTest):
    def test_the_manual_knows_every_command(self):
        page = self.run_program("manual", "--lang", "en").stdout
        for command in ("check", "audit", "watch", "drop", "desktop install", "pack check"):
            self.assertIn(f".SS {command}\n", page)
        self.assertIn("\\-\\-closing\\-date", page)

    @unittest.skipUnless(shutil.which("groff"), "groff is not installed")
    def test_the_manual_is_sound(self):
        page = self.run_program("manual", "--lang", "en").stdout
        done = subprocess.run(["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z"], input=page, capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.stderr, "")

    def test_completion_in_bash(self):
        script = self.run_program("manual", "--completion").stdout
        asked = f"{script}\nCOMP_WORDS=(ruamlint check --clo); COMP_CWORD=2; _ruamlint; echo \"${{COMPREPLY[@]}}\""
        done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=False)
        self.assertEqual(done.stdout.strip(), "--closing-date")


if __name__ == "__main__":
    main()
