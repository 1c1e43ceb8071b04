"""The public names: one flat list, the same everywhere it is written down."""

import ast
import importlib
import pickle
from importlib import metadata
from pathlib import Path

import pytest

import gov_disclosure
from gov_disclosure import errors

SOURCE = Path(gov_disclosure.__file__)
NAMES = [name for name in gov_disclosure.__all__ if name != "__version__"]


def typed_imports() -> dict[str, str]:
    """What the type checkers see: every name with the module that it is imported from."""
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: node.module or "" for node in imports for alias in node.names}


def test_the_type_checkers_see_what_is_there() -> None:
    """The imports for type checkers are exactly those that are made on first use."""
    assert typed_imports() == gov_disclosure._HOMES


def test_all_public_names_have_a_home() -> None:
    """`__all__` is the table of homes and the version."""
    assert sorted([*gov_disclosure._HOMES, "__version__"]) == sorted(gov_disclosure.__all__)


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_what_its_home_has(name: str) -> None:
    """A name gives the object of its module, which lists it as its own."""
    home = importlib.import_module(f"gov_disclosure.{gov_disclosure._HOMES[name]}")
    assert (getattr(home, name), True) == (getattr(gov_disclosure, name), name in home.__all__)


def test_completion_shows_public_names_only() -> None:
    """`dir` lists the public names, and nothing else."""
    assert sorted(gov_disclosure.__all__) == dir(gov_disclosure)


def test_every_error_is_public() -> None:
    """Whoever catches an error can name it."""
    assert set(errors.__all__) <= set(gov_disclosure.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A misspelled name fails as in any module."""
    with pytest.raises(AttributeError, match="module 'gov_disclosure' has no attribute 'Repport'"):
        gov_disclosure.Repport  # type: ignore[attr-defined]  # noqa: B018  # the misspelling is the point


def test_a_name_is_looked_up_once() -> None:
    """After its first use a name is a plain attribute of the package."""
    expected = gov_disclosure.Mark
    assert expected is vars(gov_disclosure)["Mark"]


def test_the_version_is_that_of_the_distribution() -> None:
    """The version is written down once."""
    assert metadata.version("gov-disclosure") == gov_disclosure.__version__


def test_reports_can_be_sent_to_other_processes() -> None:
    """A pickled report comes back equal."""
    report = gov_disclosure.Report.blank(organization="青禾县林业局", year=2023)
    assert report == pickle.loads(pickle.dumps(report))  # noqa: S301  # our own bytes
