"""Going down at a bad moment loses nothing, and says nothing twice without need."""

import asyncio
from datetime import timedelta
from typing import Any

from core.chat import Event
from tests.attacks.weixin.front import routed
from tests.attacks.weixin.office import LEAK, Office
from tests.attacks.weixin.opening import opened
from tests.attacks.weixin.people import Owner
from tests.attacks.weixin.sayings import answered, news


async def test_nothing_is_lost_or_said_twice_when_the_answer_gets_nowhere(
    office: Office, wang: Owner
) -> None:
    office.front.before.append(office.restarts())
    await wang.says(LEAK)
    assert wang.saw("确认提交") == 1
    await wang.taps("确认提交")
    assert len(office.cases(wang.address)) == 1


async def test_what_the_sender_said_meanwhile_is_not_answered_again(office: Office, wang: Owner) -> None:
    async def restarts_and_sends() -> None:
        await office.restarts()
        await office.app.sender.drain()

    office.front.before.append(restarts_and_sends())
    await wang.says(LEAK)
    assert wang.saw("确认提交") == 1
    assert not wang.user.chat.errors


async def test_what_the_sender_has_in_hand_is_not_answered_as_well(office: Office, wang: Owner) -> None:
    office.wechat.slows("message/custom/send", 0.3)

    async def restarts_and_begins_to_send() -> None:
        await office.restarts()
        await office.app.sender.send_waiting()

    office.front.before.append(restarts_and_begins_to_send())
    await wang.says(LEAK)
    assert wang.saw("确认提交") == 1


async def test_a_crash_after_the_answer_says_it_twice_at_most(office: Office, wang: Owner) -> None:
    await wang.says(LEAK)
    office.front.after.append(office.restarts())
    await wang.taps("确认提交")
    assert len(office.cases(wang.address)) == 1
    assert 1 <= wang.saw("工单号：") <= 2
    assert office.zhang.saw("接单") == 1


async def test_a_crash_between_sent_and_settled_says_it_twice_at_most(office: Office, wang: Owner) -> None:
    await wang.says("你好")
    office.tell(wang.address, news("first"))
    office.tell(wang.address, news("second"))
    await office.app.sender.send_waiting()
    await office.wechat.wait_for(lambda: wang.saw("first"))
    await office.restarts()
    await office.rests()
    assert (wang.saw("first"), wang.saw("second")) == (2, 1)
    assert wang.texts[-1] == "second"


async def test_repeats_at_the_same_time_get_the_same_answer(office: Office, wang: Owner) -> None:
    office.wechat.door.repeats = 2
    first = wang.user.says(LEAK)
    await wang.does(first)
    assert len(first.answers) == 2
    assert len({answered(office, body) for body in first.answers}) == 1
    second = wang.user.taps("确认提交")
    await wang.does(second)
    assert len({answered(office, body) for body in second.answers}) == 1
    assert len(office.cases(wang.address)) == 1
    assert office.zhang.saw("接单") == 1


async def test_a_repeat_after_the_restart_gets_the_same_answer(office: Office, wang: Owner) -> None:
    said = wang.user.says(LEAK)
    await wang.does(said)
    await office.restarts()
    body = (await office.wechat.door._post(said))[1]
    assert answered(office, body) == wang.last
    await office.rests()
    assert wang.saw("确认提交") == 1


async def test_a_late_repeat_does_not_bring_back_what_was_said_otherwise(office: Office, wang: Owner) -> None:
    said = wang.user.says(LEAK)
    office.front.before += [asyncio.sleep(0), asyncio.sleep(0), asyncio.sleep(0)]
    await said
    office.clock.move_to(office.clock() + timedelta(seconds=9))
    await office.rests()
    assert wang.saw("确认提交") == 1
    assert (await office.wechat.door._post(said))[1] == b"success"


async def test_an_answer_nobody_waited_for_is_said_all_the_same(office: Office, wang: Owner) -> None:
    """WeChat hangs up before each of the three answers."""
    intake, slow = office.app.channels["wechat"]._intake, asyncio.Event()  # type: ignore[attr-defined]
    waiting: list[asyncio.Task[Any]] = []
    desk = intake.office

    class Slow:
        def __getattr__(self, name: str) -> Any:
            return getattr(desk, name)

        async def held(self, event: Event) -> Any:
            waiting.append(asyncio.current_task())  # type: ignore[arg-type]
            await slow.wait()
            return await desk.held(event)

    intake.office, office.wechat.door.patience = Slow(), 0.2
    said = wang.user.says(LEAK)
    await said
    assert said.statuses == [0, 0, 0]
    slow.set()
    await asyncio.wait(waiting)
    assert not wang.saw("确认提交")
    office.clock.move_to(office.clock() + timedelta(seconds=9))
    await office.rests()
    assert wang.saw("确认提交") == 1


async def test_two_processes_answer_the_same(fresh_database: Any) -> None:
    with fresh_database("postgresql") as url:
        async with opened(url) as office:
            wang = office.owner("oWang")
            other = office.built()
            for channel in other.channels.values():
                if channel.name != "telegram":
                    await channel.start(other.office)
            both = [routed(office.app), routed(other)]

            async def either(scope: Any, receive: Any, send: Any) -> None:
                both.reverse()
                await both[0](scope, receive, send)

            office.front.app = either
            try:
                for words in (LEAK, "1"):
                    office.wechat.door.repeats = 1
                    said = wang.user.says(words)
                    await said
                    await asyncio.gather(other.sender.drain(), office.app.sender.drain())
                    texts = {answered(office, body) for body in said.answers}
                    assert len(said.answers) == 2
                    assert len(texts) == 1
                await asyncio.gather(other.sender.drain(), office.app.sender.drain())
                assert len(office.cases(wang.address)) == 1
                assert wang.saw("工单号：") == 1
                assert office.zhang.saw("接单") == 1
            finally:
                for channel in other.channels.values():
                    await channel.stop()
                other.handler.close()
                other.store.close()
