"""Wrong use is told in one line that names the option and shows how it is written; help teaches by example."""

import json

from harness import SOURCE, CommandLineTest, main


class WrongUse(CommandLineTest):
    def assert_wrong_use(self, arguments, *expected):
        done = self.run_program(*arguments, environment={"LC_ALL": "en_US.UTF-8"})
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        self.assertEqual(done.stdout, "")
        first = done.stderr.splitlines()[0]
        self.assertTrue(first.startswith("ruamlint: "), done.stderr)
        for text in expected:
            self.assertIn(text, first)
        return done.stderr

    def test_no_command(self):
        self.assert_wrong_use([], "ruamlint check samples/")

    def test_unknown_command_or_option(self):
        self.assert_wrong_use(["chekc", "x.pdf"], "chekc")
        self.assert_wrong_use(["check", "x.pdf", "--colour-me"], "--colour-me")

    def test_missing_argument(self):
        self.assert_wrong_use(["check"], "ruamlint check samples/")
        self.assert_wrong_use(["text"], "ruamlint text samples/")
        self.assert_wrong_use(["explain"], "ruamlint explain OPR-1")
        self.assert_wrong_use(["check", "x.pdf", "--format"], "--format")

    def test_values(self):
        form = self.good_form()
        self.assert_wrong_use(["check", form, "--format", "xml"], "--format", "text", "json")
        self.assert_wrong_use(["check", form, "--lang", "fr"], "--lang", "th", "en")
        self.assert_wrong_use(["check", form, "--ocr", "maybe"], "--ocr", "never")
        for jobs in ("0", "-1", "two", "1.5", "9999999999"):
            self.assert_wrong_use(["check", form, f"--jobs={jobs}"], "--jobs")
        self.assert_wrong_use(["check", form, "--pack", "no-such-pack"], "no-such-pack", "--pack")
        message = self.assert_wrong_use(["check", form, "--category", "gold"], "--category", "gold")
        self.assertIn("open-governance", message)
        self.assertIn("effective-participation", message)

    def test_closing_date(self):
        form = self.good_form()
        self.assert_wrong_use(["check", form, "--closing-date", "2567-02-12"], "--closing-date 2024-02-12")
        for date in ("12/02/2567", "2024-13-01", "2024-02-30", "yesterday", ""):
            self.assert_wrong_use(["check", form, "--closing-date", date], "--closing-date", "2024-02-12")

    def test_unknown_rule_suggests_near_ones(self):
        self.assert_wrong_use(["explain", "OPR-11"], "OPR-11", "do you mean OPR-1?")
        self.assert_wrong_use(["explain", "nonsense"], "nonsense", "ruamlint rules")

    def test_output_that_cannot_be(self):
        form = self.good_form()
        self.assert_wrong_use(["check", form, "--output", str(self.folder / "no" / "x")], "--output")
        self.assert_wrong_use(["text", form, "--output", str(self.folder)], "--output")
        before = self.folder.joinpath("form.docx").read_bytes()
        self.assert_wrong_use(["check", form, "--output", f"{self.folder}/./form.docx"], "--output")
        self.assertEqual(self.folder.joinpath("form.docx").read_bytes(), before)

    def test_thai(self):
        done = self.run_program("check", "x.pdf", "--bogus")
        self.assertEqual(done.returncode, 2)
        self.assertIn("ไม่รู้จัก: --bogus", done.stderr)


class Help(CommandLineTest):
    def test_help_has_examples(self):
        for command in ([], ["check"], ["text"], ["explain"], ["rules"], ["pack"], ["pack", "check"], ["pack", "diff"]):
            for language, heading in (("th", "ตัวอย่าง:"), ("en", "Examples:")):
                done = self.run_program(*command, "--help", environment={"LC_ALL": f"{language}_XX.UTF-8"})
                self.assertEqual(done.returncode, 0)
                self.assertEqual(done.stderr, "")
                examples = done.stdout.split(heading)[1]
                self.assertIn(" ".join(["  ruamlint", *command]), examples)

    def test_help_is_all_in_one_language(self):
        for command in ([], ["check"], ["pack"], ["pack", "diff"]):
            text = self.run_program(*command, "--help").stdout
            for word in ("Usage", "Options", "Subcommands", "Commands", "Positionals", "Print this"):
                self.assertNotIn(word, text)

    def test_help_names_the_categories(self):
        for name in ("open-governance", "effective-participation"):
            self.assertIn(name, self.run_program("check", "--help").stdout)

    def test_version(self):
        done = self.run_program("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r"^ruamlint \d+\.\d+\.\d+\n$")

    def test_language_by_locale(self):
        cases = [
            ({"LC_ALL": "C"}, "วิธีใช้"),
            ({"LC_ALL": "", "LANG": "en_GB.UTF-8"}, "Usage"),
            ({"LC_ALL": "", "LC_MESSAGES": "th_TH.UTF-8", "LANG": "en_GB.UTF-8"}, "วิธีใช้"),
            ({"LC_ALL": "en_US.UTF-8", "LANG": "th_TH.UTF-8"}, "Usage"),
            ({"LC_ALL": "", "LANG": ""}, "วิธีใช้"),
        ]
        for environment, word in cases:
            with self.subTest(environment):
                self.assertIn(word, self.run_program("--help", environment=environment).stdout)


class Rules(CommandLineTest):
    def test_every_rule_explains_itself(self):
        done = self.run_program("rules", "--format", "json")
        self.assertEqual(done.returncode, 0, done.stderr)
        rules = json.loads(done.stdout)["rules"]
        self.assertTrue(rules)
        plain = self.run_program("rules").stdout.splitlines()
        self.assertEqual([line.split("\t")[0] for line in plain], [rule["id"] for rule in rules])
        for rule in rules:
            for language in ("th", "en"):
                page = self.run_program("explain", rule["id"].lower(), "--lang", language)
                self.assertEqual(page.returncode, 0, page.stderr)
                self.assertTrue(page.stdout.startswith(rule["id"] + "  "))

    def test_differences_are_told_in_plain_words(self):
        thai = self.run_program("pack", "diff", "pppa-2567", "pppa-example").stdout
        self.assertIn("วันปิดรับสมัครเปลี่ยนจาก 12 กุมภาพันธ์ 2567 เป็น 14 กุมภาพันธ์ 2568", thai)
        self.assertIn("เปลี่ยนเป็น “ดำเนินการมาแล้วไม่น้อยกว่า 2 ปี", thai)
        for text in (thai, self.run_program("pack", "diff", "pppa-2567", "pppa-example", "--lang", "en").stdout):
            self.assertNotIn("least_months", text)
        self.assertIn("ไม่มีข้อแตกต่าง", self.run_program("pack", "diff", "pppa", "pppa").stdout)

    def test_pack_by_folder(self):
        by_name = self.run_program("rules", "--pack", "pppa-2567")
        by_folder = self.run_program("rules", "--pack", str(SOURCE / "checks" / "pppa-2567"))
        by_variable = self.run_program("rules", environment={"RUAMLINT_CHECKS": str(SOURCE / "checks")})
        self.assertEqual(by_name.returncode, 0, by_name.stderr)
        self.assertEqual(by_name.stdout, by_folder.stdout)
        self.assertEqual(by_name.stdout, by_variable.stdout)


if __name__ == "__main__":
    main()
