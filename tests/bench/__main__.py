"""make bench: our bot and the bare SDK, by turns, on one core; the people and Telegram on another."""

import argparse
import asyncio
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import uvloop

from tests.bench.load import Load
from tests.bench.ours import SECRET

OURS, BARE = "tests.bench.ours", "tests.bench.bare"
NAMES = {OURS: "bihuan", BARE: "bare SDK"}
WARM_UP = 30  # dialogues before the clock runs


@dataclass(frozen=True)
class Round:
    """What one round came to."""

    bot: str
    updates: float  # a second
    p50: float  # milliseconds
    p95: float
    p99: float
    cpu: float  # milliseconds of the bot's core an update
    busy: float  # share of the other core the people and Telegram took

    def __str__(self) -> str:
        waits = f"p50 {self.p50:7.1f}   p95 {self.p95:7.1f}   p99 {self.p99:7.1f} ms"
        spent = f"{self.cpu:5.2f} ms cpu each, other core {self.busy:4.0%} busy"
        return f"{NAMES[self.bot]:9}{self.updates:8.0f} updates/s   {waits}   {spent}"


@asynccontextmanager
async def serving(bot: str, api: str, port: int, folder: Path, core: int) -> AsyncIterator[int]:
    """The bot as a process of its own."""
    command = [sys.executable, "-m", bot, api, str(port), str(folder), str(core)]
    process = subprocess.Popen(command)
    try:
        await _listening(port, process)
        yield process.pid
    finally:
        process.terminate()
        process.wait(20)


async def _listening(port: int, process: "subprocess.Popen[bytes]") -> None:
    async with asyncio.timeout(30):
        while True:
            if process.poll() is not None:
                raise RuntimeError("the bot did not start")
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                return writer.close()
            except OSError:
                await asyncio.sleep(0.05)


async def one_round(bot: str, folder: Path, dialogues: int, at_once: int, core: int) -> Round:
    """Start the bot, warm up, let everybody talk."""
    port = _free_port()
    load = Load(f"http://127.0.0.1:{port}/telegram", SECRET)
    api = f"http://127.0.0.1:{await load.listen()}"
    async with serving(bot, api, port, folder, core) as bots:
        await load.play(range(1, WARM_UP + 1), at_once)
        if bot == OURS:
            (folder / "answers.json").write_text(json.dumps(load.first))
        load.waits.clear()
        before, own = _cpu(bots), _cpu(os.getpid())
        seconds = await load.play(range(10_000, 10_000 + dialogues), at_once)
        spent, busy = _cpu(bots) - before, _cpu(os.getpid()) - own
    waits = sorted(1000 * wait for wait in load.waits)
    p50, p95, p99 = (waits[int(len(waits) * share)] for share in (0.5, 0.95, 0.99))
    return Round(bot, len(waits) / seconds, p50, p95, p99, 1000 * spent / len(waits), busy / seconds)


def _cpu(process: int) -> float:
    """The seconds a process has had of any core."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def main(rounds: int, dialogues: int, at_once: int, core: int) -> None:
    """Alternate, so that whatever else the machine does falls on both."""
    ratios = []
    for number in range(1, rounds + 1):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            ours = await one_round(OURS, Path(folder), dialogues, at_once, core)
            bare = await one_round(BARE, Path(folder), dialogues, at_once, core)
        ratios.append((ours.updates / bare.updates, bare.cpu / ours.cpu))
        by_time, by_cpu = ratios[-1]
        print(f"round {number}: ours/bare {by_time:.2f}, by cpu {by_cpu:.2f}\n  {ours}\n  {bare}", flush=True)
    by_time, by_cpu = (statistics.median(column) for column in zip(*ratios, strict=True))
    print(f"median of {rounds}: ours/bare {by_time:.2f}, by cpu {by_cpu:.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dialogues", type=int, default=400, help="each has six updates")
    parser.add_argument("--at-once", type=int, default=50)
    parser.add_argument("--core", type=int, default=0, help="the bot's alone, where there are two")
    options = parser.parse_args()
    others = os.sched_getaffinity(0) - {options.core}
    os.sched_setaffinity(0, others or {options.core})
    uvloop.run(main(**vars(options)))
