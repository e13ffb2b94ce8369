"""The page of rights, made of the table the code uses: python -m tests.rights."""

from pathlib import Path

from core.people import Role
from core.rights import ALLOWED, STANDS, Action, Reach, Relation

PAGE = Path(__file__).parent.parent / "docs" / "rights.md"
OWNER = "owner"
HEAD = """# Who may do what

Made from the table in `core/rights.py` by `python -m tests.rights`; `tests/core/test_rights.py` walks all of it.
A right is asked on the server at the time of the tap, of the person's posts as they are then, at the case's own site.

## What a role is to a case

| role | is to a case |
|---|---|
"""
FAR = {
    Reach.DEPARTMENT: "{} of cases with their department",
    Reach.SITE: "{} of every case of the site",
    Reach.SHIFT: "{} of every case of the site, while the shift names them as its cover",
    Reach.JOB: "{} of a case they took",
}


def page() -> str:
    """The page as it should be."""
    roles = [f"| {role} | {_stands(role)} |" for role in Role]
    roles.append(f"| whoever filed it | {OWNER} of that case |")
    return HEAD + "\n".join(roles) + "\n\n## What a relation allows\n\n" + "\n".join(_table()) + "\n"


def _stands(role: Role) -> str:
    return "; ".join(FAR[reach].format(relation) for relation, reach in STANDS[role].items()) or "nothing"


def _table() -> list[str]:
    head = ["action", *Relation]
    rows = [[action, *("✓" if r in ALLOWED[action] else "" for r in Relation)] for action in Action]
    return [_line(head), "|" + "---|" * len(head), *(_line(row) for row in rows)]


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
