"""What does not fit together, within one site file and between several."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeAlias

from bot.sitefile.findings import Finding, did_you_mean, no_role
from bot.sitefile.layout import Layout, PostTable, SiteFile, StaffTable, usual
from bot.sitefile.lines import Keys
from core.case import Kind
from core.chat import Text, text
from core.people import DESK as AT_DESK
from core.people import Role
from core.policy import RUNGS, read_span
from core.site import DESK, Department
from core.understanding import Words

Claim: TypeAlias = tuple[str, str, Keys]  # what kind of thing, which, where it is said
Found: TypeAlias = Iterator[tuple[Keys, Text, bool]]  # where, what, whether the file cannot be used as it is

_IN_DEPARTMENTS = frozenset({Role.HANDLER, Role.SUPERVISOR})  # roles that are nothing without one
_DOERS = frozenset({Role.HANDLER, Role.MONITORING})


def within(layout: Layout, data: Mapping[str, Any]) -> list[tuple[Keys, Text, bool]]:
    """Everything in one file that contradicts itself, or will be missed later."""
    return [found for check in CHECKS for found in check(layout, data)]


def _repeats(layout: Layout, _: Mapping[str, Any]) -> Found:
    seen = set()
    for what, value, keys in (*_own_claims(layout), *_claims(layout.department, layout.staff)):
        if (what, value) in seen:
            yield keys, text(f"check-twice-{what}", given=value, there=""), True
        seen.add((what, value))


def _own_claims(layout: Layout) -> Iterator[Claim]:
    """What nothing else in the same file may claim."""
    for index, building in enumerate(layout.building):
        yield "building", building.number, ("building", index, "number")
    for index, department in enumerate(layout.department):
        yield "department", department.id, ("department", index, "id")


def _claims(departments: Sequence[Department], staff: Sequence[StaffTable]) -> Iterator[Claim]:
    """What nothing else anywhere may claim."""
    for index, department in enumerate(departments):
        yield from (
            ("groups", g, ("department", index, "groups", at)) for at, g in enumerate(department.groups)
        )
    for index, member in enumerate(staff):
        if member.phone:
            yield "phone", member.phone, ("staff", index, "phone")
        for at, account in enumerate(member.accounts):
            yield "accounts", account, ("staff", index, "accounts", at)


def _departments(layout: Layout, data: Mapping[str, Any]) -> Found:
    known = {d.id: d.name for d in layout.department}
    if DESK not in known:
        yield ("department",), text("check-no-desk"), True
    for index, staff in enumerate(layout.staff):
        for at, post in enumerate(staff.posts):
            where: Keys = ("staff", index, "posts", at, "department")
            if post.department and post.department not in known:
                yield where, _no_department(post.department, known), True
            elif not post.department and post.role in _IN_DEPARTMENTS:
                yield where, text("check-post-without-department", role=_role(post.role)), True
    chosen = data.get("sop", {}).get("triage", {}).get("departments", {})
    for category, department in layout.sop.triage.departments.items():
        where = ("sop", "triage", "departments", category)
        if department not in known and category in chosen:
            yield where, _no_department(department, known), True
        elif department not in known:  # nobody chose it: the desk answers
            yield ("department",), text("check-category-to-desk", category=category), False


def _no_department(given: str, known: Mapping[str, str]) -> Text:
    by_name = [id for id, name in known.items() if name == given]
    hint = text("check-did-you-mean", wanted=by_name[0]) if by_name else did_you_mean(given, known)
    return text("check-no-department", given=given, hint=hint)


def _staffing(layout: Layout, _: Mapping[str, Any]) -> Found:
    posts = [post for staff in layout.staff for post in staff.posts]
    if not any(post.role is Role.ADMIN for post in posts):
        yield ("staff",), text("check-no-admin"), True
    for index, department in enumerate(layout.department):
        wanted = AT_DESK if department.id == DESK else _DOERS
        if not any(post.department == department.id and post.role in wanted for post in posts):
            key = "check-nobody-at-desk" if department.id == DESK else "check-no-handlers"
            yield ("department", index), text(key, name=department.name), False
        if not department.groups:
            yield ("department", index), text("check-no-group", name=department.name), False
    for index, staff in enumerate(layout.staff):
        if not staff.phone and not staff.accounts:
            yield ("staff", index), text("check-unreachable", name=staff.name), True


def _ladder(layout: Layout, _: Mapping[str, Any]) -> Found:
    """Every rung exists, leads upwards and never back, and somebody stands on it."""
    held = set(RUNGS) | {post.role.value for staff in layout.staff for post in staff.posts}
    ladder = layout.sop.ladder
    for name, steps in ladder:
        for index, step in enumerate(steps):
            where = ("sop", "ladder", name, index)
            if step not in {*RUNGS, *Role}:
                yield where, no_role(step), True
            elif step in steps[:index]:
                yield where, text("check-ladder-cycle", step=step), True
            elif step not in held:
                held.add(step)  # said once is enough
                yield where, text("check-ladder-empty", role=_role(Role(step))), False


def _shifts(layout: Layout, data: Mapping[str, Any]) -> Found:
    """Whoever covers a shift is a role or a department, and somebody is there to do it."""
    posts = [post for staff in layout.staff for post in staff.posts]
    known = {department.id for department in layout.department}
    chosen = data.get("sop", {}).get("shifts", {}).get("cover", {})
    for shift, cover in layout.sop.shifts.cover.items():
        where = ("sop", "shifts", "cover", shift)
        if cover not in {*Role, *known} and shift in chosen:
            yield where, text("check-no-cover", given=cover, hint=did_you_mean(cover, [*Role, *known])), True
        elif not any(_covers(post, cover) for post in posts):
            yield where, text("check-cover-empty", shift=shift, cover=cover), False


def _covers(post: PostTable, cover: str) -> bool:
    return post.role == cover or (post.role is Role.DUTY and post.department == cover)


def _lists(_: Layout, data: Mapping[str, Any]) -> Found:
    """A word that stands in a list twice is a slip of the pen: which of the two was meant?"""
    yield from _twice(data.get("sop", {}), ("sop",))


def _twice(given: Any, keys: Keys) -> Found:
    if isinstance(given, Mapping):
        for key, value in given.items():
            yield from _twice(value, (*keys, key))
    elif isinstance(given, list) and all(isinstance(item, str) for item in given):
        spoken = [item.casefold() for item in given]
        for index, item in enumerate(spoken):
            if item in spoken[:index] and keys[1:2] != ("ladder",):
                yield (*keys, index), text("check-twice-word", given=given[index]), True


def _words(layout: Layout, data: Mapping[str, Any]) -> Found:
    for index, kind in enumerate(layout.sop.replies.unedited):
        if kind not in set(Kind):
            hint = did_you_mean(kind, [k.value for k in Kind])
            yield ("sop", "replies", "unedited", index), text("check-no-kind", given=kind, hint=hint), True
    if "understanding" not in data.get("sop", {}):
        return
    try:
        Words.from_toml(layout.sop.understanding)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        yield ("sop", "understanding"), text("check-understanding", why=str(error)), True


def _marks(_: Layout, data: Mapping[str, Any]) -> Found:
    """A keyword that two of the site's own marks claim would count for both."""
    marks = data.get("sop", {}).get("understanding", {}).get("marks", {})
    seen: dict[str, str] = {}
    for name, mark in marks.items() if isinstance(marks, Mapping) else ():
        words = mark.get("words", ()) if isinstance(mark, Mapping) else ()
        for index, word in enumerate(words):
            if (other := seen.setdefault(str(word), name)) != name:
                where = ("sop", "understanding", "marks", name, "words", index)
                yield where, text("check-twice-keyword", given=str(word), other=other), True


