"""The edits that make a variant of a base form. What each does is told in tests/corpus/README.md."""

import copy

HEADINGS = ("heading", "subheading")


class EditError(Exception):
    pass


def texts(value):
    """Every string of a block, row or item, keys of fields included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if not isinstance(part, (str, list, dict)):
                continue
            if key not in BLOCK_KEYS:
                yield key
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


BLOCK_KEYS = {"fields", "p", "ticks", "heading", "subheading", "list", "table", "header", "rows", "text", "style", "widths",
              "align", "bold", "italic", "columns"}
UNTOUCHED = {"style", "widths", "align"}


def holds(value, text):
    """Whether `text` stands in it; a field's label and value count as one text, as they do to a reader."""
    return any(text in each for each in texts(value))


def substituted(value, old, new):
    """The value with every occurrence replaced, and how many there were."""
    if isinstance(value, str):
        return value.replace(old, new), value.count(old)
    if isinstance(value, list):
        parts = [substituted(part, old, new) for part in value]
        return [part for part, _ in parts], sum(count for _, count in parts)
    if isinstance(value, dict):
        result, total = {}, 0
        for key, part in value.items():
            if key in UNTOUCHED:
                result[key] = part
                continue
            changed, count = substituted(part, old, new)
            if key not in BLOCK_KEYS:
                total += key.count(old)
                key = key.replace(old, new)
            result[key], total = changed, total + count
        return result, total
    return value, 0


def heading_text(block):
    return next((block[kind] for kind in HEADINGS if kind in block), None)


def section_range(content, heading):
    """First and last-but-one index of the blocks from the heading to the next one of its rank or above."""
    starts = [i for i, block in enumerate(content) if heading_text(block) == heading]
    if len(starts) != 1:
        raise EditError(f"{len(starts)} headings read “{heading}”")
    start = starts[0]
    ends = ("heading",) if "heading" in content[start] else HEADINGS
    stop = next((i for i in range(start + 1, len(content)) if any(kind in content[i] for kind in ends)), len(content))
    return start, stop


def replace(form, edit):
    old, new = edit["replace"], str(edit["with"])
    if "row" in edit:
        rows = [row for row in rows_of(form["content"]) if holds(row, edit["row"])]
        if len(rows) != 1:
            raise EditError(f"{len(rows)} rows hold “{edit['row']}”")
        changed, count = substituted(rows[0], old, new)
        rows[0][:] = changed
    elif "in" in edit:
        start, stop = section_range(form["content"], edit["in"])
        form["content"][start:stop], count = substituted(form["content"][start:stop], old, new)
    else:
        changed, count = substituted([form["title"], form["content"]], old, new)
        form["title"], form["content"] = changed
    if count == 0 or (count > 1 and not edit.get("all")):
        raise EditError(f"“{old}” stands {count} times")


def rows_of(content):
    return [row for block in content if "table" in block for row in block["table"]["rows"]]


def parts_of(block):
    """The parts of a block that can go alone: (container, key) pairs."""
    if "fields" in block:
        return [(block["fields"], label) for label in block["fields"]]
    if "list" in block:
        return [(block["list"], i) for i in range(len(block["list"]))]
    if "ticks" in block:
        return [(block["ticks"], i) for i in range(len(block["ticks"]))]
    if "table" in block:
        return [(block["table"]["rows"], i) for i in range(len(block["table"]["rows"]))]
    return []


def delete(form, edit):
    """The smallest thing that holds the text: a field, list item, tick, table row, else the whole block."""
    text, content = edit["delete"], form["content"]
    span = section_range(content, edit["in"]) if "in" in edit else (0, len(content))
    found = []
    for block in content[slice(*span)]:
        parts = parts_of(block)
        inside = [(container, key) for container, key in parts
                  if holds(container[key], text) or (isinstance(container, dict) and text in key)]
        found += inside
        if not parts and holds(block, text):
            found.append((content, next(i for i, each in enumerate(content) if each is block)))
    if len(found) != 1:
        raise EditError(f"“{text}” stands in {len(found)} parts")
    container, key = found[0]
    del container[key]
    form["content"] = [block for block in content if not emptied(block)]


def emptied(block):
    return any(kind in block and not block[kind] for kind in ("fields", "list", "ticks")) or (
        "table" in block and not block["table"]["rows"])


def delete_section(form, edit):
    start, stop = section_range(form["content"], edit["delete_section"])
    del form["content"][start:stop]


def replace_section(form, edit):
    start, stop = section_range(form["content"], edit["replace_section"])
    form["content"][start + 1:stop] = copy.deepcopy(edit["with"])


def insert(form, edit):
    side = "after" if "after" in edit else "before"
    places = [i for i, block in enumerate(form["content"]) if holds(block, edit[side])]
    if len(places) != 1:
        raise EditError(f"“{edit[side]}” stands in {len(places)} blocks")
    at = places[0] + (side == "after")
    form["content"][at:at] = copy.deepcopy(edit["insert"])


def tick(form, edit):
    for label, ticked in edit["tick"].items():
        entries = [entry for block in form["content"] for entry in block.get("ticks", []) if label in entry[1]]
        if len(entries) != 1:
            raise EditError(f"{len(entries)} tick boxes hold “{label}”")
        entries[0][0] = ticked


MODIFIERS = {"with", "all", "in", "row", "after", "before"}
KINDS = {"replace": replace, "delete": delete, "delete_section": delete_section, "replace_section": replace_section,
         "insert": insert, "tick": tick}


def edited(form, edits):
    """A copy of the form's source with the edits done in order. Raises EditError where one does not fit."""
    form = copy.deepcopy(form)
    for edit in edits:
        kinds = KINDS.keys() & edit.keys()
        if len(kinds) != 1:
            raise EditError(f"no one kind of edit in {edit}")
        if edit.keys() - KINDS.keys() - MODIFIERS:
            raise EditError(f"unknown keys in {edit}")
        KINDS[kinds.pop()](form, edit)
    return form
