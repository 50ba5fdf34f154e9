"""What a perfect reader finds in a form, from its source alone."""

SHOWN = {"radio": ("○", "◉")}
BOXES = ("☐", "☑")


def lines(form, ticks):
    yield from form.title
    for block in form.blocks:
        if block.kind == "fields":
            yield from (f"{label}: {value}" for label, value in block.pairs)
        elif block.kind == "ticks":
            yield from (f"{ticks[ticked]} {label}" for ticked, label in block.ticks)
        elif block.kind == "list":
            yield from (f"{number} {text}" for number, text in block.items)
        elif block.kind == "table":
            yield from ("\t".join(cell.words for _, cell in row) for row in block.table.rows)
        else:
            yield f"{block.number} {block.text}".strip()


def cells(table):
    return [[row, column, cell.rows, cell.columns, cell.words]
            for row, entries in enumerate(table.rows) for column, cell in entries]


def truth(form, ticks="text", fields=False):
    """`ticks` and `fields` as in press.Traits: a form field is an answer, a typed line is text."""
    heading = ("heading", "subheading")
    answers = [{"label": label, "ticked": ticked} for block in form.blocks if block.kind == "ticks"
               for ticked, label in block.ticks]
    if fields:
        answers += [{"label": label, "value": value} for block in form.blocks if block.kind == "fields"
                    for label, value in block.pairs]
    return {
        "text": "\n".join(lines(form, SHOWN.get(ticks, BOXES))),
        "headings": [f"{b.number} {b.text}".strip() for b in form.blocks if b.kind in heading],
        # Titles and lines of bold text look like headings and may be taken for them.
        "heading_like": [*form.title, *(b.text for b in form.blocks if b.kind == "p" and b.bold)],
        "tables": [cells(b.table) for b in form.blocks if b.kind == "table"],
        "answers": answers,
    }
