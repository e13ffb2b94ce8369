"""The README's table of rules: what each asks for, where it lives, which tests prove it.

python -m tests.rules     writes it anew
"""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BEGIN, END = "<!-- rules: begin -->", "<!-- rules: end -->"
_ID = re.compile(r"\b(?:IN|TR|DI|HA|RE|CB|RP|PE)-\d+\b")


def rules() -> dict[str, str]:
    """Every rule in a few words."""
    chapters = tomllib.loads((ROOT / "docs" / "rules.toml").read_text(encoding="utf-8"))
    return {id_: words for chapter in chapters.values() for id_, words in chapter.items()}


def lives_in() -> dict[str, list[str]]:
    """Which files of the program name a rule."""
    found = defaultdict(list)
    for room in ("core", "bot", "storage"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for id_ in set(_ID.findall(path.read_text(encoding="utf-8"))):
                found[id_].append(path.relative_to(ROOT).as_posix())
    return found


def proofs() -> dict[str, list[str]]:
    """Which files of tests bear a rule's mark, and on how many tests."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for id_ in _marks(ast.parse(path.read_text(encoding="utf-8"))):
            found[id_][path.relative_to(ROOT / "tests").as_posix()] += 1
    return {id_: [f"{file} ({n})" for file, n in files.items()] for id_, files in found.items()}


def _marks(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "sop":
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant))


def table() -> str:
    """The table in Markdown."""
    homes, proved = lives_in(), proofs()
    lines = ["| rule | asks for | lives in | proved by |", "|---|---|---|---|"]
    for id_, words in rules().items():
        home = ", ".join(f"`{file}`" for file in homes.get(id_, [])) or "–"
        proof = ", ".join(proved.get(id_, [])) or "**not yet**"
        lines.append(f"| {id_} | {words} | {home} | {proof} |")
    return "\n".join(lines)


def written(readme: str) -> str:
    """The README with the table as it is now."""
    before, rest = readme.split(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
