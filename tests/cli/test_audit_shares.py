"""An audit in shares is the same audit."""

import json
import os
import signal
import subprocess
import time

from audit_harness import Audit, children_of
from harness import PROGRAM, main, pdf


class Shares(Audit):
    def setUp(self):
        super().setUp()
        for i in range(17):
            self.form(f"{i}.docx", "ก" * (i * 50) + str(i))
        self.form("sub/16.docx", "ก" * 800 + "16")
        (self.forms / "cut.pdf").write_bytes(pdf()[:300])
        os.symlink("loop", self.forms / "loop")
        self.manifest = self.file("expected.csv", "id,agency,parent,category,file\n1,กรม ก,,,1.docx\n2,กรม ข,,,none.docx\n")

    def part(self, command, *arguments, **options):
        return self.run_program("audit", command, *arguments, "--output", str(self.folder / "out"), **options)

    def plan(self):
        done = self.part("plan", str(self.forms), "--manifest", self.manifest)
        self.assertEqual(done.returncode, 0, done.stderr)

    def assert_as_one_run(self):
        self.assertEqual(self.audit("--manifest", self.manifest, output="whole").returncode, 0)
        reports = self.reports()
        self.assertEqual({name: data for name, data in reports.items() if name != "plan.json" and not name.startswith("shares")},
                         self.reports("whole"))
        self.assertEqual(self.stored(), self.stored("whole"))

    def test_any_number(self):
        self.plan()
        for count in (1, 3):
            for number in range(1, count + 1):
                self.assertEqual(self.part("run", "--shard", f"{number}/{count}").returncode, 0)
            self.assertEqual(self.part("merge").returncode, 0)
            self.assert_as_one_run()

    def test_one_that_is_missing_or_killed(self):
        self.plan()
        self.assertEqual(self.part("run", "--share", "1/2").returncode, 0)
        done = self.part("merge", )
        self.assertEqual(done.returncode, 75)
        self.assertIn("not_read", {row["status"] for row in self.rows().values()})
        command = [PROGRAM, "audit", "run", "--share", "2/2", "--output", str(self.folder / "out"), "--jobs", "1"]
        for request, status in ((signal.SIGKILL, -9), (signal.SIGTERM, 75)):
            with subprocess.Popen(command, stderr=subprocess.DEVNULL) as share:
                while not (children_of(share) and (self.folder / "out" / "shares" / "2-of-2" / "audit.sqlite").exists()):
                    time.sleep(0.002)
                share.send_signal(request)
                self.assertEqual(share.wait(), status)
        environment = {"SLURM_ARRAY_TASK_ID": "2", "SLURM_ARRAY_TASK_COUNT": "2"}
        self.assertEqual(self.part("run", environment=environment).returncode, 0)
        self.assertEqual(self.part("merge").returncode, 0)
        self.assert_as_one_run()

    def test_wrong_use(self):
        self.assertEqual(self.part("run", "--share", "1/2").returncode, 2)   # no plan
        self.plan()
        for share in ("0/2", "3/2", "1", "a/b", ""):
            self.assertEqual(self.part("run", "--share", share).returncode, 2, share)
        plan = json.loads((self.folder / "out" / "plan.json").read_text(encoding="utf-8"))
        self.file("out/plan.json", json.dumps({**plan, "settings": "another program's"}))
        self.assertEqual(self.part("run", "--share", "1/2").returncode, 2)
        self.file("out/plan.json", "{}")
        self.assertEqual(self.part("merge").returncode, 2)


if __name__ == "__main__":
    main()
