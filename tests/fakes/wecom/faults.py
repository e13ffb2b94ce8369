"""What can go wrong between us and WeCom: `WeCom.fails` lets it befall the calls that follow."""

from dataclasses import dataclass
from typing import Any


class Refusal(Exception):
    """WeCom says no, as it always does: with HTTP 200 and an errcode."""

    def __init__(self, errcode: int, errmsg: str = "", **more: Any) -> None:
        super().__init__(f"{errcode} {errmsg}")
        self.errcode, self.more = errcode, more
        self.errmsg = f"{errmsg or 'refused'}, hint: [fake], more info at devtool/query?e={errcode}"

    def body(self) -> dict[str, Any]:
        """What stands in the answer."""
        return {"errcode": self.errcode, "errmsg": self.errmsg} | self.more


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing going wrong.

    `how` is errcode (refused before the work), status (an HTTP error), garbage (HTTP 200 and no JSON), hang,
    drop (cut off before the work) or lose (cut off after it).
    """

    how: str
    path: str = ""  # empty: any
    code: int = 0
