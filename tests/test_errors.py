"""The errors: both languages, a builtin kind, and what to do."""

import pickle

import attrs
import pytest

from gov_disclosure import (
    BlankCell,
    CannotRead,
    CannotWrite,
    DisclosureError,
    FindingsPresent,
    InvalidCell,
    InvalidChoice,
    InvalidPolicy,
    InvalidReport,
    InvalidRule,
    NoSuchCell,
    NotAReport,
    UnknownEdition,
    UnreadableSource,
    errors,
)
from gov_disclosure.words import Words

HERE = Words("这里", "here")
EXAMPLES: list[tuple[DisclosureError, type[Exception], str, str]] = [
    (
        BlankCell(HERE, Words("空白", "blank")),
        KeyError,
        "这里没有数字（空白）。空白不等于0；可用 get() 取得 None，或先用 with_cells() 填写。",
        "here holds no number (blank). A blank is not 0; use get() for None, or fill it with with_cells() first.",
    ),
    (
        NoSuchCell(2021, Words("申请表", "requests"), "甲", Words("是否指乙？", "Did you mean B?")),
        KeyError,
        "2021年格式的申请表没有“甲”。是否指乙？",
        "The requests table of the 2021 form has no '甲'. Did you mean B?",
    ),
    (
        InvalidCell(HERE, "x", Words("应为整数。", "a whole number.")),
        ValueError,
        "这里不能填“x”：应为整数。",
        "here cannot hold 'x': a whole number.",
    ),
    (
        InvalidChoice("severity", Words("甲、乙", "a, b"), "丙"),
        ValueError,
        "severity 应为 甲、乙 之一，实际为“丙”。",
        "severity must be one of a, b, found '丙'.",
    ),
    (
        InvalidReport("year", Words("年份", "a year"), "x"),
        ValueError,
        "year 处应为年份，实际为 x。",
        "At year: expected a year, found x.",
    ),
    (
        InvalidPolicy("审核.toml", "rules.x", Words("没有这条规则。", "there is no such rule.")),
        ValueError,
        "审核口径审核.toml的 rules.x 有误：没有这条规则。",
        "The policy 审核.toml is wrong at rules.x: there is no such rule.",
    ),
    (
        InvalidRule("x", Words("名称已有规则使用。", "a rule has this name already.")),
        TypeError,
        "“x”不能作为规则：名称已有规则使用。",
        "'x' cannot be a rule: a rule has this name already.",
    ),
    (
        UnknownEdition("2018", Words("2019、2021", "2019, 2021")),
        LookupError,
        "没有“2018”对应的格式：已有 2019、2021 年格式，适用于2019年及以后的年度报告。",
        "There is no form for '2018': the editions are 2019, 2021, for the reports of 2019 and later.",
    ),
    (
        UnreadableSource("甲.doc", Words("是空的", "it is empty"), Words("请重新下载。", "Load it again.")),
        ValueError,
        "无法读取甲.doc：是空的。请重新下载。",
        "Cannot read 甲.doc: it is empty. Load it again.",
    ),
    (
        NotAReport("甲.txt", Words("标题", "a title"), Words("一首诗", "a poem")),
        ValueError,
        "甲.txt不是政府信息公开工作年度报告：查找了标题，找到的是一首诗。",
        "甲.txt is not a government information disclosure annual report: looked for a title, found a poem.",
    ),
    (
        CannotWrite(".xyz", Words("可用 .txt", "use .txt")),
        ValueError,
        "无法写出“.xyz”：可用 .txt",
        "Cannot write '.xyz': use .txt",
    ),
    (
        FindingsPresent(1, Words("差2", "off by 2"), ()),
        ValueError,
        "检查发现1处错误：\n差2",
        "The check found 1 error(s):\noff by 2",
    ),
    (CannotRead(), ValueError, DisclosureError.template.zh, DisclosureError.template.en),
    (DisclosureError(), Exception, DisclosureError.template.zh, DisclosureError.template.en),
]
IDS = [type(error).__name__ for error, *_ in EXAMPLES]


def test_every_error_has_an_example() -> None:
    """The list of examples is complete."""
    assert sorted(errors.__all__) == sorted(IDS)


@pytest.mark.parametrize(("error", "zh", "en"), [(error, zh, en) for error, _, zh, en in EXAMPLES], ids=IDS)
def test_an_error_speaks_both_languages(error: DisclosureError, zh: str, en: str) -> None:
    """An error names place, fault and remedy in Chinese and in English."""
    assert (zh, en) == (error.say(), error.say("en"))


@pytest.mark.parametrize(("error", "zh"), [(error, zh) for error, _, zh, _ in EXAMPLES], ids=IDS)
def test_an_error_prints_its_chinese_sentence(error: DisclosureError, zh: str) -> None:
    """What a traceback shows begins with the Chinese sentence."""
    assert str(error).startswith(zh)


@pytest.mark.parametrize(("error", "kind"), [(error, kind) for error, kind, _, _ in EXAMPLES], ids=IDS)
def test_an_error_is_of_a_builtin_kind(error: DisclosureError, kind: type[Exception]) -> None:
    """Who knows nothing of the library can catch what a mapping or a parser would raise."""
    assert isinstance(error, kind)


@pytest.mark.parametrize("error", [error for error, *_ in EXAMPLES], ids=IDS)
def test_an_error_comes_back_from_another_process(error: DisclosureError) -> None:
    """A pool of processes can hand an error on."""
    back = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert (type(error), attrs.asdict(error)) == (type(back), attrs.asdict(back))


def test_an_error_comes_back_as_libraries_for_clusters_send_it() -> None:
    """Such a library replaces the way every exception is sent that does not say its own."""
    support = pytest.importorskip("tblib.pickling_support", reason="tblib, which comes with Dask, is not installed")
    error = UnknownEdition("2018", Words("2019、2021", "2019, 2021"))
    make, made_of = support.pickle_exception(error)[:2]
    assert str(error) == str(make(*made_of))


def test_errors_of_reading_are_one_kind() -> None:
    """Whoever reads many sources catches one error."""
    assert (True, True) == (issubclass(UnreadableSource, CannotRead), issubclass(NotAReport, CannotRead))


def test_an_error_of_data_prints_both_languages() -> None:
    """An error in data that others sent is read by people of either language."""
    error = InvalidReport("year", Words("年份", "a year"), Words("无", "none"))
    assert "year 处应为年份，实际为 无。 At year: expected a year, found none." == str(error)
