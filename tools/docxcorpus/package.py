"""The outer shell of a DOCX: content types, relations, parts; always the same bytes for the same content."""
import zipfile
from xml.sax.saxutils import escape, quoteattr

TRANSITIONAL = "http://schemas.openxmlformats.org"
STRICT = "http://purl.oclc.org/ooxml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MICROSOFT = "http://schemas.microsoft.com/office/word"

MAIN_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}


class Names:
    """Namespace addresses, strict (ISO 29500) or transitional."""

    def __init__(self, strict):
        self.strict = strict
        base = STRICT if strict else TRANSITIONAL
        self.relations = f"{base}/officeDocument/relationships" if strict else (
            f"{base}/officeDocument/2006/relationships")
        year = "" if strict else "/2006"
        self.prefixes = {
            "w": f"{base}/wordprocessingml{year}/main",
            "r": self.relations,
            "m": f"{base}/officeDocument{year}/math",
            "a": f"{base}/drawingml{year}/main",
            "pic": f"{base}/drawingml{year}/picture",
            "wp": f"{base}/drawingml{year}/wordprocessingDrawing",
            "dgm": f"{base}/drawingml{year}/diagram",
            "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
            "w14": f"{MICROSOFT}/2010/wordml",
            "w15": f"{MICROSOFT}/2012/wordml",
            "wps": f"{MICROSOFT}/2010/wordprocessingShape",
            "v": "urn:schemas-microsoft-com:vml",
            "o": "urn:schemas-microsoft-com:office:office",
        }
        self.rare = {"c": f"{base}/drawingml{year}/chart"}  # declared where they are used

    def root(self, name, content):
        declared = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in self.prefixes.items())
        declared += "".join(f' xmlns:{prefix}="{address}"' for prefix, address in self.rare.items()
                            if f"<{prefix}:" in content)
        return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{name} {declared} '
                f'mc:Ignorable="w14 w15">{content}</{name}>')


class Relations:
    def __init__(self, names):
        self.names, self.items = names, []

    def add(self, kind, target, external=False):
        identifier = f"rId{len(self.items) + 1}"
        mode = ' TargetMode="External"' if external else ""
        self.items.append(f'<Relationship Id="{identifier}" Type="{self.names.relations}/{kind}" '
                          f"Target={quoteattr(target)}{mode}/>")
        return identifier

    def xml(self):
        return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships '
                f'xmlns="{PACKAGE}/relationships">{"".join(self.items)}</Relationships>')


def content_types(kind, parts):
    overrides = [("/word/document.xml", MAIN_TYPES[kind])]
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    for name in parts:
        stem = name.split("/")[-1].rstrip("0123456789.xml")
        if name.startswith("word/") and name.count("/") == 1 and name.endswith(".xml") and stem != "document":
            overrides.append((f"/{name}", f"{word}.{name.split('/')[-1][:-4].rstrip('0123456789')}+xml"))
    return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" '
            'ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
            + "".join(f'<Override PartName="{part}" ContentType="{type_}"/>' for part, type_ in overrides)
            + "</Types>")


def properties(title, author, application):
    core = (f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
            f"<dc:creator>{escape(author)}</dc:creator></cp:coreProperties>")
    app = (f'<Properties xmlns="{TRANSITIONAL}/officeDocument/2006/extended-properties">'
           f"<Application>{escape(application)}</Application></Properties>")
    return core, app


def write(path, entries):
    """`entries`: name to text or bytes, in their order."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
