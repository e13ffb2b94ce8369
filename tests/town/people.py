"""Who lives and works in the town, and on which platform."""

import re
from collections.abc import Callable
from pathlib import Path

from core.chat import Address

SITE = Path(__file__).with_name("wangjiang.toml")
SECOND_SITE = Path(__file__).with_name("binjiang.toml")

OWNERS = {"owner": (1001, "王秀英", ""), "husband": (1002, "刘德明", ""), "neighbour": (1003, "Emma", "en")}
STAFF = {
    "zhang": (2001, "张志强"),
    "li": (2002, "李建国"),
    "supervisor": (2003, "王海"),
    "sun": (2004, "孙梅"),
    "zhao": (2005, "赵勇"),
    "agent": (2006, "陈静"),
    "manager": (2007, "周明"),
    "deputy": (2008, "何志远"),  # at head office
    "wu": (2009, "吴敏"),  # of the desk, and nothing more
    "ma": (2010, "马超"),  # at the monitoring centre
    "assistant": (2011, "林芳"),
}
GROUPS = {
    "service": (-4001, "客服中心", ("agent", "wu", "manager")),
    "engineering": (-4002, "工程部", ("zhang", "li", "supervisor")),
    "cleaning": (-4003, "环境部", ("sun", "agent")),
    "order": (-4004, "秩序维护部", ("zhao", "agent")),
}

Where = Callable[[int], Address]
_USERIDS = {number: userid for userid, (number, _) in STAFF.items()}
_CHATIDS = {number: chatid for chatid, (number, *_) in GROUPS.items()}


def on_telegram(number: int) -> Address:
    """Everybody, and the groups."""
    return Address("telegram", str(number))


def on_weixin(number: int) -> Address:
    """The staff and their groups on WeCom, everybody else on WeChat."""
    if number in _CHATIDS:
        return Address("wecom", f"@{_CHATIDS[number]}")
    return (
        Address("wecom", _USERIDS[number].lower())
        if number in _USERIDS
        else Address("wechat", f"oWangjiang{number}")
    )


def on_three(number: int) -> Address:
    """The same, but for a manager who stays on Telegram."""
    return on_telegram(number) if number == STAFF["manager"][0] else on_weixin(number)


WHERE: dict[str, Where] = {"telegram": on_telegram, "weixin": on_weixin, "three": on_three}


def site_file(kind: str, folder: Path) -> Path:
    """The estate's file, with its people where they are."""
    if kind == "telegram":
        return SITE
    written = re.sub(
        r"telegram:(-?\d+)", lambda found: str(WHERE[kind](int(found[1]))), SITE.read_text("utf-8")
    )
    path = folder / f"{SITE.stem}-{kind}.toml"
    path.write_text(written, "utf-8")
    return path
