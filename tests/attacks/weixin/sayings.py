"""What is said here means nothing to the office, and is found again by its words."""

from core.chat import Say, choice, text
from tests.attacks.weixin.office import Office
from tests.fakes.wechat.envelope import read, unwrap

NAME, PHONE = "王秀英", "13800138000"
FORGED = ["9" * 30 + "-1", "²-1", "1-²", "-", "1-", "0-0", "1-99999999999999999999", "x-1", "1-1-1"]


def news(words: str) -> Say:
    return Say(text("as-it-is", words=words))


def question(words: str, *acts: str) -> Say:
    rows = tuple((choice("as-it-is", act, words=f"choice {act}"),) for act in acts or ("menu:mine",))
    return Say(text("as-it-is", words=words), rows)


def answered(office: Office, body: bytes) -> str:
    """The words of a passive answer."""
    assert office.wechat.door.seal is not None
    return str(read(unwrap(body.decode(), office.wechat.door.seal, office.wechat.token))["Content"])


def group_link(office: Office, group: str) -> str:
    return str(next(m.link for m in reversed(office.wecom.groups[group].messages) if m.link))
