"""Tokens and files live as long as on the real platform."""

from tests.fakes.wechat import User, WeChat
from tests.fakes.wechat.media import PHOTO, VIDEO
from tests.fakes.wechat.played import Account, Clock


async def test_the_stable_token_is_the_same_until_shortly_before_its_end(
    clock: Clock, account: Account
) -> None:
    first = await account.fetches_token()
    assert len(first["access_token"]) == 512
    clock.passes(minutes=114)
    again = await account.fetches_token()
    assert (again["access_token"], again["expires_in"]) == (first["access_token"], 360)
    clock.passes(minutes=1)
    newer = await account.fetches_token()
    assert newer["access_token"] != first["access_token"]
    assert (await account.get("menu/get", access_token=first["access_token"]))["errcode"] == 46003
    clock.passes(minutes=5)
    assert (await account.get("menu/get", access_token=first["access_token"]))["errcode"] == 42001
    assert (await account.get("menu/get"))["errcode"] == 46003


async def test_a_forced_token_ends_the_other_at_once_but_not_too_often(
    clock: Clock, account: Account
) -> None:
    first = account.token
    assert (await account.fetches_token(force_refresh=True))["access_token"] != first
    assert (await account.get("menu/get", access_token=first))["errcode"] == 40001
    second = account.token
    assert (await account.fetches_token(force_refresh=True))["access_token"] == second
    for _ in range(19):
        clock.passes(seconds=30)
        assert "access_token" in await account.fetches_token(force_refresh=True)
    clock.passes(seconds=30)
    assert (await account.fetches_token(force_refresh=True))["errcode"] == 45009


async def test_the_old_token_call_gives_another_each_time(
    clock: Clock, wechat: WeChat, account: Account
) -> None:
    asked = {"grant_type": "client_credential", "appid": wechat.appid, "secret": wechat.secret}
    first, second = [(await account.get("token", **asked))["access_token"] for _ in range(2)]
    assert first != second
    clock.passes(minutes=5)
    assert (await account.get("menu/get", access_token=first))["errcode"] == 42001
    assert (await account.get("menu/get"))["errcode"] == 46003
    assert len(wechat.called("token")) == 2


async def test_tokens_that_are_refused(wechat: WeChat, account: Account) -> None:
    assert (await account.get("menu/get", access_token=""))["errcode"] == 41001
    assert (await account.get("menu/get", access_token="made-up"))["errcode"] == 40014
    wechat.tokens.revoke()
    assert (await account.get("menu/get"))["errcode"] == 40001
    await account.fetches_token()
    assert (await account.get("menu/get"))["errcode"] == 46003
    wechat.tokens.refusing = 42001
    await account.fetches_token()
    assert (await account.get("menu/get"))["errcode"] == 42001


async def test_credentials_and_address_are_checked(wechat: WeChat, account: Account) -> None:
    assert (await account.fetches_token(secret="wrong"))["errcode"] == 40125
    assert (await account.fetches_token(appid="wrong"))["errcode"] == 40013
    assert (await account.fetches_token(grant_type="wrong"))["errcode"] == 40002
    wechat.on_allow_list = False
    answer = await account.fetches_token()
    assert (answer["errcode"], "127.0.0.1" in answer["errmsg"]) == (40164, True)


async def test_uploads_that_are_refused(account: Account) -> None:
    assert (await account.uploads("image", bytes(2 * 1024 * 1024)))["errcode"] == 0
    assert (await account.uploads("image", bytes(2 * 1024 * 1024 + 1)))["errcode"] == 40009
    assert (await account.uploads("image", b""))["errcode"] == 44001
    assert (await account.uploads("image", PHOTO, "a"))["errcode"] == 40005
    assert (await account.uploads("picture", PHOTO))["errcode"] == 40004
    assert (await account.post("media/upload", {"media": "a"}, type="image"))["errcode"] == 41005
    raw = "--x\r\nContent-Disposition: form-data; name=\"media\"; filename*=utf-8''%E7%85%A7.jpg\r\n\r\nabc\r\n--x--\r\n"
    url = f"{account.wechat.url}/cgi-bin/media/upload"
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    query = {"access_token": account.token, "type": "image"}
    async with account.session.post(url, params=query, data=raw, headers=headers) as answer:
        assert (await answer.json(content_type=None))["errcode"] == 41005


async def test_files_are_fetched_for_three_days_and_errors_are_json(
    clock: Clock, wechat: WeChat, wang: User, account: Account
) -> None:
    await wang.sends_photo(content=b"\xff\xd8picture")
    photo = wang.chat.messages[0].media
    assert photo is not None
    assert await account.get("media/get", media_id=photo.id) == b"\xff\xd8picture"
    assert (await account.get("media/get", media_id="nothing"))["errcode"] == 40007
    clock.passes(days=3)
    await account.fetches_token()
    assert (await account.get("media/get", media_id=photo.id))["errcode"] == 40007


async def test_a_video_is_fetched_from_an_address(wechat: WeChat, wang: User, account: Account) -> None:
    await wang.sends_video()
    video = wang.chat.messages[0].media
    assert video is not None
    answer = await account.get("media/get", media_id=video.id)
    async with account.session.get(answer["video_url"]) as page:
        assert await page.read() == VIDEO
    wechat.video_links = False
    assert await account.get("media/get", media_id=video.id) == VIDEO
