"""Whoever opens a page is known by a code that is good once."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from tests.fakes.wechat import User, WeChat
from tests.fakes.wechat.played import Account, Clock, authorize


@pytest.fixture
async def page(account: Account) -> AsyncIterator[str]:
    """A page that wants to know who opens it, and knows them by a cookie from then on."""

    async def show(request: web.Request) -> web.Response:
        known = request.cookies.get("who")
        if not known and "code" not in request.query:
            raise web.HTTPFound(authorize(account.wechat, str(request.url)))
        if not known:
            query = {"appid": account.wechat.appid, "secret": account.wechat.secret}
            query |= {"grant_type": "authorization_code", "code": request.query["code"]}
            known = (await account.get("sns/oauth2/access_token", **query))["openid"]
        answer = web.Response(text=f"{known} {request.query.get('state', '')}")
        answer.set_cookie("who", known)
        return answer

    app = web.Application()
    app.router.add_get("/card", show)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/card"
    await runner.cleanup()


async def test_a_page_learns_who_opens_it(wechat: WeChat, page: str, wang: User) -> None:
    assert await wang.opens(page) == "oWang s1"
    assert await wang.opens(page) == "oWang "
    assert await wechat.user("oLi").opens(page) == "oLi s1"
    assert len(wechat.called("sns/oauth2/access_token")) == 2


async def test_authorizations_that_are_refused(wechat: WeChat, page: str, wang: User) -> None:
    wrong = [
        authorize(wechat, page, mark=""),
        authorize(wechat, page, state="s" * 129),
        authorize(wechat, page, scope="everything"),
        authorize(wechat, page, appid="wx0"),
        authorize(wechat, page).replace("&scope=snsapi_base", "").replace("?", "?scope=snsapi_base&"),
    ]
    for url in wrong:
        assert (await wang.opens(url)).startswith("Oops"), url
    wechat.oauth.domain = "bihuan.example"
    assert (await wang.opens(page)).startswith("Oops")


async def test_a_code_says_once_whose_it_is(clock: Clock, wechat: WeChat, account: Account) -> None:
    def given() -> str:
        query = authorize(wechat, "https://example.com/", mark="").partition("?")[2]
        return wechat.oauth.authorize(query, "oWang").partition("code=")[2].partition("&")[0]

    asked = {"appid": wechat.appid, "secret": wechat.secret, "grant_type": "authorization_code"}
    path, code_ = "sns/oauth2/access_token", given()
    assert (await account.get(path, **asked, code=code_))["openid"] == "oWang"
    assert (await account.get(path, **asked, code=code_))["errcode"] == 40163
    assert (await account.get(path, **asked, code="made-up"))["errcode"] == 40029
    assert (await account.get(path, **asked))["errcode"] == 41008
    assert (await account.get(path, **asked | {"secret": "x"}, code=given()))["errcode"] == 40125
    late = given()
    clock.passes(minutes=5)
    assert (await account.get(path, **asked, code=late))["errcode"] == 40029
