"""Thai text to glyphs, as the fonts of TLWG (and of Windows before them) are meant to be used: every mark is a glyph
without advance that reaches back over its base, with variants for tall letters and for tone marks set low."""

import dataclasses
import io

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

FONTS = "/usr/share/fonts/truetype"
TALL = "ปฝฟฬ"
TONES = "่้๊๋์"
UPPER = "ัิีึื็ํ"
LOWER = "ฺุู"
MARKS = TONES + UPPER + LOWER + "๎"
RING, STEM, SARA_AM = "ํ", "า", "ำ"

# What Windows calls the variants (Private Use, F700 to F71A).
PRIVATE = {
    "uni0E10.descless": 0xF700, "uni0E34.left": 0xF701, "uni0E35.left": 0xF702, "uni0E36.left": 0xF703,
    "uni0E37.left": 0xF704, "uni0E48.low_left": 0xF705, "uni0E49.low_left": 0xF706, "uni0E4A.low_left": 0xF707,
    "uni0E4B.low_left": 0xF708, "uni0E4C.low_left": 0xF709, "uni0E48.low": 0xF70A, "uni0E49.low": 0xF70B,
    "uni0E4A.low": 0xF70C, "uni0E4B.low": 0xF70D, "uni0E4C.low": 0xF70E, "uni0E0D.descless": 0xF70F,
    "uni0E31.left": 0xF710, "uni0E4D.left": 0xF711, "uni0E47.left": 0xF712, "uni0E48.left": 0xF713,
    "uni0E49.left": 0xF714, "uni0E4A.left": 0xF715, "uni0E4B.left": 0xF716, "uni0E4C.left": 0xF717,
    "uni0E38.low": 0xF718, "uni0E39.low": 0xF719, "uni0E3A.low": 0xF71A,
}


@dataclasses.dataclass
class Glyph:
    name: str
    text: str           # what it stands for, in the text's own order
    x: float = 0
    advance: float = 0  # in ems
    mark: bool = False
    space: bool = False


def clusters(text):
    found = []
    for character in text:
        if found and (character in MARKS or character == SARA_AM and found[-1] != " "):
            found[-1] += character
        else:
            found.append(character)
    return found


class Face:
    """A font on disk, and what of it was used."""

    def __init__(self, path, split_sara_am=False, name=None):
        self.path = path
        self.font = TTFont(path if path.startswith("/") else f"{FONTS}/{path}")
        self.units = self.font["head"].unitsPerEm
        self.cmap = self.font.getBestCmap()
        self.order = set(self.font.getGlyphOrder())
        self.split_sara_am = split_sara_am
        self.name = name or self.font["name"].getDebugName(6)
        self.used = set()

    def glyph(self, name, text, mark=False):
        self.used.add(name)
        width = self.font["hmtx"][name][0] / self.units
        return Glyph(name, text, 0, 0 if mark else width, mark, text == " ")

    def plain(self, character, mark=False):
        return self.glyph(self.cmap.get(ord(character), ".notdef"), character, mark)

    def variant(self, character, suffix, mark=True):
        name = f"uni{ord(character):04X}{suffix}"
        return self.glyph(name, character, mark) if suffix and name in self.order else self.plain(character, mark)

    def cluster(self, text):
        base, rest = text[0], text[1:]
        am = SARA_AM in rest
        marks = [mark for mark in rest if mark != SARA_AM]
        upper = any(mark in UPPER for mark in marks)
        lower = any(mark in LOWER for mark in marks)
        split = am and (self.split_sara_am or any(mark in TONES for mark in marks))
        tall = base in TALL
        first = self.variant(base, ".descless", mark=False) if lower and base in "ญฐ" else self.plain(base)
        glyphs = [first]
        if split:
            glyphs.append(self.variant(RING, ".left" if tall else ""))
        for mark in marks:
            if mark in TONES:
                raised = upper or split
                suffix = {(True, True): ".left", (True, False): "", (False, True): ".low_left",
                          (False, False): ".low"}[(raised, tall)]
            else:
                suffix = ".left" if tall and mark in UPPER else ""
            glyphs.append(self.variant(mark, suffix))
        if am:
            glyphs.append(self.plain(STEM) if split else self.plain(SARA_AM))
        return glyphs

    def shape(self, text):
        return [glyph for cluster in clusters(text) for glyph in self.cluster(cluster)]

    def width(self, text, size):
        return sum(glyph.advance for glyph in self.shape(text)) * size

    def number(self, name):
        return self.font.getGlyphID(name)

    def file(self, cmap=True, names=True, layout=True, codes=None, compact=False):
        """The subset that is embedded; what a producer drops is dropped. `compact`: its outlines alone, as CFF."""
        options = subset.Options()
        options.retain_gids = True
        options.glyph_names = names
        options.notdef_outline = True
        options.layout_features = ["*"] if layout else []
        options.drop_tables += ["FFTM", "kern"] + ([] if layout else ["GSUB", "GPOS", "GDEF"])
        options.hinting = False
        font = TTFont(self.path if self.path.startswith("/") else f"{FONTS}/{self.path}")
        subsetter = subset.Subsetter(options)
        characters = [code for code, name in self.cmap.items() if name in self.used]
        subsetter.populate(glyphs=[name for name in self.used if name in self.order], unicodes=characters)
        subsetter.subset(font)
        if compact:
            return self.compact(font)
        if codes:
            self.old_codes(font, codes)
        elif not cmap and "cmap" in font:
            del font["cmap"]
        out = io.BytesIO()
        font.save(out)
        return out.getvalue()

    @staticmethod
    def compact(font):
        """The Compact Font Format, as programs for desktop publishing embed it."""
        glyphs, order, outlines = font.getGlyphSet(), font.getGlyphOrder(), {}
        for name in order:
            pen = T2CharStringPen(font["hmtx"][name][0], glyphs)
            glyphs[name].draw(pen)
            outlines[name] = pen.getCharString()
        units = font["head"].unitsPerEm
        builder = FontBuilder(units, isTTF=False)
        builder.setupGlyphOrder(order)
        builder.setupCFF("Compact", {"FontMatrix": [1 / units, 0, 0, 1 / units, 0, 0]}, outlines, {})
        return builder.font["CFF "].compile(builder.font)

    @staticmethod
    def old_codes(font, codes):
        """A map of bytes to glyphs, as symbol fonts have, instead of Unicode's."""
        tables = []
        for platform, encoding, form, first in ((1, 0, 6, 0), (3, 0, 4, 0xF000)):
            table = CmapSubtable.newSubtable(form)
            table.platformID, table.platEncID, table.language = platform, encoding, 0
            table.cmap = {first + code: name for name, code in codes.items()}
            tables.append(table)
        font["cmap"].tables = tables
