"""What the DOCX corpus must show, each in at least two files: known from the files themselves, not from what their
sources say of them. A feature is a pattern over the markup of all parts, each behind a line with its name, with the truth of its
source behind them; or a function of the two.
"""
import re
import zipfile

LEAST_FILES = 2

MARK = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"  # vowels and tones above and below their consonant
RUN_START = "<w:(?:r|hyperlink|bookmarkStart)[ >]"
CONTENT = "<w:sdtContent>(?:<w:bookmarkStart[^>]*>)?"



def repeats_a_control(markup, truth):
    """LibreOffice 7 writes a control once for each run in it, the whole text each time."""
    texts = ["".join(re.findall(r"<w:t[^>]*>([^<]*)", control))
             for control in re.findall(r"<w:sdt>.*?</w:sdt>", markup, re.S)]
    return any(one and other != one and other.endswith(one) for one, other in zip(texts, texts[1:]))


def inherits_heading(markup, truth):
    """A style without an outline level of its own that stands before a heading's text."""
    own = set(re.findall(r'<w:style [^>]*w:styleId="([^"]*)"[^>]*>(?:(?!</w:style>).)*<w:outlineLvl', markup, re.S))
    based = re.findall(r'<w:style [^>]*w:styleId="([^"]*)"[^>]*>(?:(?!</w:style>).)*<w:basedOn w:val="([^"]*)"', markup, re.S)
    return any(parent in own and child not in own and f'<w:pStyle w:val="{child}"/>' in markup for child, parent in based)


