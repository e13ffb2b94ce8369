"""The front door: greeting, menu, help, language."""

from core.chat import Rows, Say, choice, text
from core.conversations.owner import filing, status
from core.conversations.owner.binding import posts_of
from core.texts import LANGUAGES
from core.turn import Turn

CHOICES = (("menu-complain", "menu-repair"), ("menu-ask", "menu-mine"))
SHARE = "share-phone"
MENU = (*CHOICES, (SHARE,))  # what always stays below the line where an owner types
STANDING: tuple[
    tuple[str, str | tuple[tuple[str, str], ...]], ...
] = (  # where a platform keeps three buttons below
    ("menu-repair", "menu:repair"),
    ("menu-complain", "menu:complain"),
    (
        "menu-more",
        (
            ("menu-mine", "mine"),
            ("menu-ask", "menu:ask"),
            ("ask-a-person", "human"),
            ("menu-bind", "bind"),
        ),
    ),
)
COMMANDS = {  # what can be typed, and the menu entry it stands for
    "/repair": "menu-repair",
    "/complain": "menu-complain",
    "/ask": "menu-ask",
    "/mine": "menu-mine",
}
LABELS = ("menu-complain", "menu-repair", "menu-ask", "menu-mine", "ask-a-person", SHARE)


def rows() -> Rows:
    """The menu as buttons."""
    return tuple(tuple(choice(key, "menu", key.removeprefix("menu-")) for key in row) for row in CHOICES)


def greet(turn: Turn) -> None:
    """A first word, and what can be done here; a colleague hears what they are to us."""
    if turn.who.is_staff:
        row = ((choice("record", "record"),),) if turn.event.private else ()
        return turn.reply("greeting-staff", *row, name=turn.who.name, posts=posts_of(turn, turn.who))
    site = turn.sites.only
    words = text("greeting", estate=site.name if site else "")
    return turn.answer(Say(words, menu=True))


def offer_help(turn: Turn) -> None:
    """What can be said here."""
    phones = {site.phone for site in turn.sites.values() if site.phone}
    record: Rows = ((choice("record", "record"),),) if turn.who.is_staff else ()
    offered = (*record, *rows()) if turn.event.private else ()
    turn.reply("help", *offered, phone="、".join(sorted(phones)) or "—")


def chosen(turn: Turn, name: str) -> None:
    """A menu entry, tapped, typed or sent as a command."""
    if not turn.event.private:
        return turn.answer_tap("start-first", alert=True)
    key = name if name.startswith("menu-") else f"menu-{name}"
    if key in filing.KINDS:
        return filing.begin(turn, filing.KINDS[key])
    return status.mine(turn)


def languages(turn: Turn) -> None:
    """Which language shall we speak?"""
    turn.reply(
        "language-which", tuple(choice(f"language-{tag}", "lang", tag) for tag in LANGUAGES), slot="language"
    )


def speak_language(turn: Turn, tag: str) -> None:
    """From now on in this language (PE-3)."""
    if tag in LANGUAGES:
        turn.keep_person(language=tag)
    turn.reply("language-set", *rows(), slot="language")


def thank_back(turn: Turn) -> None:
    """谢谢 is no complaint, and opens nothing."""
    turn.reply("you-are-welcome")


TAPS = {"menu": chosen, "lang": speak_language}
