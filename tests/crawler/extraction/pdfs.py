"""PDF files for tests, written by hand: pages of lines in Helvetica, and what takes a reader too long."""

import zlib
from collections.abc import Sequence

_PAGE = b"/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800]"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


def pdf(pages: Sequence[Sequence[str]], title: str = "", created: str = "") -> bytes:
    """A PDF of these lines, page by page."""
    shown = ("".join(f"({line}) Tj T* " for line in lines) for lines in pages)
    return _of_pages([f"BT /F1 12 Tf 14 TL 50 750 Td {lines}ET" for lines in shown], title, created)


def placed(pages: Sequence[Sequence[tuple[int, int, str]]]) -> bytes:
    """A PDF of these texts, each with the place in points at which its page has it, written in this order."""
    shown = ("".join(f"1 0 0 1 {left} {up} Tm ({text}) Tj " for left, up, text in page) for page in pages)
    return _of_pages([f"BT /F1 10 Tf {texts}ET" for texts in shown])


def _of_pages(contents: Sequence[str], title: str = "", created: str = "") -> bytes:
    objects = [CATALOG, b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for content in contents:
        stream = content.encode("latin-1")
        kids.append(len(objects) + 1)
        objects.append(b"<< %s /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (_PAGE, len(objects) + 2))
        objects.append(_stream(b"", stream))
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    objects.append(f"<< /Title ({title}) /CreationDate ({created}) >>".encode("latin-1"))
    return file(objects, b"/Info %d 0 R" % len(objects))


def protected() -> bytes:
    """A PDF that asks for a password: no password fits what it says of itself."""
    key = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32)
    return file([CATALOG, b"<< /Type /Pages /Count 0 /Kids [] >>", key], b"/Encrypt 3 0 R /ID [<00> <00>]")


def bomb(lines: int) -> bytes:
    """A PDF of one page that says one line very often, in few octets."""
    content = zlib.compress(b"BT /F1 12 Tf 14 TL 50 750 Td %s ET" % (b"(A line of words.) Tj T* " * lines), 9)
    return file([
        CATALOG, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< %s /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>" % _PAGE,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        _stream(b"/Filter /FlateDecode", content),
    ])  # fmt: skip


def laughs(levels: int, times: int) -> bytes:
    """A PDF of one page whose drawing calls another so often, which calls another …: `times ** levels` drawings."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800]"
    drawings = [
        _stream(b"%s /Resources << /XObject << /X %d 0 R >> >>" % (form, 6 + level), b"/X Do " * times)
        for level in range(levels)
    ]
    return file([
        CATALOG, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< %s /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>" % _PAGE,
        _stream(b"", b"/X Do"), *drawings, _stream(form, b"0 0 1 1 re f"),
    ])  # fmt: skip


def endless() -> bytes:
    """A PDF that claims two thousand million pages, and whose tree of pages holds itself."""
    return file([CATALOG, b"<< /Type /Pages /Count 2000000000 /Kids [2 0 R 2 0 R] >>"])


def _stream(about: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (about, len(content), content)


def file(objects: Sequence[bytes], about: bytes = b"") -> bytes:
    """The octets of a PDF that holds these objects; `about` is added to its trailer."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, about)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
