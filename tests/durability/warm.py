"""What an office needs to begin, read once: its processes are copied from one that has it already."""

from tests.durability.office import estate

estate()
