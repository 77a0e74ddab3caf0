"""Buffers the responses that a look-up already showed, so that fetching them sends no second request."""

from collections import OrderedDict

from crawler.archives.interface import ArchivedResponse

# One for each citation under way, and more than any run has at once.
_MAX_RESPONSES = 64


class ResponseBuffer:
    """The last few responses, by the keys of their rows."""

    def __init__(self) -> None:
        self._responses: OrderedDict[str, ArchivedResponse] = OrderedDict()

    def put(self, key: str, response: ArchivedResponse) -> None:
        """Keep a response, and drop the oldest if there are too many."""
        self._responses[key] = response
        while len(self._responses) > _MAX_RESPONSES:
            self._responses.popitem(last=False)

    def get(self, key: str) -> ArchivedResponse | None:
        """Return the response of a key, if it is still there."""
        return self._responses.get(key)
