"""Who we are and who they are: /cgi-bin/gettoken, /cgi-bin/user/…, /cgi-bin/auth/…, and the sign-in page."""

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from tests.fakes.wecom.faults import Refusal

if TYPE_CHECKING:
    from tests.fakes.wecom.server import WeCom

Raw = dict[str, Any]
SCOPES = {"snsapi_base", "snsapi_userinfo", "snsapi_privateinfo"}


class NoPage(Exception):
    """The sign-in page shows an error."""


def gettoken(server: "WeCom", query: Raw, body: Raw) -> Raw:
    """gettoken: the app's token for its secret."""
    if not query.get("corpid"):
        raise Refusal(41002, "corpid missing")
    if not query.get("corpsecret"):
        raise Refusal(41004, "corpsecret missing")
    if query["corpid"] != server.corpid:
        raise Refusal(40013, "invalid corpid")
    if query["corpsecret"] != server.secret:
        raise Refusal(40001, "invalid credential")
    token, seconds = server.tokens.get()
    return {"access_token": token, "expires_in": seconds}


def getuserinfo(server: "WeCom", query: Raw, body: Raw) -> Raw:
    """auth/getuserinfo: whose code it is; of somebody from outside only an openid."""
    if not query.get("code"):
        raise Refusal(41008, "code missing")
    userid = server.logins.use(str(query["code"]))
    if userid.lower() in server.members:
        return {"userid": userid}
    return {"openid": f"o{userid}"}


def user(server: "WeCom", query: Raw, body: Raw) -> Raw:
    """user/get: a member, as far as the app may see them."""
    if not query.get("userid"):
        raise Refusal(41009, "missing userid")
    member = server.members.get(str(query["userid"]).lower())
    if member is None:
        raise Refusal(60111, "userid not found")
    if not member.visible:
        raise Refusal(60011, "no privilege to access/modify contact/party/agent")
    return {"userid": member.userid, "name": member.name, "department": [1], "status": 1}


def authorize(server: "WeCom", query: Raw, userid: str) -> str:
    """Where the sign-in page sends the browser of this person."""
    back = urlsplit(query.get("redirect_uri", ""))
    if not userid:
        raise NoPage("请在企业微信客户端打开链接")
    if query.get("appid") != server.corpid or str(query.get("agentid", server.agent)) != str(server.agent):
        raise NoPage("appid 或 agentid 参数错误")
    if query.get("response_type") != "code" or query.get("scope") not in SCOPES:
        raise NoPage("response_type 或 scope 参数错误")
    if back.scheme not in {"http", "https"} or (server.domain and back.netloc != server.domain):
        raise NoPage("redirect_uri 与应用的可信域名不一致")
    if not re.fullmatch(r"[0-9A-Za-z]{0,128}", query.get("state", "")):
        raise NoPage("state 只可为 a-zA-Z0-9, 不超过128个字节")
    more = urlencode({"code": server.logins.new(userid), "state": query.get("state", "")})
    return back._replace(query=f"{back.query}&{more}" if back.query else more).geturl()
