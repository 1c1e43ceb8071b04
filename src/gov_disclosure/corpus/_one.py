"""Reading one of many, wherever that is done: every error becomes an outcome, and time is limited.

The limit is an alarm of the system, which only the main thread of a process hears. It interrupts
what reads by an exception that no reader catches.
"""

import io
import pickle
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from ..errors import UnreadableSource
from ..limits import Limits
from ..reading import Reading, examine
from ..words import Words
from .outcomes import ReadOutcome
from .sources import Task

__all__ = ["read_one"]


class _TimeIsUp(BaseException):
    """Ends the reading of a source; no `Exception`, lest a reader take it for a fault of the file."""


def read_one(task: Task, timeout: float | None, limits: Limits) -> ReadOutcome:
    """Read one source and say what came of it; raises nothing."""
    started = time.perf_counter()
    reading, error = None, task.error
    if error is None:
        try:
            with _limited(task.name, timeout):
                reading = _read(task, limits)
        except _TimeIsUp:
            found = Words(f"读取超过{timeout}秒", f"reading took more than {timeout} seconds")
            error = UnreadableSource(task.name, found, Words("可用 timeout= 放宽。", "Allow more with timeout=."))
        except Exception as caught:  # noqa: BLE001  # one bad source must not end the others
            error = caught
    return ReadOutcome(task.name, reading, error and _sendable(error), time.perf_counter() - started)


def _read(task: Task, limits: Limits) -> Reading:
    if task.data is None:
        return examine(Path(task.path), limits=limits)
    file = io.BytesIO(task.data)
    file.name = task.name
    return examine(file, limits=limits)


@contextmanager
def _limited(name: str, timeout: float | None) -> Iterator[None]:
    """Set the alarm, if there is a limit. Raises `UnreadableSource` where none can be set."""
    if timeout is None:
        yield
        return
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        found = Words("此处不能限时读取", "no limit of time can be kept here")
        advice = Words("请用进程池，或不设 timeout。", "Use a pool of processes, or no timeout.")
        raise UnreadableSource(name, found, advice)
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, timeout)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  # what the system hands over
    raise _TimeIsUp


def _sendable(error: Exception) -> Exception:
    """Give an error that gets through to another process: itself, or what it says."""
    try:
        pickle.loads(pickle.dumps(ReadOutcome("", error=error)))  # noqa: S301  # our own bytes
    except Exception:  # noqa: BLE001  # whatever keeps it from being sent
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
