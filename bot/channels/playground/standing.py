"""The menu that stands below the line where an owner on WeChat types: three entries, each with a few below it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry: it does something, or it opens others."""

    label: str
    act: str = ""
    below: tuple["Standing", ...] = ()

    def acts(self) -> set[str]:
        """Everything it and those below it do."""
        return {self.act, *(entry.act for entry in self.below)} - {""}
