"""A site in a file that a clerk can write: read, checked, and brought into the database.

reading     file → SiteFile            layout      what a file may say
findings    what is wrong, in words    checks      what does not fit together
lines       where it stands            planting    staff and groups into the database
"""

from bot.sitefile.findings import Finding, SiteFileError
from bot.sitefile.layout import SiteFile
from bot.sitefile.planting import plant
from bot.sitefile.reading import examine, load_sites, read_site

__all__ = ["Finding", "SiteFile", "SiteFileError", "examine", "load_sites", "plant", "read_site"]
