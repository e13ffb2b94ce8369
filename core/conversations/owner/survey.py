"""Callback 回访: asked some time after a case was closed, by buttons, reminded once; silence is silence (CB-4, CB-6)."""

from dataclasses import replace

from core.book import Survey, Timer
from core.case import Case, State
from core.chat import Rows, Say, What, choice, text
from core.conversations.answer import rounds
from core.conversations.desk import desk
from core.conversations.owner import words
from core.conversations.wording import place_of, shortened
from core.conversations.work import card
from core.policy import Question
from core.timing.calendar import after_quiet, is_quiet
from core.turn import Turn

SKIPPED = "-"


def fall_due(turn: Turn, timer: Timer) -> None:
    """Ask, unless it is night, they are in another dialogue, being asked already, or want none (CB-12)."""
    case, found = turn.book.case(timer.subject), turn.book.survey_of(timer.subject)
    if case is None or found is None or case.state is not State.CLOSED or found.state != "planned":
        return None
    rules, now = turn.site_of(case).sop.callbacks, turn.site_of(case).local(turn.now)
    owner = turn.book.person(found.person)
    if owner is None or not owner.surveys:
        found.state, found.ended = "cancelled", turn.now
        return None
    if is_quiet(now, rules.quiet_from, rules.quiet_until):
        return turn.after(Timer("survey", case.number, after_quiet(now, rules.quiet_from, rules.quiet_until)))
    if turn.book.in_dialogue(owner.id) or turn.book.being_asked(owner.id):
        return turn.after(Timer("survey", case.number, turn.now + rules.busy))
    found.state, found.asked = "asked", turn.now
    turn.after(Timer("survey-silence", case.number, turn.now + rules.reminder))
    if not turn.tell(owner, _question(turn, case, found, 0, fresh=True)):
        _to_call_list(turn, case, found)
    return None


def _question(turn: Turn, case: Case, found: Survey, index: int, fresh: bool = False) -> Say:
    """One question, saying which case it is about."""
    question = _questions(turn, case)[index]
    words = text(
        f"survey-{question.key}",
        number=case.number,
        place=place_of(case.unit),
        issue=shortened(case.issue, 60),
        step=index + 1,
        steps=len(_questions(turn, case)),
    )
    return Say(
        words, _answers(found, index, question), slot=f"survey:{found.id}", subject=case.number, fresh=fresh
    )


def _answers(found: Survey, index: int, question: Question) -> Rows:
    out = ((choice("no-more-surveys", "nosurvey", found.id),),) if index == 0 else ()
    if not question.scores:
        return ((choice("skip", "score", found.id, index, SKIPPED),),)
    return (tuple(choice(f"score-{s}", "score", found.id, index, s) for s in question.scores), *out)


def scored(turn: Turn, id: str, index: str, score: str) -> None:
    """One answer by button; the card goes on to the next question."""
    found = turn.book.survey(int(id)) if id.isdigit() else None
    if found is None or found.person != turn.who.id or found.state not in {"asked", "called"}:
        return turn.answer_tap("survey-over", alert=True)
    case = turn.book.case(found.case)
    if case is None or not index.isdigit() or int(index) != len(found.answers):
        return turn.answer_tap("survey-answered")
    question = _questions(turn, case)[int(index)]
    if score != SKIPPED and score not in question.scores:
        return turn.answer_tap("survey-over", alert=True)
    return _answered(turn, case, found, question, "" if score == SKIPPED else score)


def speak(turn: Turn) -> None:
    """An answer in the owner's own words."""
    found = turn.book.survey(turn.dialogue.data["survey"])
    case = turn.book.case(found.case) if found else None
    if found is None or case is None or found.state not in {"asked", "called"}:
        turn.dialogue.end()
        return words.owner_says(turn, case) if case and turn.event.text else turn.reply("survey-over")
    question = _questions(turn, case)[len(found.answers)]
    if turn.event.attachments:  # a picture is no answer, but somebody is to see it
        words.keep(turn, case)
        words.pass_on(turn, case)
    if turn.event.what is What.EDITED or not turn.event.text or question.scores:
        return turn.reply("survey-words")
    return _answered(turn, case, found, question, turn.event.text)


