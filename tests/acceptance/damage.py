"""What happens to Thai text on its way through old programs and bad extractors. Each kind was seen in documents of this
very family: guides, slides and handbooks of the award's office and of its peers."""

import re

ABOVE = "ัิีึืํ็"      # upper vowels and signs
BELOW = "ฺุู"
TONES = "่้๊๋์"
MARKS = ABOVE + BELOW + TONES
THAI = range(0x0E01, 0x0E5C)
# As the text of fonts older than Unicode comes out: the byte of each letter read in the alphabet of old Macintoshes.
MOJIBAKE = str.maketrans({code: bytes([code - 0x0E01 + 0xA1]).decode("mac_roman") for code in THAI})


def marks_as_spaces(text):
    return re.sub(f"[{ABOVE}{TONES}]", " ", text)


def tones_dropped(text):
    return re.sub(f"[{TONES}]", "", text)


def marks_after_the_next_letter(text):
    return re.sub(f"([{MARKS}]+)([ก-ฮ])", r"\2\1 ", text)


def sara_am_halved(text):
    return text.replace("ำ", "า")


def sara_am_doubled(text):
    return text.replace("ำ", "ำา")


def mojibake(text):
    return text.translate(MOJIBAKE)


def one_letter(text):
    return re.sub("[ก-๛]", "ก", text)


KINDS = {function.__name__: function for function in (
    marks_as_spaces, tones_dropped, marks_after_the_next_letter, sara_am_halved, sara_am_doubled, mojibake, one_letter)}

KEPT = {"style", "widths", "align"}   # of a form's source: no words of it
NAMES = {"fields", "p", "ticks", "heading", "subheading", "list", "table", "header", "rows", "text", "columns", "bold"}


def changed(value, change):
    """A form's source with each of its words changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [changed(part, change) for part in value]
    if isinstance(value, dict):
        return {key if key in NAMES | KEPT | {"title", "content"} else change(key):
                part if key in KEPT else changed(part, change) for key, part in value.items()}
    return value
