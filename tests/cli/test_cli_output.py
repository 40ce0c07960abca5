# SPDX-License-Identifier: MIT
"""What is printed: forms, fields, pages, widths, colours, languages, and nothing that a terminal obeys."""

import csv
import io
import json
import re
import unicodedata

import pytest
from documents import ORDER_ID, cursor_pages, numbered_pages, order, sku
from fake_shop import Reply

TSV = ("7\t红富士苹果 7\t12.90\t500g\tlow\t3\tCrisp and sweet\t3\t2\tCNY\t"
       '{"amount":500,"unit":"g"}\t{"amount":1290,"per":500,"unit":"g"}\t/i/apple.svg\thongfushi hfs\n')


def columns_of(text):
    """Columns on a terminal, by the Unicode tables."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def plain(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.fixture
def goods(fake):
    return fake.on("GET /skus", numbered_pages(1, lambda n: sku(7)))


def test_piped_is_tsv_without_header(home, goods):
    done = home.run("goods", "list")
    assert (done.code, done.out, done.err) == (0, TSV, "")


def test_tsv_columns_are_those_that_json_lists(home, goods):
    fields = [row.split("\t")[0] for row in home.run("goods", "list", "--json=?").out.splitlines()]
    assert fields[:3] == ["id", "name", "price"]
    assert len(home.run("goods", "list").out.rstrip("\n").split("\t")) == len(fields)
    csv_header = home.run("goods", "list", "--output", "csv").out.splitlines()[0]
    assert csv_header.split(",") == fields


def test_json_lists_types(home):
    out = home.run("goods", "list", "--json=?").out
    assert out.startswith("id\tinteger\nname\tstring\nprice\tinteger (money in minor units)\n")
    assert home.run("goods", "list", "--json=?", env={"SHOPCTL_URL": "http://127.0.0.1:1"}).code == 0


def test_tsv_escapes(home, fake):
    fake.on("GET /skus", numbered_pages(1, lambda n: sku(7, name="a\tb\nc\\d\re")))
    assert home.run("goods", "list").out.split("\t")[1] == "a\\tb\\nc\\\\d\ufffde"


def test_csv(home, fake):
    fake.on("GET /skus", numbered_pages(1, lambda n: sku(7, name='say "hi", all')))
    rows = list(csv.reader(io.StringIO(home.run("goods", "list", "--output=csv").out)))
    assert rows[1][:3] == ["7", 'say "hi", all', "12.90"]


def test_json_is_the_api_document(home, goods):
    doc = json.loads(home.run("goods", "list", "--json").out)
    assert doc == {"items": [sku(7)], "page": 1, "per_page": 30, "total": 1}
    assert home.run("goods", "list", "--output", "json").out == home.run("goods", "list", "--json").out


def test_json_fields_stand_anywhere(home, goods):
    lines = [["--json", "id", "goods", "list"], ["goods", "--json", "id", "list"], ["goods", "list", "--json", "id"],
             ["goods", "list", "--json=id"]]
    outputs = {home.run(*line).out for line in lines}
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["items"] == [{"id": 7}]


def test_json_fields_of_an_object(home, fake):
    fake.on(f"GET /orders/{ORDER_ID}", Reply(200, order()))
    home.sign_in()
    out = home.run("order", "show", ORDER_ID, "--json", "payable_amount,address.phone").out
    assert json.loads(out) == {"payable_amount": 3580, "address": {"phone": "13800000000"}}


def test_fields_choose_columns(home, goods):
    assert home.run("goods", "list", "--output", "tsv", "--json", "price,id").out == "12.90\t7\n"


def test_jsonl_is_one_item_a_line(home, fake):
    fake.on("GET /skus", numbered_pages(3))
    lines = home.run("goods", "list", "--output", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [1, 2, 3]


def test_many_pages_are_one_document(home, fake):
    fake.on("GET /skus", numbered_pages(412))
    doc = json.loads(home.run("goods", "list", "--json", "id", "--all").out)
    assert [item["id"] for item in doc["items"]] == list(range(1, 413))
    assert len(fake.requests) == 5
    assert fake.requests[0].query == {"per_page": "100"}


def test_cursors_are_followed(home, fake):
    fake.on("GET /orders", cursor_pages(250, lambda n: order(id=str(n))))
    home.sign_in()
    done = home.run("order", "list", "--all", "--json", "id")
    doc = json.loads(done.out)
    assert [item["id"] for item in doc["items"]] == [str(n) for n in range(250)]
    assert doc["next"] is None
    assert fake.requests[0].query == {"limit": "100"}


@pytest.mark.parametrize("limit, shown, requests", [("3", 3, 1), ("30", 30, 1), ("130", 130, 2)])
def test_limit(home, fake, limit, shown, requests):
    fake.on("GET /skus", numbered_pages(412))
    done = home.run("goods", "list", "--limit", limit)
    assert len(done.out.splitlines()) == shown
    assert done.err == ""
    assert len(fake.requests) == requests


def test_a_link_to_another_host_stays_here(home, fake):
    pages = [Reply(200, {"items": [sku(1)], "page": 1, "per_page": 1, "total": 2},
                   {"Link": '<http://elsewhere.example/api/v1/skus?page=2>; rel="next"'}),
             Reply(200, {"items": [sku(2)], "page": 2, "per_page": 1, "total": 2})]
    fake.on("GET /skus", pages)
    assert len(home.run("goods", "list").out.splitlines()) == 2
    assert fake.last.query == {"page": "2"}


def test_terminal_says_what_is_cut(home, fake):
    fake.on("GET /skus", numbered_pages(412))
    assert home.tty("goods", "list").out.splitlines()[-1] == "30 of 412; --all shows everything"
    fake.on("GET /orders", cursor_pages(50, lambda n: order(id=str(n))))
    home.sign_in()
    assert home.tty("order", "list").out.splitlines()[-1] == "the first 30; --all shows everything"


def test_terminal_says_that_nothing_is_there(home, fake):
    fake.on("GET /search", numbered_pages(0))
    assert home.tty("goods", "search", "xyzzy").out == "nothing found\n"
    done = home.run("goods", "search", "xyzzy")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_terminal_table(home, fake):
    fake.on("GET /skus", numbered_pages(2))
    lines = plain(home.tty("goods", "list").out).splitlines()
    assert lines == ["ID  NAME          PRICE  UNIT  AVAILABILITY",
                     " 1  红富士苹果 1  12.90  500g  low         ",
                     " 2  红富士苹果 2  12.90  500g  low         "]


@pytest.mark.parametrize("width", [100, 60, 40])
def test_rows_are_equally_wide(home, fake, width):
    names = ["苹果", "🍎 apple", "cafe\u0301 au lait, a long name that does not fit", "x"]
    fake.on("GET /skus", numbered_pages(4, lambda n: sku(n, name=names[n - 1], unit="一箱十二枚装的")))
    out = home.run("goods", "list", "--output", "table", env={"COLUMNS": str(width)}).out
    widths = {columns_of(line) for line in out.splitlines()}
    assert len(widths) == 1 and widths.pop() <= width
    assert ("…" in out) == (width < 100)


def test_terminal_times_are_relative(home, fake):
    fake.on(f"GET /orders/{ORDER_ID}", Reply(200, order(created_at="2001-02-03T04:05:06.000Z")))
    home.sign_in()
    assert re.search(r"CREATED AT +2001-02-03\n", plain(home.tty("order", "show", ORDER_ID).out))
    assert "2001-02-03T04:05:06.000Z" in home.run("order", "show", ORDER_ID).out


def test_order_on_a_terminal(home, fake):
    fake.on(f"GET /orders/{ORDER_ID}", Reply(200, order()))
    home.sign_in()
    out = plain(home.tty("order", "show", ORDER_ID).out)
    assert re.search(r"PAYABLE AMOUNT +35\.80\n", out)
    assert re.search(r"RECEIVER +林小满\n", out)
    assert re.search(r"ACTIONS +pay, cancel\n", out)
    assert "LINES\nSKU  NAME        PRICE  UNIT  QUANTITY  AMOUNT\n  7  红富士苹果  12.90  500g         2   25.80\n" in out


DANGEROUS = "a\x1b[31mred\x07\x7f\x9b31m\u202egnp\u2066x\u200f\rz"


@pytest.mark.parametrize("form", ["table", "tsv", "csv", "json", "jsonl"])
def test_nothing_that_a_terminal_obeys(home, fake, form):
    fake.on("GET /skus", numbered_pages(1, lambda n: sku(7, name=DANGEROUS)))
    done = home.run("goods", "list", "--output", form, "--color", "never")
    assert done.code == 0
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", done.out)
    if form == "json":
        assert json.loads(done.out)["items"][0]["name"] == DANGEROUS


def test_errors_are_harmless_as_well(home, fake):
    fake.on("GET /skus/7", Reply(404, {"title": DANGEROUS, "detail": DANGEROUS, "code": "not_found", "request_id": "\x1b]0;"}))
    for line in (["goods", "show", "7"], ["goods", "show", "7", "--debug"]):
        out = home.tty(*line, env={"NO_COLOR": "1"}).out
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", out)


@pytest.mark.parametrize("env, args, colored", [
    ({}, [], True),
    ({"TERM": "dumb"}, [], False),
    ({"TERM": "dumb", "CLICOLOR_FORCE": "1"}, [], True),
    ({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, [], False),
    ({"NO_COLOR": ""}, [], True),
    ({"NO_COLOR": "1"}, ["--color", "always"], True),
    ({"SHOPCTL_COLOR": "never"}, [], False),
    ({}, ["--color=never"], False),
])
def test_colours_on_a_terminal(home, goods, env, args, colored):
    assert ("\x1b[" in home.tty("goods", "list", *args, env=env).out) == colored


def test_no_colours_in_a_pipe(home, goods):
    assert "\x1b" not in home.run("goods", "list", "--output", "table").out
    forced = home.run("goods", "list", "--output", "table", env={"CLICOLOR_FORCE": "1"})
    assert set(re.findall(r"\x1b\[([0-9;]*)m", forced.out)) <= {"0", "1", "31", "32", "33"}


@pytest.mark.parametrize("env, args, accepted", [
    ({}, [], "en"),
    ({"LANG": "zh_CN.UTF-8"}, [], "zh-CN"),
    ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, [], "en"),
    ({"LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, [], "zh-CN"),
    ({"LC_ALL": "en_US", "LANGUAGE": "fr:zh_CN:en"}, [], "zh-CN"),
    ({"LANGUAGE": "zh_CN", "SHOPCTL_LANG": "en"}, [], "en"),
    ({"SHOPCTL_LANG": "en"}, ["--lang", "zh-CN"], "zh-CN"),
    ({"LANG": "xx_XX"}, [], "en"),
])
def test_language(home, goods, fake, env, args, accepted):
    assert home.run("goods", "list", *args, env=env).code == 0
    assert fake.last.headers["Accept-Language"] == accepted


def test_chinese_without_the_locale(home, goods):
    done = home.run("odrer", env={"LC_ALL": "zh_CN.UTF-8"})
    assert done.err == "shopctl: 没有命令 'odrer'\n  您是不是想输入 'order'？\n  请看 'shopctl help'\n"
    assert "价格" in home.run("goods", "list", "--output", "table", "--lang", "zh-CN").out


def test_reader_goes_away(home, fake):
    import subprocess
    from shopctl import SHOPCTL
    fake.on("GET /skus", numbered_pages(5000))
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {SHOPCTL} goods list --all | head -1"], env=home.env,
                          capture_output=True, timeout=20)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(fake.requests) < 50


def test_full_disk(home, goods):
    import subprocess
    from shopctl import SHOPCTL
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run([SHOPCTL, "goods", "list"], env=home.env, stdout=full, stderr=subprocess.PIPE, timeout=20)
    assert done.returncode == 1
    assert b"could not be written" in done.stderr
