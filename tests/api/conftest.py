# SPDX-License-Identifier: MIT
import pytest

from trade import Trade


@pytest.fixture(scope="module", autouse=True)
def audited(books):
    """Every module of this folder ends with `shopd audit`."""


@pytest.fixture(scope="module")
def trade(shop):
    """Goods, shoppers and orders; see tests/trade.py."""
    made = Trade(shop)
    yield made
    made.close()


@pytest.fixture
def buyer(trade):
    """A shopper with an address, who may have orders already."""
    return trade.shopper(0)


@pytest.fixture
def stranger(trade):
    """Another one."""
    return trade.shopper(1)
