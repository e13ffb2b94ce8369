"""A chat of its own in the browser: a phone for everybody in the story, and a clock that can be moved."""

from bot.channels.playground.channel import Playground

__all__ = ["Playground"]
