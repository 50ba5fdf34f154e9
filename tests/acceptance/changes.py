"""Ways of writing the same form: none of them may change what is found in it."""

import re

from damage import changed

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
ARABIC_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# A year of this century as forms write it: no part of a longer figure or of a document's number, counting nothing.
YEAR = re.compile(r"(?<![\d,./])(?P<era>พ\.ศ\.\s*)?(?P<year>25[4-7]\d)(?![\d,./%])"
                  r"(?!\s*(?:คน|ราย|บาท|ครัวเรือน|ครั้ง|เรื่อง|ไร่|ตัน|แห่ง|ต้น|ชิ้น|กิโล|เมตร))")
LATIN_WORD = re.compile(r"[A-Za-z][\w.:/?=&+-]*")
# Neither figures nor anything that a form is asked for, though their letters hold short words that forms are searched for
# (วัด in จังหวัด and ประหวัด, ใหม่ in เชียงใหม่, เหลือ in เหลือง, หน้าที่ in เจ้าหน้าที่).
UNRELATED = [
    "อากาศในฤดูหนาวเย็นสบายกว่าฤดูร้อน", "ต้นราชพฤกษ์หน้าอาคารออกดอกสีเหลืองอ่อน", "นกกระจอกทำรังใต้ชายคาของศาลาหลังเก่า",
    "จังหวัดข้างเคียงมีภูเขาสูงและป่าสน", "เชียงใหม่อยู่ทางเหนือ ภูเก็ตอยู่ทางใต้", "เจ้าหน้าที่ทุกคนใส่เสื้อสีฟ้าในวันศุกร์",
    "ถนนหน้าอาคารปลูกต้นตะแบกไว้ทั้งสองข้าง", "แมวตัวหนึ่งนอนหลับอยู่บนหลังคารถ", "ข้าวเหนียวมะม่วงเป็นขนมที่หลายคนชอบ",
    "ภาพถ่ายเก่าใส่กรอบไม้แขวนอยู่ข้างบันได", "ทะเลตอนเช้าเงียบสงบและมีหมอกบาง", "ร้านกาแฟใกล้สถานีเปิดแต่เช้าตรู่",
]
LEAST_LETTERS = 60   # a shorter paragraph may be too short for an answer, which a sentence more would mend


def outside_latin(text, change):
    """What is left of the text by the Latin words in it, changed: PM2.5 and web addresses keep their digits."""
    parts, end = [], 0
    for word in LATIN_WORD.finditer(text):
        parts += [change(text[end:word.start()]), word.group()]
        end = word.end()
    return "".join([*parts, change(text[end:])])


def thai_digits(text):
    return outside_latin(text, lambda part: part.translate(THAI_DIGITS))


def arabic_digits(text):
    return text.translate(ARABIC_DIGITS)


def with_era(text):
    return YEAR.sub(lambda year: f"พ.ศ. {year['year']}", text)


def without_era(text):
    return YEAR.sub(lambda year: year["year"], text)


def common_era(text):
    return YEAR.sub(lambda year: f"ค.ศ. {int(year['year']) - 543}", text)


def with_unrelated(source):
    content, count = [], len(source["content"])   # so that forms differ in which sentence comes first
    for block in source["content"]:
        content.append(block)
        if len(block.get("p", "")) >= LEAST_LETTERS:
            content.append({"p": UNRELATED[count % len(UNRELATED)]})
            count += 1
    return {**source, "content": content}


def in_font(font, size_pt):
    return lambda source: {**source, "look": {**source["look"], "font": font, "size_pt": size_pt}}


def words(change):
    """The change of every text of a source, its look left alone."""
    return lambda source: {**source, "title": changed(source["title"], change),
                           "content": changed(source["content"], change)}


FILLING = {"unrelated sentences"}   # what fills a section that holds only the form's own prompt
KINDS = {
    "thai digits": words(thai_digits),
    "arabic digits": words(arabic_digits),
    "พ.ศ. before every year": words(with_era),
    "bare years": words(without_era),
    "ค.ศ. years": words(common_era),
    "unrelated sentences": with_unrelated,
    "another font": in_font("Norasi", 18),
}
