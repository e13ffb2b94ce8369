"""二类 and 三类: how large is the effect, who is told of it in writing, what they answer (TR-7).

影响大吗 ─▶ 大 ─▶ (三类: to whom) ─▶ a draft of facts ─▶ 已报送, how ─▶ the owner hears of it ─▶ 进展
"""

from core.case import Case, State
from core.chat import Choice, Rows, Say, Text, choice, text
from core.conversations.access import allowed
from core.conversations.answer import approval
from core.conversations.classes import bodies
from core.conversations.desk import asking, desk, judging
from core.conversations.desk.asking import Writer, Written
from core.conversations.desk.more import Extra
from core.conversations.wording import for_groups, hidden, kind_label, place_of
from core.conversations.work import card
from core.history import classes
from core.policy.outside import DEVELOPER
from core.rights import Action
from core.turn import Turn

NEWS = "outside-news"
EFFECTS = (classes.LARGE, classes.SMALL)


def question(turn: Turn, case: Case, what: str) -> Say:
    """What the desk has to decide or to send, as a card; the newest takes the place of those before."""
    words, rows = {
        "class": _ask_class,
        "effect": _ask_effect,
        "report": _ask_report,
        "publish": _ask_publish,
    }[what](turn, case)
    return Say(words, rows, slot=_slot(case), subject=case.number, fresh=True)


def _slot(case: Case) -> str:
    return f"class:{case.number}"


def _about(key: str, case: Case) -> Text:
    issue = for_groups(case.issue, case.name) or text("only-pictures")
    return text(key, number=case.number, place=place_of(case.unit), issue=issue, class_=_class(case))


def _class(case: Case) -> Text:
    return text(f"class-{case.class_}")


def _ask_class(turn: Turn, case: Case) -> tuple[Text, Rows]:
    return _about("ask-class", case), card.pairs(judging.class_choices(case))


def _ask_effect(turn: Turn, case: Case) -> tuple[Text, Rows]:
    row = tuple(choice(f"effect-{name}", "effect", case.number, name) for name in EFFECTS)
    return _about("ask-effect", case), (row,)


def _ask_report(turn: Turn, case: Case) -> tuple[Text, Rows]:
    if case.class_ == classes.DEVELOPERS:
        return _draft(turn, case, DEVELOPER), (_sent(case, DEVELOPER),)
    return _about("ask-body", case), card.pairs(bodies.choices(turn, case, "draft"))


def _ask_publish(turn: Turn, case: Case) -> tuple[Text, Rows]:
    return _about("ask-publish", case), ((choice("publish-result", "publish", case.number),),)


# how large


def effect(turn: Turn, number: str, name: str) -> None:
    """On record; what follows from it is asked at the end of this turn."""
    case = allowed(turn, number, Action.JUDGE)
    if case is None:
        return None
    if classes.outstanding(case) != "effect" or name not in EFFECTS:
        return turn.answer_tap("moved-on", alert=True, number=number)
    case.note("judge", turn.now, turn.who.id, why="effect", source="", to=name)
    if name == classes.SMALL:
        return turn.reply("effect-kept", slot=_slot(case), number=number)
    return turn.answer_tap("ok")


# the report


def draft(turn: Turn, number: str, body: str = "") -> None:
    """To whom, and what it could say: facts, and the owner's own words."""
    case = _reportable(turn, number)
    if case is None:
        return None
    if not body:
        words, rows = _ask_report(turn, case)
        return turn.show(words, *rows, slot=_slot(case))
    if not _fits(turn, case, body):
        return turn.answer_tap("moved-on", alert=True, number=number)
    others = () if body == DEVELOPER else ((choice("back", "draft", number),),)
    return turn.show(_draft(turn, case, body), _sent(case, body), *others, slot=_slot(case))


def _draft(turn: Turn, case: Case, body: str) -> Text:
    site = turn.site_of(case)
    return text(
        "report-draft",
        number=case.number,
        body=bodies.words_of(turn, case, body),
        site=site.name,
        place=place_of(case.unit),
        kind=kind_label(case.kind, case.category),
        opened=site.local(case.opened),
        issue=hidden(case.issue, case.name) or text("only-pictures"),
        wish=for_groups(case.expectation, case.name) or "—",
        pictures=len(case.media),
        phone=site.phone or "—",
    )


def _sent(case: Case, body: str) -> tuple[Choice, ...]:
    return (choice("report-sent", "reported", case.number, body),)


