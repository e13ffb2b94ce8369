"""The dialogue: six turns of an owner who files a repair."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """What the owner does, and a fragment of the answer that belongs to it."""

    does: str
    answer: str
    taps: bool = False


DIALOGUE = (
    Step("/start", "您好"),
    Step("家里厨房水槽下面一直漏水", "哪一户"),
    Step("3-2-1201", "电话"),
    Step("13800138000", "核对"),
    Step("今晚能派人来修吗", "核对"),
    Step("确认提交", "WJ-", taps=True),
)
