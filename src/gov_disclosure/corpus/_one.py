"""Reading one of many, wherever that is done: every error becomes an outcome, and time is limited.

What has a limit of time is read in a thread of its own, so that the same holds in the main thread, in
pools of threads and of processes and in clusters. When time is up the thread is left and ended by an
exception that no reader catches.
"""

import ctypes
import io
import pickle
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TypeVar

from ..errors import UnreadableSource
from ..limits import Limits
from ..opening import Opened, opened
from ..reading import Reading, examine_opened, load
from ..words import Words
from .outcomes import ReadOutcome
from .sources import Task

__all__ = ["read_one"]

_Given = TypeVar("_Given")


class _TimeIsUp(BaseException):
    """Ends the reading of a source; no `Exception`, lest a reader take it for a fault of the file."""


def read_one(task: Task, timeout: float | None, limits: Limits) -> ReadOutcome:
    """Read one source and say what came of it; raises nothing."""
    started = time.perf_counter()
    reading, error = None, task.error
    if error is None:
        try:
            reading = _read(task, timeout, limits)
        except _TimeIsUp:
            found = Words(f"读取超过{timeout}秒", f"reading took more than {timeout} seconds")
            error = UnreadableSource(task.name, found, Words("可用 timeout= 放宽。", "Allow more with timeout=."))
        except Exception as caught:  # noqa: BLE001  # one bad source must not end the others
            error = caught
    return ReadOutcome(task.name, reading, error and _sendable(error), time.perf_counter() - started)


def _read(task: Task, timeout: float | None, limits: Limits) -> Reading:
    """Open and read a source in its time; importing, which is done once, takes none of it and is never broken off."""
    started = time.perf_counter()
    source = _within(timeout, partial(_opened, task, limits))
    left = None if timeout is None else timeout - (time.perf_counter() - started)
    load(source.format)
    return _within(left, partial(examine_opened, source, limits))


def _opened(task: Task, limits: Limits) -> Opened:
    if task.data is None:
        return opened(Path(task.path), limits=limits)
    file = io.BytesIO(task.data)
    file.name = task.name
    return opened(file, limits=limits)


def _within(timeout: float | None, work: Callable[[], _Given]) -> _Given:
    """Give what some work gives, or raise `_TimeIsUp` when it is over time."""
    if timeout is None:
        return work()
    done: Future[_Given] = Future()
    thread = threading.Thread(target=_fulfil, args=(done, work), daemon=True)
    thread.start()
    try:
        thread.join(timeout)
        if thread.is_alive():
            raise _TimeIsUp
    finally:
        if thread.is_alive():
            _give_up(thread)
    return done.result()


def _fulfil(done: "Future[_Given]", work: Callable[[], _Given]) -> None:
    try:
        done.set_result(work())
    except _TimeIsUp:
        pass  # nobody waits any more
    except BaseException as error:  # noqa: BLE001  # it is raised again where the work was asked for
        done.set_exception(error)


def _give_up(thread: threading.Thread) -> None:
    """Raise in a thread what ends it, as soon as it does something in Python again."""
    raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
    raise_in(ctypes.c_ulong(thread.ident or 0), ctypes.py_object(_TimeIsUp))


def _sendable(error: Exception) -> Exception:
    """Give an error that gets through to another process: itself, or what it says."""
    try:
        pickle.loads(pickle.dumps(ReadOutcome("", error=error)))  # noqa: S301  # our own bytes
    except Exception:  # noqa: BLE001  # whatever keeps it from being sent
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