def reported(turn: Turn, number: str, body: str, way: str = "") -> None:
    """Who sent it, when and how is on record, and the owner hears of it."""
    case = _reportable(turn, number)
    if case is None:
        return None
    ways = turn.site_of(case).sop.classes.ways
    if not _fits(turn, case, body) or way not in {"", *ways}:
        return turn.answer_tap("moved-on", alert=True, number=number)
    if any(entry.data.get("body") == body for entry in classes.reports(case)):
        return turn.answer_tap("reported-already", alert=True, number=number)
    name = bodies.name_of(turn, case, body)
    if not way:
        choices = [choice(f"by-{each}", "reported", number, body, each) for each in ways]
        return turn.reply("ask-how-sent", *card.pairs(choices), slot=_slot(case), number=number, body=name)
    case.note("reported", turn.now, turn.who.id, body=body, how=way, told=True)
    desk.tell_owner(turn, case, Say(text("owner-reported", number=number, body=name), subject=number))
    turn.reply(
        "report-recorded",
        slot=_slot(case),
        number=number,
        body=name,
        who=turn.who.name or "—",
        how=text(f"by-{way}"),
    )
    desk.show(turn, case)
    return None


def _reportable(turn: Turn, number: str) -> Case | None:
    case = allowed(turn, number, Action.REPORT)
    if case is None:
        return None
    if not is_reportable(case):
        turn.answer_tap("moved-on", alert=True, number=number)
        return None
    return case


def is_reportable(case: Case) -> bool:
    """Whether the desk has judged that somebody outside is to be told."""
    judged = case.class_ in {classes.DEVELOPERS, classes.OUTSIDE} and classes.decided(case) is not None
    return judged and classes.effect(case) == classes.LARGE and case.state is not State.WITHDRAWN


def _fits(turn: Turn, case: Case, body: str) -> bool:
    """二类 goes to the developer, 三类 to one of the site's list."""
    if case.class_ == classes.DEVELOPERS:
        return body == DEVELOPER
    return bodies.body_of(turn, case, body) is not None


# what they answer


def news(turn: Turn, number: str) -> None:
    """What the developer or the body says is asked for in words, for the owner."""
    case = allowed(turn, number, Action.REPORT)
    if case is None:
        return None
    if not waits_for_news(case):
        return turn.answer_tap("moved-on", alert=True, number=number)
    return asking.ask(turn, case, NEWS, text("ask-news", number=number))


def _news(turn: Turn, case: Case, said: Written) -> None:
    if not waits_for_news(case):
        return turn.answer_tap("moved-on", alert=True, number=case.number)
    if not said.words.strip():
        asking.ask(turn, case, NEWS, text("ask-news", number=case.number))
        return turn.reply("write-words")
    if approval.holds(turn, case, said.words, turn.who.id, NEWS):
        return None
    _pass_on(turn, case, said.words, turn.who.id)
    told = desk.told(turn, case)
    return turn.reply("passed-on", slot=f"writing:{case.number}", number=case.number, told=told)


def _pass_on(turn: Turn, case: Case, said: str, by: int) -> None:
    sent = classes.reports(case)
    body = sent[-1].data["body"] if sent else DEVELOPER
    case.note("news", turn.now, by, why=said, body=body)
    words = text("owner-outside-news", number=case.number, body=bodies.name_of(turn, case, body), words=said)
    desk.tell_owner(turn, case, Say(words, subject=case.number))
    desk.show(turn, case)


def release(turn: Turn, case: Case, draft: approval.Draft) -> None:
    """News that names a day goes out once somebody with authority has seen it (RE-7)."""
    _pass_on(turn, case, draft.words, draft.by or turn.who.id)


def waits_for_news(case: Case) -> bool:
    """Whether somebody outside has it, and the owner still waits."""
    return case.is_open and bool(classes.reports(case))


def _waits_for(kind: int, case: Case) -> bool:
    return case.class_ == kind and waits_for_news(case)


EXTRAS = (
    Extra(
        "report-outside",
        "draft",
        Action.REPORT,
        lambda c: is_reportable(c) and (c.class_ == 3 or not classes.reports(c)),
    ),
    Extra("developer-news", "outside-news", Action.REPORT, lambda c: _waits_for(classes.DEVELOPERS, c)),
    Extra("body-news", "outside-news", Action.REPORT, lambda c: _waits_for(classes.OUTSIDE, c)),
)
RELEASES = {NEWS: release}
WRITERS = {NEWS: Writer(Action.REPORT, _news, submit="send-it")}
TAPS = {"effect": effect, "draft": draft, "reported": reported, "outside-news": news}
