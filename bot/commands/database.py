"""`migrate`, and how the other commands come to the database."""

from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot.commands.screen import refuse, say, settings
from bot.settings import Settings
from storage.migrate import migrate as bring_up_to_date
from storage.unit import Store


def migrate() -> None:
    """Bring the database to the newest revision."""
    bring(settings())
    say("migrated", "green")


def bring(given: Settings) -> None:
    """Bring the database to the newest revision; ends with why where that is not possible."""
    try:
        bring_up_to_date(given.database)
    except OperationalError as error:
        refuse("database-unreachable", database=without_password(given.database), why=reason(error))


def open_store(given: Settings) -> Store:
    """The database, up to date."""
    bring(given)
    return Store(given.database)


def reason(error: SQLAlchemyError) -> str:
    """What the driver says, on one line and without what was to be written."""
    return " ".join(str(getattr(error, "orig", error)).split())[:300]


def without_password(url: str) -> str:
    """A database's URL, fit to be shown."""
    return make_url(url).render_as_string(hide_password=True)
