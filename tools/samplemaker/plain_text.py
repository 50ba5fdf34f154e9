"""The words of a form in reading order, from its source: what a perfect reader would print."""


def lines(form):
    yield from form.title
    for block in form.blocks:
        if block.kind == "fields":
            joint = " " if form.look["fields"] == "table" else ": "
            for label, value in block.pairs:
                yield label + joint + value
        elif block.kind == "ticks":
            for ticked, label in block.ticks:
                yield f"{form.mark(ticked)} {label}"
        elif block.kind == "list":
            for number, text in block.items:
                yield f"{number} {text}"
        elif block.kind == "table":
            for row in block.table.rows:
                yield "\t".join(cell.text for _, cell in row)
        else:
            yield f"{block.number} {block.text}".strip()


def text(form):
    """Without running heads and page numbers, which belong to the paper and not to the form."""
    return "\n".join(lines(form)) + "\n"
