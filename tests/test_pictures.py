"""Pictures go along: from a file into a report, into every format that can hold them, and back."""

import base64
import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from jsonschema import Draft202012Validator

from docx_cases import illustrated, office_file, paragraph
from docx_checker import elements, part
from gov_disclosure import InvalidReport, Picture, Report, json_schema, read
from gov_disclosure.document import Block, Document, Grid
from gov_disclosure.formats import docx, html
from gov_disclosure.formats._docx_look import look_of
from gov_disclosure.images import KINDS, image_of
from gov_disclosure.limits import USUAL
from picture_files import bmp, gif, jpeg, png

FILES = {"png": png(), "jpeg": jpeg(), "gif": gif(), "bmp": bmp()}
EMU = 36000
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.mark.parametrize(("kind", "data"), FILES.items())
def test_a_picture_is_of_the_kind_that_its_bytes_say(kind: str, data: bytes) -> None:
    """Four kinds are known, 4 by 3 dots being 4 by 3 parts of an inch of 96."""
    found = image_of(data)

    assert found is not None
    assert kind == found.kind
    assert (4 * 25.4 / 96, 3 * 25.4 / 96) == pytest.approx((found.width, found.height))


@pytest.mark.parametrize(
    ("millimetres", "data"),
    [
        (100, png(1181, 2, inch=300)),
        (100, jpeg(1181, 2, dots=300)),
        (100, jpeg(1181, 2, dots=118, unit=2)),
        (100, bmp(1181, 2, inch=300)),
        (100, bmp(1181, -2, inch=300)),
        (100, jpeg(1181, 2, dots=300, frame=0xC2)),
        (312.5, jpeg(1181, 2, dots=300, unit=0)),
        (312.5, png(1181, 2, inch=1)),
        (312.5, png(1181, 2, inch=30000)),
        (312.5, gif(1181, 2, b"GIF87a")),
    ],
)
def test_a_picture_is_as_large_as_it_says(millimetres: float, data: bytes) -> None:
    """Dots per inch count where they are said and can be true."""
    found = image_of(data)

    assert found is not None
    assert millimetres == pytest.approx(found.width, rel=0.003)


NONE = [
    b"", b"hello", b"BM, a text that is long enough to be a bitmap, and none of them at all", png()[:20], jpeg()[:30],
    b"\xff\xd8\xff\xda\0\4\0\0", gif()[:8], bmp(header=12), bmp(0), png(0), png().replace(b"IHDR", b"XXXX"),
    b"\xff\xd8\xff\xe0\0\4\0\0 lost", b"<svg/>",
]  # fmt: skip


@pytest.mark.parametrize("data", NONE)
def test_what_is_no_picture_is_none(data: bytes) -> None:
    """Bytes of another kind, and those that break off before the size, are no picture."""
    assert image_of(data) is None


@pytest.mark.parametrize("data", [b"hello", "photo.png", bytearray(png())])
def test_a_picture_holds_nothing_but_a_picture(data: Any) -> None:
    """What cannot be drawn is refused where it is given, not where it is written."""
    with pytest.raises(InvalidReport, match=r"Picture\.data.*image/|Picture\.data.*PNG|图片"):
        Picture("photo.png", data=data)


def test_a_picture_is_taken_from_a_file(tmp_path: Path) -> None:
    """Its reference is the name of the file."""
    (tmp_path / "公开专栏.png").write_bytes(png())
    expected = Picture("公开专栏.png", data=png(), description="政务公开专栏")

    assert expected == Picture.from_file(tmp_path / "公开专栏.png", "政务公开专栏")


def test_a_picture_is_shown_without_its_bytes() -> None:
    """A picture of megabytes does not fill the screen."""
    assert f"Picture(reference='a.png', data=<{len(png())} bytes>, description='')" == repr(
        Picture("a.png", data=png())
    )


def written(*blocks: Block, **options: Any) -> bytes:
    """Write blocks as a DOCX."""
    return docx.write(Document(blocks), look_of(**options))


