"""完工: the handler reports measures and result in words and pictures, and whether it was paid (HA-6)."""

from typing import Any

from core.case import WORKING, Case, with_media
from core.chat import Attachment, choice, text
from core.conversations.access import allowed
from core.conversations.answer import reply
from core.conversations.desk import desk
from core.conversations.wording import unreadable
from core.conversations.work import asked, card, holder
from core.history import quotation
from core.rights import Action
from core.turn import Turn

FREE, PAID = "free", "paid"


def begin(turn: Turn, number: str) -> None:
    """Ask for the result; it may come as several messages and pictures in any order."""
    case = allowed(turn, number, Action.FINISH)
    if case is None:
        return None
    if case.state not in WORKING:
        return turn.answer_tap("moved-on", alert=True, number=number)
    turn.dialogue.begin("result", "telling", case=number, round=case.round, words=[], media=[])
    return turn.reply(
        "ask-result", _cancel(number), slot=f"result:{number}", number=number, handler=turn.who.name or "—"
    )


def speak(turn: Turn) -> None:
    """One more message of the result."""
    data = turn.dialogue.data
    if turn.event.text:
        same = next((pair for pair in data["words"] if pair[0] == turn.event.message), None)
        if same:
            same[1] = turn.event.text
        else:
            data["words"].append([turn.event.message, turn.event.text])
    data["media"] += [a.packed() for a in turn.event.attachments]
    if not (turn.event.text or turn.event.attachments):
        return turn.reply(unreadable(turn.event.unreadable))
    return _show(turn, data, below=True)


def _show(turn: Turn, data: dict[str, Any], below: bool) -> None:
    number = data["case"]
    rows = (
        (choice("done-free", "done", number, FREE), choice("done-paid", "done", number, PAID)),
        _cancel(number),
    )
    words, pictures = "\n".join(said for _, said in data["words"]) or "—", len(data["media"])
    so_far = text("result-so-far", number=number, words=words, pictures=pictures)
    turn.show(so_far, *rows, slot=f"result:{number}", below=below)


def submit(turn: Turn, number: str, paid: str, bare: str = "") -> None:
    """The result goes on record; the owner is asked to inspect, the desk to answer. A photo is asked for once."""
    case, data = turn.book.case(number), turn.dialogue.data
    if turn.dialogue.name != "result" or data["case"] != number:
        return turn.answer_tap("moved-on", alert=True, number=number)
    if (
        case is None
        or case.state not in WORKING
        or case.handler != turn.who.id
        or data["round"] != case.round
    ):
        turn.dialogue.end()
        return turn.answer_tap("moved-on", alert=True, number=number)
    if allowed(turn, number, Action.FINISH) is None:
        return None
    words = "\n".join(said for _, said in data["words"])
    if not words:
        return turn.answer_tap("result-needs-words", alert=True)
    if paid == PAID and quotation.agreed(case) is None:
        return _needs_consent(turn, case)
    if quotation.is_held(case):  # nothing to pay is no way around the owner's no
        return _needs_consent(turn, case, "result-needs-word")
    photos = tuple(Attachment(*item) for item in turn.dialogue.data["media"])
    if not photos and not bare:
        without = (choice("done-without-photo", "done", number, paid, "bare"),)
        return turn.reply(
            "result-needs-photo", without, _cancel(number), slot=f"result:{number}", number=number
        )
    turn.dialogue.end()
    return _finish(turn, case, words, photos, paid == PAID)


def _needs_consent(turn: Turn, case: Case, key: str = "result-needs-quote") -> None:
    """No paid work without the owner's word on the price; what was told so far is kept meanwhile (HA-3)."""
    now = quotation.newest(case)
    answer = (now.answer or "waiting") if now else "none"
    turn.reply(key, (choice("quote", "quote", case.number),), number=case.number, answer=answer)


def _finish(turn: Turn, case: Case, words: str, photos: tuple[Attachment, ...], paid: bool) -> None:
    media = [a.packed() for a in photos]
    agreed = quotation.agreed(case) if paid else None
    price = {"amount": agreed.total, "version": agreed.version} if agreed else {}
    case.move("finish", turn.now, turn.who.id, why=words, paid=paid, media=media, **price)
    asked.over(turn, case)
    with_media(case, photos)
    turn.reply("result-kept", slot=f"result:{case.number}", number=case.number)
    if _goes_unedited(turn, case):
        reply.send(turn, case, desk.draft_of(turn, case), by=None)
    else:
        desk.ask_for_reply(turn, case)
    card.show(turn, case)
    holder.tell(turn, case, card.private(turn, case, fresh=False))


def _goes_unedited(turn: Turn, case: Case) -> bool:
    """An ordinary finished repair, the first time round, may be answered without the desk (RE-1)."""
    unedited = turn.site_of(case).sop.replies.unedited
    return case.kind in unedited and case.round == 1 and not case.urgent


def cancel(turn: Turn, number: str) -> None:
    """Not finished after all."""
    if turn.dialogue.name == "result" and turn.dialogue.data["case"] == number:
        turn.dialogue.end()
    case = allowed(turn, number, Action.FINISH)
    if case is None:
        return None
    if case.state not in WORKING:
        return turn.answer_tap("moved-on", alert=True, number=number)
    return turn.reply("result-cancelled", slot=f"result:{number}", number=number)


def _cancel(number: str) -> Any:
    return (choice("cancel", "undone", number),)


TAPS = {"finish": begin, "done": submit, "undone": cancel}
