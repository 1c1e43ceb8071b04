"""What came of one of many sources: a reading or the reason why there is none, never neither."""

from attrs import frozen

from ..reading import Reading
from ..report import Report

__all__ = ["ReadOutcome"]


@frozen
class ReadOutcome:
    """What came of reading one source among many."""

    source: str
    """What the source is called: its path, or archive and member, or the name that was given."""
    reading: Reading | None = None
    error: Exception | None = None
    """Why there is no reading; `None` if there is one."""
    seconds: float = 0.0
    """How long the reading took where it was done."""

    @property
    def ok(self) -> bool:
        """Whether a report was read."""
        return self.error is None

    @property
    def report(self) -> Report:
        """The report. Raises the error of the source if there is none."""
        if self.error is not None:
            raise self.error
        assert self.reading is not None  # noqa: S101  # an outcome without an error has a reading
        return self.reading.report
