"""crawler.net.decoding: content codings undone, within limits."""

import gzip
import random
import time
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


def test_a_body_of_many_empty_members_costs_no_more_than_its_length() -> None:
    empty = gzip.compress(b"")
    started = time.process_time()
    assert decode(empty * 100_000 + gzip.compress(PLAIN), "gzip", LIMIT) == PLAIN
    assert time.process_time() - started < 1.5
