"""What the golden tests share: the samples, and the program run on one of them."""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
REPORTS = ROOT / "tests" / "golden" / "reports"
PROGRAM = os.environ.get("RUAMLINT", str(ROOT / "build" / "release" / "src" / "cli" / "ruamlint"))
FORMATS = {"th.txt": ["--lang", "th"], "en.txt": ["--lang", "en"], "json": ["--format", "json"]}


def samples():
    return sorted(path.name for path in (ROOT / "samples").iterdir())


def check(sample, *options):
    """The finished process. Run in the root, so that a report names the file as a person would."""
    variables = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    variables.update((name, os.environ[name]) for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ)
    return subprocess.run([PROGRAM, "check", f"samples/{sample}", *options], cwd=ROOT, env=variables,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=300, check=False)


def report_path(sample, kind):
    return REPORTS / f"{sample}.{kind}"


def report(sample, kind):
    """The bytes of a whole report. Raises where the program did not end as it says it does."""
    done = check(sample, *FORMATS[kind])
    if done.returncode not in (0, 1, 3) or (done.stderr and done.returncode != 3):
        raise RuntimeError(f"{sample}: exit status {done.returncode}: {done.stderr.decode()}")
    return done.stdout