def _spans(_: Layout, data: Mapping[str, Any]) -> Found:
    """A bare number where a span of time belongs would be seconds; nobody means that."""
    yield from _bare_numbers(usual(), data.get("sop", {}), ("sop",))


def _bare_numbers(usual: Any, given: Any, keys: Keys) -> Found:
    if isinstance(usual, Mapping) and isinstance(given, Mapping):
        for key in given.keys() & usual.keys():
            yield from _bare_numbers(usual[key], given[key], (*keys, key))
    elif isinstance(usual, list) and isinstance(given, list) and usual:
        for index, item in enumerate(given):
            yield from _bare_numbers(usual[0], item, (*keys, index))
    elif isinstance(given, int | float) and isinstance(read_span(usual), timedelta):
        name = next(str(key) for key in reversed(keys) if isinstance(key, str))
        yield keys, text("check-type", word=name, given=str(given), wanted=Text("check-a-span")), True


def _role(role: Role) -> Text:
    return Text(f"role-{role}")


CHECKS: tuple[Callable[[Layout, Mapping[str, Any]], Found], ...] = (
    _repeats,
    _departments,
    _staffing,
    _ladder,
    _shifts,
    _lists,
    _marks,
    _words,
    _spans,
)


def across(files: Iterable[SiteFile]) -> list[Finding]:
    """What two files both claim."""
    claimed: dict[tuple[str, str], list[tuple[SiteFile, Keys]]] = defaultdict(list)
    for file in files:
        own: list[Claim] = [
            ("site", file.site.id, ("site", "id")),
            ("prefix", file.site.prefix, ("site", "prefix")),
        ]
        for what, value, keys in (*own, *_claims(file.site.departments, file.staff)):
            claimed[what, value].append((file, keys))
    return [finding for claim, holders in claimed.items() for finding in _quarrels(claim, holders)]


def _quarrels(claim: tuple[str, str], holders: list[tuple[SiteFile, Keys]]) -> Iterator[Finding]:
    """Somebody may work at two sites: the same number is right there, under the same name."""
    what, value = claim
    first, its = holders[0]
    for file, keys in holders[1:]:
        if file is first or (what in ("phone", "accounts") and _staff(file, keys) == _staff(first, its)):
            continue
        there = text("check-there", file=first.path.name, line=first.line(*its))
        yield Finding(file.path, file.line(*keys), text(f"check-twice-{what}", given=value, there=there))


def _staff(file: SiteFile, keys: Keys) -> str:
    return file.staff[int(keys[1])].name