def of_drawings(data: bytes, name: str) -> list[Any]:
    """Give what the drawings of a file say under a name."""
    return [found for drawing in elements(data, "drawing") for found in drawing.iter(f"{DRAWING}{name}")]


def sizes(data: bytes) -> list[tuple[float, float]]:
    """Give width and height of the drawings in millimetres."""
    extents = of_drawings(data, "extent")
    return [(int(extent.get("cx", "")) / EMU, int(extent.get("cy", "")) / EMU) for extent in extents]


@pytest.mark.parametrize(
    ("size", "dots", "margins"),
    [
        ((50.8, 25.4), (600, 300), None),
        ((156, 78), (6000, 3000), None),
        ((110, 55), (6000, 3000), (37, 50, 35, 50)),
        ((19.3, 193.25), (300, 3000), None),
    ],
)
def test_a_picture_keeps_its_shape_and_fits_the_page(
    size: tuple[float, float], dots: tuple[int, int], margins: tuple[float, ...] | None
) -> None:
    """It is as large as it says, or as large as the type area and a heading over it have room for."""
    (found,) = sizes(written(Picture("a.png", data=png(*dots, inch=300)), margins=margins))

    assert size == pytest.approx(found, abs=0.1)


def test_a_file_is_kept_once() -> None:
    """Two pictures of one file are two drawings with numbers of their own."""
    first, second = Picture("a.png", data=png(), description="甲"), Picture("b.png", data=png())
    data = written(first, second, Picture("c.gif", data=gif()))

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        media = [name for name in archive.namelist() if "media" in name]
    assert ["word/media/image1.png", "word/media/image2.gif"] == media
    assert (first, second, Picture("c.gif", data=gif())) == docx.read(data).blocks


def test_a_picture_stands_in_a_line_as_high_as_it_is() -> None:
    """Lines of a set height, as text has them, would show a strip of it."""
    text = part(written(Grid.of_rows([["甲"]]), Picture("a.png", data=png()), Grid.of_rows([["乙"]])))

    assert '<w:snapToGrid w:val="0"/><w:spacing w:before="240" w:after="120" w:line="240" w:lineRule="auto"/>' in text


@pytest.mark.parametrize("style", ["official", "plain"])
@pytest.mark.parametrize("charts", [False, True])
def test_a_report_comes_back_with_its_pictures(style: Any, charts: bool) -> None:
    """Bytes, names and descriptions survive, and the same bytes are written again."""
    data = illustrated().to_docx(style=style, charts=charts)

    assert illustrated() == read(data)
    assert data == read(data).to_docx(style=style, charts=charts)


def test_python_docx_keeps_the_pictures() -> None:
    """Whoever goes on editing by code has them."""
    stream = io.BytesIO()
    illustrated().to_document().save(stream)

    assert illustrated() == read(stream.getvalue())


def test_pictures_go_into_a_template(tmp_path: Path) -> None:
    """They take names there that none of the template's own pictures has; one file goes along once."""
    base, stream = python_docx.Document(), io.BytesIO(png(shade=9))
    base.add_picture(stream)
    mark: Any = base.add_paragraph()._p
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark.append(OxmlElement(name, {qn("w:id"): "7", qn("w:name"): "report"}))
    base.save(str(tmp_path / "base.docx"))

    data = illustrated().to_docx(base=tmp_path / "base.docx")

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        media = sorted(name for name in archive.namelist() if "media" in name)
    assert [f"word/media/image{n}" for n in ("1.bmp", "1.gif", "1.jpeg", "1.png", "2.png")] == media
    assert illustrated().problems.text == read(data).problems.text
    numbers = [drawing.get("id") for drawing in of_drawings(data, "docPr")]
    assert len(numbers) == len(set(numbers)) == 6


LINK = '<Relationship Id="rId7" Type="http://x/image" Target="media/image1.png"/>'
FRAME = (
    '<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:{kind}>'
    '<wp:docPr id="1" name="图片 1" descr="现场"/><a:blip r:embed="rId7"/></wp:{kind}></w:drawing></w:r>'
)
OLD = '<w:r><w:pict><v:shape alt="现场"><v:imagedata r:id="rId7"/></v:shape></w:pict></w:r>'


