"""What a person calls themself: 我姓陈, 王奶奶, 老周, My name is Li Wei."""

import re

from core.understanding.plain import plain

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_TITLE = r"(?:先生|女士|小姐|太太|老师|奶奶|爷爷|阿姨|叔叔|大爷|大妈|大姐|大哥|伯伯|婆婆|阿婆|阿公|医生|师傅|生|总|姐|哥|叔|姨|妈妈|爸爸)"
_NAMED = (
    re.compile(rf"(?:我姓|免贵姓|本人姓|姓)\s?(?P<name>[{_SURNAMES}])(?!名)"),
    re.compile(rf"(?:我是|我叫|这里是|我系|的|，|,|^|\s)\s?(?P<name>(?:[{_SURNAMES}]{_TITLE}|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}{_TITLE}))(?=$|[\s，,。.;；:：!！]|我)"),
    re.compile(rf"(?:我叫|我的名字(?:叫|是)|联系人|姓名|名字)[\s:：是]{{0,2}}(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=$|[\s，,。.;；¤0-9住在是]|电话|手机)"),
    re.compile(rf"(?:我是|的|号|室|¤|\s)\s?(?P<name>[老小][{_SURNAMES}])(?=$|[\s，,。.¤0-9])"),
)  # fmt: skip
# As a colleague names an owner: 302王阿姨说, 业主李明来电; a 师傅 is one of ours.
_OWNER = _TITLE.replace("师傅|", "")
_TOLD = (
    re.compile(rf"(?:^|[\s，,。.;；:：0-9室户号的]|业主|住户)\s?(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{0,2}}?{_OWNER})"),
    re.compile(rf"(?:业主|住户)[:：是叫\s]?(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=$|[\s，,。.;；¤0-9]|来电|来信|来访|打电话|说|反映|投诉|报修)"),
)  # fmt: skip
_ENGLISH = re.compile(
    r"(?:my name is|this is|i am|i'm|name:)\s+(?P<name>(?:(?:mr|mrs|ms|miss|dr)\.?\s)?[a-z][a-z'\-]+(?:\s[a-z][a-z'\-]+)?)",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"(?:a|an|the|in|at|on|from|not|so|very|writing|calling|building|block|unit|room|flat|tower|living|your|just|really|locked|stuck|trapped|still|having|here|about|sorry|my|to|going)\b",
    re.IGNORECASE,
)


def find_name(text: str, flat: str) -> str | None:
    """The name or form of address the writer gives for themself, as they wrote it."""
    for shape in _NAMED:
        match = shape.search(flat)
        if match:
            return text[match.start("name") : match.end("name")]
    english = _ENGLISH.search(text)
    if english and english["name"][0].isupper() and not _NOT_NAMES.match(english["name"]):
        return _capitalised(english["name"])
    return None


def name_told(text: str) -> str | None:
    """The owner's name as somebody else tells it, as they wrote it."""
    flat = plain(text)
    match = next(filter(None, (shape.search(flat) for shape in _TOLD)), None)
    return text[match.start("name") : match.end("name")] if match else None


def _capitalised(name: str) -> str:
    """Only the leading words that are written like names."""
    words = name.split()
    kept = [words[0]] + [word for word in words[1:] if word[0].isupper()]
    return " ".join(kept)
