"""Learns `core/understanding/experience.csv` from the labelled messages of this folder: `python -m` this module.

One multinomial logistic regression for the kind and one for the category, fitted by gradient descent in a fixed
order, so that the same messages always give the same file. Messages labelled by others count twice.
`unseen.jsonl` is never read here.
"""

import csv
import io
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from core.policy import default_sop
from core.understanding import Words, said
from core.understanding.experience import runs
from core.understanding.plain import plain
from core.understanding.words import CATEGORIES, KINDS

HERE = Path(__file__).parent
TARGET = Path(str(files("core.understanding"))) / "experience.csv"
LABELLED_BY_OTHERS = ("dev.jsonl", "exam.jsonl")
SOURCES = ("own.jsonl", "short.jsonl", *LABELLED_BY_OTHERS, *LABELLED_BY_OTHERS)

ROUNDS = 5
PACE = 0.5
FADING = 1e-4
OFTEN = 4
AUDIBLE = 15  # tenths: what never speaks louder is left out

ASKED = (("kind", KINDS), ("category", CATEGORIES))

Weights = dict[str, list[float]]


def main() -> None:
    """Write the file anew."""
    TARGET.write_text(learned(), encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size // 1024} kB")


def learned() -> str:
    """The whole file, as it should be."""
    words = Words.from_toml(default_sop()["understanding"])
    read = [(sorted(runs(said(plain(row["text"]), words))), row) for row in messages() if "kind" in row]
    met = Counter(run for found, _ in read for run in found)
    known = [([run for run in found if met[run] >= OFTEN], row) for found, row in read]
    columns = [
        fitted([(found, row[name]) for found, row in known if row[name]], labels) for name, labels in ASKED
    ]
    return table({run: [*columns[0][run], *columns[1][run]] for run in sorted(columns[0])})


def messages() -> Iterator[dict[str, Any]]:
    for name in SOURCES:
        yield from map(json.loads, (HERE / name).read_text(encoding="utf-8").splitlines())


def fitted(examples: Sequence[tuple[list[str], str]], labels: Sequence[str]) -> Weights:
    """The weights that make the labels of the examples likely."""
    order = random.Random(1)
    rows = [(found, labels.index(label)) for found, label in examples if found]
    weights: Weights = defaultdict(lambda: [0.0] * len(labels))
    spread: Weights = defaultdict(lambda: [1e-3] * len(labels))
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for found, right in rows:
            correct(weights, spread, found, right)
    return weights


def correct(weights: Weights, spread: Weights, found: list[str], right: int) -> None:
    """One step towards the right label, the smaller the more often a run has been moved already."""
    share = 1 / math.sqrt(len(found))
    wrong = likely([sum(column) * share for column in zip(*(weights[run] for run in found), strict=True)])
    wrong[right] -= 1
    slope = [value * share for value in wrong]
    for run in found:
        old, moved = weights[run], spread[run]
        for label, value in enumerate(slope):
            step = value + FADING * old[label]
            moved[label] += step * step
            old[label] -= PACE * step / math.sqrt(moved[label])


def likely(sums: list[float]) -> list[float]:
    powers = [math.exp(value - max(sums)) for value in sums]
    return [power / sum(powers) for power in powers]


def table(weights: Weights) -> str:
    """The weights in tenths, without what is too faint to be heard."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("run", *KINDS, *CATEGORIES))
    for run, values in weights.items():
        tenths = [round(value * 10) for value in values]
        if max(map(abs, tenths)) >= AUDIBLE:
            rows.writerow((run, *(value if value else "" for value in tenths)))
    return text.getvalue()


if __name__ == "__main__":
    main()