def pictures_of(media: Mapping[str, str | bytes], *drawings: str) -> list[Picture]:
    """Read the pictures of a file of another office."""
    body = "".join(map(paragraph, drawings))
    found = docx.read(office_file(body, "", LINK + LINK.replace("7", "8").replace("image1", "image2"), media)).blocks
    return [block for block in found if isinstance(block, Picture)]


@pytest.mark.parametrize("drawing", [FRAME.format(kind="inline"), FRAME.format(kind="anchor"), OLD])
def test_a_picture_of_an_office_is_kept(drawing: str) -> None:
    """Its reference is the name of its part, its description what Word calls alternative text."""
    expected = Picture("word/media/image1.png", data=png(), description="现场")

    assert [expected] == pictures_of({"word/media/image1.png": png()}, drawing)


@pytest.mark.parametrize(
    "data",
    [b"<svg/>", bmp() + bytes(USUAL.part_bytes), bmp() + bytes(1_000_000)],
    ids=["another kind", "too large", "packed beyond all measure"],
)
def test_a_picture_that_cannot_be_kept_stays_a_reference(data: bytes) -> None:
    """The report is worth reading without it."""
    (found,) = pictures_of({"word/media/image1.png": data}, OLD)

    assert ("word/media/image1.png", b"") == (found.reference, found.data)


def test_pictures_are_kept_up_to_a_limit() -> None:
    """A file of many large pictures does not fill the memory: one of these two has no room any more."""
    large = png() + hashlib.shake_256(b"noise").digest(USUAL.part_bytes // 2)
    media = {"word/media/image1.png": large, "word/media/image2.png": large}
    found = pictures_of(media, OLD, OLD, OLD.replace("rId7", "rId8"))

    assert [len(large), len(large), 0] == [len(picture.data) for picture in found]


@pytest.mark.parametrize(("kind", "data"), FILES.items())
def test_a_page_shows_the_picture_itself(kind: str, data: bytes) -> None:
    """A page needs no other file, and gives the picture back with its name."""
    picture = Picture('a"b.png', data=data, description='"甲" & <乙>')
    page = html.write(Document((picture,)))

    assert f'src="data:{KINDS[kind]};base64,' in page
    assert (picture,) == html.read(page.encode()).blocks


def test_a_page_says_what_a_picture_elsewhere_shows() -> None:
    """The alternative text is the description, both ways."""
    picture = Picture("a.png", description="现场")
    page = html.write(Document((picture,)))

    assert '<img src="a.png" alt="现场" style=' in page
    assert (picture,) == html.read(page.encode()).blocks


def test_text_and_markdown_name_the_picture() -> None:
    """They hold no pictures, and say where one stands."""
    assert "［图片：b.jpg］" in illustrated().to_text()
    assert "![](b.jpg)" in illustrated().to_markdown()


def test_json_holds_the_picture() -> None:
    """The bytes are text in base64; what is not known has no key."""
    data = illustrated().to_dict()

    assert {"picture": "c.gif", "data": base64.b64encode(gif()).decode()} == data["problems"]["text"][3]
    assert {"picture": "e.png"} == data["problems"]["text"][-1]
    assert illustrated() == Report.from_dict(data)
    assert Draft202012Validator(json_schema(2021)).is_valid(data)


@pytest.mark.parametrize(
    "text",
    ["", "hello", "aGVsbG8=", base64.b64encode(png()).decode().rstrip("=") + "\n"],
    ids=["empty", "no base64", "no picture", "a line break"],
)
def test_json_of_no_picture_is_refused(text: str) -> None:
    """The path of what is wrong is named."""
    data: dict[str, Any] = Report.blank(year=2023).to_dict()
    data["preamble"] = [{"picture": "a.png", "data": text}]

    with pytest.raises(InvalidReport, match=r"preamble\[0\]\.data"):
        Report.from_dict(data)
