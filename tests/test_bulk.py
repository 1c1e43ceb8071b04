"""Reading many: one outcome a source, in order, and no source ends the others."""

import io
import logging
import multiprocessing
import os
import pickle
import re
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import gov_disclosure as gd
from gov_disclosure import ReadOutcome, read_many
from gov_disclosure.corpus import _one, bulk
from gov_disclosure.corpus._one import read_one
from gov_disclosure.corpus.sources import Task
from gov_disclosure.formats import FORMATS, bytes_for
from gov_disclosure.limits import Limits
from gov_disclosure.opening import Opened, Source, opened

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

FORKS = "fork" in multiprocessing.get_all_start_methods()
needs_fork = pytest.mark.skipif(not FORKS, reason="this system cannot copy a process, as the test needs")


def text(organ: str) -> bytes:
    """A report of an organ as plain text."""
    return gd.Report.blank(organization=organ, year=2023).to_text().encode()


def organs(outcomes: Iterator[ReadOutcome]) -> list[str]:
    """Who reports, or the kind of error, source by source."""
    return [o.report.organization if o.ok else type(o.error).__name__ for o in outcomes]


def names(outcomes: Iterator[ReadOutcome]) -> list[str]:
    """What the sources are called."""
    return [Path(outcome.source).name for outcome in outcomes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two reports, one of them in a folder below, and files that are none."""
    (tmp_path / "b.txt").write_bytes(text("乙局"))
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "甲.txt").write_bytes(text("甲局"))
    (tmp_path / "a" / "notes.bin").write_bytes(b"\0")
    (tmp_path / "c.txt").write_bytes(b"Dear Sir")
    return tmp_path


def test_what_a_word_processor_of_old_wrote_is_not_passed_over(tmp_path: Path) -> None:
    """A report as .doc in a folder cannot be read, and is named all the same; one that is a page is read."""
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "b.doc").write_text(gd.Report.blank(organization="乙局", year=2023).to_html(), encoding="utf-8")
    (tmp_path / "c.rtf").write_bytes(rb"{\rtf1\ansi }")

    assert ["UnreadableSource", "乙局", "UnreadableSource"] == organs(read_many(tmp_path, progress=False))


def test_a_bad_source_does_not_end_the_others(folder: Path) -> None:
    """Each source has its outcome, in the order of the sources."""
    given = [folder / "b.txt", folder / "c.txt", folder / "none.txt", folder / "a" / "甲.txt"]
    assert ["乙局", "NotAReport", "FileNotFoundError", "甲局"] == organs(read_many(given))


def test_an_outcome_says_what_came_of_its_source(folder: Path) -> None:
    """A name, a reading, and a time; or an error in the place of the reading."""
    good, bad = read_many([folder / "b.txt", folder / "c.txt"])
    assert (str(folder / "b.txt"), True, None, False) == (good.source, good.ok, good.error, good.reading is None)
    assert (False, True, None) == (bad.ok, bad.seconds > 0, bad.reading)


def test_the_report_of_a_failed_source_is_its_error() -> None:
    """Who asks for the report gets the reason why there is none."""
    (bad,) = read_many([b"Dear Sir"])
    with pytest.raises(gd.NotAReport):
        _ = bad.report


def test_a_folder_stands_for_the_files_below(folder: Path) -> None:
    """In the order of names, those that can be read only."""
    assert ["甲.txt", "b.txt", "c.txt"] == names(read_many(folder))


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    """A folder that holds itself has an end."""
    (folder / "a" / "loop").symlink_to(folder)
    assert ["甲.txt", "b.txt", "c.txt"] == names(read_many(folder))


def test_a_pattern_stands_for_the_files_it_matches(folder: Path) -> None:
    """In the order of names, folders below included."""
    assert ["甲.txt", "b.txt", "c.txt"] == names(read_many(str(folder / "**" / "*.txt")))


def test_a_pattern_without_a_file_is_an_error(folder: Path) -> None:
    """A misspelled pattern is not silently nothing."""
    assert ["FileNotFoundError"] == organs(read_many(str(folder / "*.docx")))


def test_a_file_may_have_the_name_of_a_pattern(folder: Path) -> None:
    """What is there is read as what it is."""
    (folder / "[b].txt").write_bytes(text("丙局"))
    assert ["丙局"] == organs(read_many(folder / "[b].txt"))


def test_bytes_and_open_files_are_read(folder: Path) -> None:
    """With the names that they have, or their number."""
    given: list[Source | tuple[str, bytes]] = [
        text("甲局"),
        ("乙.txt", text("乙局")),
        io.StringIO(text("丙局").decode()),
    ]
    with (folder / "b.txt").open("rb") as file:
        outcomes = list(read_many([*given, file]))
    assert ["甲局", "乙局", "丙局", "乙局"] == organs(iter(outcomes))
    assert ["#1", "乙.txt", "#3", "b.txt"] == names(iter(outcomes))


@pytest.mark.parametrize(
    "alone", [text("甲局"), bytearray(text("甲局")), ("甲.txt", text("甲局")), io.BytesIO(text("甲局"))]
)
def test_one_source_need_not_be_in_a_list(alone: Source | tuple[str, bytes]) -> None:
    """A single source is taken as it is."""
    assert ["甲局"] == organs(read_many(alone))


def archive(path: Path, members: dict[str, bytes], packing: int = zipfile.ZIP_STORED) -> Path:
    """Write an archive."""
    with zipfile.ZipFile(path, "w", packing) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def test_an_archive_stands_for_its_members(tmp_path: Path) -> None:
    """In the order of names, those that can be read only, each called by archive and member."""
    path = archive(tmp_path / "all.zip", {"乙/b.txt": text("乙局"), "a.txt": text("甲局"), "c.bin": b"", "d.txt/": b""})
    outcomes = list(read_many(path))
    assert ["甲局", "乙局"] == organs(iter(outcomes))
    assert [f"{path}/a.txt", f"{path}/乙/b.txt"] == [outcome.source for outcome in outcomes]


def packed(**files: bytes) -> bytes:
    """The bytes of an archive of some files, whose names have a point for each underscore."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return buffer.getvalue()


def test_archives_are_read_wherever_they_are(tmp_path: Path) -> None:
    """In a folder, as bytes, as an open file, and in an archive."""
    data = packed(b_txt=text("乙局"), a_zip=packed(a_txt=text("甲局")))
    (tmp_path / "all.zip").write_bytes(data)
    for source in (tmp_path, data, ("all.zip", data), io.BytesIO(data)):
        assert ["甲局", "乙局"] == organs(read_many(source))


def test_archives_without_end_in_one_another_are_refused() -> None:
    """So deep no one packs reports."""
    data = text("甲局")
    for _ in range(Limits().archive_depth + 1):
        data = packed(a_zip=data) if data.startswith(b"PK") else packed(a_txt=data)
    assert ["UnreadableSource"] == organs(read_many(data))


@pytest.mark.parametrize(
    "source", [None, 3, ("a", 3), "", "第一行\n第二行", "https://example.invalid/a.html"], ids=repr
)
def test_what_is_no_source_is_one_bad_source(source: Any) -> None:
    """It ends nothing, and its error says what to give."""
    assert ["UnreadableSource", "甲局"] == organs(read_many([source, text("甲局")]))


def test_a_closed_file_is_one_bad_source(tmp_path: Path) -> None:
    """It cannot be read any more."""
    with (tmp_path / "a.txt").open("w") as file:
        pass
    assert ["ValueError", "甲局"] == organs(read_many([file, text("甲局")]))


@pytest.mark.parametrize(
    ("sources", "given"),
    [
        (3, {}),
        (None, {}),
        ({"a.txt": b""}, {}),
        *(
            (b"", given)
            for given in ({"executor": 4}, {"timeout": 0}, {"timeout": "5"}, {"limits": 5}, {"in_flight": 0})
        ),
    ],
    ids=repr,
)
def test_an_argument_of_another_kind_is_refused_at_once(sources: Any, given: dict[str, Any]) -> None:
    """Before anything is read, and by a name of the library."""
    with pytest.raises(gd.InvalidChoice):
        read_many(sources, **given)


def test_names_in_the_encoding_of_old_systems_are_read(tmp_path: Path) -> None:
    """Archives made in China name their members in GBK without saying so."""
    path = archive(tmp_path / "all.zip", {"AABB.txt": text("甲局"), "CC.txt": text("乙局")})
    path.write_bytes(path.read_bytes().replace(b"AABB", "年报".encode("gbk")).replace(b"CC", b"\xff\xff"))
    assert ["\xa0\xa0.txt", "年报.txt"] == sorted(names(read_many(path)))


def test_a_member_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    """Size and ratio of a member are bounded before it is unpacked."""
    path = archive(tmp_path / "bomb.zip", {"a.txt": b"0" * 1_000_000, "b.txt": text("乙局")}, zipfile.ZIP_DEFLATED)
    assert ["UnreadableSource", "乙局"] == organs(read_many(path))
    assert ["UnreadableSource", "UnreadableSource"] == organs(read_many(path, limits=Limits(source_bytes=100)))


def test_a_damaged_archive_is_one_bad_source(tmp_path: Path) -> None:
    """What is no archive is named, and the next source is read."""
    (tmp_path / "bad.zip").write_bytes(b"PK")
    assert ["UnreadableSource", "甲局"] == organs(read_many([tmp_path / "bad.zip", text("甲局")]))


def test_a_damaged_member_is_one_bad_source(tmp_path: Path) -> None:
    """A member whose bytes are not those that were packed is refused, the others are read."""
    path = archive(tmp_path / "all.zip", {"a.txt": b"first member", "b.txt": text("乙局")})
    path.write_bytes(path.read_bytes().replace(b"first member", b"other member", 1))
    assert ["UnreadableSource", "乙局"] == organs(read_many(path))


def test_a_locked_member_is_one_bad_source(tmp_path: Path) -> None:
    """A member with a password is named."""
    path = archive(tmp_path / "all.zip", {"a.txt": b"secret"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    (outcome,) = read_many(path)
    assert "密码" in str(outcome.error)


@pytest.mark.parametrize("make", [lambda path: path, lambda path: path.read_bytes(), lambda path: path.open("rb")])
def test_a_source_that_is_too_large_is_refused(folder: Path, make: Callable[[Path], Source]) -> None:
    """The bound is the same for files, bytes and open files."""
    source = make(folder / "b.txt")
    (outcome,) = read_many([source], limits=Limits(source_bytes=10))
    if isinstance(source, io.BufferedReader):
        source.close()
    assert "more than 10 bytes" in (outcome.error.say("en") if isinstance(outcome.error, gd.DisclosureError) else "")


def slowly(source: Source, **_: object) -> Opened:
    """Open, but take a long time over one source, and end the process over another."""
    name = getattr(source, "name", "")
    while name == "slow":
        time.sleep(0.01)
    if name == "deadly":
        os._exit(7)
    return opened(source)


@pytest.mark.parametrize("make", [nullcontext, partial(ThreadPoolExecutor, 1)], ids=["here", "in a thread"])
def test_a_source_that_takes_too_long_is_given_up(
    make: Callable[[], AbstractContextManager[Executor | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What read it ends, and the next one is read, wherever that is."""
    monkeypatch.setattr(_one, "opened", slowly)
    before = set(threading.enumerate())
    with make() as executor:
        given = [("slow", b""), ("b.txt", text("乙局"))]
        slow, other = read_many(given, executor, timeout=0.2)
        assert ("超过0.2秒" in str(slow.error), ["乙局"]) == (True, organs(iter([other])))
    for thread in set(threading.enumerate()) - before:
        thread.join(60)
        assert not thread.is_alive()


def test_an_error_of_a_source_is_its_own_where_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time that was up elsewhere, as on a disk of the network, is not ours."""

    def fails(_: Source, **__: object) -> Opened:
        raise TimeoutError("the disk")

    monkeypatch.setattr(_one, "opened", fails)
    (outcome,) = read_many([b""], timeout=60)
    assert "the disk" == str(outcome.error)


def test_who_interrupts_is_not_kept_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interruption ends what reads, too."""
    monkeypatch.setattr(_one, "opened", slowly)

    def interrupted(thread: threading.Thread, timeout: float | None = None) -> None:
        if timeout == 59:
            raise KeyboardInterrupt
        join(thread, timeout)

    join = threading.Thread.join
    monkeypatch.setattr(threading.Thread, "join", interrupted)
    before = set(threading.enumerate())
    with pytest.raises(KeyboardInterrupt):
        list(read_many([("slow", b"")], timeout=59))
    for thread in set(threading.enumerate()) - before:
        thread.join(60)
        assert not thread.is_alive()


def test_outcomes_can_be_sent_to_other_processes(folder: Path) -> None:
    """A reading, an error of the library and one of the system come through as they are."""
    for outcome in read_many([folder / "b.txt", folder / "c.txt", folder / "none.txt"]):
        sent = pickle.loads(pickle.dumps(outcome))  # noqa: S301  # our own bytes
        assert (outcome.source, outcome.reading, outcome.seconds) == (sent.source, sent.reading, sent.seconds)
        assert (type(outcome.error), str(outcome.error)) == (type(sent.error), str(sent.error))


@pytest.mark.parametrize("make", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_does_the_work(folder: Path, make: Callable[..., Executor]) -> None:
    """Threads and processes give what reading here gives."""
    context = {"mp_context": multiprocessing.get_context("spawn")} if make is ProcessPoolExecutor else {}
    with make(2, **context) as executor:
        found = list(read_many(folder, executor, timeout=60))
    here = list(read_many(folder))
    assert [(o.source, o.reading, repr(o.error)) for o in here] == [(o.source, o.reading, repr(o.error)) for o in found]


def test_the_executor_of_dask_does_the_work(folder: Path) -> None:
    """A cluster is an executor like any other."""
    distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed")
    settings = {"n_workers": 1, "threads_per_worker": 1, "processes": False, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as cluster, distributed.Client(cluster) as client:
        assert ["甲局", "乙局", "NotAReport"] == organs(read_many(folder, client.get_executor(), timeout=60))


class Forked(ProcessPoolExecutor):
    """Processes that know what was put in the place of something else in this one."""

    def __init__(self, max_workers: int) -> None:
        super().__init__(max_workers, multiprocessing.get_context("fork"))


def read_slowly(dask_worker: object) -> None:  # noqa: ARG001  # Dask hands its worker over
    """Let a worker of a cluster read as `slowly` does, also one that takes the place of another."""
    setattr(_one, "opened", slowly)  # noqa: B010  # to type checkers the name is not of that module


@needs_fork
def test_a_source_that_kills_a_worker_of_a_cluster_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cluster loses what the worker had; the deadly source is told from the others, and they are read."""
    distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed")
    dask = pytest.importorskip("dask")
    monkeypatch.setattr(_one, "opened", slowly)
    monkeypatch.setattr(bulk, "ProcessPoolExecutor", Forked)
    given = [("a.txt", text("甲局")), ("deadly", b""), ("slow", b""), ("b.txt", text("乙局"))]
    settings = {"n_workers": 1, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": logging.CRITICAL}
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(**settings) as cluster,
        distributed.Client(cluster) as client,
    ):
        client.register_worker_callbacks(read_slowly)
        found = list(read_many(given, client.get_executor(), timeout=2))
    assert ["甲局", "UnreadableSource", "UnreadableSource", "乙局"] == organs(iter(found))
    assert ["中断", "超过2秒"] == [said for one in found for said in re.findall("中断|超过2秒", str(one.error))]


class Counting(ThreadPoolExecutor):
    """Threads that count how many tasks are with them that no one has taken."""

    given = 0

    def submit(self, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Count one more."""
        self.given += 1
        return super().submit(*args, **kwargs)


def test_only_so_many_sources_are_in_flight() -> None:
    """An endless stream of sources is read as far as its outcomes are taken."""

    def endless() -> Iterator[bytes]:
        while True:
            yield text("甲局")

    with Counting(2) as executor:
        outcomes = read_many(endless(), executor, in_flight=3)
        for _ in range(5):
            next(outcomes)
        most = executor.given
        outcomes.close()  # type: ignore[attr-defined]  # what is given is a generator
    assert 8 >= most


@needs_fork
def test_a_source_that_kills_its_process_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pool breaks; the deadly source is told from those that were with it, and the rest is read."""
    forked = partial(ProcessPoolExecutor, mp_context=multiprocessing.get_context("fork"))
    monkeypatch.setattr(_one, "opened", slowly)
    given = [(f"{n}.txt", text(f"{n}局")) for n in range(4)]
    deadly = [("deadly", b"")]
    with forked(1) as executor:
        found = organs(read_many([*given, *deadly, *given, *deadly, *given], executor, in_flight=3))
    alive = [f"{n}局" for n in range(4)]
    assert [*alive, "UnreadableSource", *alive, "UnreadableSource", *alive] == found


@needs_fork
def test_a_pool_that_is_broken_already_is_replaced() -> None:
    """The break may show when the next source is handed over."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as executor:
        assert executor.submit(os._exit, 7).exception() is not None
        assert ["甲局"] == organs(read_many([text("甲局")], executor))


def marked(source: Source, **_: object) -> gd.Reading:
    """Tell what the initializer of the pool has set; without it, end the process."""
    if MARK not in os.environ or getattr(source, "name", "") == "deadly":
        os._exit(7)
    raise RuntimeError(os.environ[MARK])


MARK = "GOV_DISCLOSURE_TEST_MARK"


@needs_fork
def test_a_new_pool_begins_as_that_of_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that an initializer sets hold for what is read alone and after the break, too."""
    monkeypatch.setattr(_one, "opened", marked)
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(1, context, os.environ.__setitem__, (MARK, "limited")) as executor:
        outcomes = read_many([("deadly", b""), *[("a.txt", b"")] * 3], executor, in_flight=2)
        found = [str(outcome.error) for outcome in outcomes]
    assert ["limited"] * 3 == found[1:]


def test_a_new_pool_has_as_many_processes_as_that_of_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who allowed one process has not allowed one for each processor."""
    asked: list[object] = []

    class Recorded(ProcessPoolExecutor):
        """A pool that tells how many processes were asked for."""

        def __init__(self, max_workers: int, **settings: Any) -> None:
            asked.append(max_workers)
            super().__init__(max_workers, **settings)

    monkeypatch.setattr(bulk, "ProcessPoolExecutor", Recorded)
    with Recorded(3) as executor:
        assert executor.submit(os._exit, 7).exception() is not None
        assert ["甲局"] == organs(read_many([text("甲局")], executor))
    assert [3, 3] == asked


class Failing(Executor):
    """An executor whose tasks fail for reasons of its own."""

    def submit(self, *_: Any, **__: Any) -> "Future[Any]":
        """Give a task that has failed."""
        future: Future[Any] = Future()
        future.set_exception(MemoryError("worker"))
        return future


def test_what_goes_wrong_in_the_executor_is_no_error_of_the_source() -> None:
    """A cluster that loses a worker has its own errors; what was with it is read again alone."""
    assert ["甲局", "NotAReport"] == organs(read_many([text("甲局"), b"2"], Failing()))


def test_where_there_is_no_process_to_read_alone_the_source_has_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A daemon may have no processes of its own: what failed is told, and ends nothing."""

    def none(*_: object, **__: object) -> None:
        raise AssertionError("daemonic processes are not allowed to have children")

    monkeypatch.setattr(bulk, "_pool_like", none)
    assert ["AssertionError", "AssertionError"] == organs(read_many([text("甲局"), b"2"], Failing()))


def test_an_error_that_cannot_be_sent_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it said gets through, whatever it holds."""

    class Local(Exception):
        """An error of a class that no other process can find."""

    def fails(_: Source, **__: object) -> Opened:
        raise Local(threading.Lock())

    monkeypatch.setattr(_one, "opened", fails)
    outcome = read_one(Task("甲", data=b""), None, Limits())
    assert ("RuntimeError", True) == (type(outcome.error).__name__, "Local: <unlocked" in str(outcome.error))


@pytest.mark.parametrize("progress", [True, False])
def test_a_bar_is_shown_if_wanted(monkeypatch: pytest.MonkeyPatch, progress: bool) -> None:
    """The bar counts the outcomes on their way."""
    seen: list[object] = []

    def bar(outcomes: Iterator[ReadOutcome], **_: object) -> Iterator[ReadOutcome]:
        for outcome in outcomes:
            seen.append(outcome)
            yield outcome

    monkeypatch.setitem(sys.modules, "tqdm", SimpleNamespace(tqdm=bar))
    assert 2 == len(list(read_many([b"1", b"2"], progress=progress)))
    assert (2 if progress else 0) == len(seen)


def test_without_tqdm_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar is an extra, and reading goes on without it."""
    missing: Any = None
    monkeypatch.setitem(sys.modules, "tqdm", missing)
    assert 1 == len(list(read_many([b"1"])))


class Broken(io.BytesIO):
    """A file that fails, or gives what no file gives."""

    def read(self, _: int | None = -1, /) -> bytes:
        """Fail."""
        raise RuntimeError("the disk")


class Nothing(io.BytesIO):
    """A file that gives nothing at all."""

    def read(self, _: int | None = -1, /) -> bytes:
        """Give what is neither bytes nor text."""
        return None  # type: ignore[return-value]  # that is the test


@pytest.mark.parametrize("file", [Broken(), Nothing()])
def test_an_open_file_that_fails_does_not_end_the_others(file: io.BytesIO) -> None:
    """Whatever it raises or gives."""
    failed, other = read_many([file, ("b.txt", text("乙局"))])
    assert (False, ["乙局"]) == (failed.ok, organs(iter([other])))


def test_damage_of_any_packing_does_not_end_the_others() -> None:
    """LZMA tells of it by an error of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", text("甲局"))
    data = bytearray(buffer.getvalue())
    data[60:90] = b"\xff" * 30
    damaged, other = read_many([("a.zip", bytes(data)), ("b.txt", text("乙局"))])
    assert (False, ["乙局"]) == (damaged.ok, organs(iter([other])))


@pytest.mark.parametrize("name", [*FORMATS, "json"])
def test_reading_imports_nothing_that_was_not_loaded(name: str) -> None:
    """So no limit of time breaks an import off: what another thread imports meanwhile would be half of a module."""
    script = f"""
import sys
from gov_disclosure.errors import DisclosureError
from gov_disclosure.opening import Opened
from gov_disclosure.limits import USUAL
from gov_disclosure.reading import examine_opened, load
load({name!r})
before = set(sys.modules)
try:
    examine_opened(Opened("", sys.stdin.buffer.read(), {name!r}), USUAL)
except DisclosureError as error:
    print(type(error).__name__)
print(*sorted(n for n in set(sys.modules) - before if n.startswith(("gov_disclosure", "lxml", "pdfplumber"))))
"""
    report = gd.Report.blank(organization="甲局", year=2023)
    if name == "json":
        data = report.to_json().encode()
    else:
        data = bytes_for(report, FORMATS[name].suffixes[0]) if FORMATS[name].written else b"%PDF-" + text("甲局")
    done = subprocess.run([sys.executable, "-c", script], input=data, capture_output=True, check=True)
    assert [] == [line for line in done.stdout.decode().split() if "." in line]
