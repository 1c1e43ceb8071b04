"""An invented report that has everything a DOCX must show, and files as other offices' programs write them."""

import io
import zipfile
from collections.abc import Mapping

from gov_disclosure.document import Block, Document, Picture
from gov_disclosure.formats import docx
from gov_disclosure.report import Report
from gov_disclosure.sections import ForeignTable, Item
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from picture_files import bmp, gif, jpeg, png

__all__ = [
    "ORGAN", "blocks", "broken", "cell", "illustrated", "office_file", "paragraph", "report", "run",
    "sentences", "table", "written",
]  # fmt: skip

ORGAN = "青禾县农田与水利管理局"

_SENTENCES = (
    "本年度主动公开政策文件、规划计划和财政资金等各类信息，均在规定时限内发布。",
    "围绕群众关心的“一老一小”服务、农田水利、道路养护等事项逐项编制目录——做到应公开尽公开。",
    "对收到的申请逐件登记、逐件会商、逐件答复，答复文书经过合法性审查，没有超期。",
    "县政府网站公开专栏访问量达128,400人次，同比增长12.5%；政务新媒体发布信息3,060条。",
)
_TABLE = ForeignTable((("股室", "受理件数", "办结件数"), ("农田建设股", "12", "12"), ("办公室", "", "3")))


def sentences(characters: int) -> str:
    """Give a paragraph of about so many characters."""
    text = ""
    while len(text) < characters:
        text += _SENTENCES[len(text) % len(_SENTENCES)]
    return text


def illustrated() -> Report:
    """Make a report with a picture of each kind, one of them twice, and one of which only the name is known."""
    wide = Picture("专栏 <1>.png", data=png(4000, 2000), description="“政务公开” & <专栏>")
    small = [Picture("b.jpg", data=jpeg(30, 20)), Picture("c.gif", data=gif()), Picture("d.bmp", data=bmp())]
    return report().evolve(problems=["如下。", wide, *small, Picture("again.png", data=wide.data), Picture("e.png")])


def report(edition: int = 2021, *, figure: int = 12, characters: int = 600, organ: str = ORGAN) -> Report:
    """Make a report with run-in headings, a foreign table, a picture, a mark, and figures about `figure`."""
    overview: list[Item] = [sentences(characters // 4), f"（一）主动公开情况。{sentences(characters // 4)}"]
    overview += ["（二）监督保障情况", sentences(characters // 4), "各股室办件情况如下：", _TABLE, _TABLE]
    overview += ["以上数据截至当年12月31日。", Picture("word/media/image1.png")]
    table = ProactiveTable.of(edition=edition, rules={"total_disclosed" if edition == 2019 else "in_force": figure})
    requests = RequestMatrix.of(
        edition=edition,
        received={"natural_person": figure, "commercial": 3},
        disclosed={"natural_person": figure},
        refused_third_party={"commercial": 3},
    )
    review = ReviewLitigationTable.of(edition=edition, reconsideration={"upheld": figure})
    return Report(
        organization=organ,
        year=2023 if edition == 2021 else 2020,
        preamble="根据《中华人民共和国政府信息公开条例》和有关要求，编制本年度报告。",
        overview=overview,
        proactive=table.with_cells({"rules.newly_produced" if edition == 2019 else "rules.issued": None}),
        requests=requests,
        review_litigation=review,
        problems=[sentences(characters // 4)],
        other_matters="本机关本年度未收取信息处理费。",
    )


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMESPACES = (
    f'{_WORD} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def office_file(
    body: str, styles: str | None = "", relationships: str = "", parts: Mapping[str, str | bytes] | None = None
) -> bytes:
    """Make a DOCX of the XML of a body, of styles and of relationships, with no part that is not needed."""
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{relationships}</Relationships>"
        ),
        **(parts or {}),
    }
    if styles is not None:
        content["word/styles.xml"] = f"<w:styles {_WORD}>{styles}</w:styles>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return stream.getvalue()


def broken(data: bytes, part: str, old: str, new: str) -> bytes:
    """Give a copy of a file with one text of one part replaced once; the text must be there."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == part:
                assert old in content.decode(), f"{part} has no {old}"
                content = content.decode().replace(old, new, 1).encode()
            target.writestr(zipfile.ZipInfo(info.filename, info.date_time), content)
    return stream.getvalue()


def blocks(body: str, styles: str = "", relationships: str = "") -> tuple[Block, ...]:
    """Read the blocks of a file with this body."""
    return docx.read(office_file(body, styles, relationships)).blocks


def paragraph(content: str, style: str = "", own: str = "") -> str:
    """Write a paragraph of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{own}</w:pPr>{content}</w:p>"


def run(text: str) -> str:
    """Write a run."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def table(*rows: str) -> str:
    """Write a table of rows."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    """Write a cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def written(*blocks: Block, **properties: str) -> bytes:
    """Write a document of some blocks."""
    return docx.write(Document(blocks, tuple(properties.items())))
