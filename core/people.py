"""Who is who: owners and colleagues, their posts and homes, and what groups may see of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from core.chat import Address


class Role(StrEnum):
    """The roles of the table of words; whoever has none is an owner."""

    AGENT = "agent"  # 客服
    LEAD = "lead"  # 客户服务负责人
    HANDLER = "handler"  # 责任人
    SUPERVISOR = "supervisor"  # 主管
    MANAGER = "manager"  # 管理处经理
    ASSISTANT = "assistant"  # 经理助理(客户)
    DEPUTY_GM = "deputy-gm"  # 公司副总经理
    MONITORING = "monitoring"  # 监控中心
    DUTY = "duty"  # 值班人员, of a department
    ADMIN = "admin"  # keeps the installation: groups, roster


FRONT_DESK = "service"  # the department that is the desk
DESK = frozenset({Role.AGENT, Role.LEAD})
SENIORS = frozenset({Role.MANAGER, Role.ASSISTANT, Role.DEPUTY_GM})


@dataclass(frozen=True, slots=True)
class Post:
    """One role at one site, in a department where the role has one."""

    site: str
    role: Role
    department: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """A unit somebody is bound to."""

    site: str
    unit: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the office knows by at least one account."""

    id: int
    name: str = ""
    phone: str = ""
    language: str = ""  # their own choice; empty until they choose
    posts: tuple[Post, ...] = ()
    homes: tuple[Home, ...] = ()
    surveys: bool = True  # False once they opted out of callbacks
    account: Address | None = None  # where they last wrote, None before they ever did
    briefed: str = ""  # the day on which they last had the words for a visit (HA-8)

    def roles(self, site: str) -> frozenset[Role]:
        """Their roles at a site."""
        return frozenset(post.role for post in self.posts if post.site == site)

    @property
    def is_staff(self) -> bool:
        """Whether they have any post."""
        return bool(self.posts)

    def works_for(self, site: str, department: str) -> bool:
        """Whether they belong to the department, or stand above every department of the site."""
        return any(
            post.site == site and (department_of(post) == department or post.role in SENIORS)
            for post in self.posts
        )

    def at_desk(self, site: str) -> bool:
        """Whether they speak for the customer-service desk."""
        return bool(self.roles(site) & (DESK | SENIORS))


def department_of(post: Post) -> str:
    """The department of a post; the desk's people are of the desk."""
    return post.department or (FRONT_DESK if post.role in DESK else "")


def masked_name(name: str) -> str:
    """王小明 → 王**; groups see no more than the family name."""
    shown = next((c for c in name if c.isprintable() and not c.isspace()), "")
    return f"{shown}**" if shown else ""


def masked_phone(phone: str) -> str:
    """13800138000 → 138****8000; groups never see a whole number."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 9 else "****" if phone else ""


@dataclass(frozen=True, slots=True)
class Group:
    """A staff group chat bound to a department of a site; the desk's is the customer-service one."""

    place: Address
    site: str
    department: str
    title: str = field(default="", compare=False)


def first(people: Iterable[Person]) -> Person | None:
    """The first of several people, or nobody."""
    return next(iter(people), None)
