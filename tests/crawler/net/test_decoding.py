"""crawler.net.decoding: content codings undone, within limits."""

import gzip
import random
import zlib
from collections.abc import Callable

import brotli
import pytest

from crawler.net.decoding import TooLarge, decode, zstd

PLAIN = b"The valley paid for the bridge over eleven years. " * 5_000
NOISE = random.Random(0).randbytes(200_000)
LIMIT = 1_000_000
PACKERS = [("gzip", gzip.compress), ("br", brotli.compress), ("zstd", zstd.compress)]


@pytest.mark.parametrize(
    ("codings", "sent"),
    [
        ("", PLAIN),
        ("gzip", gzip.compress(PLAIN)),
        ("GZIP", gzip.compress(PLAIN[:600]) + gzip.compress(PLAIN[600:])),
        ("deflate", zlib.compress(PLAIN)),
        ("deflate", zlib.compress(PLAIN)[2:-4]),
        ("br", brotli.compress(PLAIN)),
        ("zstd", zstd.compress(PLAIN)),
        ("zstd", zstd.compress(PLAIN[:600]) + zstd.compress(PLAIN[600:])),
        ("gzip, br", brotli.compress(gzip.compress(PLAIN))),
        ("gzip", gzip.compress(gzip.compress(PLAIN))),
        ("", gzip.compress(PLAIN)),
        ("gzip", PLAIN),
        ("br", PLAIN),
        ("made-up", PLAIN),
    ],
    ids=[
        "none", "gzip", "gzip, two members", "zlib", "deflate", "brotli", "zstd", "zstd, two frames", "gzip in brotli",
        "gzip twice", "gzip undeclared", "gzip undone", "brotli undone", "unknown",
    ],
)  # fmt: skip
def test_a_body_is_read_as_it_was_meant_whatever_is_declared(codings: str, sent: bytes) -> None:
    assert decode(sent, codings, LIMIT) == PLAIN


@pytest.mark.parametrize(("codings", "pack"), PACKERS)
def test_a_body_that_is_cut_off_gives_what_there_was(codings: str, pack: Callable[[bytes], bytes]) -> None:
    got = decode(pack(NOISE)[:-60_000], codings, LIMIT)
    assert len(got) > 100_000
    assert NOISE.startswith(got)


@pytest.mark.parametrize(("codings", "pack"), PACKERS)
def test_a_body_that_swells_past_the_limit_is_refused(codings: str, pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(TooLarge):
        decode(pack(bytes(50 * LIMIT)), codings, LIMIT)


def test_a_body_of_many_empty_members_is_fed_in_proportion_to_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    body, fed = gzip.compress(b"") * 20_000 + gzip.compress(PLAIN), 0
    make = zlib.decompressobj

    class Counting:
        """A stream of zlib that counts the bytes it is fed: it copies what it leaves of each piece."""

        def __init__(self, window: int) -> None:
            self._stream = make(window)

        def decompress(self, piece: bytes, most: int) -> bytes:
            nonlocal fed
            fed += len(piece)
            return self._stream.decompress(piece, most)

        def __getattr__(self, name: str) -> object:
            return getattr(self._stream, name)

    monkeypatch.setattr("crawler.net.decoding.zlib.decompressobj", Counting)
    assert decode(body, "gzip", LIMIT) == PLAIN
    assert fed < 40 * len(body)  # if each member were fed the rest of the body, 10,000 times its length
