"""The command line: exit status, outputs, messages, and no traceback ever."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from gov_disclosure import RULES, Report, RequestMatrix, ReviewLitigationTable, __version__, commands, examine
from gov_disclosure.__main__ import main
from gov_disclosure.columns import width_of
from gov_disclosure.diagnostics import DIAGNOSTICS
from gov_disclosure.tables import ProactiveTable

ASPECTS = "\n".join(
    f"（{number}）{aspect}。本年工作正常开展，按规定完成。"
    for number, aspect in zip(
        "一二三四五", ("主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"), strict=True
    )
)


@pytest.fixture
def clean() -> Report:
    """A report that nothing is wrong with."""
    return Report(
        organization="青禾县林业局",
        year=2023,
        overview=ASPECTS,
        proactive=ProactiveTable.of(),
        requests=RequestMatrix.of(received={"natural_person": 2}, disclosed={"natural_person": 2}),
        review_litigation=ReviewLitigationTable.of(),
        problems="存在的问题：公开不够及时，个别栏目更新较慢。改进措施：下一步将每月检查一次，加强对股室的培训。",
        other_matters="本年度没有收取政府信息公开信息处理费。",
    )


@pytest.fixture
def source(tmp_path: Path, clean: Report) -> str:
    """A file with a report that nothing is wrong with."""
    clean.write(tmp_path / "in.json")
    return str(tmp_path / "in.json")


@pytest.fixture
def faulty(tmp_path: Path, clean: Report) -> str:
    """A file with a report that adds up wrongly."""
    clean.with_cells({"requests.received.total": 3}).write(tmp_path / "faulty.json")
    return str(tmp_path / "faulty.json")


@pytest.fixture
def poem(tmp_path: Path) -> str:
    """A file that is no report."""
    (tmp_path / "poem.txt").write_text("床前明月光\n疑是地上霜\n", encoding="utf-8")
    return str(tmp_path / "poem.txt")


def run(
    *arguments: str, stdin: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "gov_disclosure", *arguments],
        input=stdin,
        capture_output=True,
        env=os.environ | (environment or {}),
        check=False,
    )


# ---- check


def test_a_clean_report_exits_with_zero(source: str) -> None:
    """Nothing wrong is status 0."""
    assert 0 == main(["check", source])


def test_an_error_exits_with_one(faulty: str) -> None:
    """A fault in the arithmetic is status 1."""
    assert 1 == main(["check", faulty])


def test_a_warning_exits_with_zero_unless_strict(tmp_path: Path, clean: Report) -> None:
    """Warnings count only when that is asked for."""
    path = tmp_path / "warned.json"
    clean.evolve(overview="").write(path)
    assert (0, 1) == (main(["check", str(path)]), main(["check", str(path), "--strict"]))


def test_an_unreadable_source_exits_with_two(poem: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no report is status 2, with the reason on stderr."""
    status = main(["check", poem])
    printed = capsys.readouterr()
    assert (2, "", True) == (status, printed.out, f"gov-disclosure: {poem}：" in printed.err)


def test_a_missing_file_exits_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there is named."""
    missing = str(tmp_path / "none.txt")
    status = main(["check", missing])
    assert (2, f"gov-disclosure: {missing}：没有这个文件\n") == (status, capsys.readouterr().err)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied"), ("没有权限", "permission is denied")),
        (IsADirectoryError(21, "Is a directory"), ("这是一个文件夹", "it is a folder")),
        (OSError(5, "Input/output error"), ("Input/output error", "Input/output error")),
        (OSError("odd"), ("odd", "odd")),
    ],
)
def test_what_the_system_says_is_said_in_both_languages(error: OSError, said: tuple[str, str]) -> None:
    """The usual ones have words of their own."""
    reason = commands.reason_of("a.txt", error)
    assert (f"a.txt：{said[0]}", f"a.txt: {said[1]}") == (reason.say("zh"), reason.say("en"))


def test_one_bad_source_does_not_stop_the_others(
    poem: str, faulty: str, source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every source is checked; the gravest status is given."""
    status = main(["check", poem, faulty, source])
    printed = capsys.readouterr().out
    assert (2, True, True) == (status, faulty in printed, source in printed)


