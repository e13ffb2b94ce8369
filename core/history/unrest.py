"""Public order, as the history has it: seen as such, out of hand, the police called (TR-12)."""

from core.case import WORKING, Case, State

SEEN, CALLED = "public-order", "police"  # entries
_IN_COURSE = frozenset({State.FILED, State.DISPATCHED, *WORKING})


def may_need_police(case: Case) -> bool:
    """Whether it is one that may still get out of hand, and nobody has called them yet."""
    return case.state in _IN_COURSE and case.last(SEEN) is not None and case.last(CALLED) is None
