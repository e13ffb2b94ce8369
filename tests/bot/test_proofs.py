"""Only the platforms' own small files are served from the root."""

from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot.proofs import route


@pytest.fixture
def client(tmp_path: Path) -> httpx.AsyncClient:
    (tmp_path / "MP_verify_AbCdEfGh12345678.txt").write_text("AbCdEfGh12345678\n")
    (tmp_path / "WW_verify_AbCdEfGh12345678.txt").write_text("WwWw")
    (tmp_path / "secret.txt").write_text("keys")
    transport = httpx.ASGITransport(Starlette(routes=[route(tmp_path)]))
    return httpx.AsyncClient(transport=transport, base_url="https://wy.example.cn")


async def test_the_files_of_both_consoles(client: httpx.AsyncClient) -> None:
    assert (await client.get("/MP_verify_AbCdEfGh12345678.txt")).text == "AbCdEfGh12345678"
    assert (await client.get("/WW_verify_AbCdEfGh12345678.txt")).text == "WwWw"


@pytest.mark.parametrize(
    "path",
    ["/secret.txt", "/MP_verify_Nothing12345.txt", "/..%2Fsecret.txt", "/MP_verify_..%2F..%2Fx.txt", "/"],
)
async def test_nothing_else(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404
