"""An audit as a Slurm job array is the same audit: on a cluster of one node that the test starts.

Needs Debian's slurm-wlm and munge, and root; is skipped without.
"""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time
import unittest

from audit_harness import Audit
from harness import PROGRAM, main

DAEMONS = ("munged", "slurmctld", "slurmd")
PATIENCE_S = 240
SHARES = 4


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """One node, without accounting; all that it writes lies in `folder`."""

    def __init__(self, folder, add_cleanup):
        self.folder = folder
        self.add_cleanup = add_cleanup
        self.log = open(folder / "daemons.log", "wb")
        add_cleanup(self.log.close)
        self.environment = {**os.environ, "SLURM_CONF": str(folder / "slurm.conf")}
        for name in ("state", "spool"):
            (folder / name).mkdir()
        host = socket.gethostname()
        (folder / "slurm.conf").write_text(f"""
            ClusterName=test
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={free_port()}
            SlurmdPort={free_port()}
            SlurmUser=root
            SlurmdParameters=config_overrides
            MailProg=/bin/true
            AuthType=auth/munge
            AuthInfo=socket={folder}/munge.socket
            CredType=cred/munge
            StateSaveLocation={folder}/state
            SlurmdSpoolDir={folder}/spool
            SlurmctldPidFile={folder}/slurmctld.pid
            SlurmdPidFile={folder}/slurmd.pid
            ProctrackType=proctrack/pgid
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            MpiDefault=none
            ReturnToService=2
            SchedulerParameters=sched_interval=1,batch_sched_delay=0
            RequeueExit=75
            NodeName={host} NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN
            PartitionName=forms Nodes={host} Default=YES MaxTime=INFINITE State=UP
            """, encoding="utf-8")

    def start(self):
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o600)
        self.daemon("munged", "--foreground", "--force", f"--key-file={key}", f"--socket={self.folder}/munge.socket",
                    f"--pid-file={self.folder}/munge.pid", f"--log-file={self.folder}/munge.log",
                    f"--seed-file={self.folder}/munge.seed")
        self.wait(lambda: (self.folder / "munge.socket").exists(), "munged")
        self.daemon("slurmctld", "-D", "-c")
        self.daemon("slurmd", "-D", "-c")
        self.wait(lambda: "idle" in self.run("sinfo", "--noheader", "--format=%T", check=False), "the node")

    def daemon(self, *command):
        process = subprocess.Popen(command, stdout=self.log, stderr=self.log, env=self.environment)
        self.add_cleanup(self.end, process)

    @staticmethod
    def end(process):
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def run(self, *command, check=True):
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        if check and done.returncode:
            raise AssertionError(f"{command}: {done.stderr}")
        return done.stdout.strip()

    def wait(self, holds, what):
        end = time.monotonic() + PATIENCE_S
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}: " + (self.folder / "daemons.log").read_text()[-3000:])
            time.sleep(0.1)

    def submit(self, *arguments):
        return self.run("sbatch", "--parsable", f"--chdir={self.folder}", *arguments)

    def states(self, job):
        """State of each task of an array, by its number."""
        lines = self.run("squeue", "--noheader", "--array", "--states=all", f"--jobs={job}", "--format=%K %T", check=False)
        return dict(line.split() for line in lines.splitlines())


@unittest.skipUnless(os.geteuid() == 0 and all(shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin") for name in DAEMONS),
                     "slurm-wlm and munge are not installed, or this is not root")
class JobArray(Audit):
    def setUp(self):
        super().setUp()
        os.environ["PATH"] += ":/usr/sbin"
        for i in range(40):
            self.form(f"{i}.docx", "ก" * (i * 20) + str(i))
        (self.folder / "cluster").mkdir()
        self.cluster = Cluster(self.folder / "cluster", self.addCleanup)
        self.cluster.start()
        self.out = self.folder / "out"

    def processes_of(self, share):
        """Running `audit run` of that share: the parent, which has no parent of its own name."""
        found = {}
        for stat in pathlib.Path("/proc").glob("[0-9]*/environ"):
            try:
                environment = stat.read_bytes()
                arguments = (stat.parent / "cmdline").read_bytes()
                parent = int((stat.parent / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            if f"SLURM_ARRAY_TASK_ID={share}\0".encode() in environment and b"\0run\0" in arguments \
                    and str(self.out).encode() in arguments and arguments.startswith(PROGRAM.encode()):
                found[int(stat.parent.name)] = parent
        return [pid for pid, parent in found.items() if parent not in found]

    def disturb(self, share, request):
        """Sends the share's program a signal once its store is there, while it still has forms to read."""
        store = self.out / "shares" / f"{share}-of-{SHARES}" / "audit.sqlite"
        self.cluster.wait(lambda: store.exists() and self.processes_of(share), f"share {share}")
        for pid in self.processes_of(share):
            os.kill(pid, request)

    def array(self):
        """The four shares of a plan as one job."""
        self.assertEqual(self.run_program("audit", "plan", str(self.forms), "--output", str(self.out)).returncode, 0)
        command = f"exec {PROGRAM} audit run --output {self.out} --jobs 1 --quiet"
        return self.cluster.submit(f"--array=1-{SHARES}", "--requeue", "--wrap", command)

    def assert_goes_on(self, job, share):
        # Two minutes later by itself; at once, what the node has revoked of the killed one would be refused still.
        self.cluster.run("scontrol", "update", f"JobId={job}_{share}", "StartTime=now+5")
        ended = {str(share): "COMPLETED" for share in range(1, SHARES + 1)}
        self.cluster.wait(lambda: self.cluster.states(job) == ended, "the array")
        self.assert_merged_is_one_run()

    def test_a_share_that_is_killed_and_requeued(self):
        job = self.array()
        self.disturb(2, signal.SIGKILL)
        self.cluster.wait(lambda: self.cluster.states(job).get("2") == "FAILED", "the killed task")
        self.cluster.run("scontrol", "requeue", f"{job}_2")
        self.assert_goes_on(job, 2)

    def test_a_share_that_is_asked_to_end_is_queued_again(self):
        """Its exit status of 75 is what RequeueExit names."""
        job = self.array()
        self.disturb(1, signal.SIGTERM)
        self.cluster.wait(lambda: self.cluster.states(job).get("1") == "PENDING", "the stopped task in the queue")
        self.assert_goes_on(job, 1)

    def assert_merged_is_one_run(self):
        merged = self.run_program("audit", "merge", "--output", str(self.out))
        self.assertEqual(merged.returncode, 0, merged.stderr)
        self.assertEqual(self.audit(output="whole").returncode, 0)
        reports = {name: data for name, data in self.reports().items()
                   if name != "plan.json" and not name.startswith("shares")}
        self.assertEqual(reports, self.reports("whole"))
        self.assertEqual(self.stored(), self.stored("whole"))
        self.assertEqual({row["status"] for row in self.rows().values()}, {"checked"})


if __name__ == "__main__":
    main()
