"""Danger in words about a case: the job that is there is raised, and nobody waits for a second one (TR-2)."""

from core.case import Case, State
from core.chat import Say, text
from core.conversations.desk import judging
from core.conversations.wording import place_of
from core.conversations.work import holder
from core.turn import Turn


def speaks_of(turn: Turn, site: str, words: str) -> bool:
    """Whether the words are those of an emergency."""
    return bool(words) and turn.sites.understand(site, words).urgent.value


def goes_on(case: Case) -> bool:
    """Whether there is work still to be done, so that danger belongs to it."""
    return case.state in judging.UNDONE or case.state is State.JOINED


def raised(turn: Turn, case: Case, words: str) -> bool:
    """Make an emergency of the work that is there, of a joined case the work for all; False where it is one already."""
    if not (goes_on(case) and speaks_of(turn, case.site, words)):
        return False
    work = turn.book.case(case.lead) if case.state is State.JOINED else case
    if work is None or work.urgent or work.state not in judging.UNDONE:
        return False
    judging.set_urgent(turn, work, True)
    if work.handler != turn.who.id:
        said = text("job-raised", number=work.number, place=place_of(work.unit))
        holder.tell(turn, work, Say(said, subject=work.number))
    return True
