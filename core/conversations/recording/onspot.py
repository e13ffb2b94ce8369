"""已当场解决: recorded with its result in one go, reported to the supervisor, and answered as usual (IN-7).

So is a job a handler did before there was an order (补单, DI-6); the owner's verdict confirms it. What cost money needs
its price and the owner's word on it (HA-3); what a department did is an order to be signed like any other (HA-7).
"""

from core.case import VISITS, Case, State, with_media
from core.chat import Attachment, Say, Text, What, choice, text
from core.conversations.answer import reply
from core.conversations.clock import ladder
from core.conversations.desk import desk
from core.conversations.owner import emergency, filing, opening
from core.conversations.owner.draft import Draft
from core.conversations.owner.fields import missing
from core.conversations.wording import for_groups, place_of, unreadable
from core.conversations.work import card
from core.history.quotation import yuan
from core.people import Person, Role
from core.site import DESK, Site
from core.turn import Turn
from core.understanding.price import Doubt, read_price

STEP, PRICE = "result", "price"  # of the recording
FREE, PAID, AGREED = "free", "paid", "agreed"
AT_WORK = frozenset({Role.HANDLER, Role.SUPERVISOR, Role.DUTY})


def begin(turn: Turn, id: str) -> None:
    """Ask for the result, in words; a picture is welcome."""
    draft = _draft(turn, id)
    if draft is None:
        return turn.answer_tap("draft-gone", alert=True)
    if missing(turn, draft):
        return filing.go_on(turn, draft)
    draft.keep(turn.dialogue, STEP, turn.now)
    return turn.reply("onspot-ask", (choice("back", "told", draft.id),), slot=_slot(draft))


def _draft(turn: Turn, id: str) -> Draft | None:
    draft = filing.in_hand(turn)
    return draft if draft and draft.by and draft.id == id and turn.who.roles(draft.site) else None


def speak(turn: Turn) -> None:
    """One more message of the result."""
    draft, event = Draft.of(turn.dialogue), turn.event
    if turn.dialogue.step == PRICE and event.text and event.what is not What.EDITED:
        return _priced(turn, draft)
    if not (event.text or event.attachments):
        return turn.reply(unreadable(event.unreadable))
    same = next((pair for pair in draft.result if event.message and pair[0] == event.message), None)
    if same:
        same[1] = event.text
    elif event.text:
        draft.result.append([event.message, event.text])
    draft.shots += [a.packed() for a in event.attachments]
    draft.keep(turn.dialogue, STEP, turn.now)
    pays = (choice("done-free", "settle", draft.id, FREE), choice("done-paid", "settle", draft.id, PAID))
    words, back = _words(draft) or "—", (choice("back", "told", draft.id),)
    return turn.reply("onspot-so-far", pays, back, slot=_slot(draft), words=words, pictures=len(draft.shots))


def _ask_price(turn: Turn, draft: Draft) -> None:
    draft.keep(turn.dialogue, PRICE, turn.now)
    turn.reply("onspot-price", (choice("back", "onspot", draft.id),), slot=_slot(draft))


def _priced(turn: Turn, draft: Draft) -> None:
    """How much it is; that the owner agreed to it is said with the next tap."""
    found = read_price(turn.event.text)
    most = turn.sites[draft.site].sop.quotations.most * 100
    if isinstance(found, Doubt) or not 0 < found.cents <= most:
        return _ask_price(turn, draft)
    draft.price = found.cents
    draft.keep(turn.dialogue, PRICE, turn.now)
    agreed = choice("owner-agreed", "settle", draft.id, AGREED, draft.price)
    total = yuan(draft.price)
    return turn.reply(
        "onspot-agreed", (agreed, choice("back", "onspot", draft.id)), slot=_slot(draft), total=total
    )


def submit(turn: Turn, id: str, paid: str, cents: str = "") -> None:
    """Filed and done, in one turn; nothing closes without the owner's word."""
    draft = _draft(turn, id)
    if draft is None or paid not in {FREE, PAID, AGREED} or (paid == AGREED and cents != str(draft.price)):
        return turn.answer_tap("draft-gone", alert=True)
    if missing(turn, draft):
        return filing.go_on(turn, draft)
    if not _words(draft):
        return turn.answer_tap("result-needs-words", alert=True)
    if paid == PAID or (paid == AGREED and not draft.price):
        return _ask_price(turn, draft)
    turn.dialogue.end()
    return _settle(turn, draft, opening.file(turn, draft), paid == AGREED)


def _settle(turn: Turn, draft: Draft, case: Case, paid: bool) -> None:
    site = turn.site_of(case)
    case.department, case.handler = _who_did_it(turn.who, case, site)
    price = {"amount": draft.price, "consent": "told"} if paid else {}
    is_order = bool(case.department) and (paid or turn.who.works_for(site.id, case.department))
    case.move(
        "settle",
        turn.now,
        turn.who.id,
        why=_words(draft),
        paid=paid,
        media=draft.shots,
        order=is_order,
        **price,
    )
    with_media(case, tuple(Attachment(*item) for item in draft.shots))
    words = text("onspot-recorded", number=case.number, place=place_of(case.unit))
    turn.answer(Say(words, ((choice("record-another", "record"),),), slot=_slot(draft), subject=case.number))
    emergency.calm(turn, draft)
    _report(turn, case, site)
    _answer(turn, case, site)
    if case.state is not State.REPLIED:  # until the answer comes the owner has at least the number
        opening.tell_owner(turn, case)


def _who_did_it(who: Person, case: Case, site: Site) -> tuple[str, int | None]:
    """A handler's own department, and themselves; else the one it would have gone to, and whoever recorded it."""
    own = {post.department for post in who.posts if post.site == site.id and post.role in AT_WORK}
    if len(own) == 1 and case.kind in VISITS:
        return own.pop(), who.id
    return (site.department_for(case.category) if case.kind in VISITS else ""), who.id


def _report(turn: Turn, case: Case, site: Site) -> None:
    """To the supervisor of the department concerned; where there is none to the desk's lead."""
    words = text(
        "onspot-report",
        number=case.number,
        place=place_of(case.unit),
        issue=for_groups(case.issue, case.name) or text("only-pictures"),
        result=for_groups(case.result.why if case.result else "", case.name),
        who=turn.who.name or "—",
        cost=_cost(case),
    )
    say = Say(words, ((choice("see-card", "card", case.number),),), subject=case.number)
    heads = ladder.superiors(turn, case, site, Role.SUPERVISOR) if case.department else []
    leads = turn.book.staff(site.id, frozenset({Role.LEAD}))
    told = [turn.tell(person, say) for person in heads or leads]
    if not any(told):
        turn.post(site, DESK, say)


def _cost(case: Case) -> Text:
    cents = case.result.data.get("amount", 0) if case.result else 0
    return text("onspot-cost", total=yuan(cents)) if cents else text("onspot-free")


def _answer(turn: Turn, case: Case, site: Site) -> None:
    """The desk's own words go out as they are; a handler's by the rule for every finished job (RE-1)."""
    ordinary = case.kind in site.sop.replies.unedited and not case.urgent
    if turn.who.at_desk(site.id) or ordinary:
        reply.send(turn, case, desk.draft_of(turn, case), turn.who.id)
        return None
    if case.department:
        card.show(turn, case)
    return desk.ask_for_reply(turn, case)


def _words(draft: Draft) -> str:
    return "\n".join(said for _, said in draft.result)


def _slot(draft: Draft) -> str:
    return f"draft:{draft.id}"


TAPS = {"onspot": begin, "settle": submit}
