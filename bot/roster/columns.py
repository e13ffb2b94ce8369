"""Which column is what, by the many names offices give them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.roster.table import Row

HEADERS: Mapping[str, tuple[str, ...]] = {
    "unit": (
        *("房号", "房间号", "房间", "房屋", "房屋号", "房屋编号", "房屋地址", "房产", "单元房号"),
        *("门牌", "门牌号", "住址", "地址"),
        *("unit", "unitno", "home", "flat", "apartment", "address"),
    ),
    "building": ("栋", "楼栋", "栋号", "楼号", "楼栋号", "幢", "幢号", "座", "楼", "building", "block", "tower"),
    "entrance": ("单元", "单元号", "门", "梯", "entrance", "staircase"),
    "room": ("室", "室号", "房", "room", "roomno"),
    "name": (
        *("姓名", "业主", "业主姓名", "住户", "住户姓名", "户主", "户主姓名", "名字", "称呼"),
        *("联系人", "客户", "客户姓名", "客户名称"),
        *("name", "owner", "ownername", "resident", "contact", "fullname"),
    ),
    "phone": (
        *("电话", "电话号码", "联系电话", "联系方式", "手机", "手机号", "手机号码", "移动电话", "业主电话", "联系手机"),
        *("phone", "phonenumber", "mobile", "mobilephone", "tel", "telephone", "cell", "cellphone"),
    ),
}  # fmt: skip
_LOOK = 15  # a title or two may stand above the headers
_NAMES = {name: what for what, names in HEADERS.items() for name in names}
_DECORATION = re.compile(r"[（(\[【].*?[)）\]】]|[\s*:：_\-.#＊]")


class NoColumns(Exception):
    """No row looks like headers; the argument is what the first row says."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the unit, the name and the telephone stand in a row."""

    of: Mapping[str, int]

    def cell(self, cells: Sequence[str], what: str) -> str:
        """What a row says about one of them."""
        index = self.of.get(what, len(cells))
        return cells[index] if index < len(cells) else ""

    def unit(self, cells: Sequence[str]) -> str:
        """The unit as written, put together where building, entrance and room have columns of their own."""
        if "building" not in self.of:
            return self.cell(cells, "unit") or self.cell(cells, "room")
        building, entrance = (_bare(self.cell(cells, what)) for what in ("building", "entrance"))
        room = self.cell(cells, "room") or self.cell(cells, "unit")
        whole = (
            not building or not room.rstrip("室房号").isalnum()
        )  # 3-2-1201 although it has a building column
        return room if whole else "-".join(part for part in (building, entrance, room) if part)


def _bare(cell: str) -> str:
    return cell.strip().rstrip("栋幢座楼号单元门梯")


def find_columns(rows: Sequence[Row]) -> tuple[Columns, int]:
    """The columns, and how many rows stand above the first owner.

    Raises:
        NoColumns: none of the first rows names both a unit and a telephone.
    """
    for index, (_, cells) in enumerate(rows[:_LOOK]):
        named: dict[str, int] = {}
        for at, cell in enumerate(cells):
            what = _NAMES.get(_DECORATION.sub("", cell).casefold())
            if what:
                named.setdefault(what, at)
        if "phone" in named and named.keys() & {"unit", "room"}:
            return Columns(named), index + 1
    raise NoColumns("、".join(cell for cell in rows[0][1] if cell) if rows else "")
