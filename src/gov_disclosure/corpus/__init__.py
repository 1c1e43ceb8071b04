"""Many reports: read them in bulk, one outcome a source."""

from .bulk import read_many
from .outcomes import ReadOutcome

__all__ = ["ReadOutcome", "read_many"]
