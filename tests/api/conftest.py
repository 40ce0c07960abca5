# SPDX-License-Identifier: MIT
import pytest


@pytest.fixture(scope="module", autouse=True)
def audited(books):
    """Every module of this folder ends with `shopd audit`."""
