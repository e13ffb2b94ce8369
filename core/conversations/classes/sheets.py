"""The forms kept beside a case, line by line out of its history: nobody writes down twice what is on record (TR-7).

一类  《客户投诉及建议跟进处理表》      二类  《客户意见征询表》      三类  《值班记录表》
"""

from core.case import Case, Entry
from core.chat import Param, Text, text
from core.conversations.access import allowed
from core.conversations.classes import bodies
from core.conversations.desk.more import Extra
from core.conversations.wording import for_groups, judged_label, place_of
from core.conversations.work import card
from core.history import classes
from core.people import masked_name
from core.rights import Action
from core.turn import Turn

STEPS: tuple[str, ...] = (
    "file",
    "dispatch",
    "transfer",
    "return",
    "take",
    "go",
    "arrive",
    "leave",
    "delay",
    "pause",
    "resume",
    "progress",
    "finish",
    "settle",
    "join",
    "reply",
    "explain",
    "explained",
    "accept",
    "reject",
    "reject-answer",
    "withdraw",
    "judge",
    "follow-up",
    "reported",
    "news",
    "publish",
    "chase",
    "add",
    "desk-says",
    "duty-log",
)
SHEETS = {1: "sheet-follow-up", 2: "sheet-opinion", 3: "sheet-duty-log"}


def follow_up_sheet(turn: Turn, case: Case) -> tuple[Text, ...]:
    """《客户投诉及建议跟进处理表》: the complaint, whoever keeps the sheet, and every step."""
    kept = classes.keeper(case)
    person = turn.book.person(kept.data["keeper"]) if kept and kept.data.get("keeper") else None
    keeper = text("line-keeper", name=person.name if person else text("the-desk"))
    return (text("sheet-follow-up"), *_complaint(turn, case), keeper, *steps(turn, case))


def opinion_sheet(turn: Turn, case: Case) -> tuple[Text, ...]:
    """《客户意见征询表》: what the owner says and wants, how large it is, what the developer was told and answered."""
    size = text("line-effect", effect=text(f"effect-{classes.effect(case) or 'open'}"))
    return (text("sheet-opinion"), *_complaint(turn, case), size, *steps(turn, case))


def duty_log(turn: Turn, case: Case) -> tuple[Text, ...]:
    """《值班记录表》: the entry of a case that lies outside the estate."""
    size = text("line-effect", effect=text(f"effect-{classes.effect(case) or 'open'}"))
    return (text("sheet-duty-log"), *_complaint(turn, case), size, *steps(turn, case))


def sheet_of(turn: Turn, case: Case) -> tuple[Text, ...]:
    """The form its class asks for."""
    forms = {2: opinion_sheet, 3: duty_log}
    return forms.get(case.class_ or 1, follow_up_sheet)(turn, case)


def _complaint(turn: Turn, case: Case) -> tuple[Text, ...]:
    site = turn.site_of(case)
    return (
        text("line-case", number=case.number, site=site.name, kind=judged_label(case)),
        text("line-owner", place=place_of(case.unit), name=masked_name(case.name) or "—"),
        text("line-issue", issue=for_groups(case.issue, case.name) or text("only-pictures")),
        text("line-wish", wish=for_groups(case.expectation, case.name) or "—"),
    )


def steps(turn: Turn, case: Case) -> tuple[Text, ...]:
    """Every step with its time, its person and its reason."""
    return tuple(_step(turn, case, entry) for entry in case.history if entry.what in STEPS)


def _step(turn: Turn, case: Case, entry: Entry) -> Text:
    person = turn.book.person(entry.by) if entry.by else None
    name = (masked_name(person.name) if person.id == case.owner else person.name) if person else ""
    return text(
        "line-step",
        at=turn.site_of(case).local(entry.at),
        who=name or text("by-itself"),
        what=text(f"did-{entry.what}"),
        why=_detail(turn, case, entry),
    )


def _detail(turn: Turn, case: Case, entry: Entry) -> Param:
    site = turn.site_of(case)
    match entry.what:
        case "dispatch" | "transfer" | "follow-up":
            to = site.department(str(entry.data.get("to") or entry.data.get("department") or ""))
            return text("detail", words=to.name) if to else ""
        case "judge":
            return text("detail", words=_judgement(entry))
        case "reported":
            how = text(f"by-{entry.data['how']}")
            return text("detail-report", body=bodies.name_of(turn, case, entry.data["body"]), how=how)
        case "explained" | "duty-log" | "file":
            return ""
    return text("detail", words=card.reason(entry.why, case.name)) if entry.why else ""


def _judgement(entry: Entry) -> Text | str:
    to = entry.data.get("to")
    match entry.why:
        case "category":
            return text(f"category-{to}")
        case "class":
            return text(f"class-{to}")
        case "urgency":
            return text("urgency-yes") if to else text("urgency-no")
        case "size":
            return text(f"size-{to}")
        case "effect":
            return text(f"effect-{to}")
        case "scope":
            return text("not-in-scope")
    return "—"


def show(turn: Turn, number: str) -> None:
    """The form as it now stands, to whoever asks."""
    case = allowed(turn, number, Action.NOTE)
    if case is None:
        return None
    if case.class_ not in SHEETS:
        return turn.answer_tap("nothing-more", alert=True)
    return turn.reply("sheet", lines=sheet_of(turn, case))


EXTRAS = (Extra("see-sheet", "sheet", Action.NOTE, lambda case: case.class_ in SHEETS),)
TAPS = {"sheet": show}
