"""A form as its readable source describes it, with every automatic number worked out once for all writers."""

import dataclasses
import itertools
import pathlib

import yaml

THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
HEADINGS = {
    "decimal": "{}.",
    "thai-numbers": "{}.",
    "thai-letters": "{}.",
    "plain": None,   # heading styles without a number
    "typed": None,   # no heading style at all: bold text, its number (if any) typed
}
LISTS = {"decimal": "{}.", "decimal-paren": "({})", "thai-numbers": "{}.", "bullet": "•"}
# How a tick stands in the finished form: (not ticked, ticked).
TICKS = {
    "control": ("☐", "☑"),         # a content control
    "control-cross": ("☐", "☒"),   # a content control as Word makes it when nobody asks for a tick
    "symbol": ("☐", "☑"),          # Wingdings
    "text": ("☐", "☑"),            # the character itself
    "typed": ("(   )", "( / )"),
}
KINDS = {"fields", "p", "ticks", "heading", "subheading", "list", "table"}


class SourceError(Exception):
    pass


@dataclasses.dataclass
class Cell:
    text: str
    rows: int = 1
    columns: int = 1
    header: bool = False
    align: str = "left"
    nested: list = dataclasses.field(default_factory=list)   # rows of a table within the cell, below its text

    @property
    def words(self):
        return "\n".join([self.text, *("\t".join(row) for row in self.nested)])


@dataclasses.dataclass
class Table:
    """Rows of the cells that begin in them; a cell over two rows is in the first of them only."""

    widths: list          # shares of the table's width
    rows: list            # of lists of (column, Cell)
    header_rows: int


@dataclasses.dataclass
class Block:
    kind: str
    text: str = ""
    number: str = ""           # headings: with its dot
    bold: bool = False
    italic: bool = False
    pairs: list = dataclasses.field(default_factory=list)    # fields: (label, value)
    ticks: list = dataclasses.field(default_factory=list)    # (ticked, label)
    items: list = dataclasses.field(default_factory=list)    # list: (number, text)
    style: str = ""                                          # list
    table: Table = None


@dataclasses.dataclass
class Form:
    name: str
    language: str
    look: dict
    keep: list
    title: list
    blocks: list

    def mark(self, ticked):
        return TICKS[self.look["ticks"]][ticked]


RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def raised_parts(text):
    """Pieces of a text, each with whether it is raised: figures that a producer sets small and high."""
    return [(part.translate(RAISED) if raised else part, raised)
            for raised, group in itertools.groupby(text, lambda letter: ord(letter) in RAISED)
            for part in ["".join(group)]]


def number(style, value):
    if style == "thai-numbers":
        return "".join(chr(ord("๐") + int(digit)) for digit in str(value))
    if style == "thai-letters":
        return THAI_LETTERS[value - 1]
    return str(value)


def table_of(source, where):
    header = source["header"]
    stories = header if isinstance(header[0], list) else [header]
    lines = [(story, True) for story in stories] + [(row, False) for row in source["rows"]]
    widths, align = source["widths"], source.get("align", ["left"] * len(source["widths"]))
    rows, taken = [], set()   # taken: grid positions that a cell of an earlier row covers
    for row, (line, is_header) in enumerate(lines):
        cells, column = [], 0
        for entry in line:
            while (row, column) in taken:
                column += 1
            entry = entry if isinstance(entry, dict) else {"text": entry}
            if column >= len(widths):
                raise SourceError(f"{where}: row {row + 1} has more cells than the table has widths")
            cell = Cell(str(entry["text"]), entry.get("rows", 1), entry.get("columns", 1), is_header,
                        "center" if is_header else align[column],
                        [[str(text) for text in row] for row in entry.get("nested", [])])
            cells.append((column, cell))
            taken.update((row + r, column + c) for r in range(cell.rows) for c in range(cell.columns))
            column += cell.columns
        if any((row, column) not in taken for column in range(len(widths))):
            raise SourceError(f"{where}: row {row + 1} has fewer cells than the table has widths")
        rows.append(cells)
    return Table(widths, rows, len(stories))


def block_of(entry, where):
    kinds = KINDS & entry.keys()
    if len(kinds) != 1:
        raise SourceError(f"{where}: expected one of {', '.join(sorted(KINDS))}, found {', '.join(map(str, entry))}")
    kind = kinds.pop()
    value = entry[kind]
    block = Block(kind, bold=entry.get("bold", False), italic=entry.get("italic", False))
    if kind == "fields":
        block.pairs = [(str(label), str(text)) for label, text in value.items()]
    elif kind == "ticks":
        # YAML reads yes and no as true and false.
        block.ticks = [(bool(ticked), label) for ticked, label in value]
    elif kind == "list":
        block.style = entry["style"]
        pattern = LISTS[block.style]
        block.items = [(pattern.format(number(block.style, i)), text) for i, text in enumerate(value, 1)]
    elif kind == "table":
        block.table = table_of(value, where)
    else:
        block.text = str(value)
    return block


def give_numbers(blocks, style):
    pattern, chapter, part = HEADINGS[style], 0, 0
    if pattern is None:
        return
    for block in blocks:
        if block.kind == "heading":
            chapter, part = chapter + 1, 0
            block.number = pattern.format(number(style, chapter))
        elif block.kind == "subheading" and style != "thai-letters":
            part += 1
            block.number = f"{number(style, chapter)}.{number(style, part)}"


def load(path):
    """Raises SourceError, or what PyYAML raises, for a source that cannot be understood."""
    path = pathlib.Path(path)
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        look = source["look"]
        blocks = [block_of(entry, f"{path.name}: content {i}") for i, entry in enumerate(source["content"], 1)]
        give_numbers(blocks, look["headings"])
        return Form(path.stem, source["language"], look, source["keep"], source["title"], blocks)
    except KeyError as missing:
        raise SourceError(f"{path.name}: {missing} is missing or unknown") from missing
