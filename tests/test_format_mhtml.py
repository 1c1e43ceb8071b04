"""Pages that were saved with their pictures in one file."""

import io
from email.message import EmailMessage

import pytest

import gov_disclosure as gd
from gov_disclosure.formats import mhtml
from gov_disclosure.limits import Limits
from sampled import Blanks, sampled_report

REPORT = sampled_report(3, Blanks.SCATTERED, 2021)
PICTURE = b"GIF89a"


def saved(*pages: str, charset: str = "utf-8") -> bytes:
    """Pages as browsers save them, with a picture behind the first one."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Subject"] = "政府信息公开工作年度报告"
    message.make_related()
    for number, page in enumerate(pages):
        message.add_related(page.encode(charset), "text", "html", cid=f"<{number}>", params={"charset": charset})
        message.add_related(PICTURE, "image", "gif", filename="章.gif")
    return message.as_bytes()


def page(body: str) -> str:
    """A page."""
    return f"<html><head><title>年报</title></head><body>{body}</body></html>"


@pytest.mark.parametrize("name", ["年报.mhtml", "年报.mht", "年报.doc", "年报.html", ""])
def test_a_page_that_was_saved_is_read_under_any_name(name: str) -> None:
    """What it is stands in its first lines."""
    file = io.BytesIO(saved(page(REPORT.to_html())))
    file.name = name
    assert REPORT.tables == gd.read(file).tables


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_the_encoding_of_the_page_is_found(charset: str) -> None:
    """Chinese sites have two."""
    assert REPORT.tables == gd.read(saved(page(REPORT.to_html()), charset=charset)).tables


def test_what_stands_in_frames_is_read_behind_the_page() -> None:
    """Many sites show the report in a frame; what the page says about itself counts."""
    document = mhtml.read(saved(page("<p>首页</p>"), page("<title>框</title><p>正文</p>")))
    assert ["首页", "正文"] == [getattr(block, "text", "") for block in document.blocks]
    assert "年报" == document.property("title")
    reading = gd.examine(saved(page("<p>首页</p>"), page(REPORT.to_html())))
    assert (REPORT.tables, 1.0) == (reading.report.tables, reading.coverage)


def deep(levels: int) -> bytes:
    """Parts in one another, as nobody saves them."""
    return b"MIME-Version: 1.0\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(levels)
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"MIME-Version: 1.0\nContent-Type: image/gif\n\nGIF89a", "there is no page in it"),
        (b"MIME-Version: 1.0\n\n", "there is no page in it"),
        (deep(3000), "too deep"),
    ],
    ids=["a picture", "nothing", "without end"],
)
def test_what_holds_no_page_is_refused(data: bytes, said: str) -> None:
    """With what can be done about it."""
    with pytest.raises(gd.UnreadableSource) as caught:
        gd.read(data)
    assert said in caught.value.say("en")
    assert "save it as a page" in caught.value.say("en")


def test_the_limits_of_pages_hold() -> None:
    """A page in a message is a page."""
    with pytest.raises(gd.UnreadableSource, match=r"Limits\(tags="):
        gd.read(saved(page(REPORT.to_html())), limits=Limits(tags=20))


@pytest.mark.parametrize("text", ["说明: 第一行\n第二行\n", "a\nMIME-Version: 1.0\n", "MIME-Version 1.0"])
def test_other_texts_are_no_messages(text: str) -> None:
    """A line with a colon does not make a message of a text."""
    with pytest.raises(gd.NotAReport):
        gd.read(io.StringIO(text))


def test_a_mail_is_known_behind_the_lines_of_many_servers() -> None:
    """Each server writes its own before what says that it has parts."""
    servers = b"".join(
        b"Received: from mail%d.example (relay)\n\tby mail.example; 2 Jan 2024\n" % n for n in range(200)
    )
    file = io.BytesIO(servers + saved(page(REPORT.to_html())))
    file.name = "年报.eml"
    assert REPORT.tables == gd.read(file).tables
