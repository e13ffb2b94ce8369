"""Groups the app makes: /cgi-bin/appchat/…"""

import re
import secrets
from typing import TYPE_CHECKING, Any

from tests.fakes.wecom import contents
from tests.fakes.wecom.chats import Group, Message
from tests.fakes.wecom.faults import Refusal

if TYPE_CHECKING:
    from tests.fakes.wecom.server import WeCom

Raw = dict[str, Any]
KINDS = {"text", "markdown", "textcard", *contents.FILES}  # and no template_card
NAME = 50  # characters


def create(server: "WeCom", query: Raw, body: Raw) -> Raw:
    """appchat/create: two members at least, and an id nobody has."""
    _rights(server)
    members = body.get("userlist") or []
    _members(server, members)
    owner = body.get("owner") or members[0]
    if owner.lower() not in {userid.lower() for userid in members}:
        raise Refusal(86207, "owner not in userlist")
    chatid = body.get("chatid") or secrets.token_hex(16)
    if not re.fullmatch(r"[0-9A-Za-z]{1,32}", str(chatid)):
        raise Refusal(86001 if len(str(chatid)) <= 32 else 86205, "invalid chatid")
    if chatid in server.groups:
        raise Refusal(86215, "chatid existed")
    name = str(body.get("name") or "群聊")
    if len(name) > NAME:
        server.complaints.append("appchat/create: name was cut")
    server.groups[chatid] = Group(owner, chatid=chatid, name=name[:NAME], members=list(members))
    return {"chatid": chatid}


def _rights(server: "WeCom") -> None:
    if not server.root_scope:
        raise Refusal(60011, "no privilege to access/modify contact/party/agent")


def _members(server: "WeCom", members: Any) -> None:
    if not isinstance(members, list) or not members:
        raise Refusal(86204, "missing userlist")
    if not 2 <= len({userid.lower() for userid in members}) <= 2000:
        raise Refusal(86006, "invalid chat member size")
    if not all(server.find(userid) for userid in members):
        raise Refusal(86007, "invalid chat member")


def get(server: "WeCom", query: Raw, body: Raw) -> Raw:
    """appchat/get: who is in it."""
    _rights(server)
    return {"chat_info": _group(server, query.get("chatid")).raw()}


def update(server: "WeCom", query: Raw, body: Raw) -> Raw:
    """appchat/update: another name, another owner, members in and out."""
    _rights(server)
    group = _group(server, body.get("chatid"))
    coming, going = (
        body.get("add_user_list") or [],
        {each.lower() for each in body.get("del_user_list") or []},
    )
    kept = [userid for userid in group.members if userid.lower() not in going]
    members = kept + [each for each in coming if each.lower() not in {userid.lower() for userid in kept}]
    _members(server, members)
    owner = body.get("owner") or group.owner
    if owner.lower() not in {userid.lower() for userid in members}:
        raise Refusal(86207, "owner not in userlist")
    group.members, group.owner, group.name = members, owner, (body.get("name") or group.name)[:NAME]
    return {}


def _group(server: "WeCom", chatid: object) -> Group:
    if not chatid:
        raise Refusal(86201, "missing chatid")
    group = server.groups.get(str(chatid))
    if group is None:
        raise Refusal(86003, "chatid not exist")
    if group.dissolved:
        raise Refusal(49008, "chat was dismissed")
    return group


def send(server: "WeCom", query: Raw, body: Raw) -> Raw:
    """appchat/send: to everybody in the group."""
    group, kind = _group(server, body.get("chatid")), body.get("msgtype")
    if kind not in KINDS:
        raise Refusal(40008, "invalid message type")
    fields = contents.content(
        kind, body.get(kind) or {}, lambda words: server.complaints.append(f"appchat/send: {words}")
    )
    media = server.files.sent(kind, fields.get("media_id")) if kind in contents.FILES else None
    message = Message(group, server.new_id("GRP"), kind, fields, server.clock(), media)
    passing = [server.group_meter.passes(userid.lower(), server.clock()) for userid in group.members]
    if any(passing):
        group.messages.append(message)
    if not all(passing):
        server.dropped.append(message)
        server.complaints.append("appchat/send: dropped, too many for a member")
    return {}
