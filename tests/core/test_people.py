"""What groups may see of people."""

import pytest

from core.people import masked_name, masked_phone


@pytest.mark.sop("DI-1")
@pytest.mark.parametrize(
    ("phone", "shown"),
    [("13800138000", "138****8000"), ("057188886666", "057****6666"), ("12345", "****"), ("", "")],
)
def test_numbers_are_masked(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown


@pytest.mark.sop("DI-1")
def test_names_are_masked() -> None:
    assert (masked_name("王秀英"), masked_name("")) == ("王**", "")
