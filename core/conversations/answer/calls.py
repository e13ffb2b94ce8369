"""Calls that need not be made any more: the reason for them is gone."""

from core.case import Case
from core.chat import Say, text
from core.site import DESK
from core.turn import Turn

VERDICT_CALLS = ("verdict-call", "explained-call")  # made because an owner said nothing to an answer


def call_off(turn: Turn, case: Case, *kinds: str) -> None:
    """Take calls off the desk's list, saying so where they stand."""
    for kind in kinds or VERDICT_CALLS:
        for listed in turn.book.tasks(case.site, kind, case.number):
            if task := turn.book.task(listed.id):
                task.done = turn.now
                words = text("call-off", number=case.number)
                say = Say(words, slot=f"task:{task.id}", subject=case.number)
                turn.post(turn.site_of(case), DESK, say)
