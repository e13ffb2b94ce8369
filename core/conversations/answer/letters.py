"""An answer to be given by hand, whole, in private: a letter as it is printed and signed (RE-2, RE-4)."""

from core.book import Task
from core.case import Case
from core.chat import Say, Text, text
from core.conversations.access import allowed
from core.conversations.answer import ways
from core.conversations.wording import place_of
from core.rights import Action
from core.turn import Turn

PIECE = 1500  # characters of an answer in one message: no platform cuts it, and nothing is left out


def show(turn: Turn, id: str) -> None:
    """看全文: to whoever of the desk asks; there is a name in it, so the look is on record (DI-1)."""
    task = turn.book.task(int(id)) if id.isdigit() else None
    if task is None or task.done or task.kind != ways.TASK:
        return turn.answer_tap("already-done")
    case = allowed(turn, task.case, Action.REPLY)
    if case is None:
        return None
    told = [turn.tell(turn.who, Say(words, subject=case.number)) for words in _whole(turn, case, task)]
    if not all(told):
        return turn.answer_tap("start-first", alert=True)
    case.note("look", turn.now, turn.who.id, why="answer")
    return turn.answer_tap("sent-private", alert=True)


def _whole(turn: Turn, case: Case, task: Task) -> list[Text]:
    """The answer in as many messages as it takes; a letter begins with whom it is for, and ends with who we are."""
    words = task.data["words"]
    pieces = [words[at : at + PIECE] for at in range(0, len(words), PIECE)] or ["—"]
    plain: list[Text] = [text("as-it-is", words=piece) for piece in pieces]
    return plain if case.way != ways.LETTER else _letter(turn, case, plain)


def _letter(turn: Turn, case: Case, body: list[Text]) -> list[Text]:
    whole = [_head(case, body[0]), *body[1:]]
    return [*whole[:-1], _foot(turn, case, whole[-1])]


def _head(case: Case, body: Text) -> Text:
    return text(
        "letter-head", name=case.name or "—", place=place_of(case.unit), number=case.number, body=body
    )


def _foot(turn: Turn, case: Case, body: Text) -> Text:
    site = turn.site_of(case)
    day = f"{site.local(turn.now):%Y-%m-%d}"
    return text("letter-foot", body=body, site=site.name, phone=site.phone or "—", day=day)


TAPS = {"letter": show}
