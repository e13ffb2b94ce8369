"""The answer to the owner: one voice, by the way they chose, approved where it promises something, until their verdict."""
