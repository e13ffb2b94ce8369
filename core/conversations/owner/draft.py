"""A draft: what an owner has told us so far, before there is a case."""

from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from hashlib import blake2s
from typing import Any

from core.book import Dialogue
from core.case import VISITS, Kind
from core.chat import Attachment, Event
from core.conversations.wording import own_number
from core.people import Person
from core.site import Sites
from core.understanding import Understanding
from core.understanding.name import name_told
from core.understanding.way import wished_way

FILING, RECORDING = "filing", "recording"  # the dialogues a draft may be in


@dataclass(slots=True)
class Draft:
    """What was said, and what was understood of it; every field is plain data, kept with the dialogue."""

    id: str
    site: str = ""
    kind: str = ""  # chosen by the owner, or understood
    chosen: bool = False  # the kind was chosen, words do not change it
    words: list[list[str]] = field(default_factory=list)  # [message id, text], in order, verbatim
    media: list[list[Any]] = field(default_factory=list)
    unit: str | None = None  # "" = a common area
    name: str = ""
    phone: str = ""
    expectation: str | None = None  # None = not asked yet, "" = none
    category: str = ""
    class_: int | None = None
    urgent: bool = False
    sure: float = 0.0
    because: list[str] = field(default_factory=list)
    guided: bool = False  # asked for the expectation too
    fixed: list[str] = field(default_factory=list)  # fields the owner corrected by hand
    failures: int = 0  # to the question being asked
    shown_to: str = ""  # the site whose desk has seen this emergency, * for every one
    alarms: list[int] = field(default_factory=list)  # the tasks it alarmed the desk with
    album: str = ""  # several pictures sent as one: the platform tells them one by one
    waiting: bool = False  # a timer waits for the owner to fall silent
    touched: str = ""  # when the owner last did anything here
    apart: bool = False  # what a neighbour reported is another matter (IN-14)
    way: str = ""  # by which the answer is wished for: chat, phone, visit, letter; empty is: not said (RE-4)
    # what a colleague records for an owner has these besides (IN-6)
    by: int = 0  # who records
    via: str = ""  # by which way it came
    received: str = ""  # when, ISO
    recipient: int = 0  # who received it, the recorder if nobody else
    result: list[list[str]] = field(default_factory=list)  # what was done on the spot, as `words` (IN-7)
    shots: list[list[Any]] = field(default_factory=list)  # and how it looks now
    price: int = 0  # what the owner agreed to pay for it, in cents (HA-3)

    @classmethod
    def begin(cls, event: Event, who: Person, sites: Sites) -> "Draft":
        """An empty draft that already knows what we know of the person."""
        homes = {home.site for home in who.homes}
        site = homes.pop() if len(homes) == 1 else sites.only.id if sites.only else ""
        known = [home.unit for home in who.homes if home.site == site]
        unit = known[0] if len(known) == 1 else None
        return cls(draft_id(event), site, unit=unit, name=who.name, phone=who.phone)

    @classmethod
    def record(cls, event: Event, who: Person, sites: Sites) -> "Draft":
        """An empty draft of what a colleague records for somebody else."""
        own = [site for site in sites if who.roles(site)]
        site = own[0] if len(own) == 1 else ""
        return cls(draft_id(event), site, guided=True, by=who.id, recipient=who.id)

    @classmethod
    def of(cls, dialogue: Dialogue) -> "Draft":
        """The draft somebody is working on."""
        names = {f.name for f in fields(cls)}
        return cls(**{name: value for name, value in dialogue.data.items() if name in names})

    def keep(self, dialogue: Dialogue, step: str, now: datetime) -> None:
        """Put the draft back, waiting at a step."""
        self.touched = now.isoformat()
        dialogue.begin(self.dialogue, step, **asdict(self))

    @property
    def dialogue(self) -> str:
        """What is being done with it: colleagues' own matters and those they record are kept apart."""
        return RECORDING if self.by else FILING

    @property
    def issue(self) -> str:
        """The owner's own words, verbatim."""
        return "\n".join(words for _, words in self.words)

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """Pictures, voices, videos and files."""
        return tuple(Attachment(*item) for item in self.media)

    def hear(self, event: Event, sites: Sites) -> None:
        """Take in one message: words and pictures in any order, a corrected message in place of the old one."""
        if event.text:
            same = next((pair for pair in self.words if event.message and pair[0] == event.message), None)
            if same:
                same[1] = event.text
            else:
                self.words.append([event.message, event.text])
        if event.phone and not self.by:  # whoever records shares their own
            self.fix("phone", own_number(event.phone))
        known = {item[1] for item in self.media}
        self.media += [a.packed() for a in event.attachments if a.ref not in known]
        self.understand(sites)

    def understand(self, sites: Sites) -> None:
        """Fill in what the words say, sparing what the owner has set by hand."""
        found = sites.understand(self.site, self.issue)
        self._judge(found)
        self._fill("unit", found.unit)
        self._fill("phone", found.phone)
        self._fill("name", (name_told(self.issue) if self.by else None) or found.name)
        self._fill("expectation", found.expectation)
        self._fill("way", wished_way(self.issue))

    def _judge(self, found: Understanding) -> None:
        kind = found.kind.value
        if kind in set(Kind) and not (self.chosen and (Kind(self.kind) in VISITS or Kind(kind) in VISITS)):
            self.kind = kind
        if "category" not in self.fixed:
            self.category = found.category.value or ""
            self.sure = found.category.sure if found.category.because else 0.0  # a default is no judgement
            self.class_ = found.class_.value
        self.urgent = found.urgent.value
        self.because = list(dict.fromkeys(found.urgent.because + found.category.because))[:4]

    def _fill(self, name: str, value: str | None) -> None:
        if value and name not in self.fixed:
            setattr(self, name, value)

    def fix(self, name: str, value: Any) -> None:
        """Set a field by the owner's own answer; words do not change it any more."""
        setattr(self, name, value)
        self.fixed = [*self.fixed, name] if name not in self.fixed else self.fixed


def draft_id(event: Event) -> str:
    """A short name for the draft begun by this event."""
    return blake2s(event.key.encode(), digest_size=5).hexdigest()
