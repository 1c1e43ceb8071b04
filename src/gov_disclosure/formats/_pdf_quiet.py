"""What the libraries below the PDF reader log is not for the user: it is kept from being printed.

A library prints nothing. Their loggers are those of the whole process, so only what they log in the
thread that reads, and only as long as it reads, is left out.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["quietly"]

_LIBRARIES = ("pdfminer", "pdfplumber")


@contextmanager
def quietly() -> Iterator[None]:
    """Leave out what the libraries that read PDF log in this thread meanwhile."""
    own = threading.get_ident()

    def of_others(record: logging.LogRecord) -> bool:
        return record.thread != own

    loggers = [logging.getLogger(name) for name in _names()]
    for logger in loggers:
        logger.addFilter(of_others)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(of_others)


def _names() -> list[str]:
    known = list(logging.root.manager.loggerDict)
    return [name for name in known if name.partition(".")[0] in _LIBRARIES]
