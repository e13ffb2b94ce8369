"""Who may do what: one table of role, relation to the case and action; asked at the time of the tap (PE-1).

docs/rights.md is printed from it.
"""

from collections.abc import Collection
from enum import StrEnum

from core.case import Case
from core.people import Person, Post, Role, department_of


class Action(StrEnum):
    """What can be done to a case; the transition table says when, the table below by whom."""

    FILE = "file"
    DISPATCH = "dispatch"
    TAKE = "take"
    TRANSFER = "transfer"
    ARRIVE = "arrive"
    DELAY = "delay"
    NOTE = "note"
    FINISH = "finish"
    REPLY = "reply"
    ACCEPT = "accept"
    REJECT = "reject"
    ADD = "add"
    CHASE = "chase"
    WITHDRAW = "withdraw"
    JUDGE = "judge"  # correct category, class, urgency
    LOOK = "look"  # see the owner's phone and full name
    CALL = "call"  # tick a telephone task
    SURVEY = "survey"
    BOOK = "book"  # agree on a time for the visit
    QUOTE = "quote"  # ask for the owner's consent to paid work
    CONSENT = "consent"
    PAUSE = "pause"
    SIGN = "sign"  # the supervisor's signature under an order
    EXPLAIN = "explain"  # out of scope, invalid, cannot be solved
    PROMISE = "promise"  # name the time of the next answer
    APPROVE = "approve"  # let words go out that promise something
    CLAIM = "claim"  # begin the track of a claim, summarise it
    HARD = "hard"  # bring a case before the manager
    OPINION = "opinion"  # the manager's opinion and deadline
    APPOINT = "appoint"  # handle it oneself or appoint somebody, above the site
    REPORT = "report"  # report to the developer or a public body, publish the result
    MERGE = "merge"  # join and split cases
    SENIOR = "senior"  # take a talk over
    POLICE = "police"  # say that it is out of hand, and that the police were called


class Relation(StrEnum):
    """How somebody stands to a case."""

    OWNER = "owner"
    HANDLER = "handler"
    CREW = "crew"  # of the department the case lies with, or above it
    HEAD = "head"  # supervisor of that department
    COVER = "cover"  # on duty for it now: the monitoring centre at night, the duty officer on holidays
    DESK = "desk"  # the desk, or above it
    LEAD = "lead"  # the desk's lead
    SENIOR = "senior"  # manager, or assistant
    DEPUTY = "deputy"  # deputy GM


ALLOWED: dict[Action, frozenset[Relation]] = {
    Action.FILE: frozenset({Relation.OWNER, Relation.DESK}),
    Action.DISPATCH: frozenset({Relation.DESK, Relation.COVER}),
    Action.TAKE: frozenset({Relation.CREW, Relation.COVER}),
    Action.TRANSFER: frozenset({Relation.CREW, Relation.COVER, Relation.DESK}),
    Action.ARRIVE: frozenset({Relation.HANDLER}),
    Action.DELAY: frozenset({Relation.HANDLER, Relation.CREW}),
    Action.NOTE: frozenset({Relation.HANDLER, Relation.CREW, Relation.COVER, Relation.DESK}),
    Action.FINISH: frozenset({Relation.HANDLER}),
    Action.REPLY: frozenset({Relation.DESK}),
    Action.ACCEPT: frozenset({Relation.OWNER}),
    Action.REJECT: frozenset({Relation.OWNER}),
    Action.ADD: frozenset({Relation.OWNER, Relation.DESK, Relation.COVER}),
    Action.CHASE: frozenset({Relation.OWNER, Relation.DESK}),
    Action.WITHDRAW: frozenset({Relation.OWNER}),
    Action.JUDGE: frozenset({Relation.DESK, Relation.COVER}),
    Action.LOOK: frozenset({Relation.HANDLER, Relation.DESK, Relation.COVER}),
    Action.CALL: frozenset({Relation.DESK, Relation.COVER}),
    Action.SURVEY: frozenset({Relation.OWNER, Relation.DESK}),
    Action.BOOK: frozenset({Relation.HANDLER, Relation.DESK, Relation.OWNER}),
    Action.QUOTE: frozenset({Relation.HANDLER, Relation.HEAD, Relation.DESK}),
    Action.CONSENT: frozenset({Relation.OWNER}),
    Action.PAUSE: frozenset({Relation.HANDLER, Relation.HEAD}),
    Action.SIGN: frozenset({Relation.HEAD, Relation.SENIOR}),
    Action.EXPLAIN: frozenset({Relation.DESK}),
    Action.PROMISE: frozenset({Relation.DESK}),
    Action.APPROVE: frozenset({Relation.HEAD, Relation.LEAD, Relation.SENIOR, Relation.DEPUTY}),
    Action.CLAIM: frozenset({Relation.DESK}),
    Action.HARD: frozenset({Relation.DESK, Relation.HEAD}),
    Action.OPINION: frozenset({Relation.SENIOR, Relation.DEPUTY}),
    Action.APPOINT: frozenset({Relation.DEPUTY}),
    Action.REPORT: frozenset({Relation.DESK}),
    Action.MERGE: frozenset({Relation.DESK}),
    Action.SENIOR: frozenset({Relation.LEAD, Relation.SENIOR, Relation.DEPUTY}),
    Action.POLICE: frozenset({Relation.HANDLER, Relation.CREW, Relation.COVER, Relation.DESK}),
}


