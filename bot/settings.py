"""The environment, read once into one frozen Settings."""

import hmac
import re
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


def _listed(value: object) -> object:
    """Several paths in one line, with commas between them."""
    if not isinstance(value, str):
        return value
    return [path.strip() for path in re.split("[,，;；]", value) if path.strip()]


class Settings(BaseSettings):
    """Everything an installation is told from outside; each field is BIHUAN_ and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="BIHUAN_", env_file=".env", frozen=True, extra="ignore")

    database: str = "sqlite:///data/bihuan.db"
    media: Path = Path("data/media")
    proofs: Path = Path("data/proofs")  # MP_verify_….txt: a platform sees that the host is ours
    sites: Annotated[tuple[Path, ...], NoDecode, BeforeValidator(_listed)] = ()  # files, or folders of them
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = ""  # https://…: with it Telegram calls us, without it we ask Telegram

    telegram_token: SecretStr = SecretStr("")
    telegram_name: str = ""  # the bot's user name without @, for the links on invitations
    telegram_secret: SecretStr = SecretStr("")  # made from the token where it is not set
    telegram_api: str = "https://api.telegram.org"
    telegram_pace: bool = True  # keep to Telegram's limits; off only against a server of one's own

    wechat_appid: str = ""
    wechat_secret: SecretStr = SecretStr("")
    wechat_token: SecretStr = SecretStr("")  # what the console calls Token: signs the callbacks
    wechat_aes_key: SecretStr = SecretStr("")  # EncodingAESKey; empty only for a test account
    wechat_menus: bool = True  # lists to tap; a test account may not have them
    wechat_template: str = ""  # "ID number=character_string1 what=thing2 state=thing3 at=time4"
    wechat_api: str = "https://api.weixin.qq.com"

    wecom_corpid: str = ""
    wecom_secret: SecretStr = SecretStr("")
    wecom_agent: int = 0
    wecom_token: SecretStr = SecretStr("")
    wecom_aes_key: SecretStr = SecretStr("")
    wecom_api: str = "https://qyapi.weixin.qq.com"

    weixin_oauth: str = "https://open.weixin.qq.com"  # who opens a page, on both
    link_secret: SecretStr = SecretStr("")  # signs links to pages; made from the other secrets if not set

    def signing_key(self) -> str:
        """What links are signed with: the same for every process of an installation."""
        if chosen := self.link_secret.get_secret_value():
            return chosen
        keys = (self.telegram_token, self.wechat_secret, self.wecom_secret)
        known = "\n".join(key.get_secret_value() for key in keys)
        return hmac.digest(known.encode(), b"bihuan links", "sha256").hex() if known.strip() else ""
