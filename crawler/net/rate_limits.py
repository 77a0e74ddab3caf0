"""How often each service may be asked, and the limiter that enforces it.

Rates are those that the services state, less a reserve; each has its source.
"""

import anyio

# edgi-govdata-archiving/wayback `_client.py`, issues #206 and #208: CDX and TimeMap share a pool of about 30 requests
# a minute, playback has 600; the Internet Archive asks clients to stay at 80 % of that.
WAYBACK_INDEX_PER_MINUTE = 24
WAYBACK_PLAYBACK_PER_MINUTE = 480
# Save Page Now 2: 7 a minute with an account, 3 without.
WAYBACK_SAVE_PER_MINUTE = 3
# arquivo.pt's API documentation (January 2025): 250 CDX and 400 Memento requests a minute, a lasting ban above; 80 %.
ARQUIVO_INDEX_PER_MINUTE = 200
ARQUIVO_PLAYBACK_PER_MINUTE = 320
# Wikimedia since March 2026: hundreds of requests an hour for clients that do not sign in; a page takes two or three.
WIKI_PER_MINUTE = 60
# cdx_toolkit, which Common Crawl's maintainers write, waits 0.55 seconds between requests to data.commoncrawl.org and
# 1 second between those to index.commoncrawl.org (`myrequests.py`, `retry_info`).
COMMON_CRAWL_DATA_PER_MINUTE = 109
COMMON_CRAWL_INDEX_PER_MINUTE = 60
# Services that state no rate.
UNSTATED_PER_MINUTE = 60
# A service on this machine, or one that the user permits to be asked at any rate.
UNLIMITED = 0


class RateLimiter:
    """Lets requests through one at a time, evenly spaced, and none during a pause."""

    def __init__(self, per_minute: float) -> None:
        """Make a limiter of `per_minute` requests a minute; 0 is unlimited."""
        self.per_minute = per_minute
        self._spacing = 60 / per_minute if per_minute else 0.0
        self._next = 0.0
        self._paused_until = 0.0

    async def wait(self) -> None:
        """Wait until the next request may be sent."""
        while True:
            at = max(anyio.current_time(), self._next, self._paused_until)
            self._next = at + self._spacing
            await anyio.sleep_until(at)
            if anyio.current_time() >= self._paused_until:
                return

    @property
    def paused(self) -> bool:
        """Whether no request may be sent now because the service asked for a pause."""
        return anyio.current_time() < self._paused_until

    def pause(self, seconds: float) -> None:
        """Hold back all requests for so many seconds, since the service asked for it."""
        self._paused_until = max(self._paused_until, anyio.current_time() + seconds)

    def close(self, reason: str) -> None:
        """Do nothing: for limiters that processes share, which have to hear that the service is asked no more."""