class Reach(StrEnum):
    """How far a post reaches."""

    DEPARTMENT = "department"  # cases that lie with the post's own department
    SITE = "site"  # every case of the site
    SHIFT = "shift"  # every case of the site, while the procedure names this post as its cover
    JOB = "job"  # of those of the department, the one they took


_SENIOR = {
    Relation.DESK: Reach.SITE,
    Relation.CREW: Reach.SITE,
    Relation.SENIOR: Reach.SITE,
    Relation.HANDLER: Reach.JOB,
}

# What each role is to a case, and how far. The owner is one by the case, not by a role.
STANDS: dict[Role, dict[Relation, Reach]] = {
    Role.HANDLER: {Relation.CREW: Reach.DEPARTMENT, Relation.HANDLER: Reach.JOB},
    Role.SUPERVISOR: {
        Relation.CREW: Reach.DEPARTMENT,
        Relation.HEAD: Reach.DEPARTMENT,
        Relation.HANDLER: Reach.JOB,
    },
    Role.DUTY: {
        Relation.CREW: Reach.DEPARTMENT,
        Relation.COVER: Reach.SHIFT,
        Relation.HANDLER: Reach.JOB,
    },
    Role.MONITORING: {Relation.COVER: Reach.SHIFT, Relation.HANDLER: Reach.JOB},
    Role.AGENT: {Relation.DESK: Reach.SITE, Relation.CREW: Reach.DEPARTMENT, Relation.HANDLER: Reach.JOB},
    Role.LEAD: {
        Relation.DESK: Reach.SITE,
        Relation.LEAD: Reach.SITE,
        Relation.CREW: Reach.DEPARTMENT,
        Relation.HEAD: Reach.DEPARTMENT,
        Relation.HANDLER: Reach.JOB,
    },
    Role.MANAGER: _SENIOR,
    Role.ASSISTANT: _SENIOR,
    Role.DEPUTY_GM: {
        Relation.DESK: Reach.SITE,
        Relation.CREW: Reach.SITE,
        Relation.DEPUTY: Reach.SITE,
        Relation.HANDLER: Reach.JOB,
    },
    Role.ADMIN: {},  # keeps the installation, and has no business with cases
}


SHIFTWORK = frozenset(role for role, stands in STANDS.items() if Reach.SHIFT in stands.values())


def relations(person: Person, case: Case, covers: Collection[str] = ()) -> frozenset[Relation]:
    """Every way the person stands to the case now; `covers` are those the shift that is on names."""
    posts = [post for post in person.posts if post.site == case.site]
    found = {
        relation
        for post in posts
        for relation, reach in STANDS[post.role].items()
        if _reaches(post, reach, person, case, covers)
    }
    if posts and appointed(case) == person.id:
        found |= {Relation.DESK, Relation.CREW}
    return frozenset(found | ({Relation.OWNER} if person.id == case.owner else set()))


def appointed(case: Case) -> int | None:
    """Whom the deputy GM named to be answerable for the case (TR-11); desk and crew to it, whatever their post."""
    named = case.last("appoint")
    return named.data.get("person") if named else None


def _reaches(post: Post, reach: Reach, person: Person, case: Case, covers: Collection[str]) -> bool:
    match reach:
        case Reach.SITE:
            return True
        case Reach.DEPARTMENT:
            return bool(case.department) and department_of(post) == case.department
        case Reach.SHIFT:
            return covers_now(post, covers)
        case Reach.JOB:
            mine = post.role in SHIFTWORK or department_of(post) in {"", case.department}
            return person.id == case.handler and mine


def covers_now(post: Post, covers: Collection[str]) -> bool:
    """Whether the shift that is on names this post."""
    return post.role in covers or (post.role is Role.DUTY and post.department in covers)


def may(person: Person, action: Action, case: Case, covers: Collection[str] = ()) -> bool:
    """Whether the person may do this to this case now, whatever the button looked like."""
    return bool(ALLOWED[action] & relations(person, case, covers))
