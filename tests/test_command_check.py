"""The command ``check`` with what stands beside its sources, and in every format."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gov_disclosure import Fault, Passage, Report, command_check, rule
from gov_disclosure.__main__ import main
from gov_disclosure.reading import Reading
from rule_examples import clean_report

CARRIED = {"requests.carried_out.natural_person": 2, "requests.carried_out.total": 2}


def written(folder: Path, name: str, report: Report) -> str:
    """Write a report to a file."""
    report.write(folder / f"{name}.json")
    return str(folder / f"{name}.json")


@pytest.fixture
def clean(tmp_path: Path) -> str:
    """A report with no errors in it."""
    return written(tmp_path, "clean", clean_report())


@pytest.fixture
def before(tmp_path: Path) -> str:
    """A report of the year before, which the clean one does not follow from."""
    return written(tmp_path, "before", clean_report(2022).with_cells(CARRIED))


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    """A report that adds up wrongly."""
    return written(tmp_path, "faulty", clean_report().with_cells({"requests.received.total": 3}))


@pytest.fixture
def poem(tmp_path: Path) -> str:
    """A file that is no report."""
    (tmp_path / "poem.txt").write_text("床前明月光\n疑是地上霜\n", encoding="utf-8")
    return str(tmp_path / "poem.txt")


def entries(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Load what was printed as JSON."""
    data: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return data


def rules(entry: dict[str, Any]) -> set[str]:
    """Give the rules that failed in a source."""
    return {finding["rule"] for finding in entry["findings"]}


