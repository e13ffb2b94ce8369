"""The channels for which there are keys; a key that is half there is said to be missing, not passed over."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bot.channels.base import Channel
from bot.channels.telegram import Telegram
from bot.channels.wechat import Template, WeChat
from bot.channels.wecom import WeCom
from bot.clock import Clock, real
from bot.links import Links
from bot.settings import Settings
from bot.wording import commands

_AUTHORIZE = "/connect/oauth2/authorize"
_NEEDED = {  # of a platform for which at least one of them is set
    "WeChat": ("wechat_appid", "wechat_secret", "wechat_token", "public_url"),
    "WeCom": ("wecom_corpid", "wecom_secret", "wecom_agent", "wecom_token", "wecom_aes_key", "public_url"),
}


class NotConnected(Exception):
    """A platform's keys are half there or wrong; `names` are the settings that are to be seen to."""

    def __init__(self, platform: str, names: Sequence[str]) -> None:
        super().__init__(platform)
        self.platform, self.names = platform, [f"BIHUAN_{name}".upper() for name in names]


def channels_of(given: Settings, clock: Clock = real) -> list[Channel]:
    """Every platform that is connected.

    Raises:
        NotConnected: some of a platform's keys are missing.

    """
    return list(_channels(given, clock))


def _channels(given: Settings, clock: Clock) -> Iterator[Channel]:
    if given.telegram_token.get_secret_value():
        yield telegram(given, clock)
    if _is_wanted(given, "WeChat"):
        yield wechat(given, clock)
    if _is_wanted(given, "WeCom"):
        yield wecom(given, clock)


def telegram(given: Settings, clock: Clock = real) -> Telegram:
    """The Telegram bot."""
    return Telegram(
        given.telegram_token.get_secret_value(),
        api=given.telegram_api,
        public_url=given.public_url,
        secret=given.telegram_secret.get_secret_value(),
        pace=given.telegram_pace,
        commands=commands(clock()),
        clock=clock,
    )


def wechat(given: Settings, clock: Clock = real) -> WeChat:
    """The WeChat Official Account."""
    _complete(given, "WeChat")
    with _fitting("WeChat", "wechat_aes_key"):
        return _wechat(given, clock, _template(given.wechat_template))


def _wechat(given: Settings, clock: Clock, template: Template | None) -> WeChat:
    return WeChat(
        given.wechat_appid,
        given.wechat_secret.get_secret_value(),
        given.wechat_token.get_secret_value(),
        given.wechat_aes_key.get_secret_value(),
        api=given.wechat_api,
        oauth=given.weixin_oauth,
        menus=given.wechat_menus,
        template=template,
        public_url=given.public_url,
        clock=clock,
    )


def wecom(given: Settings, clock: Clock = real) -> WeCom:
    """The WeCom app."""
    _complete(given, "WeCom")
    with _fitting("WeCom", "wecom_aes_key"):
        return _wecom(given, clock)


def _wecom(given: Settings, clock: Clock) -> WeCom:
    return WeCom(
        given.wecom_corpid,
        given.wecom_secret.get_secret_value(),
        given.wecom_agent,
        given.wecom_token.get_secret_value(),
        given.wecom_aes_key.get_secret_value(),
        api=given.wecom_api,
        oauth=f"{given.weixin_oauth}{_AUTHORIZE}",
        public_url=given.public_url,
        clock=clock,
    )


def links_of(given: Settings, clock: Clock = real) -> Links | None:
    """Links to pages, where there is an address and something to sign them with."""
    key = given.signing_key()
    return Links(key, given.public_url, clock) if key and given.public_url else None


def _template(written: str) -> Template | None:
    id, *fields = written.split() or [""]
    pairs = (field.partition("=") for field in fields)
    with _fitting("WeChat", "wechat_template"):
        return Template(id, {name: keyword for name, _, keyword in pairs}) if id else None


@contextmanager
def _fitting(platform: str, name: str) -> Iterator[None]:
    """What a platform's key cannot be is said by the name of the setting, never by its value."""
    try:
        yield
    except ValueError:
        raise NotConnected(platform, [name]) from None


def _is_wanted(given: Settings, platform: str) -> bool:
    return any(_is_set(given, name) for name in _NEEDED[platform] if name != "public_url")


def _complete(given: Settings, platform: str) -> None:
    missing = [name for name in _NEEDED[platform] if not _is_set(given, name)]
    if missing:
        raise NotConnected(platform, missing)


def _is_set(given: Settings, name: str) -> bool:
    value = getattr(given, name)
    return bool(value.get_secret_value() if hasattr(value, "get_secret_value") else value)