def test_an_archive_stands_for_its_members(
    source: str, faulty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is read by itself, and written under its own name."""
    archive = str(tmp_path / "all.zip")
    with zipfile.ZipFile(archive, "w") as file:
        file.write(source, "区/in.json")
        file.write(faulty, "faulty.json")
    assert main(["check", archive]) == 1
    assert [f"{archive}/faulty.json", f"{archive}/区/in.json"] == [
        line.partition("：")[0] for line in capsys.readouterr().out.splitlines() if line.startswith(archive)
    ]
    assert main(["convert", archive, "-o", str(tmp_path / "out"), "--to", "text", "-q"]) == 0
    assert ["faulty.txt", "in.txt"] == sorted(path.name for path in (tmp_path / "out").iterdir())


def test_a_member_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An archive says which of its members is no report."""
    archive = str(tmp_path / "all.zip")
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("poem.txt", "床前明月光")
    assert main(["check", archive]) == 2
    assert f"{archive}/poem.txt" in capsys.readouterr().err


def test_findings_are_printed(faulty: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The findings stand under the name of the source and the title of the report."""
    main(["check", faulty])
    printed = capsys.readouterr().out
    expected = examine(faulty).validate().to_text()
    assert f"{faulty}：青禾县林业局2023年政府信息公开工作年度报告\n{expected}\n" == printed


def test_findings_in_english(faulty: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything is said in English on demand."""
    main(["check", faulty, "--lang", "en"])
    printed = capsys.readouterr().out
    assert (True, True) == (printed.startswith(f"{faulty}: "), examine(faulty).validate().to_text("en") in printed)


def test_findings_as_markdown(faulty: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Markdown has a heading for each source."""
    main(["check", faulty, "--format", "markdown"])
    printed = capsys.readouterr().out
    assert (True, True) == (printed.startswith(f"## {faulty}："), examine(faulty).validate().to_markdown() in printed)


def test_findings_as_json(faulty: str, source: str, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON is one list with an object for each source."""
    main(["check", faulty, source, "--format", "json"])
    entries: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert [(faulty, 2023, 1.0, True), (source, 2023, 1.0, False)] == [
        (entry["source"], entry["year"], entry["coverage"], bool(entry["counts"]["error"])) for entry in entries
    ]


def test_json_is_json_even_if_nothing_could_be_read(poem: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Another program can always load the output, and finds the source with the reason."""
    main(["check", poem, "--format", "json", "--lang", "en"])
    (entry,) = json.loads(capsys.readouterr().out)
    expected = {"source", "error"}, poem, True
    assert expected == (set(entry), entry["source"], entry["error"].startswith(f"{poem}: "))


def test_a_dash_reads_standard_input(clean: Report) -> None:
    """A report may come through a pipe."""
    done = run("check", "-", stdin=clean.to_json().encode())
    assert (0, "标准输入：青禾县林业局2023年政府信息公开工作年度报告") == (
        done.returncode,
        done.stdout.decode().splitlines()[0],
    )


def test_the_format_of_a_source_can_be_told(tmp_path: Path, clean: Report) -> None:
    """A file without a telling name is read as what it is said to be."""
    (tmp_path / "data").write_text(clean.to_json(), encoding="utf-8")
    assert (0, 2) == (
        main(["check", "--from", "json", str(tmp_path / "data")]),
        main(["check", "--from", "docx", str(tmp_path / "data")]),
    )


def test_a_failure_of_the_program_is_said_plainly(
    source: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bug shows no traceback, but whom to tell."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("oops")

    monkeypatch.setattr(commands, "examine", fail)
    status = main(["check", source, "--lang", "en"])
    assert (2, f"gov-disclosure: {source}: the program failed (RuntimeError: oops)") == (
        status,
        capsys.readouterr().err.partition(";")[0],
    )


# ---- convert


def test_a_report_is_written_in_four_formats(tmp_path: Path, source: str) -> None:
    """The usual outputs are text, Markdown, HTML and DOCX, named for the source."""
    status = main(["convert", source, "-o", str(tmp_path / "out" / "new")])
    expected = ["in.docx", "in.html", "in.md", "in.txt"]
    assert (0, expected) == (status, sorted(path.name for path in (tmp_path / "out" / "new").iterdir()))


@pytest.mark.parametrize("name", ["text", "markdown", "html", "docx", "json"])
def test_what_is_written_reads_back(tmp_path: Path, source: str, clean: Report, name: str) -> None:
    """Each output holds the same report."""
    main(["convert", source, "-o", str(tmp_path / "out"), "--to", name])
    (written,) = (tmp_path / "out").iterdir()
    assert clean == examine(written).report


def test_only_what_was_asked_for_is_written(tmp_path: Path, source: str) -> None:
    """Formats are named with commas."""
    main(["convert", source, "-o", str(tmp_path / "out"), "--to", "docx, json"])
    assert ["in.docx", "in.json"] == sorted(path.name for path in (tmp_path / "out").iterdir())


EVERY = ["in.docx", "in.html", "in.json", "in.md", "in.txt"]


@pytest.mark.parametrize(
    ("asked", "written"),
    [("html,html", ["in.html"]), ("HTML, Docx", ["in.docx", "in.html"]), ("all", EVERY), ("ALL", EVERY)],
)
def test_formats_may_be_named_freely(tmp_path: Path, source: str, asked: str, written: list[str]) -> None:
    """Twice, in capitals or all at once."""
    status = main(["convert", source, "-q", "-o", str(tmp_path / "out"), "--to", asked])
    assert (0, written) == (status, sorted(path.name for path in (tmp_path / "out").iterdir()))


def test_an_unknown_format_is_refused(tmp_path: Path, source: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written in a format that does not exist."""
    status = main(["convert", source, "-o", str(tmp_path / "out"), "--to", "docx,pdf"])
    assert (2, False, True) == (status, (tmp_path / "out").exists(), "pdf" in capsys.readouterr().err)


def test_converting_prints_findings_and_files(tmp_path: Path, faulty: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Who converts a faulty report is told, and gets the files all the same."""
    status = main(["convert", faulty, "-o", str(tmp_path), "--to", "html"])
    printed = capsys.readouterr().out
    expected = (0, True, f"已写出 {tmp_path / 'faulty.html'}")
    assert expected == (status, examine(faulty).validate().to_text() in printed, printed.splitlines()[-1])


@pytest.mark.parametrize(("options", "lang"), [(["--document-lang", "en"], "en"), (["--lang", "en"], "zh")])
def test_documents_have_a_language_of_their_own(tmp_path: Path, source: str, options: list[str], lang: Any) -> None:
    """The language of the messages says nothing of the documents, nor the other way round."""
    main(["convert", source, "-q", "-o", str(tmp_path), "--to", "html", *options])
    assert examine(source).report.to_html(lang=lang) == (tmp_path / "in.html").read_text(encoding="utf-8")


def test_converting_quietly_prints_files_only(tmp_path: Path, source: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings can be left out."""
    main(["convert", source, "-q", "-o", str(tmp_path), "--to", "html", "--lang", "en"])
    assert f"wrote {tmp_path / 'in.html'}\n" == capsys.readouterr().out


def test_a_source_is_never_written_over(tmp_path: Path, source: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An output that would replace its source is refused, and the source stays."""
    before = Path(source).read_bytes()
    status = main(["convert", source, "-o", str(tmp_path), "--to", "json"])
    said = capsys.readouterr().err.startswith(f"gov-disclosure: {source} 写成这种格式会覆盖它自己；")
    assert (2, before, True) == (status, Path(source).read_bytes(), said)


def test_a_source_is_never_written_over_by_another(tmp_path: Path, source: str, clean: Report) -> None:
    """What one source gives may be the file of another, whatever their order."""
    clean.write(tmp_path / "in.html")
    before = Path(source).read_bytes()
    status = main(["convert", str(tmp_path / "in.html"), source, "-o", str(tmp_path), "--to", "json"])
    assert (2, before) == (status, Path(source).read_bytes())


def test_two_sources_never_share_an_output(tmp_path: Path, source: str, clean: Report) -> None:
    """Sources of one name would write over each other; nothing is written then."""
    (tmp_path / "other").mkdir()
    clean.write(tmp_path / "other" / "in.json")
    status = main(["convert", source, str(tmp_path / "other" / "in.json"), "-o", str(tmp_path / "out")])
    assert (2, False) == (status, (tmp_path / "out").exists())


def test_converting_goes_on_after_a_bad_source(tmp_path: Path, poem: str, source: str) -> None:
    """The good sources are written, the status tells of the bad."""
    status = main(["convert", poem, source, "-o", str(tmp_path / "out"), "--to", "html"])
    assert (2, ["in.html"]) == (status, [path.name for path in (tmp_path / "out").iterdir()])


def test_a_folder_that_cannot_be_made_is_said(source: str, poem: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An output that cannot be written is status 2, with the target and the reason."""
    target = Path(poem) / "in.html"
    statuses = [main(["convert", source, "-q", "-o", poem, "--to", "html", "--lang", lang]) for lang in ("zh", "en")]
    expected = (
        f"gov-disclosure: {source}：不能写到 {target}：那里有一个文件，不是文件夹\n"
        f"gov-disclosure: {source}: cannot write to {target}: a file stands where a folder is needed\n"
    )
    assert ([2, 2], expected) == (statuses, capsys.readouterr().err)


def test_standard_input_is_written_as_report(tmp_path: Path, clean: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report without a file name gets a plain one."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(clean.to_json().encode())))
    main(["convert", "-", "-o", str(tmp_path), "--to", "html"])
    assert ["report.html"] == [path.name for path in tmp_path.iterdir()]


# ---- rules


def test_every_rule_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """The list as JSON has every name that a finding can bear."""
    status = main(["rules", "--format", "json"])
    names = [entry["name"] for entry in json.loads(capsys.readouterr().out)]
    assert (0, [*RULES, *DIAGNOSTICS]) == (status, names)


def test_rules_as_text_say_what_must_hold(capsys: pytest.CaptureFixture[str]) -> None:
    """Each rule stands with its severity, its statement and its basis."""
    main(["rules"])
    rule = next(rule for rule in RULES.values() if rule.basis)
    expected = f"\n{rule.name} [{rule.severity}]\n  {rule.statement}\n  {rule.basis}\n"
    assert expected in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_rules_fit_a_screen(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No line takes more than 80 columns, a Chinese character taking two; rules of places say that they are."""
    main(["rules", "--lang", lang])
    printed = capsys.readouterr().out
    assert [] == [line for line in printed.splitlines() if width_of(line) > 80]
    assert sum(rule.optional for rule in RULES.values()) == printed.count(
        "审核口径打开" if lang == "zh" else "Local prac"
    )


def test_rules_as_markdown_are_tables(capsys: pytest.CaptureFixture[str]) -> None:
    """Each group is a table with one row a rule."""
    main(["rules", "--format", "markdown", "--lang", "en"])
    lines = capsys.readouterr().out.splitlines()
    rows = [line for line in lines if line.startswith("| ") and not line.startswith(("| ---", "| name"))]
    assert (len(RULES) + len(DIAGNOSTICS), "## Rules on reports") == (len(rows), lines[0])


# ---- the frame


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """The command names its version."""
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert (0, f"gov-disclosure {__version__}\n") == (caught.value.code, capsys.readouterr().out)


@pytest.mark.parametrize("arguments", [[], ["convert"], ["check"], ["check", "x", "--lang", "fr"], ["guess"]])
def test_a_wrong_command_line_exits_with_two(arguments: list[str]) -> None:
    """What cannot be understood is status 2, as for other commands."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert 2 == caught.value.code


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_the_output_is_utf8_in_any_locale(environment: dict[str, str], faulty: str) -> None:
    """A machine without a Chinese locale prints Chinese all the same."""
    done = run("check", faulty, environment=environment)
    assert (1, True) == (done.returncode, "青禾县林业局" in done.stdout.decode("utf-8"))


def test_a_closed_pipe_is_no_failure() -> None:
    """``gov-disclosure rules | head`` ends without a word."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "gov_disclosure", "rules"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (141, b"") == (done.returncode, done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is always full")
@pytest.mark.parametrize(("lang", "said"), [("zh", "不能输出结果："), ("en", "cannot write the output: ")])
def test_a_full_disk_is_said(faulty: str, lang: str, said: str) -> None:
    """No traceback, and not the status of a faulty report."""
    command = [sys.executable, "-m", "gov_disclosure", "check", faulty, "--lang", lang]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    (line,) = done.stderr.decode().splitlines()
    assert (2, True) == (done.returncode, line.startswith(f"gov-disclosure: {said}"))


def test_an_interrupt_ends_without_a_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C is no fault."""

    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "rules", interrupt)
    assert (130, "") == (main(["rules"]), capsys.readouterr().err)


def test_a_replaced_stream_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that has no encoding of its own takes the text as it is."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    main(["rules"])
    assert stream.getvalue().startswith("报告的规则")


@pytest.mark.parametrize("named", ["", "*.txt", "**/a*"])
def test_a_folder_or_a_pattern_stands_for_its_files(
    tmp_path: Path, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not every shell puts files in the place of a pattern, so it is done here; what is no document is left out."""
    for name in ("a.txt", "b.html"):
        Report.blank(organization="青禾县林业局", year=2023).write(tmp_path / name)
    (tmp_path / "notes.bin").write_bytes(b"0")
    main(["check", str(tmp_path / named), "--format", "json"])
    names = [Path(each["source"]).name for each in json.loads(capsys.readouterr().out)]
    assert (["a.txt"] if named else ["a.txt", "b.html"]) == names


@pytest.mark.parametrize(("named", "said"), [("", "这是一个文件夹"), ("*.docx", "没有这个文件")])
def test_what_stands_for_no_file_is_told(
    tmp_path: Path, named: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty folder and a pattern that fits nothing are sources that cannot be read, not a check without findings."""
    status = main(["check", str(tmp_path / named)])
    assert (2, True) == (status, said in capsys.readouterr().err)


def test_the_files_of_a_folder_are_converted(tmp_path: Path) -> None:
    """A folder is converted as its files are."""
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.html"):
        Report.blank(organization="青禾县林业局", year=2023).write(tmp_path / "in" / name)
    assert main(["convert", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--to", "json", "-q"]) == 0
    assert ["a.json", "b.json"] == sorted(path.name for path in (tmp_path / "out").iterdir())
