"""The same dialogue on bare python-telegram-bot: Application, ConversationHandler, nothing kept anywhere.

python -m tests.bench.bare <url of the Bot API> <port> <folder> [core]

Its words and buttons are those ours said, read from answers.json in the folder.
"""

import json
import os
import sys
import warnings
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from tests.bench.ours import SECRET
from tests.bench.wire import TOKEN

UNIT, PHONE, MORE, CONFIRM, ISSUE = range(5)
STEPS = ((ISSUE, "issue", UNIT), (UNIT, "unit", PHONE), (PHONE, "phone", MORE), (MORE, "more", CONFIRM))


def conversation(answers: list[Any]) -> ConversationHandler[Any]:
    """The six turns."""
    words = [(text, _markup(rows)) for text, rows in answers]

    async def start(update: Any, context: Any) -> int:
        context.user_data.clear()
        await update.effective_message.reply_text(words[0][0], reply_markup=words[0][1])
        return ISSUE

    def asking(number: int, name: str, then: int) -> Any:
        async def ask(update: Any, context: Any) -> int:
            context.user_data[name] = update.effective_message.text
            await update.effective_message.reply_text(words[number][0], reply_markup=words[number][1])
            return then

        return ask

    async def confirm(update: Any, context: Any) -> int:
        await update.callback_query.answer()
        await update.callback_query.edit_message_text(words[5][0], reply_markup=words[5][1])
        context.user_data.clear()
        return ConversationHandler.END

    states: dict[object, list[Any]] = {
        state: [MessageHandler(filters.TEXT & ~filters.COMMAND, asking(number, name, then))]
        for number, (state, name, then) in enumerate(STEPS, 1)
    }
    states[CONFIRM] = [CallbackQueryHandler(confirm)]
    return ConversationHandler([CommandHandler("start", start)], states, [CommandHandler("start", start)])


def _markup(rows: list[Any]) -> InlineKeyboardMarkup | None:
    made = [[InlineKeyboardButton(b["text"], callback_data=b["callback_data"]) for b in row] for row in rows]
    return InlineKeyboardMarkup(made) if made else None


def main(api: str, port: str, folder: str, core: str = "0") -> None:
    """Serve until told to stop."""
    os.sched_setaffinity(0, {int(core)})
    warnings.simplefilter("ignore")
    answers = json.loads((Path(folder) / "answers.json").read_text())
    builder = Application.builder().token(TOKEN).base_url(f"{api}/bot").base_file_url(f"{api}/file/bot")
    application = builder.build()
    application.add_handler(conversation(answers))
    where: dict[str, Any] = {
        "listen": "127.0.0.1",
        "port": int(port),
        "url_path": "telegram",
        "secret_token": SECRET,
    }
    application.run_webhook(**where, webhook_url=f"http://127.0.0.1:{port}/telegram")


if __name__ == "__main__":
    main(*sys.argv[1:])
