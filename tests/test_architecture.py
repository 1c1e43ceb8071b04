"""The house keeps its plan: imports go down only, and no room outgrows its size."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import gov_disclosure

ROOT = Path(gov_disclosure.__file__).parent
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(ROOT.rglob("*.py"))
}

# From the bottom to the top. A module imports from its own floor and from those below.
FLOORS = (
    "kept names words columns images",
    "errors",
    "document forms limits",
    "cells _hints",
    "rendering finding findings diagnostics",
    "matrix",
    "tables",
    "sections",
    "_given",
    "report",
    "printed layout claims rules policy testing recognize exchange",
    "formats",
    "findings_view sarif marking charting",
    "opening reading",
    "corpus",
    "commands command_check _refusals",
    "__init__ __main__",
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms.split()}

# What a room may import at the top of its modules although it stands higher: nothing may.
# What it imports only when it is used, because the way down to the file formats is long: these.
LAZY = {
    "words": {"errors"},
    "matrix": {"rules"},
    "sections": {"rules", "exchange"},
    "report": {"rules", "exchange", "formats"},
    "rendering": {"layout", "formats", "marking", "charting"},
    "findings": {"findings_view", "sarif"},
}
FORMATS_KNOW = {"kept", "document", "limits", "images", "words", "columns", "errors", "cells", "names", "formats"}
LIBRARIES = {
    "lxml": re.compile(r"formats(\..*)?"),
    "pdfplumber": re.compile(r"formats\.pdf"),
    "docx": re.compile(r"formats\._?docx.*"),
    "tabulate": re.compile(r"formats\..*|findings_view"),
}
SOURCES = [p for top in ("src", "tests") for p in sorted((ROOT.parents[1] / top).rglob("*.py")) if p != Path(__file__)]
IGNORED = re.compile(r"#\s*(type: ignore|noqa|pyright: ignore)")
REASONED = re.compile(r"#\s*(type: ignore\[[\w, -]+\]|noqa: [A-Z0-9, ]+|pyright: ignore\[\w+\])\s+(#|-) ?\S")
LARGEST_MODULE = 300
LARGEST_FUNCTION = 40


def room_of(module: str) -> str:
    """The room of a module: the first part of its name."""
    return module.partition(".")[0] or "__init__"


def imports(module: str, *, top: bool) -> Iterator[str]:
    """What a module imports, absolute names as they are and relative ones from the package on.

    With `top` only what is imported when the module is: nothing in functions, and nothing that
    stands there for type checkers.
    """
    path = MODULES[module]
    package = list(path.relative_to(ROOT).parts[:-1])
    for node in walk(ast.parse(path.read_text(encoding="utf-8")), top=top):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            inner = [*base, *(node.module.split(".") if node.module else [])]
            yield from (".".join(["gov_disclosure", *inner, *([] if inner else [alias.name])]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def walk(node: ast.AST, *, top: bool) -> Iterator[ast.AST]:
    """Walk a module; for type checkers only is left out."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        if top and isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        yield child
        yield from walk(child, top=top)


def rooms(module: str, *, top: bool) -> set[str]:
    """The rooms of the house that a module imports from."""
    own = [name.split(".") for name in imports(module, top=top) if name.partition(".")[0] == "gov_disclosure"]
    return {parts[1] if len(parts) > 1 and parts[1] in FLOOR_OF else "__init__" for parts in own}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_every_room_has_a_floor() -> None:
    """The plan names every room of the house."""
    assert {room_of(module) for module in MODULES} <= set(FLOOR_OF)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down_only(module: str) -> None:
    """When a module is imported, it imports its own floor and those below."""
    floor = FLOOR_OF[room_of(module)]
    assert set() == {room for room in rooms(module, top=True) if FLOOR_OF[room] > floor}


@pytest.mark.parametrize("module", MODULES)
def test_what_looks_up_does_so_when_used(module: str) -> None:
    """Only the faces of reports look upwards, and only when they are used."""
    room = room_of(module)
    upwards = {other for other in rooms(module, top=False) if FLOOR_OF[other] > FLOOR_OF[room]}
    assert upwards <= LAZY.get(room, set())


@pytest.mark.parametrize("module", [m for m in MODULES if m.startswith("formats.")])
def test_formats_know_no_statute(module: str) -> None:
    """A format knows the neutral document, and neither form nor report."""
    assert rooms(module, top=False) <= FORMATS_KNOW


@pytest.mark.parametrize("module", ["document", "forms._schema", "forms._tree"])
def test_the_engine_knows_no_names_of_rows(module: str) -> None:
    """The engines import of the vocabulary no more than the six parts."""
    source = MODULES[module].read_text(encoding="utf-8")
    assert {"Section"} >= {
        alias.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module == "names"
        for alias in node.names
    }


@pytest.mark.parametrize("module", MODULES)
def test_libraries_stay_in_their_rooms(module: str) -> None:
    """Formats alone use lxml, the DOCX format python-docx, and what prints flat tables tabulate."""
    used = {name.partition(".")[0] for name in imports(module, top=False)} & set(LIBRARIES)
    assert set() == {name for name in used if not LIBRARIES[name].fullmatch(module)}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_stays_small(module: str) -> None:
    """No module is longer than can be kept in mind."""
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= LARGEST_MODULE


@pytest.mark.parametrize("module", MODULES)
def test_a_function_stays_small(module: str) -> None:
    """No function is longer than a screen."""
    lengths = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions(MODULES[module])}
    assert {} == {name: length for name, length in lengths.items() if length > LARGEST_FUNCTION}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_opens_with_its_strategy(module: str) -> None:
    """Every module says first what it is for."""
    assert ast.get_docstring(ast.parse(MODULES[module].read_text(encoding="utf-8")))


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_put_off(module: str) -> None:
    """No note of work to be done, and no line that the tests may skip."""
    found = re.findall(r"TODO|FIXME|XXX|pragma: no cover", MODULES[module].read_text(encoding="utf-8"))
    assert [] == found


@pytest.mark.parametrize("path", SOURCES, ids=[path.name for path in SOURCES])
def test_every_exception_has_its_reason(path: Path) -> None:
    """An ignored check names its code, and says why in the same line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [] == [line.strip() for line in lines if IGNORED.search(line) and not REASONED.search(line)]
