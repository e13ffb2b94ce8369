"""The call to make in an emergency: to whom, told by name to everybody who may make it, ticked once made (DI-3)."""

from core import duty
from core.book import Task
from core.case import Case, State
from core.chat import Choice, Say, Text, choice, text
from core.conversations.access import allowed
from core.conversations.wording import place_of
from core.people import Person
from core.rights import Action
from core.site import DESK
from core.turn import Turn

KIND = "emergency-call"
LYING = frozenset({State.FILED, State.DISPATCHED})


def open_call(turn: Turn, case: Case) -> None:
    """The desk, and whoever covers for it, are to call those on duty; those on duty hear of it themselves, too."""
    people = duty.to_call(turn, case)
    ids = [person.id for person in people]
    task = turn.book.open_task(Task(KIND, case.site, turn.now, case=case.number, data={"people": ids}))
    who = duty.names(people) or text("whoever-is-on-duty")
    words = text("emergency-call", number=case.number, who=who)
    row = (choice("called", "tick", task.id), *_numbers(people, task))
    say = Say(words, (row,), slot=f"task:{task.id}", subject=case.number)
    posted = turn.post(turn.site_of(case), DESK, say)
    told = [person.id for person in duty.covering(turn, case.site) if turn.tell(person, say)]
    if not (posted or told):
        told = [person.id for person in duty.seniors(turn, case.site) if turn.tell(person, say)]
    task.data["told"] = told
    _alarm(turn, case)


def _numbers(people: list[Person], task: Task) -> tuple[Choice, ...]:
    return (choice("duty-numbers", "dutyphone", task.id),) if people else ()


def _alarm(turn: Turn, case: Case) -> None:
    if not case.department:
        return
    words = text("duty-alarm", number=case.number, place=place_of(case.unit))
    say = Say(words, ((choice("see-card", "card", case.number),),), subject=case.number)
    shift = duty.shift_on(turn, case.site)
    for person in duty.rostered(turn, case.site, case.department, shift):
        turn.tell(person, say)


def remind(turn: Turn, case: Case, say: Say) -> None:
    """What the department or the desk hears of a case nobody has, whoever covers for them hears too (DI-7)."""
    if case.state in LYING:
        for person in duty.covering(turn, case.site):
            turn.tell(person, say)


def tell_cover(turn: Turn, case: Case, say: Say) -> None:
    """What an owner says while the desk may be away is told to whoever covers, too (DI-7)."""
    for person in duty.covering(turn, case.site):
        if person.id not in {turn.who.id, case.handler, case.owner}:
            turn.tell(person, say)


def numbers(turn: Turn, id: str) -> None:
    """The numbers of those to call, in private to whoever may make the call; a group never sees one whole."""
    task = turn.book.task(int(id)) if id.isdigit() else None
    if task is None or task.kind != KIND:
        return turn.answer_tap("button-unknown", alert=True)
    case = allowed(turn, task.case, Action.CALL)
    if case is None:
        return None
    found = filter(None, map(turn.book.person, task.data.get("people", ())))
    lines = tuple(_line(person) for person in found)
    say = Say(text("duty-numbers-private", number=case.number, lines=lines), subject=case.number)
    return turn.answer_tap("sent-private" if turn.tell(turn.who, say) else "start-first", alert=True)


def _line(person: Person) -> Text:
    return text("duty-number", name=person.name or "—", phone=person.phone or text("phone-unknown"))


TAPS = {"dutyphone": numbers}
