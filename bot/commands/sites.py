"""The site files a command works with."""

from bot.commands.screen import errors, refuse, show_findings
from bot.settings import Settings
from bot.sitefile import SiteFile, examine
from core.site import Site


def site_files(given: Settings) -> list[SiteFile]:
    """All site files; ends with what is wrong where one cannot be used."""
    if not given.sites:
        refuse("sites-none")
    files, findings = examine(given.sites)
    grave = [finding for finding in findings if finding.grave]
    if grave:
        show_findings(grave, errors)
        refuse("sites-wrong", count=len(grave))
    if not files:
        refuse("sites-none")
    return files


def one_site(given: Settings, id: str) -> Site:
    """The site that was named, or the only one."""
    sites = {file.site.id: file.site for file in site_files(given)}
    if id in sites:
        return sites[id]
    if not id and len(sites) == 1:
        return next(iter(sites.values()))
    refuse("site-which", given=id or "—", sites=", ".join(sites))
