"""WeCom's side of the callback's encryption, written from its description and not with the SDK we test."""

import base64
import hashlib
import secrets
import struct
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK = 32


@dataclass(frozen=True, slots=True)
class Seal:
    """Encrypts, signs and opens: AES-256-CBC of 16 random bytes, the length, the words and the corp's id."""

    token: str
    aes_key: str  # 43 characters
    corpid: str

    def _cipher(self) -> "Cipher[modes.CBC]":
        key = base64.b64decode(self.aes_key + "=")
        return Cipher(algorithms.AES(key), modes.CBC(key[:16]))

    def encrypt(self, plain: str) -> str:
        """The words as they travel."""
        words = plain.encode()
        body = secrets.token_bytes(16) + struct.pack(">I", len(words)) + words + self.corpid.encode()
        short = BLOCK - len(body) % BLOCK
        encryptor = self._cipher().encryptor()
        sealed = encryptor.update(body + bytes([short]) * short) + encryptor.finalize()
        return base64.b64encode(sealed).decode()

    def decrypt(self, sealed: str) -> str:
        """The words that travelled; ValueError where they are not for this corp."""
        decryptor = self._cipher().decryptor()
        body = decryptor.update(base64.b64decode(sealed)) + decryptor.finalize()
        body = body[16 : -body[-1]]
        (size,) = struct.unpack(">I", body[:4])
        if body[4 + size :] != self.corpid.encode():
            raise ValueError("for another corp")
        return body[4 : 4 + size].decode()

    def sign(self, timestamp: str, nonce: str, sealed: str) -> str:
        """The signature over what travels."""
        return hashlib.sha1("".join(sorted((self.token, timestamp, nonce, sealed))).encode()).hexdigest()

    def query(self, sealed: str, at: float, nonce: str = "") -> dict[str, str]:
        """What stands in the address beside it."""
        timestamp, nonce = str(int(at)), nonce or str(secrets.randbelow(10**10))
        signature = self.sign(timestamp, nonce, sealed)
        return {"msg_signature": signature, "timestamp": timestamp, "nonce": nonce}

    def callback(self, plain: str, agent: int | str, at: float) -> tuple[dict[str, str], str]:
        """A whole callback: the address's parameters, and the body."""
        sealed = self.encrypt(plain)
        fields = {"ToUserName": self.corpid, "AgentID": str(agent), "Encrypt": sealed}
        return self.query(sealed, at), xml(fields)


def cdata(words: str) -> str:
    """Words in a CDATA section, whatever they contain."""
    return f"<![CDATA[{words.replace(']]>', ']]]]><![CDATA[>')}]]>"


def element(name: str, value: object) -> str:
    """One element: numbers bare, words as CDATA, a mapping as elements inside."""
    if isinstance(value, dict):
        inner = "".join(element(key, each) for key, each in value.items())
    else:
        inner = str(value) if isinstance(value, int) else cdata(str(value))
    return f"<{name}>{inner}</{name}>"


def xml(fields: dict[str, object] | dict[str, str]) -> str:
    """A callback's XML."""
    return element("xml", fields)
