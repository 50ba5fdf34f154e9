"""A source file (YAML) as the parts of a DOCX."""
from xml.sax.saxutils import quoteattr

from . import package
from .markup import Markup

APPLICATIONS = {"word": "Microsoft Office Word", "google": "Google Docs", "wps": "WPS Office",
                "libreoffice": "LibreOffice/7.4.7.2"}
# The smallest PNG that is one: one white point.
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
                    "0000000a49444154789c63f80f00010101005a4d6ff10000000049454e44ae426082")


def styles_xml(source):
    defaults = source.get("size")
    xml = ""
    if defaults:
        xml = (f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{defaults}"/><w:szCs w:val="{defaults}"/></w:rPr>'
               "</w:rPrDefault></w:docDefaults>")
    for style in source.get("styles", []):
        kind = style.get("type", "paragraph")
        based = f'<w:basedOn w:val="{style["based_on"]}"/>' if "based_on" in style else ""
        paragraph = style.get("ppr", "")
        if "outline" in style:
            paragraph += f'<w:outlineLvl w:val="{style["outline"]}"/>'
        if "list" in style:
            number, depth = style["list"]
            level = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
            paragraph = f'<w:numPr>{level}<w:numId w:val="{number}"/></w:numPr>' + paragraph
        paragraph = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
        run = f'<w:rPr>{style["rpr"]}</w:rPr>' if "rpr" in style else ""
        default = ' w:default="1"' if style.get("default") else ""
        xml += (f'<w:style w:type="{kind}" w:styleId="{style["id"]}"{default}><w:name w:val={quoteattr(style["name"])}/>'
                f"{based}{paragraph}{run}</w:style>")
    return xml


def level_xml(depth, level):
    font = f'<w:rPr><w:rFonts w:ascii="{level["font"]}" w:hAnsi="{level["font"]}"/></w:rPr>' if "font" in level else ""
    style = f'<w:pStyle w:val="{level["style"]}"/>' if "style" in level else ""
    restart = f'<w:lvlRestart w:val="{level["restart"]}"/>' if "restart" in level else ""
    legal = "<w:isLgl/>" if level.get("legal") else ""
    return (f'<w:lvl w:ilvl="{depth}"><w:start w:val="{level.get("start", 1)}"/>'
            f'<w:numFmt w:val="{level["format"]}"/>{restart}{style}{legal}'
            f'<w:lvlText w:val={quoteattr(level["text"])}/>{font}</w:lvl>')


def numbering_xml(source):
    """`patterns`: id to levels; `lists`: id to a pattern, or {pattern, starts: {depth: n}, levels: {depth: ...}}."""
    xml = ""
    for number, levels in source.get("patterns", {}).items():
        more = ""
        if isinstance(levels, dict):
            levels, more = levels.get("levels", []), levels.get("xml", "")
        xml += (f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{more}'
                + "".join(level_xml(depth, level) for depth, level in enumerate(levels)) + "</w:abstractNum>")
    for number, item in source.get("lists", {}).items():
        if not isinstance(item, dict):
            item = {"pattern": item}
        overrides = "".join(f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
                            for depth, start in item.get("starts", {}).items())
        overrides += "".join(f'<w:lvlOverride w:ilvl="{depth}">{level_xml(depth, level)}</w:lvlOverride>'
                             for depth, level in item.get("levels", {}).items())
        xml += (f'<w:num w:numId="{number}"><w:abstractNumId w:val="{item["pattern"]}"/>{overrides}</w:num>')
    return xml


def notes_xml(markup, name, notes):
    separator = f'<w:{name} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{name}>'
    return separator + "".join(f'<w:{name} w:id="{index + 1}">{markup.blocks(blocks)}</w:{name}>'
                               for index, blocks in enumerate(notes))


def glossary_xml(markup, prompts):
    parts = "".join(f'<w:docPart><w:docPartPr><w:name w:val="{name}"/></w:docPartPr><w:docPartBody>'
                    f"{markup.blocks(text)}</w:docPartBody></w:docPart>" for name, text in prompts.items())
    return f"<w:docParts>{parts}</w:docParts>"


def entries_of(source, name, split=True):
    """All entries of the package, by name. Without `split` runs stay whole."""
    names = package.Names(source.get("strict", False))
    kind = source.get("kind", "docx")
    producer = source.get("producer", "word")
    relations = package.Relations(names)
    markup = Markup(relations, split and producer in ("word", "wps"), name)
    parts = {}

    def add(part, relation, root, content):
        relations.add(relation, part)
        parts[f"word/{part}"] = names.root(root, content)

    if source.get("styles") or source.get("size"):
        add("styles.xml", "styles", "w:styles", styles_xml(source))
    if source.get("lists"):
        add("numbering.xml", "numbering", "w:numbering", numbering_xml(source))
    references = ""
    for kind_of_part, root in (("header", "w:hdr"), ("footer", "w:ftr")):
        for index, blocks in enumerate(source.get(f"{kind_of_part}s", [])):
            add(f"{kind_of_part}{index + 1}.xml", kind_of_part, root, markup.blocks(blocks))
            references += (f'<w:{kind_of_part}Reference w:type="{("default", "even")[index]}" '
                           f'r:id="rId{len(relations.items)}"/>')
    if "footnotes" in source:
        add("footnotes.xml", "footnotes", "w:footnotes", notes_xml(markup, "footnote", source["footnotes"]))
    if "endnotes" in source:
        add("endnotes.xml", "endnotes", "w:endnotes", notes_xml(markup, "endnote", source["endnotes"]))
    if "comments" in source:
        comments = "".join(f'<w:comment w:id="{index}" w:author="ผู้ตรวจ">{markup.blocks(blocks)}</w:comment>'
                           for index, blocks in enumerate(source["comments"]))
        add("comments.xml", "comments", "w:comments", comments)
    if "glossary" in source:
        add("glossary/document.xml", "glossaryDocument", "w:glossaryDocument",
            glossary_xml(markup, source["glossary"]))
    for part, item in source.get("parts", {}).items():
        relations.add(item["relation"], part)
        parts[f"word/{part}"] = names.root(item["root"], item["xml"]) if "root" in item else item["xml"]
    body = markup.blocks(source["body"]) + f"<w:sectPr>{references}</w:sectPr>"
    document = names.root("w:document", f"<w:body>{body}</w:body>")
    if "media/image1.png" in relations.xml():
        parts["word/media/image1.png"] = PNG

    main = package.Relations(names)
    main.add("officeDocument", "word/document.xml")
    core, app = package.properties(source.get("title", ""), "ผู้จัดทำ", APPLICATIONS[producer])
    outer = main.xml().replace("</Relationships>", f'<Relationship Id="rId8" Type="{package.PACKAGE}/metadata/'
                               'core-properties" Target="docProps/core.xml"/><Relationship Id="rId9" '
                               f'Type="{names.relations}/{"extendedProperties" if names.strict else "extended-properties"}'
                               '" Target="docProps/app.xml"/></Relationships>')
    return {"[Content_Types].xml": package.content_types(kind, parts), "_rels/.rels": outer,
            "docProps/core.xml": core, "docProps/app.xml": app,
            "word/_rels/document.xml.rels": relations.xml(), "word/document.xml": document, **parts}