def _answered(turn: Turn, case: Case, found: Survey, question: Question, answer: str) -> None:
    found.answers = found.answers | {question.key: answer}
    if answer in question.grave and case.state is State.CLOSED:
        _problem(turn, case, found)
    questions = _questions(turn, case)
    index = len(found.answers)
    if index == len(questions):
        return _finish(turn, case, found)
    if not questions[index].scores:
        turn.dialogue.begin("survey", str(index), survey=found.id, case=case.number)
    turn.answer(_question(turn, case, found, index, fresh=not turn.event.act))
    return None


def _finish(turn: Turn, case: Case, found: Survey) -> None:
    found.state, found.ended = "answered", turn.now
    turn.book.cancel("survey-silence", case.number)
    if turn.dialogue.name == "survey":
        turn.dialogue.end()
    case.note("survey", turn.now, turn.who.id, answers=found.answers)
    desk.close_calls(turn, case, "survey-call")
    if case.round > found.round and found.answers.get("wrong"):
        case.note("reject", turn.now, turn.who.id, why=found.answers["wrong"])
        card.show(turn, case)
    if any(found.answers.get(key) for key in ("wrong", "wishes", "needs")):
        desk.survey_words(turn, case, found)
    turn.reply("survey-thanks", slot=f"survey:{found.id}", number=case.number)


def _problem(turn: Turn, case: Case, found: Survey) -> None:
    """A problem raised in a callback opens the case again at once; its survey goes on (CB-7)."""
    rounds.reopen(turn, case, turn.who.id, during=found)
    turn.say(
        turn.event.place, Say(text("survey-reopened", number=case.number), subject=case.number), turn.language
    )


def stop(turn: Turn, id: str) -> None:
    """They want no callbacks any more."""
    found = turn.book.survey(int(id)) if id.isdigit() else None
    if found is None or found.person != turn.who.id or found.state not in {"asked", "called"}:
        return turn.answer_tap("survey-over", alert=True)
    turn.keep_person(surveys=False)
    found.state, found.ended = "cancelled", turn.now
    turn.book.cancel("survey-silence", found.case)
    return turn.reply("survey-stopped", slot=f"survey:{found.id}")


def silence(turn: Turn, timer: Timer) -> None:
    """No answer: reminded once, then on the desk's call list; never recorded as an answer (CB-6)."""
    case, found = turn.book.case(timer.subject), turn.book.survey_of(timer.subject)
    if case is None or found is None or found.state != "asked":
        return None
    rules, now = turn.site_of(case).sop.callbacks, turn.site_of(case).local(turn.now)
    if is_quiet(now, rules.quiet_from, rules.quiet_until):
        later = after_quiet(now, rules.quiet_from, rules.quiet_until)
        return turn.after(Timer(timer.kind, case.number, later, data=timer.data))
    if timer.data.get("reminded"):
        return _to_call_list(turn, case, found)
    asked = _question(turn, case, found, len(found.answers), fresh=True)
    words = text("survey-reminder", number=case.number, question=asked.text)
    turn.tell_id(found.person, replace(asked, text=words))
    return turn.after(Timer(timer.kind, case.number, turn.now + rules.call, data={"reminded": True}))


def _to_call_list(turn: Turn, case: Case, found: Survey) -> None:
    found.state = "called"
    desk.open_call(turn, case, "survey-call")


def entered(turn: Turn, case: Case, score: str) -> None:
    """The overall answer as an agent heard it on the telephone (CB-5)."""
    found = turn.book.survey_of(case.number)
    if found is None:
        return
    found.answers = found.answers | {"overall": score}
    found.state, found.ended = "answered", turn.now
    case.note("survey", turn.now, turn.who.id, why="by-phone", answers=found.answers)
    if score in _questions(turn, case)[0].grave and case.state is State.CLOSED:
        _problem(turn, case, found)


def _questions(turn: Turn, case: Case) -> tuple[Question, ...]:
    return turn.site_of(case).sop.callbacks.questions


TAPS = {"score": scored, "nosurvey": stop}
TIMERS = {"survey": fall_due, "survey-silence": silence}
