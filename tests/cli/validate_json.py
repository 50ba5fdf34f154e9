"""Real output against the published schemas, for good forms and for files that cannot be read."""

import json

from jsonschema import Draft202012Validator

from harness import SOURCE, CommandLineTest, docx, main, pdf

FORMATS = {".docx", ".pdf", ".png", ".jpg", ".tif"}


def validator(name):
    schema = json.loads((SOURCE / "docs" / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


class Schemas(CommandLineTest):
    def inputs(self):
        samples = sorted(path for path in (SOURCE / "samples").iterdir() if path.suffix in FORMATS)
        own = [self.good_form(), self.file("a.pdf", pdf()), self.file("empty.pdf", b""), str(self.folder / "none"),
               self.file("odd name\n.docx", docx(["จาก 40 คน เป็น 60 คน เพิ่มขึ้นร้อยละ 33"]))]
        return [str(path) for path in samples] + own

    def assert_valid(self, name, command, inputs):
        for language in ("th", "en"):
            done = self.run_program(command, *inputs, "--format", "json", "--lang", language)
            self.assertEqual(done.returncode, 3, done.stderr)
            output = json.loads(done.stdout)
            errors = [f"{list(error.absolute_path)}: {error.message[:300]}"
                      for error in validator(name).iter_errors(output)]
            self.assertEqual(errors, [])
            self.assertEqual([document["path"] for document in output["documents"]], inputs)

    def test_report(self):
        self.assert_valid("report.schema.json", "check", self.inputs())

    def test_document(self):
        self.assert_valid("document.schema.json", "text", self.inputs())

    def test_schema_can_fail(self):
        done = self.run_program("check", self.good_form(), "--format", "json")
        report = json.loads(done.stdout)
        report["documents"][0]["findings"][0]["result"] = "maybe"
        self.assertFalse(validator("report.schema.json").is_valid(report))


if __name__ == "__main__":
    main()
