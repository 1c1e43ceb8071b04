"""Reading many: one outcome a source, in order, whatever happens to any of them.

Only so many sources are in flight at once, and an outcome that was taken is not kept, so memory
does not grow with their number. Any executor of `concurrent.futures` does the work, or none.

A pool of processes breaks as a whole when one source kills its process, and does not say which it
was. Those that were in flight are then read again one at a time, each in a process of its own: the
one that kills it is named, the others are read, and a new pool goes on with the rest. A source that a
cluster failed over is read again in the same way before it counts as a bad one.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from importlib import import_module
from typing import Any

from ..errors import InvalidChoice, UnreadableSource
from ..limits import USUAL, Limits, check_limits
from ..words import Words
from ._one import read_one
from .outcomes import ReadOutcome
from .sources import Sources, Task, tasks_of

__all__ = ["read_many"]

IN_FLIGHT = 64
"""How many sources are with the executor at once unless the caller says otherwise."""

_Pending = deque[tuple[Task, "Future[ReadOutcome]"]]


def read_many(
    sources: Sources,
    executor: Executor | None = None,
    progress: bool = True,
    *,
    timeout: float | None = None,
    limits: Limits = USUAL,
    in_flight: int = IN_FLIGHT,
) -> Iterator[ReadOutcome]:
    """Read many sources and give one outcome for each, in the order of the sources.

    A source is a path, a folder with all below it, a pattern such as ``reports/**/*.docx``, a zip
    archive, bytes, a pair of name and bytes, or an open file. `executor` is any executor of
    `concurrent.futures`, such as a pool of processes or what Dask's ``Client.get_executor()``
    gives; without one the sources are read here. The executor stays the caller's to shut down.

    `timeout` are the seconds that one source may take, wherever it is read; `limits` bound what it may
    hold. A bar shows the progress if tqdm is installed (``pip install gov-disclosure[progress]``) and
    someone looks at the terminal.

    Errors of sources are in their outcomes; nothing is raised for them. An argument of another kind
    than it should be is an `InvalidChoice`.
    """
    _check(executor, timeout, limits, in_flight)
    tasks = tasks_of(sources, limits)
    outcomes: Iterator[ReadOutcome]
    if executor is None:
        outcomes = (read_one(task, timeout, limits) for task in tasks)
    else:
        outcomes = _Stream(executor, timeout, limits, in_flight).outcomes(tasks)
    return _shown(outcomes) if progress else outcomes


def _check(executor: object, timeout: object, limits: object, in_flight: object) -> None:
    """Refuse arguments that would only fail, or do nothing, where they are used."""
    if executor is not None and not callable(getattr(executor, "submit", None)):
        raise InvalidChoice("executor", _EXECUTOR, repr(executor))
    if timeout is not None and (not isinstance(timeout, int | float) or not 0 < timeout < _FOR_EVER):
        raise InvalidChoice("timeout", _SECONDS, repr(timeout))
    check_limits(limits)
    if not isinstance(in_flight, int) or in_flight < 1:
        raise InvalidChoice("in_flight", _NUMBER, repr(in_flight))


_EXECUTOR = Words("concurrent.futures 的执行器、None", "an executor of concurrent.futures and None")
_FOR_EVER = 1e8
_SECONDS = Words("大于0的秒数、None", "a number of seconds above 0 and None")
_NUMBER = Words("1以上的整数", "the integers from 1 on")


def _shown(outcomes: Iterator[ReadOutcome]) -> Iterator[ReadOutcome]:
    """Show a bar, if there is tqdm and a terminal."""
    try:
        bar: Iterable[ReadOutcome] = import_module("tqdm").tqdm(outcomes, unit="份", disable=None)
    except ImportError:
        bar = outcomes
    yield from bar


class _Stream:
    """Sources on their way through an executor."""

    def __init__(self, executor: Executor, timeout: float | None, limits: Limits, in_flight: int) -> None:
        self.executor = executor
        self.own: ProcessPoolExecutor | None = None
        """The pool that goes on after the executor of the caller broke."""
        self.bounds = timeout, limits
        self.in_flight = in_flight
        self.pending: _Pending = deque()

    def outcomes(self, tasks: Iterator[Task]) -> Iterator[ReadOutcome]:
        """Keep so many tasks in flight, and give the outcome of the first whenever it is there."""
        try:
            for task in tasks:
                yield from self.submit(task)
                if len(self.pending) >= self.in_flight:
                    yield from self.first()
            while self.pending:
                yield from self.first()
        finally:
            for _, future in self.pending:
                future.cancel()
            if self.own is not None:
                self.own.shutdown(wait=False, cancel_futures=True)

    def submit(self, task: Task) -> Iterator[ReadOutcome]:
        """Give a task to the executor; if that breaks just now, the outcomes of all in flight come first."""
        try:
            future = self.executor.submit(read_one, task, *self.bounds)
        except BrokenExecutor:
            yield from self.again()
            future = self.executor.submit(read_one, task, *self.bounds)
        self.pending.append((task, future))

    def first(self) -> Iterator[ReadOutcome]:
        """Wait for the first task in flight."""
        task, future = self.pending[0]
        try:
            outcome = future.result()
        except BrokenExecutor:
            yield from self.again()
            return
        except Exception:  # noqa: BLE001  # reading raises nothing: it is the executor that failed, in any way
            outcome = _alone(self.executor, task, *self.bounds)
        self.pending.popleft()
        yield outcome

    def again(self) -> Iterator[ReadOutcome]:
        """After a break: give what is done, read the others alone, and go on in a new pool."""
        if self.own is not None:
            self.own.shutdown(wait=False)
        self.executor = self.own = _pool_like(self.executor)
        while self.pending:
            task, future = self.pending.popleft()
            done = future.done() and not future.cancelled() and future.exception() is None
            yield future.result() if done else _alone(self.executor, task, *self.bounds)


def _pool_like(executor: Executor, **other: Any) -> ProcessPoolExecutor:
    """Make a pool with the settings of another one, as far as that tells them, so that its limits stay in force."""
    names = _SETTINGS if isinstance(executor, ProcessPoolExecutor) else ()
    known: dict[str, Any] = {name: getattr(executor, f"_{name}") for name in names if hasattr(executor, f"_{name}")}
    return ProcessPoolExecutor(**(known | other))


# No pool promises to tell them: one that does not is replaced by a usual one.
_SETTINGS = ("max_workers", "mp_context", "initializer", "initargs", "max_tasks_per_child")


def _alone(executor: Executor, task: Task, timeout: float | None, limits: Limits) -> ReadOutcome:
    """Read a source in a process of its own, so that only this one can have killed it."""
    error: Exception
    try:
        with _pool_like(executor, max_workers=1) as pool:
            return pool.submit(read_one, task, timeout, limits).result()
    except BrokenExecutor:
        found = Words("读取它的进程中断了", "the process that read it was killed")
        error = UnreadableSource(task.name, found, Words("请单独检查该文件。", "Look at it alone."))
    except Exception as caught:  # noqa: BLE001  # there may be no process to be had
        error = caught
    return ReadOutcome(task.name, error=error)
