"""Pages as gray pictures, and where two of them differ."""

import dataclasses
import re

from annotationcheck.pdf_file import run


@dataclasses.dataclass
class Picture:
    width: int
    height: int
    gray: bytes

    def row(self, y):
        return self.gray[y * self.width:(y + 1) * self.width]


def page_picture(path, number, dpi):
    """The page as shown."""
    data = run("pdftoppm", "-cropbox", "-gray", "-r", dpi, "-f", number, "-l", number, path).stdout
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    return Picture(int(head[1]), int(head[2]), data[head.end():])


def painted_runs(before, after, share):
    """Runs (y, begin, end) of pixels that have become darker as if at least half of each were covered by what takes
    `share` of the light. On letters nothing of it shows."""
    assert (before.width, before.height) == (after.width, after.height)
    least = [max(4, value * share / 2) for value in range(256)]
    for y in range(before.height):
        old, new = before.row(y), after.row(y)
        if old == new:
            continue
        begin = None
        for x in range(before.width):
            painted = old[x] - new[x] >= least[old[x]]
            if painted and begin is None:
                begin = x
            elif not painted and begin is not None:
                yield y, begin, x
                begin = None
        if begin is not None:
            yield y, begin, before.width


@dataclasses.dataclass
class Extent:
    """A box that grows with what is put into it; (left, top, right, bottom)."""
    box: tuple = None

    def add(self, left, top, right, bottom):
        if self.box is not None:
            left, top = min(left, self.box[0]), min(top, self.box[1])
            right, bottom = max(right, self.box[2]), max(bottom, self.box[3])
        self.box = (left, top, right, bottom)


def overlap(a, b):
    """Intersection over union."""
    if a is None or b is None:
        return 0.0
    area = lambda box: max(0, box[2] - box[0]) * max(0, box[3] - box[1])
    common = area((max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])))
    whole = area(a) + area(b) - common
    return common / whole if whole else 0.0


def painted_extents(runs, boxes):
    """What was painted for each box. A run belongs to the boxes that it crosses, as far as it does so where there are
    several; else to the nearest."""
    extents = [Extent() for _ in boxes]
    for y, begin, end in runs:
        middle = y + 0.5
        crossed = [i for i, box in enumerate(boxes) if box[1] <= middle <= box[3] and begin < box[2] and box[0] < end]
        if len(crossed) > 1:
            for i in crossed:
                extents[i].add(max(begin, boxes[i][0]), y, min(end, boxes[i][2]), y + 1)
            continue
        away = lambda i: (max(0, boxes[i][0] - end, begin - boxes[i][2]) + max(0, boxes[i][1] - middle, middle - boxes[i][3]))
        extents[crossed[0] if crossed else min(range(len(boxes)), key=away)].add(begin, y, end, y + 1)
    return [extent.box for extent in extents]
