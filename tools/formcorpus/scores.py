"""Compares a report with a form's labels, and adds up."""

import dataclasses
import datetime

from formcorpus.forms import ANY

# Worst first: a rule with several findings counts as its worst.
ORDER = ["fail", "ask", "could_not_check", "pass", "not_applicable"]
LEVELS = ["inform", "consult", "involve", "collaborate", "empower"]
# What the source's rules call decidable by a machine: an ask there is to be rare.
DECIDABLE = {"SEC", "CAT-1", "LVL-1", "LVL-2", "LVL-3", "LVL-4", "LVL-6", "STK-1", "PRB-1", "PRB-2", "PRB-3", "RES-1",
             "RES-3", "STAT-1", "STAT-2", "OPR-1", "OPR-3", "OPN-1", "EVD-1"}
VERDICTS = {"consistent": "ok", "by_rounding": "ok", "inconsistent": "wrong", "direction_differs": "direction",
            "zero_base": "zero", "unit_differs": "unit", "no_claim": "none"}


@dataclasses.dataclass
class RuleScore:
    """Counts of forms whose label of the rule is measured."""

    forms: int = 0
    failed: int = 0            # the program says fail ...
    failed_rightly: int = 0    # ... and the label accepts it
    must_fail: int = 0         # the label accepts nothing but fail ...
    must_fail_found: int = 0   # ... and the program says so
    passed: int = 0
    passed_rightly: int = 0
    asked: int = 0
    asked_needlessly: int = 0  # the label does not accept it
    applicable: int = 0        # the label accepts more than not_applicable
    unreported: int = 0        # the program has no finding of the rule

    def add(self, label, result):
        self.forms += 1
        applicable = label != ["not_applicable"]
        self.applicable += applicable
        self.failed += result == "fail"
        self.failed_rightly += result == "fail" and "fail" in label
        self.must_fail += label == ["fail"]
        self.must_fail_found += label == ["fail"] and result == "fail"
        self.passed += result == "pass"
        self.passed_rightly += result == "pass" and "pass" in label
        self.asked += result == "ask"
        self.asked_needlessly += result == "ask" and "ask" not in label
        self.unreported += result is None

    def __iadd__(self, other):
        for field in dataclasses.fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))
        return self


@dataclasses.dataclass
class FactScore:
    """Of what the labels say: how much was found, and of what was found: how much the labels say."""

    expected: int = 0
    found: int = 0
    extra: int = 0

    def __iadd__(self, other):
        self.expected, self.found, self.extra = (
            self.expected + other.expected, self.found + other.found, self.extra + other.extra)
        return self


def result_of(document, rule):
    """The worst result of the rule's findings; None where there is none. A file that could not be read has one."""
    if document["status"] == "could_not_check":
        return "could_not_check"
    results = [finding["result"] for finding in document["findings"] if finding["rule"] == rule]
    return min(results, key=ORDER.index, default=None)


def agrees(label, result):
    """Whether the result is acceptable. A rule without a finding says as much as that it does not apply."""
    return label == ANY or (result or "not_applicable") in label


def close(a, b):
    return a is None and b is None or a is not None and b is not None and abs(a - b) <= 1e-6 * max(1, abs(a), abs(b))


def comparison_scores(labels, document):
    """Pairs, found by their two figures; then the claims and verdicts of the pairs that were found."""
    unmatched = [(c["before"], c["after"], c["claimed"], VERDICTS.get(c["verdict"])) for c in document["comparisons"]]
    pairs, claims, verdicts = FactScore(), FactScore(), FactScore()
    for before, after, claimed, verdict in labels:
        pairs.expected += 1
        twins = [c for c in unmatched if close(c[0], before) and close(c[1], after)]
        if not twins:
            continue
        twin = max(twins, key=lambda c: (close(c[2], claimed), c[3] == verdict))
        # The same pair written twice (text and table) is one pair.
        unmatched = [c for c in unmatched if not (close(c[0], before) and close(c[1], after))]
        pairs.found += 1
        claims += FactScore(1, int(close(twin[2], claimed)))
        verdicts += FactScore(1, int(twin[3] == verdict))
    pairs.extra = len(unmatched)
    return {"comparison": pairs, "claimed": claims, "verdict": verdicts}


def dates(value):
    return [each if isinstance(each, datetime.date) else datetime.date.fromisoformat(each) for each in value]


def fact_scores(labels, document):
    """Fact to FactScore, for the facts that the labels give; {} where the file was not read."""
    facts = document["facts"]
    measured = {name: value for name, value in labels.items() if value != ANY}
    if facts is None:
        return {name: FactScore(1, 0) for name in measured if name not in ("comparisons", "sections")}
    scores, operation = {}, facts["operation"]
    said = {
        "category": document["category"],
        "stated": max(facts["levels"]["stated"], key=LEVELS.index, default=None),
        "borne_out": facts["levels"]["borne_out"] or None,
        "start": operation and dates(operation["start"]),
        "end": operation and dates(operation["end"]),
        "months": operation and operation["months"],
    }
    for name in said.keys() & measured.keys():
        label = measured[name]
        if name in ("start", "end") and label is not None:
            label = dates(label)
        scores[name] = FactScore(1, int(said[name] == label))
    if "comparisons" in measured:
        scores.update(comparison_scores(measured["comparisons"], facts))
    if "sections" in measured:
        wanted = set(measured["sections"])
        found = {section["id"] for section in facts["sections"] if section["found"]}
        scores["sections"] = FactScore(len(wanted), len(wanted & found))
    return scores


def disagreements(form, document):
    """Lines that say where the report and the labels differ."""
    if form.overall != ANY and document["result"] not in form.overall:
        yield f"overall: {document['result']}, acceptable {'/'.join(form.overall)}"
    for rule, label in form.rules.items():
        result = result_of(document, rule)
        if not agrees(label, result):
            yield f"{rule}: {result or 'no finding'}, acceptable {'/'.join(label)}"
    for name, score in fact_scores(form.facts, document).items():
        if score.found < score.expected or score.extra:
            key = "comparisons" if name in ("comparison", "claimed", "verdict") else name
            yield (f"{name}: {score.found} of {score.expected} right"
                   + (f", {score.extra} extra" if score.extra else "") + f"; labelled {form.facts.get(key)}")
