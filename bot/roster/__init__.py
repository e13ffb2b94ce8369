"""The owners' roster and that of the staff: out of whatever table the office keeps, into the database.

table       CSV or workbook → rows          columns     which column is what
owners      rows → residents, or reasons    (storage.roster writes them)
duties      rows → duties, or reasons       (storage.duties writes them)
"""

from bot.roster.columns import NoColumns
from bot.roster.duties import Roster, import_duties
from bot.roster.owners import Imported, Rejected, import_owners
from bot.roster.table import Unreadable

__all__ = ["Imported", "NoColumns", "Rejected", "Roster", "Unreadable", "import_duties", "import_owners"]
