"""Content codings undone: gzip, deflate, brotli and zstd, also applied twice or undeclared.

Of a body that is cut short or corrupt, what can be decoded is kept; one that grows past the limit is refused. httpx
has decoders too, but none with a limit, and archives deliver bodies that never passed through httpx.
"""

import sys
import zlib
from collections.abc import Iterable, Iterator

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# How coded bodies begin; deflate and brotli have no signature.
_GZIP = b"\x1f\x8b\x08"
_ZSTD = b"\x28\xb5\x2f\xfd"
# Content codings are applied in order; doubled ones occur (edgi-govdata-archiving/web-monitoring-processing#309).
_MAX_CODINGS = 4
_FIRST_STEP, _STEP = 512, 65_536


class TooLarge(Exception):  # noqa: N818 - named for what happened, as the report says it
    """The body, as sent or decoded, exceeds the limit."""


def decode(body: bytes, codings: str, limit: int) -> bytes:
    """Return `body` with the codings of a `Content-Encoding` header (empty if absent) undone.

    A coding that is declared but was not applied is skipped; gzip and zstd are recognised undeclared.

    Raises:
        TooLarge: more than `limit` bytes, before or after decoding.
    """
    declared = [c.strip().lower() for c in codings.split(",") if c.strip()]
    for coding in list(reversed(declared))[:_MAX_CODINGS]:
        body = _undo(coding, body, limit)
    for _ in range(_MAX_CODINGS):
        if body.startswith(_GZIP):
            plain = _undo("gzip", body, limit)
        elif body.startswith(_ZSTD):
            plain = _undo("zstd", body, limit)
        else:
            break
        if plain == body:
            break
        body = plain
    if len(body) > limit:
        raise TooLarge
    return body


def _undo(coding: str, body: bytes, limit: int) -> bytes:
    if coding in ("gzip", "x-gzip"):
        return _collect(_gunzip(body), limit) if body.startswith(_GZIP) else body
    if coding == "zstd":
        return _collect(_unzstd(body), limit) if body.startswith(_ZSTD) else body
    if coding == "deflate":  # the standard means zlib's format, many send bare deflate (RFC 9110, 8.4.1.2)
        return _collect(_inflate(body, zlib.MAX_WBITS), limit) or _collect(_inflate(body, -15), limit) or body
    if coding == "br":
        return _collect(_unbrotli(body), limit) or body
    return body


def _collect(pieces: Iterable[bytes], limit: int) -> bytes:
    plain = bytearray()
    try:
        for piece in pieces:
            plain += piece
            if len(plain) > limit:
                raise TooLarge
    except (zlib.error, brotli.error, zstd.ZstdError):
        pass  # cut short or corrupt: keep what could be decoded
    return bytes(plain)


def _gunzip(body: bytes) -> Iterator[bytes]:
    at = 0
    while body.startswith(_GZIP, at):  # members in sequence make one body (RFC 1952, 2.2)
        member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        for piece, unused in _drain(member, memoryview(body)[at:]):
            yield piece
            at = len(body) - unused


def _inflate(body: bytes, window: int) -> Iterator[bytes]:
    for piece, _ in _drain(zlib.decompressobj(window), memoryview(body)):
        yield piece


def _drain(stream: "zlib._Decompress", body: memoryview) -> Iterator[tuple[bytes, int]]:
    """Yield what a stream decompresses to, and how many bytes of the body are left each time.

    The body is fed in growing pieces: zlib copies what it leaves of each, which a thousand empty members would square.
    """
    step = _FIRST_STEP
    while len(body) and not stream.eof:
        pending, body = bytes(body[:step]), body[step:]
        step = min(2 * step, _STEP)
        while pending and not stream.eof:
            piece = stream.decompress(pending, _STEP)
            pending = stream.unconsumed_tail
            yield piece, len(body) + len(stream.unused_data)
    yield stream.flush(_STEP), len(body) + len(stream.unused_data)


def _unbrotli(body: bytes) -> Iterator[bytes]:
    stream = brotli.Decompressor()
    piece = stream.process(body, output_buffer_limit=_STEP)
    while piece:
        yield piece
        piece = b"" if stream.is_finished() else stream.process(b"", output_buffer_limit=_STEP)


def _unzstd(body: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(body):  # frames in sequence make one body (RFC 8878, 3)
        frame, step = zstd.ZstdDecompressor(), _FIRST_STEP
        while at < len(body) and not frame.eof:
            pending = body[at : at + step]
            at += len(pending)
            step = min(2 * step, _STEP)
            while piece := frame.decompress(pending, _STEP):
                yield piece
                if frame.eof:
                    break
                pending = b""
        at -= len(frame.unused_data)
