"""The owners' roster: out of whatever table the office keeps, into the database.

table       CSV or workbook → rows          columns     which column is what
owners      rows → residents, or reasons    (storage.roster writes them)
"""

from bot.roster.columns import NoColumns
from bot.roster.owners import Imported, Rejected, import_owners
from bot.roster.table import Unreadable

__all__ = ["Imported", "NoColumns", "Rejected", "Unreadable", "import_owners"]
