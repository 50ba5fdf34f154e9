"""How far a text is from the truth."""

import unicodedata


def folded(text):
    """NFC, with any white space as one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def levenshtein(a, b):
    """Insertions, deletions and substitutions from one text to the other.

    Myers' bit vectors in Hyyrö's form (a column of the table as two long integers), which Python's own long
    integers make quick enough for whole documents.
    """
    if not a or not b:
        return len(a) + len(b)
    where = {}
    for i, character in enumerate(a):
        where[character] = where.get(character, 0) | 1 << i
    every = (1 << len(a)) - 1
    last = 1 << (len(a) - 1)
    plus, minus, distance = every, 0, len(a)
    for character in b:
        equal = where.get(character, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        up = minus | ~(horizontal | plus) & every
        down = plus & horizontal
        if up & last:
            distance += 1
        elif down & last:
            distance -= 1
        up = (up << 1 | 1) & every
        down = down << 1 & every
        plus = down | ~(vertical | up) & every
        minus = up & vertical
    return distance
