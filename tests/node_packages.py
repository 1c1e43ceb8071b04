"""Checkers that are packages for Node: found in ``NODE_PATH``, and skipped with a reason where they are not."""

import os
from pathlib import Path

import pytest

__all__ = ["node_package"]


def node_package(name: str) -> Path:
    """Give the folder of a package, or skip the test."""
    folders = [Path(folder) for folder in os.environ.get("NODE_PATH", "").split(os.pathsep) if folder]
    found = next((folder / name for folder in folders if (folder / name).is_dir()), None)
    if found is None:
        pytest.skip(f"{name} is not in NODE_PATH")
    return found