FEATURES = {
    # Runs and letters.
    "runs split inside a cluster": f"<w:t[^>]*>{MARK}",
    "soft hyphens": "<w:softHyphen/>|\u00ad",
    "non-breaking hyphens": "<w:noBreakHyphen/>|\u2011",
    "non-breaking spaces": "\u00a0",
    "private code points of old Thai fonts": "[\uf700-\uf71a]",
    "symbols that are no ticks": r'<w:sym w:font="Symbol"',
    "formulas": "<m:oMath>",
    "ruby": "<w:ruby>",
    "drop caps": 'w:dropCap="(?:drop|margin)"',
    "line breaks and tabs": r"<w:br/>.*<w:tab/>|<w:tab/>.*<w:br/>",
    # Content controls.
    "controls around blocks": f"{CONTENT}<w:(?:p|tbl)[ >]",
    "controls around runs": f"{CONTENT}{RUN_START}",
    "controls around rows": f"{CONTENT}<w:tr[ >]",
    "controls around cells": f"{CONTENT}<w:tc>",
    "plain text controls": "<w:text(?: [^>]*)?/>",
    "rich text controls": "<w:sdtPr>(?:<w:(?:id|alias|tag|placeholder|lock)[ >](?:[^<]|<w:docPart )*(?:</w:placeholder>)?)*"
                          "(?:<w:richText/>)?</w:sdtPr>|<w:sdtPr/>",
    "drop-down controls": "<w:dropDownList",
    "combo box controls": "<w:comboBox",
    "date controls": "<w:date[ />]",
    "check box controls": "<w14:checkbox>",
    "repeating section controls": "<w15:repeatingSection(?:Item)?/>",
    "picture controls": "<w:sdtPr>(?:<w:[^<]*>)*<w:picture/>",
    "prompts by the control's word": "<w:showingPlcHdr",
    "prompts from the glossary": "<w:placeholder>.*\nword/glossary/document.xml\n",
    "prompts by their style": r"<w:name w:val=\"Placeholder Text\"",
    "controls repeated for each run": repeats_a_control,
    # Fields.
    "legacy check boxes": "<w:ffData>(?:(?!</w:ffData>).)*<w:checkBox>",
    "legacy drop-downs": "<w:ffData>(?:(?!</w:ffData>).)*<w:ddList>",
    "legacy text fields": "<w:ffData>(?:(?!</w:ffData>).)*<w:textInput",
    "simple fields": "<w:fldSimple",
    "contents, as a field": r"<w:instrText[^>]*>\s*TOC",
    "contents, as a control": 'w:val="Table of Contents"',
    # Ticks.
    "ticks as Wingdings symbols": '<w:sym w:font="Wingdings 2?" w:char="F0(?:A8|FE|52|6F|FD|A3)"|'
                                  '<w:sym w:font="Wingdings(?: 2)?" w:char="F0',
    "ticks as plain signs": "<w:t[^>]*>[^<]*[☐☑☒✓]",
    "ticks as brackets": r"<w:t[^>]*>[^<]*(?:\( ?/ ?\)|\[ ?x ?\]|\(  ?\))",
    # Tables.
    "merged columns": "<w:gridSpan",
    "merged rows": "<w:vMerge",
    "header rows": "<w:tblHeader",
    "nested tables": r"<w:tc>(?:(?!</w:tc>).)*<w:tbl>",
    "tables of one column, mostly frames": "<w:tblGrid><w:gridCol [^>]*/></w:tblGrid>",
    "rows that begin late": "<w:gridBefore",
    # Drawings.
    "text boxes in both forms": r"<mc:Choice.*<w:txbxContent>.*<mc:Fallback>.*<w:txbxContent>",
    "text boxes in VML alone": r"<w:pict>(?:(?!</w:pict>).)*<w:txbxContent>",
    "alternate content beside text boxes": r"<mc:AlternateContent>(?:(?!w:txbxContent|</mc:AlternateContent>).)*</mc:Alt",
    "SmartArt": "<dgm:relIds",
    "WordArt": "<v:textpath",
    "charts": "<c:chart ",
    "pictures": "<a:blip|<v:imagedata",
    "pictures in VML": "<v:imagedata",
    "objects of other programs": "<o:OLEObject",
    "ActiveX controls": "<w:control ",
    # Parts beside the body.
    "headers": r"\nword/header\d",
    "footers": r"\nword/footer\d",
    "footnotes": r"<w:footnoteReference",
    "endnotes": r"\nword/endnotes.xml\n.*<w:t[ >]",
    "comments": r"\nword/comments.xml\n",
    "pieces of other formats": "<w:altChunk ",
    # Changes and hidden text.
    "tracked insertions": "<w:ins ",
    "tracked deletions": "<w:del ",
    "tracked moves": "<w:moveTo ",
    "tracked rows": "<w:trPr>(?:(?!</w:trPr>).)*<w:(?:ins|del) ",
    "hidden text": "<w:vanish/>",
    "white and tiny text": '<w:color w:val="FFFFFF"/>|<w:sz w:val="2"/>',
    # Numbers.
    **{f"numbers {name}": f'<w:numFmt w:val="{name}"' for name in (
        "decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "thaiNumbers", "thaiLetters", "thaiCounting",
        "decimalZero", "bullet")},
    "numbers of several levels": 'w:val="[^"]*%1[^"]*%2',
    "restarted lists": "<w:startOverride",
    "levels that restart late": "<w:lvlRestart",
    "levels overridden in a list": "<w:lvlOverride[^>]*>(?:<w:startOverride[^>]*>)?<w:lvl ",
    "legal numbers": "<w:isLgl",
    "numbers carried by styles": r"<w:style [^>]*>(?:(?!</w:style>).)*<w:numPr>",
    "borrowed numbering levels": "<w:numStyleLink",
    # Headings.
    "headings by outline level": "<w:outlineLvl",
    "headings by a style's ancestors": inherits_heading,
    "headings by Thai style names": '<w:name w:val="(?:หัวเรื่อง|หัวข้อ)',
    "headings faked by bold or large letters": r"(?:^|\n)#\? ",
    # Links and pages.
    "hyperlinks": "<w:hyperlink r:id",
    "hyperlink fields": r"<w:instrText[^>]*>\s*HYPERLINK",
    "hints of pages": "<w:lastRenderedPageBreak/>",
    "page breaks": '<w:br w:type="page"/>|<w:pageBreakBefore',
    "several sections": r"<w:pPr>(?:(?!</w:pPr>).)*<w:sectPr",
    # Kinds of files and producers.
    "strict": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "transitional": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "macro files": "macroEnabled",
    "templates": r"template(?:\.|.MacroEnabledT|)main|Template.main",
    "from Word": "<Application>Microsoft Office Word",
    "from LibreOffice": "<Application>LibreOffice",
    "from Google Docs": "<Application>Google Docs|goog_rdk",
    "from WPS": "<Application>WPS",
}


def markup_of(path):
    """All XML of the package, each part behind its name, in their order."""
    with zipfile.ZipFile(path) as archive:
        return "".join(f"\n{name}\n" + archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
                       if name.endswith((".xml", ".rels")))


def features_of(path, truth):
    """Names of the features that the file has; `truth` is the text that must be read from it."""
    markup = markup_of(path)
    return [name for name, feature in FEATURES.items()
            if (feature(markup, truth) if callable(feature) else re.search(feature, f"{markup}\ntruth\n{truth}", re.S))]


def table(files):
    """Feature to names of files. `files`: pairs of path and text."""
    shown = {name: [] for name in FEATURES}
    for path, truth in files:
        for name in features_of(path, truth):
            shown[name].append(path.name)
    return shown
