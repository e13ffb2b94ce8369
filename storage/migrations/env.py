"""What Alembic runs: the revisions, on the connection that `storage.migrate` holds open."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel

import storage.tables
from storage.tables import Utc


def plain_type(kind: str, thing: Any, _: AutogenContext) -> str | Literal[False]:
    """A revision names database types only: our own may change, what was written down may not."""
    if kind != "type":
        return False
    if isinstance(thing, Utc):
        return "sa.DateTime()"
    return "sa.String()" if type(thing).__name__ == "AutoString" else False


assert storage.tables  # filled the metadata
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_item=plain_type,
    render_as_batch=True,
)
context.run_migrations()
