"""The environment, read once into one frozen Settings."""

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
    sites: Annotated[tuple[Path, ...], NoDecode, BeforeValidator(_listed)] = ()  # files, or folders of them
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = ""  # https://…: with it Telegram calls us, without it we ask Telegram

    telegram_token: SecretStr = SecretStr("")
    telegram_name: str = ""  # the bot's user name without @, for the links on invitations
    telegram_secret: SecretStr = SecretStr("")  # made from the token where it is not set
    telegram_api: str = "https://api.telegram.org"
    telegram_pace: bool = True  # keep to Telegram's limits; off only against a server of one's own
