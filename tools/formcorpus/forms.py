"""The labelled forms of tests/corpus/forms: bases, and variants made from them by edits."""

import dataclasses
import datetime
import hashlib
import pathlib

import yaml

from formcorpus import edits

FORMS = pathlib.Path(__file__).resolve().parent.parent.parent / "tests" / "corpus" / "forms"
CLOSING_DATE = datetime.date(2024, 2, 12)
DEFAULT_LOOK = {"font": "Sarabun", "size_pt": 12, "headings": "decimal", "ticks": "text", "fields": "lines"}
RESULTS = {"pass", "fail", "ask", "not_applicable", "could_not_check"}
FACTS = {"category", "stated", "borne_out", "start", "end", "months", "comparisons", "sections"}
BASE_KEYS = {"hand", "perfect", "near_miss", "language", "look", "title", "content", "labels", "note", "seen"}
VARIANT_KEYS = {"edits", "labels", "near_miss", "perfect", "note", "look", "seen"}
ANY = "any"


class CorpusError(Exception):
    pass


@dataclasses.dataclass
class LabelledForm:
    name: str
    base: str
    hand: str
    near_miss: bool
    perfect: bool
    source: dict       # title, content, look, language: what the DOCX writer reads
    overall: object    # acceptable results, or "any"
    rules: dict        # rule to acceptable results, or "any"
    facts: dict        # see the README; a missing one or "any" is not measured
    seen: bool = False # of the set-aside half by its name, but somebody who tunes has read it

    @property
    def set_aside(self):
        return not self.seen and int(hashlib.sha256(self.name.encode()).hexdigest()[0], 16) % 2 == 0


def whole_months(start, end):
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def months_run(facts, closing=CLOSING_DATE):
    """Least and most whole months between the labelled start and the end of the labelled last day, else the closing date."""
    start, end = facts.get("start"), [closing, closing]
    if start in (None, ANY):
        return start
    if facts.get("end") not in (None, ANY):
        end = [day + datetime.timedelta(days=1) for day in facts["end"]]
    return [max(0, whole_months(start[1], min(end[0], closing))), max(0, whole_months(start[0], min(end[1], closing)))]


def checked_results(value, where):
    if value == ANY:
        return ANY
    if not isinstance(value, list) or not set(value) <= RESULTS or not value:
        raise CorpusError(f"{where}: {value!r} is no list of results")
    return value


def with_labels(name, base_facts, base_rules, own, defaults, stated_category):
    facts = {**base_facts, **(own.get("facts") or {})}
    unknown = facts.keys() - FACTS
    if unknown:
        raise CorpusError(f"{name}: unknown facts {unknown}")
    if facts.get("start") not in (None, ANY) and "months" not in (own.get("facts") or {}):
        facts["months"] = months_run(facts)
    elif facts.get("start") == ANY:
        facts["months"] = ANY
    own_rules = own.get("rules") or {}
    rules = {**defaults[stated_category], **base_rules, **own_rules}
    unknown = rules.keys() - defaults[stated_category].keys()
    if unknown:
        raise CorpusError(f"{name}: unknown rules {unknown}")
    if facts.get("category", stated_category) is None:
        # Nobody can say which of the rules of one category apply.
        first, second = defaults.values()
        rules.update({rule: ANY for rule in rules if first[rule] != second[rule] and rule not in own_rules})
    rules = {rule: checked_results(value, f"{name}: {rule}") for rule, value in rules.items()}
    overall = checked_results(own.get("overall", ["pass", "ask"]), f"{name}: overall")
    return overall, rules, facts


def check_keys(name, source, known):
    unknown = source.keys() - known
    if unknown:
        raise CorpusError(f"{name}: unknown keys {', '.join(map(str, unknown))}")


def check_content(name, content):
    """A comma in a text that stands unquoted in braces makes a key without a value."""
    for block in content:
        for key, value in [*block.items(), *block.get("fields", {}).items()]:
            if value is None:
                raise CorpusError(f"{name}: “{key}” has no value; is a text with a comma not quoted?")


def load_base(path, defaults):
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    check_keys(path.stem, source, BASE_KEYS)
    check_content(path.stem, source["content"])
    labels = source["labels"]
    form = {"title": source["title"], "content": source["content"], "language": source.get("language", "th"),
            "look": {**DEFAULT_LOOK, **source.get("look", {})}, "keep": ["docx"]}
    category = labels["facts"]["category"]
    overall, rules, facts = with_labels(path.stem, labels["facts"], labels.get("rules") or {},
                                        {"overall": labels.get("overall", ["pass", "ask"])}, defaults, category)
    return LabelledForm(path.stem, path.stem, source["hand"], source.get("near_miss", False),
                        source.get("perfect", False), form, overall, rules, facts, source.get("seen", False))


def headings_kept(base, edits_):
    """Whether the variant's headings are its base's, so that the base's label of the sections holds."""
    headings = {edits.heading_text(block) for block in base.source["content"]}
    return not any("delete_section" in edit or edit.get("replace") in headings for edit in edits_)


def variant_of(base, name, variant, defaults):
    check_keys(name, variant, VARIANT_KEYS)
    try:
        form = edits.edited(base.source, variant.get("edits", []))
    except edits.EditError as error:
        raise CorpusError(f"{name}: {error}") from error
    check_content(name, form["content"])
    base_facts = base.facts if headings_kept(base, variant.get("edits", [])) else {**base.facts, "sections": ANY}
    form["look"] = {**form["look"], **variant.get("look", {})}
    overall, rules, facts = with_labels(name, base_facts, base.rules, variant.get("labels") or {}, defaults,
                                        base.facts["category"])
    return LabelledForm(name, base.name, base.hand, variant.get("near_miss", False), variant.get("perfect", False),
                        form, overall, rules, facts, variant.get("seen", False))


def load(folder=FORMS):
    """Every form, bases before their variants. Raises CorpusError, naming every form that has a fault."""
    defaults = yaml.safe_load((folder / "defaults.yaml").read_text(encoding="utf-8"))
    loaded, faults = [], []
    for path in sorted((folder / "bases").glob("*.yaml")):
        base = load_base(path, defaults)
        loaded.append(base)
        variants = folder / "variants" / path.name
        written = yaml.safe_load(variants.read_text(encoding="utf-8")) if variants.exists() else {}
        for suffix, variant in written.items():
            try:
                loaded.append(variant_of(base, f"{base.name}-{suffix}", variant, defaults))
            except CorpusError as error:
                faults.append(str(error))
    if faults:
        raise CorpusError("\n  ".join(faults))
    stray = {path.name for path in (folder / "variants").glob("*.yaml")} - {
        path.name for path in (folder / "bases").glob("*.yaml")}
    if stray:
        raise CorpusError(f"variants without a base: {', '.join(sorted(stray))}")
    return loaded
