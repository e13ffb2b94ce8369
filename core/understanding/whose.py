"""Whose unit it is: the speaker's own or the home the case is for, never one merely pointed at."""

import re

from core.understanding.numerals import NUMBER
from core.understanding.unit import Place, conceal, place_of, places

_OWN = re.compile(
    r"(?:我(?!家?(?:楼上|楼下|隔壁|对门|对面|邻居))[们家妈爸奶爷婆公岳父母老人这里住是在的姓叫呢嘛就那个]{0,8}|本人|俺家?|住在?|住址|地址|房号|房间号?|门牌号?|单元号|业主"
    r"|报修|帮[我他她]?[妈爸家]?|这里是|这边是|来自|my|i'm|i am|i live|we are|we're|here is|this is|from|live (?:in|at)|address)"
    r"[\s:：,，是在的at\-]{0,6}$"
)
_OTHERS = re.compile(
    r"(?:楼上|楼下|隔壁|对门|对面|邻居|旁边|前面|后面|斜对过|他们?家?|那家|那户|有户|人家|某户|举报|投诉|送到|误投|upstairs|downstairs|next door|neighbou?rs?|neighbou?r'?s|above|below|opposite)"
    r"[家们的是那户住在个就叫：:,，\s(（]{0,5}(?:in |at |of |from |unit |flat |apartment )*$"
)
_OTHERS_AFTER = re.compile(
    r"\s?(?:室|号|房)?\s?(?:的?(?:那[家户个]|这[家户]|人家)|的?(?:住户|租客|租户|邻居|房客|男的|女的|老头|老太|小伙|熊孩子|男主人|女主人)(?!\s*[,，。、！!：:;；]|\s*$)"
    r"|(?:家|的)?(?:养的?)?(?:小|大|两条)?(?:狗|泰迪|金毛|鸡|鹦鹉)|(?:家)?(?:正?在|又在|还在|天天|一直在|最近在)?(?:装修|搞装修|施工)(?!申请|证|押金|许可|手续|备案|的?[想要请])"
    r"|(?:家|的人)?(?:又|还|总|老|天天|经常|一直|每天|正)?(?:往(?:楼)?下(?=扔|丢|倒|泼|吐|抛)|往外(?=扔|丢|倒|泼|抛)|往窗外|从窗户|乱[扔丢倒停]|把(?:垃圾|鞋|杂物|东西|电瓶车|烟头|水)|在(?:砸|敲|钻|吵|打|唱|放|跳)|开派对|群租|养[鸡鸽]))"
    r"|\s?(?:is|are|has|have|keeps?|was|were|plays?|throws?)\b"
)
_ROOM = re.compile(
    r"(?<![0-9a-z\-一幺二三四五六七八九零])(?P<room>[0-9]{3,4}|[一幺二三四五六七八九][零一幺二三四五六七八九十]{2,3})(?![0-9\-元块年月度点分个台%])\s?(?P<mark>室|的|房|号房|住户|业主)?"
)
_HOUSE = re.compile(
    rf"(?<![0-9a-z一二三四五六七八九十\-])(?P<building>[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}}|[a-k])\s?(?:号楼|栋|幢|座(?!机)|#楼?)\s?(?:的|,|，)?\s?(?:(?P<door>{NUMBER})\s?(?:单元|门(?!口)))?"
    r"|\b(?:building|block|tower)\s?(?P<english>[0-9]{1,3})\b"
)


def find_unit(flat: str) -> Place | None:
    """The unit the case is for: marked as one's own first, unmarked next, somebody else's never."""
    shown = conceal(flat)
    unmarked: Place | None = None
    for place in places(flat):
        if _OWN.search(shown[max(0, place.start - 16) : place.start]):
            return place
        if unmarked is None and not _belongs_to_others(shown, place.start, place.end):
            unmarked = place
    return unmarked or _scattered(shown)


def _belongs_to_others(shown: str, start: int, end: int) -> bool:
    return bool(_OTHERS.search(shown[max(0, start - 24) : start]) or _OTHERS_AFTER.match(shown, end))


def _scattered(shown: str) -> Place | None:
    """我401的 … 6号楼: one's own room and the only building named make a unit between them."""
    if any(True for _ in places(shown)):
        return None
    houses = {(match["building"] or match["english"], match["door"]) for match in _HOUSE.finditer(shown)}
    rooms = [match for match in _ROOM.finditer(shown) if _own_room(shown, match)]
    if len({building for building, _ in houses}) != 1 or not rooms:
        return None
    building = next(building for building, _ in houses)
    door = next((door for _, door in houses if door), None)
    return place_of(building, door, rooms[0]["room"], rooms[0].span("room"))


def _own_room(shown: str, match: re.Match[str]) -> bool:
    before = shown[max(0, match.start() - 16) : match.start()]
    if _OTHERS.search(before) or _OTHERS_AFTER.match(shown, match.end("room")):
        return False
    return bool(
        match["mark"] in ("室", "房", "号房")
        or _OWN.search(before)
        or before.endswith(("单元", "单元的", "room "))
    )
