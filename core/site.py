"""A site: its estate, its departments, its procedure. Read once from a site file, never changed by a turn."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, field_validator

from core.people import FRONT_DESK
from core.policy import Sop, read_sop
from core.timing.working import WorkingTime
from core.understanding import Understanding, Words, understand

READ_LAST = 64  # messages of which we still know what they said
DESK = FRONT_DESK


class Building(BaseModel):
    """A building 栋: which entrances 单元 it has, none where rooms follow the building at once."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    number: str
    entrances: tuple[str, ...] = ()
    floors: int = Field(default=0, ge=0)  # 0 = not said
    per_floor: int = Field(default=0, ge=0)

    def has(self, entrance: list[str], room: str) -> bool:
        """Whether a room can exist here: the entrance is one of ours, and the floor is not above the roof."""
        known = not entrance or not self.entrances or entrance[0] in self.entrances
        floor = room[:-2] if room.isdigit() and len(room) in {3, 4} else ""
        return known and not (self.floors and floor and int(floor) > self.floors)


class Department(BaseModel):
    """A department 部门 and the group chats it starts with."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str
    name: str
    groups: tuple[str, ...] = ()


class Site(BaseModel):
    """One estate under management."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    id: str = Field(pattern=r"^[a-z0-9-]{1,20}$")
    name: str
    prefix: str = Field(pattern=r"^[A-Z0-9]{1,6}$")
    phone: str = ""  # the desk's telephone
    address: str = ""  # as one says it to the police
    timezone: str = "Asia/Shanghai"
    language: str = "zh-Hans"
    buildings: tuple[Building, ...] = ()
    departments: tuple[Department, ...] = ()
    sop: Sop = Field(default_factory=read_sop)

    @field_validator("timezone")
    @classmethod
    def _known(cls, value: str) -> str:
        ZoneInfo(value)
        return value

    def local(self, moment: datetime) -> datetime:
        """The moment on the clock on this site's wall."""
        return moment.astimezone(ZoneInfo(self.timezone))

    def department(self, id: str) -> Department | None:
        """A department by its id."""
        return next((d for d in self.departments if d.id == id), None)

    def department_for(self, category: str) -> str:
        """Who answers for a category (TR-5); the desk where nobody is named or the department does not exist."""
        wanted = self.sop.triage.departments.get(category, DESK)
        return wanted if self.department(wanted) else DESK

    def has_unit(self, unit: str) -> bool:
        """Whether a unit can exist here: its building is one of ours and has that entrance."""
        parts = unit.split("-")
        building = next((b for b in self.buildings if b.number == parts[0]), None)
        if not self.buildings or unit.startswith("S"):
            return True
        return building is not None and building.has(parts[1:-1], parts[-1])

    @property
    def example_unit(self) -> str:
        """A unit as it should be written here."""
        if not self.buildings:
            return "3-2-1201"
        first = self.buildings[0]
        return "-".join([first.number, *first.entrances[:1], "1201"])


class Sites(Mapping[str, Site]):
    """All sites of an installation, with the compiled words of each."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self._sites = {site.id: site for site in sites}
        self._read = lru_cache(READ_LAST)(self._understand)
        self._working = {site.id: WorkingTime.of(site.sop, site.timezone) for site in self._sites.values()}
        self._words = {site.id: Words.from_toml(site.sop.understanding) for site in self._sites.values()}

    def __getitem__(self, id: str) -> Site:
        return self._sites[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sites)

    def __len__(self) -> int:
        return len(self._sites)

    def working(self, site: str) -> WorkingTime:
        """The working time of a site."""
        return self._working[site]

    def understand(self, site: str, said: str) -> Understanding:
        """What somebody says, as this site's procedure reads it; said again at once it is not read again."""
        return self._read(site if site in self._words else next(iter(self)), said)

    def _understand(self, site: str, said: str) -> Understanding:
        return understand(said, self._words[site])

    @property
    def only(self) -> Site | None:
        """The site, where there is just one."""
        return next(iter(self._sites.values())) if len(self._sites) == 1 else None
