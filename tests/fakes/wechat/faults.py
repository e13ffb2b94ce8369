"""What the platform refuses, and what can go wrong on the way to it."""

from dataclasses import dataclass

HOW = ("hang", "drop", "lose", "gibberish")  # never answers, cuts before the work, cuts after it, a web page


class Refusal(Exception):
    """The platform says no, in JSON and with HTTP 200."""

    def __init__(self, errcode: int, errmsg: str) -> None:
        super().__init__(f"{errcode} {errmsg}")
        self.errcode, self.errmsg = errcode, errmsg


class Broken(Exception):
    """An answer or an envelope that the platform cannot make anything of."""


@dataclass
class Fault:
    """One thing going wrong, for so many calls of a path; 0 times: until healed."""

    path: str  # empty: any
    errcode: int = 0
    status: int = 0
    how: str = ""
    seconds: float = 0.0  # before anything happens
    times: int = 1


def fault(path: str, what: int | str, times: int) -> Fault:
    """Name a fault: an HTTP status, an errcode, or one of `HOW`."""
    if isinstance(what, str):
        assert what in HOW, what
        return Fault(path, how=what, times=times)
    if 100 <= what < 600:
        return Fault(path, status=what, times=times)
    return Fault(path, errcode=what, times=times)
