# SPDX-License-Identifier: MIT
"""What the folders of pytest tests share: one house for the whole run, and people in it."""
import os
import sys

import pytest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from client import Api  # noqa: E402
from contract import Contract  # noqa: E402
from shop import Shop, Trouble  # noqa: E402


@pytest.fixture(scope="session")
def shop(request):
    """The house, with the demo catalogue in it; see tests/shop.py for what can be done with it. From now on every
    reply that the API client sees is held against the OpenAPI document."""
    house = Shop()
    try:
        house.bring_up()
    except Trouble as trouble:
        house.take_down(keep_logs=True)
        pytest.exit(str(trouble), returncode=1)
    Api.contract = Contract(house.api().get("/api/openapi.json", expect=200).json)
    yield house
    Api.contract = None
    reports = house.take_down(keep_logs=request.session.testsfailed > 0)
    assert not reports, "\n".join(reports)


@pytest.fixture(scope="module")
def books(shop):
    """After the last test of a module every book has to balance."""
    yield
    audit = shop.audit()
    assert audit.returncode == 0, f"shopd audit ended with {audit.returncode}:\n{audit.stdout}{audit.stderr}"


@pytest.fixture
def api(shop):
    """A client without a session."""
    return shop.api()


@pytest.fixture
def user(shop):
    """A fresh account, activated and signed in: user.api."""
    return shop.new_user()


@pytest.fixture(scope="session")
def staff(shop):
    """The demo's member of staff with every role: staff.api."""
    return shop.login("staff", "staff-fresh-2026")