def test_the_report_of_last_year_is_compared(clean: str, before: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What was carried over is an error, so the status is 1."""
    status = main(["check", clean, "--previous", before, "--format", "json"])
    (entry,) = entries(capsys)
    assert (1, True) == (status, "carry_over" in rules(entry))


def test_the_only_report_of_last_year_is_for_the_only_source(
    clean: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the organ is called there."""
    other = written(tmp_path, "other", clean_report(2022).evolve(organization="青禾县水务局").with_cells(CARRIED))
    status = main(["check", clean, "--previous", other, "--format", "json"])
    assert (0, True) == (status, "carry_over" in rules(entries(capsys)[0]))


def test_among_several_the_report_of_the_organ_is_chosen(
    clean: str, before: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever has none is told so, and is checked all the same."""
    forest = clean_report().evolve(organization="青禾县林业局")
    other = written(tmp_path, "forest", forest)
    nobody = written(tmp_path, "nobody", forest.evolve(year=None))
    main(["check", clean, other, nobody, "--previous", before, "--format", "json"])
    printed = capsys.readouterr()
    found = [("carry_over" in rules(entry)) for entry in json.loads(printed.out)]
    assert ([True, False, False], 2) == (found, printed.err.count("没有这个机关上年的报告"))


def test_a_report_of_last_year_that_cannot_be_read_is_status_2(clean: str, poem: str) -> None:
    """The source is checked all the same."""
    assert 2 == main(["check", clean, "--previous", poem])


def test_the_day_of_publication_is_checked(clean: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A day after the deadline is an error."""
    status = main(["check", clean, "--published", "2024-02-05", "--format", "json"])
    assert (1, True) == (status, "published_in_time" in rules(entries(capsys)[0]))


@pytest.mark.parametrize("day", ["2024-2-5", "2024/02/05", "2024.2.5", "2024年2月5日", "20240205"])
def test_a_day_may_be_written_as_people_do(clean: str, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As long as it can be no other one."""
    main(["check", clean, "--published", day])
    assert "2024-02-05公布" in capsys.readouterr().out


REFUSED = [
    (["--published", "2024-02-30"], "--published 应为日期，如 2025-01-24，实际为“2024-02-30”", "must be a day"),
    (["--published", "昨天"], "实际为“昨天”", "found “昨天”"),
    (["--published"], "--published 后面缺少值", "--published needs a value"),
    (["--format", "xml"], "--format 应为 text, json, markdown, html, sarif 之一，实际为 xml", "found xml"),
    (["--lang", "fr"], "--lang 应为 zh, en 之一，实际为 fr", "must be one of zh, en"),
    (["--polcy", "x"], "没有 --polcy 这个选项。是否指 --policy？", "Did you mean --policy?"),
    (["--strict=1"], "--strict 不带值，实际为 1", "takes no value"),
    (["--p", "x"], "--p 不明确，可能是 --previous", "--p may be --previous"),
]


@pytest.mark.parametrize(("given", "zh", "en"), REFUSED, ids=[" ".join(case[0]) for case in REFUSED])
def test_a_wrong_option_is_refused_in_both_languages(
    clean: str, given: list[str], zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what was found, what was expected, and status 2; nothing is checked."""
    with pytest.raises(SystemExit) as caught:
        main(["check", clean, *given])
    printed = capsys.readouterr()
    assert (2, "") == (caught.value.code, printed.out)
    first, second = printed.err.splitlines()[-2:]
    assert (True, True) == (zh in first, en in second)


@pytest.mark.parametrize(
    ("given", "said"), [(["check"], "缺少 SOURCE"), ([], "缺少 COMMAND"), (["chek", "a"], "convert, check, rules 之一")]
)
def test_a_command_that_lacks_something_says_what(
    given: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In both languages, too."""
    with pytest.raises(SystemExit):
        main(given)
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("page", ["markdown", "html"])
def test_a_page_tells_of_sources_that_could_not_be_read(
    clean: str, poem: str, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever reads the page has not seen what went to stderr."""
    assert 2 == main(["check", clean, poem, "missing.txt", "--format", page])
    text = capsys.readouterr().out
    assert (True, True) == (f"{poem}：无法检查" in text, "missing.txt：没有这个文件" in text)


def test_a_reason_names_its_source_once(poem: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By the name that was given."""
    main(["check", poem])
    (line,) = [line for line in capsys.readouterr().err.splitlines() if "poem" in line]
    assert line.startswith(f"gov-disclosure: {poem}：它不是政府信息公开工作年度报告：")


def test_a_rule_that_broke_off_is_status_2(
    clean: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not everything was checked; what was, is told."""

    def broken(passage: Passage) -> Iterator[Fault]:
        yield Fault("title", passage.paragraphs[99])

    monkeypatch.setattr(
        command_check, "load_rules", lambda: (rule(on=Passage, statement="…", severity="notice")(broken),)
    )
    status = main(["check", clean, "--packages", "--format", "sarif"])
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    (invocation,) = run["invocations"]
    assert (2, False) == (status, invocation["executionSuccessful"])
    assert "规则 broken 运行出错" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_a_policy_is_followed_and_named(faulty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it makes a notice is no reason for status 1."""
    (tmp_path / "p.toml").write_text("name = '口径'\n[rules]\narithmetic = 'notice'\n", encoding="utf-8")
    status = main(["check", faulty, "--policy", str(tmp_path / "p.toml")])
    assert (0, True) == (status, "审核口径：口径（规则1条）" in capsys.readouterr().out)


@pytest.mark.parametrize("text", ["[rules]\nqqq = 'off'\n", None])
def test_a_policy_that_is_none_checks_nothing(
    clean: str, tmp_path: Path, text: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever is told that all is well must have been checked as was asked."""
    path = tmp_path / "p.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    status = main(["check", clean, "--policy", str(path)])
    printed = capsys.readouterr()
    assert (2, "", True) == (status, printed.out, "p.toml" in printed.err)


def test_rules_of_packages_are_run_on_demand(
    clean: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are not even looked for otherwise."""
    own = rule(on=Passage, statement="…", severity="notice")(
        lambda passage: iter((Fault(passage.address, "自定规则"),))
    )
    monkeypatch.setattr(command_check, "load_rules", lambda: (own,))
    main(["check", clean])
    without = capsys.readouterr().out
    main(["check", clean, "--packages"])
    assert (False, True) == ("自定规则" in without, "自定规则" in capsys.readouterr().out)


def test_several_sources_are_counted_in_a_line(
    clean: str, faulty: str, poem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Below the last of them, in text and in Markdown."""
    main(["check", clean, faulty, poem])
    text = capsys.readouterr().out.splitlines()[-1]
    main(["check", clean, faulty, poem, "--format", "markdown", "--lang", "en"])
    markdown = capsys.readouterr().out.splitlines()[-1]
    assert text.startswith("共3份：错误 2，")
    assert text.endswith("；有错误的 1 份，无法读取的 1 份")
    assert markdown.startswith("3 in all: errors 2, ")


def test_one_source_is_counted_by_itself(clean: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its own line of counts is enough."""
    main(["check", clean])
    assert "共1份" not in capsys.readouterr().out


@pytest.mark.parametrize(("lang", "language"), [("zh", "zh-CN"), ("en", "en")])
def test_findings_as_a_page(
    faulty: str, clean: str, lang: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """HTML is one page with a part for each source."""
    main(["check", faulty, clean, "--format", "html", "--lang", lang])
    page = capsys.readouterr().out
    assert page.startswith(f'<!DOCTYPE html>\n<html lang="{language}">')
    assert (2, 2, True) == (page.count("<h2>"), page.count('<div class="gd-findings"'), "</p>\n</body></html>" in page)


def test_a_log_tells_of_sources_that_could_not_be_read(
    clean: str, poem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a run that was not successful."""
    main(["check", clean, poem, "--format", "sarif"])
    (invocation,) = json.loads(capsys.readouterr().out)["runs"][0]["invocations"]
    (note,) = invocation["toolExecutionNotifications"]
    assert (False, True) == (invocation["executionSuccessful"], "poem.txt" in note["message"]["text"])
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("poem.txt")


def test_findings_as_sarif(faulty: str, clean: str, capsys: pytest.CaptureFixture[str]) -> None:
    """SARIF is one log, whatever the number of sources."""
    main(["check", faulty, clean, "--format", "sarif"])
    log = json.loads(capsys.readouterr().out)
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"]
    }
    assert ("2.1.0", True) == (log["version"], any(uri.endswith("faulty.json") for uri in uris))


def test_a_failing_rule_does_not_stop_the_run(
    clean: str, faulty: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bug shows no traceback, but whom to tell, and the others are checked."""
    check = Reading.validate

    def fail(self: Reading, *arguments: Any) -> object:
        if self.source == "clean.json":
            raise RuntimeError("oops")
        return check(self, *arguments)

    monkeypatch.setattr(Reading, "validate", fail)
    status = main(["check", clean, faulty])
    printed = capsys.readouterr()
    assert (2, True, True) == (status, "RuntimeError：oops" in printed.err, faulty in printed.out)
