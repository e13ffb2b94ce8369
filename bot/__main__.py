"""The command line: `bihuan`, or `python -m bot`."""

from collections.abc import Callable

import typer

from bot.commands.check import check
from bot.commands.database import migrate
from bot.commands.duties import roster
from bot.commands.invite import invite
from bot.commands.owners import owners
from bot.commands.screen import words
from bot.commands.serve import demo, run
from bot.commands.wechat import wechat
from bot.commands.wecom import wecom

COMMANDS: dict[str, Callable[..., None]] = {
    "demo": demo,
    "run": run,
    "check": check,
    "import": owners,
    "roster": roster,
    "invite": invite,
    "migrate": migrate,
}

main = typer.Typer(
    name="bihuan",
    help=words("bihuan"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,  # there are telephone numbers in them
)
for name, command in COMMANDS.items():
    main.command(name, help=words(f"command-{name}"))(command)

main.add_typer(wechat, name="wechat")
main.add_typer(wecom, name="wecom")

if __name__ == "__main__":
    main()
