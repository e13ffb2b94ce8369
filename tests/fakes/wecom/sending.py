"""Messages to members: /cgi-bin/message/…"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.fakes.wecom import contents
from tests.fakes.wecom.chats import Card, Message
from tests.fakes.wecom.faults import Refusal

if TYPE_CHECKING:
    from tests.fakes.wecom.people import Member
    from tests.fakes.wecom.server import WeCom

Raw = dict[str, Any]
KINDS = {"text", "markdown", "textcard", "template_card", *contents.FILES}
MOST = 1000  # members in one call
ALIKE = 1800  # seconds for which the same message counts as the same


def send(server: "WeCom", query: Raw, body: Raw) -> Raw:
    """message/send: to members, one copy each."""
    agent(server, body)
    to, invalid, unlicensed = _recipients(server, body)
    kind, complain = str(body.get("msgtype")), _complainer(server, "message/send")
    if kind not in KINDS:
        raise Refusal(40008, "invalid message type")
    raw: Any = body.get(kind)
    if kind == "template_card":
        fields, card = _card(server, raw, complain)
    else:
        fields, card = contents.content(kind, raw, complain), None
    media = server.files.sent(kind, fields.get("media_id")) if kind in contents.FILES else None
    msgid = server.new_id("MSG")
    if not _again(server, body, complain):
        for member in to:
            message = Message(member.chat, msgid, kind, fields, server.clock(), media)
            _deliver(server, member, message, card)
    answer = {"invaliduser": "|".join(invalid), "unlicenseduser": "|".join(unlicensed), "msgid": msgid}
    answer = {name: value for name, value in answer.items() if value}
    return answer | ({"response_code": server.responses.new(card)} if card else {})


def agent(server: "WeCom", body: Raw, errcode: int = 40056) -> None:
    """Refuse a call for another app."""
    if "agentid" not in body:
        raise Refusal(41011, "missing agentid")
    if str(body["agentid"]) != str(server.agent):
        raise Refusal(errcode, "invalid agentid")


def _recipients(server: "WeCom", body: Raw) -> tuple[list["Member"], list[str], list[str]]:
    """Who gets it, whom there is none of, and who has no licence; ids come back in small letters."""
    if not any(body.get(name) for name in ("touser", "toparty", "totag")):
        raise Refusal(82001, "All touser & toparty & totag empty")
    names = list(dict.fromkeys(name for name in str(body.get("touser") or "").split("|") if name))
    if len(names) > MOST:
        raise Refusal(40032, "invalid userid list size")
    if names == ["@all"]:
        names = [member.userid for member in server.members.values() if member.visible]
    found = {name.lower(): server.find(name) for name in names}
    invalid = [name for name, member in found.items() if member is None]
    unlicensed = [name for name, member in found.items() if member and not member.licensed]
    to = [member for member in found.values() if member and member.licensed]
    if not to and not unlicensed:
        raise Refusal(81013, "user & party & tag all invalid", invaliduser="|".join(invalid))
    if unlicensed:
        server.complaints.append(f"message/send: {len(unlicensed)} without a licence")
    return to, invalid, unlicensed


def _deliver(server: "WeCom", member: "Member", message: Message, card: Card | None) -> None:
    if not server.meter.passes(member.userid, server.clock()):
        server.dropped.append(message)
        server.complaints.append("message/send: dropped, too many for a member")
        return
    member.chat.messages.append(message)
    if card:
        card.messages.append(message)


def _card(server: "WeCom", raw: Any, complain: contents.Complain) -> tuple[Raw, Card | None]:
    fields = contents.card(raw, complain)
    if fields["card_type"] != "button_interaction":
        return fields, None
    if not server.callback_set:
        raise Refusal(43012, "require callback url")
    task_id = contents.task_id_fits(fields.get("task_id"))
    if task_id in server.cards:
        raise Refusal(42014, "taskid has existed or empty or exceed max len")
    server.cards[task_id] = Card(task_id)
    return fields, server.cards[task_id]


def _again(server: "WeCom", body: Raw, complain: contents.Complain) -> bool:
    """Whether the same was said a while ago, where the caller asked to check."""
    if not body.get("enable_duplicate_check"):
        return False
    lasts = timedelta(seconds=int(body.get("duplicate_check_interval") or ALIKE))
    what, now = json.dumps(body, sort_keys=True), server.clock()
    before: datetime | None = server.alike.get(what)
    if before is not None and now - before < lasts:
        complain("the same again within the interval: not shown")
        return True
    server.alike[what] = now
    return False


def update(server: "WeCom", query: Raw, body: Raw) -> Raw:
    """message/update_template_card: the buttons greyed, or the card anew; a code is good for one call."""
    agent(server, body, errcode=42015)
    code = str(body.get("response_code") or "")
    card = server.responses.meaning(code)
    targets, invalid = _targets(card, body)
    becomes = _change(server, card, body)
    server.responses.use(code)
    for message in targets:
        becomes(message)
    return {"invaliduser": invalid} if invalid else {}


def _targets(card: Card, body: Raw) -> tuple[list[Message], list[str]]:
    if body.get("atall"):
        return list(card.messages), []
    userids = body.get("userids") or []
    if not isinstance(userids, list) or len(userids) > MOST:
        raise Refusal(40032, "invalid userid list size")
    targets = card.of(userids)
    reached = {message.chat.owner.lower() for message in targets}
    invalid = [userid.lower() for userid in userids if userid.lower() not in reached]
    if not targets:
        raise Refusal(81013, "user & party & tag all invalid", invaliduser=invalid)
    return targets, invalid


def _change(server: "WeCom", card: Card, body: Raw) -> Callable[[Message], None]:
    complain = _complainer(server, "message/update_template_card")
    if "template_card" in body:
        fields = contents.card(body["template_card"], complain)
        if fields.setdefault("task_id", card.task_id) != card.task_id:
            raise Refusal(42014, "taskid is not the one of this card")
        greyed = str(fields.get("replace_text", ""))
        return lambda message: message.becomes(fields, greyed)
    name = (body.get("button") or {}).get("replace_name")
    if not isinstance(name, str) or not name:
        raise Refusal(42020, "missing button name")
    return lambda message: message.becomes(message.fields, name)


def _complainer(server: "WeCom", where: str) -> contents.Complain:
    return lambda words: server.complaints.append(f"{where}: {words}")
