"""Signing in with WeChat's own browser: it sends the person back with a code that says who they are."""

from urllib.parse import urlencode

OPEN = "https://open.weixin.qq.com"


def address(oauth: str, appid: str, back: str, state: str) -> str:
    """Where to send the browser. WeChat wants these in this order, and this mark at the end."""
    asked = {
        "appid": appid,
        "redirect_uri": back,
        "response_type": "code",
        "scope": "snsapi_base",
        "state": state,
    }
    return f"{oauth.rstrip('/')}/connect/oauth2/authorize?{urlencode(asked)}#wechat_redirect"
