"""Every file of every pack fits the JSON Schema that editors are given, and every pack's own excerpts hold."""

import json
import pathlib
import unittest

import jsonschema
import yaml

from harness import CommandLineTest, SOURCE

CHECKS = SOURCE / "checks"


class TextDates(yaml.SafeLoader):
    """Dates stay the texts that people wrote, as editors see them."""


TextDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def schema_of(path):
    name = "rules" if path.parent.name == "rules" else path.stem
    return json.loads((CHECKS / "schema" / f"{name}.json").read_text())


class Packs(CommandLineTest):
    def test_files_fit_their_schema(self):
        files = sorted(CHECKS.glob("*/**/*.yaml"))
        self.assertGreater(len(files), 8)
        for path in files:
            with self.subTest(path=path.relative_to(CHECKS)):
                jsonschema.validate(yaml.load(path.read_text(), TextDates), schema_of(path))

    def test_schemas_refuse_slips(self):
        rules = json.loads((CHECKS / "schema" / "rules.json").read_text())
        for slip in ([{"id": "OPR-1", "severty": "error"}], [{"severity": "error"}], [{"id": "OPR-1", "severity": "hard"}]):
            with self.assertRaises(jsonschema.ValidationError):
                jsonschema.validate(slip, rules)

    def test_excerpts_of_every_pack_hold(self):
        for pack in sorted(path.parent.name for path in CHECKS.glob("*/pack.yaml")):
            with self.subTest(pack=pack):
                done = self.run_program("pack", "check", pack, "--lang", "en")
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
