"""What the command line tests share: the built program, and small files to run it on."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import zipfile

PROGRAM = os.environ["RUAMLINT"]
SOURCE = pathlib.Path(os.environ["RUAMLINT_SOURCE_DIR"])

DOCX_PARTS = {
    "[Content_Types].xml": """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>""",
    "_rels/.rels": """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>""",
}


def docx(paragraphs):
    """Bytes of a Word file with these paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    parts = dict(DOCX_PARTS)
    parts["word/document.xml"] = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return zipped(parts)


def zipped(parts):
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name, text)
        file.seek(0)
        return file.read()


def pdf(text="Participation form"):
    """Bytes of a PDF of one page. What makes it a document stands last, so that cutting it off leaves nothing."""
    content = b"BT /F1 16 Tf 72 700 Td (" + text.encode("ascii") + b") Tj ET"
    bodies = [
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents 1 0 R"
        b" /Resources << /Font << /F1 2 0 R >> >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Catalog /Pages 4 0 R >>",
    ]
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, len(data))
    return data + table + trailer


FORM = [
    "ประเภทรางวัล: สัมฤทธิ์ผลประชาชนมีส่วนร่วม (Effectiveness of People's Participation)",
    "1. ที่มาและสภาพปัญหา",
    "ชุมชนริมคลองบ้านสมมติมีขยะตกค้างเฉลี่ยวันละ 40 ตัน และแก้ไขโดยหน่วยงานเดียวไม่ได้",
    "2. ระยะเวลาดำเนินการ",
    "เริ่มดำเนินการวันที่ 1 ตุลาคม 2564 ถึงปัจจุบัน",
]


class CommandLineTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.folder.chmod(0o755)

    def file(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return str(path)

    def good_form(self, name="form.docx"):
        return self.file(name, docx(FORM))

    def run_program(self, *arguments, environment=None, **options):
        """The finished process, its output as text. Thai by default, whatever the machine's locale is."""
        variables = {"PATH": os.environ["PATH"], "LC_ALL": "C", **(environment or {})}
        for kept in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "RUAMLINT_CHECKS"):
            if kept in os.environ:
                variables.setdefault(kept, os.environ[kept])
        options.setdefault("stdout", subprocess.PIPE)
        return subprocess.run(
            [PROGRAM, *arguments], stderr=subprocess.PIPE, env=variables, encoding="utf-8", timeout=300,
            stdin=subprocess.DEVNULL, check=False, **options
        )

    def check_json(self, *arguments):
        """Exit status and parsed report of `check --format json`."""
        done = self.run_program("check", "--format", "json", *arguments)
        return done.returncode, json.loads(done.stdout)


def main():
    unittest.main(verbosity=2)
