# SPDX-License-Identifier: MIT
"""Simulators for the tests of this folder, with keys that nothing else uses."""
import pytest

from alipay_merchant import SCALE, Keys, Shop, Simulator


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    return Keys(str(tmp_path_factory.mktemp("keys")))


@pytest.fixture(scope="module")
def running(keys, tmp_path_factory):
    shop = Shop()
    simulator = Simulator(keys, shop, str(tmp_path_factory.mktemp("sim")), "--time-scale", str(SCALE))
    yield simulator
    simulator.stop()
    shop.close()


@pytest.fixture
def sim(running):
    """The simulator that the tests share; each takes numbers of its own."""
    running.shop.answers.clear()
    yield running
    running.admin("DELETE", "faults")
    running.admin("POST", "clock", {"ahead_seconds": 0})


@pytest.fixture
def own(keys, tmp_path):
    """Starts simulators for one test, all with the same book: own("--time-scale", "0")."""
    shop, started = Shop(), []

    def start(*options):
        started.append(Simulator(keys, shop, str(tmp_path), *options))
        return started[-1]

    yield start
    for simulator in started:
        simulator.stop()
    shop.close()
