"""What the class of a complaint asks of the office, read off its history (TR-7).

一类  a sheet, kept by somebody of the department, handed in when the case ends
二类  large effect: a report in writing to the developer, and news to the owner
三类  the duty log; large effect: a special report to the body concerned, and the result published
"""

from core.case import Case, Entry, State
from core.policy.outside import Classes

OWN, DEVELOPERS, OUTSIDE = 1, 2, 3
LARGE, SMALL = "large", "small"


def decided(case: Case) -> int | None:
    """Where in the history the desk last judged the class it has now; a suggestion is no judgement (TR-6)."""
    for index in range(len(case.history) - 1, -1, -1):
        entry = case.history[index]
        if entry.what == "judge" and entry.why == "class":
            return index if entry.data.get("to") == case.class_ else None
    return None


def effect(case: Case) -> str:
    """Whether its effect is large or small, as judged since; empty where nobody has said yet."""
    said = [str(e.data["to"]) for e in _since(case) if e.what == "judge" and e.why == "effect"]
    return said[-1] if said else ""


def reports(case: Case) -> tuple[Entry, ...]:
    """Every report sent out since it was judged so."""
    return tuple(e for e in _since(case) if e.what == "reported")


def notices(case: Case) -> tuple[Entry, ...]:
    """What was published and not taken back."""
    found: list[Entry] = []
    for entry in case.history:
        if entry.what == "publish":
            found.append(entry)
        if entry.what == "unpublish":
            found.clear()
    return tuple(found)


def outstanding(case: Case) -> str:
    """What the desk still has to decide or to send for a case of class 二 or 三; empty is nothing.

    A case that is joined to another waits for that one.
    """
    if case.class_ not in {DEVELOPERS, OUTSIDE} or case.state in {State.WITHDRAWN, State.JOINED}:
        return ""
    if decided(case) is None:
        return "class" if case.is_open else ""
    if not effect(case):
        return "effect" if case.is_open else ""
    if effect(case) == SMALL:
        return ""
    if not reports(case):
        return "report"
    result = case.class_ == OUTSIDE and case.state is State.CLOSED
    return "publish" if result and not notices(case) else ""


def asked(case: Case, what: str) -> bool:
    """Whether the desk was asked for it since it was needed."""
    return any(e.what == "class-asked" and e.why == what for e in _since(case))


def is_followed(case: Case, rules: Classes) -> bool:
    """Whether the 《客户投诉及建议跟进处理表》 is kept for it."""
    return case.class_ == OWN and case.kind in rules.followed


def keeper(case: Case) -> Entry | None:
    """Who was told to keep the sheet, and for which department."""
    return case.last("follow-up")


def handed_in(case: Case) -> bool:
    """Whether the sheet was handed in since the case last ended."""
    for entry in reversed(case.history):
        if entry.what == "sheet-filed":
            return True
        if entry.before is not entry.after:
            return False
    return False


def _since(case: Case) -> list[Entry]:
    """What came since the class was decided."""
    return case.history[decided(case) or 0 :]
