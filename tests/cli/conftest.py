# SPDX-License-Identifier: MIT
"""A home of its own for each test, in front of a fake shop."""
import pytest

from fake_shop import FakeShop
from shopctl import Home


@pytest.fixture
def fake():
    one = FakeShop()
    yield one
    one.close()


@pytest.fixture
def home(tmp_path, fake):
    return Home(tmp_path, fake.url)
