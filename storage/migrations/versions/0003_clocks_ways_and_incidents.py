"""Clocks of a case, ways of answering, incidents, the words for a visit."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("way", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("lead", sa.String(), nullable=False, server_default=""))
        batch_op.create_index("cases_by_lead", ["lead"], unique=False)

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("briefed", sa.String(), nullable=False, server_default=""))

    op.execute("UPDATE timers SET kind = 'clock', data = '{}' WHERE kind = 'untaken'")
