"""What the golden tests share: the samples, and the program run on one of them."""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
REPORTS = ROOT / "tests" / "golden" / "reports"
PROGRAM = os.environ.get("RUAMLINT", str(ROOT / "build" / "release" / "src" / "cli" / "ruamlint"))
FORMATS = {"th.txt": ["--lang", "th"], "en.txt": ["--lang", "en"], "json": ["--format", "json"],
           "th.csv": ["--format", "csv", "--lang", "th"], "en.csv": ["--format", "csv", "--lang", "en"],
           "th.xml": ["--format", "junit", "--lang", "th"], "en.xml": ["--format", "junit", "--lang", "en"]}
# Long reports that say the same in another form: over one sample of each kind.
LONG_FORMATS = {"html": ["--format", "html", "--no-pictures"],
                "th.sarif": ["--format", "sarif", "--lang", "th"], "en.sarif": ["--format", "sarif", "--lang", "en"]}
LONG_SAMPLES = {"broken.pdf", "effective-involve-only.libreoffice.pdf", "effective-short.docx"}


def samples():
    return sorted(path.name for path in (ROOT / "samples").iterdir())


def kinds(sample):
    """Ending of a golden file: the options that make it, for all reports that are kept of a sample."""
    return {**FORMATS, **(LONG_FORMATS if sample in LONG_SAMPLES else {})}


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
    done = check(sample, *kinds(sample)[kind])
    if done.returncode not in (0, 1, 3) or (done.stderr and done.returncode != 3):
        raise RuntimeError(f"{sample}: exit status {done.returncode}: {done.stderr.decode()}")
    return done.stdout
