"""Safe mode, written apart from the SDK so that the two could disagree."""

import base64
import binascii
import hashlib
import secrets
import struct
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.fakes.wechat.faults import Broken

BLOCK = 32  # bytes; more than AES asks for


def sign(*parts: str) -> str:
    """The signature over some parts, whatever their order."""
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Seal:
    """The account's AES key, as the console shows it: 43 characters."""

    appid: str
    aes_key: str

    @property
    def _cipher(self) -> Cipher[modes.CBC]:
        key = base64.b64decode(self.aes_key + "=")
        return Cipher(algorithms.AES(key), modes.CBC(key[:16]))

    def close(self, text: str) -> str:
        """Encrypt: sixteen random bytes, the length, the text, the account; padded to whole blocks."""
        words = text.encode()
        plain = secrets.token_bytes(16) + struct.pack(">I", len(words)) + words + self.appid.encode()
        pad = BLOCK - len(plain) % BLOCK
        encryptor = self._cipher.encryptor()
        return base64.b64encode(encryptor.update(plain + bytes([pad]) * pad) + encryptor.finalize()).decode()

    def open(self, sealed: str) -> str:
        """Decrypt, and see that it was sealed for this account."""
        try:
            decryptor = self._cipher.decryptor()
            plain = decryptor.update(base64.b64decode(sealed, validate=True)) + decryptor.finalize()
            pad = plain[-1]
            if not 1 <= pad <= BLOCK or plain[-pad:] != bytes([pad]) * pad:
                raise Broken("wrong padding")
            body = plain[16:-pad]
            (size,) = struct.unpack(">I", body[:4])
            words, appid = body[4 : 4 + size], body[4 + size :]
        except (binascii.Error, ValueError, IndexError, struct.error) as why:
            raise Broken(f"cannot be decrypted: {why}") from why
        if appid.decode(errors="replace") != self.appid:
            raise Broken("sealed for another account")
        return words.decode()
