"""A town to tell stories in: an estate, its people and its groups on platforms that speak HTTP, and a clock.

    town.owner.says("厨房漏水")                                 on Telegram, or on WeChat
    town.zhang.at(town.group("engineering")).taps("接单")       in the group, or on a card of WeCom's

Everything between the wire and the database is the real thing. Whatever somebody does, the story goes on when the
bot has committed it and said what it had to say.
"""

from tests.town.opening import open_town
from tests.town.people import SITE
from tests.town.person import Person
from tests.town.town import LEAK, MORNING, Town

__all__ = ["LEAK", "MORNING", "SITE", "Person", "Town", "open_town"]
