"""Messages as XML: written for the door, and read when it answers."""

from typing import Any
from xml.etree import ElementTree

from tests.fakes.wechat.cipher import Seal, sign
from tests.fakes.wechat.faults import Broken

Fields = dict[str, Any]


def cdata(text: str) -> str:
    """Words that may contain anything, the end mark too."""
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def write(fields: Fields) -> str:
    """A message as XML: numbers stand bare, words in CDATA."""
    return f"<xml>{_inner(fields)}</xml>"


def _inner(fields: Fields) -> str:
    return "".join(f"<{name}>{_value(value)}</{name}>" for name, value in fields.items())


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return _inner(value)
    return cdata(value) if isinstance(value, str) else str(value)


def read(text: str) -> Fields:
    """A message out of XML, which has to be well-formed."""
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as why:
        raise Broken(f"no well-formed XML: {why}") from why
    if root.tag != "xml":
        raise Broken(f"the root is <{root.tag}>, not <xml>")
    return _fields(root)


def _fields(element: ElementTree.Element) -> Fields:
    return {child.tag: _fields(child) if len(child) else (child.text or "") for child in element}


def wrap(xml: str, seal: Seal, to: str) -> tuple[str, str]:
    """A message as safe mode sends it, and what has to be signed."""
    sealed = seal.close(xml)
    return write({"ToUserName": to, "Encrypt": sealed}), sealed


def unwrap(text: str, seal: Seal, token: str) -> str:
    """The XML inside a safe-mode answer, whose own signature has to be right."""
    outer = read(text)
    missing = {"Encrypt", "MsgSignature", "TimeStamp", "Nonce"} - set(outer)
    if missing:
        raise Broken(f"not encrypted as safe mode wants it: no {', '.join(sorted(missing))}")
    if not outer["TimeStamp"].isdecimal():
        raise Broken("TimeStamp is no number")
    if outer["MsgSignature"] != sign(token, outer["TimeStamp"], outer["Nonce"], outer["Encrypt"]):
        raise Broken("wrong MsgSignature")
    return seal.open(outer["Encrypt"])
