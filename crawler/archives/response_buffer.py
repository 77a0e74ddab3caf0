"""Answers kept between a look-up that showed them and their fetching, so that none is asked for twice."""

from collections import OrderedDict

from crawler.archives.interface import ArchivedResponse

# One a citation under way; more than any run has at once.
_MOST = 64


class ResponseBuffer:
    """The last few responses, by what their rows are fetched with."""

    def __init__(self) -> None:
        self._responses: OrderedDict[str, ArchivedResponse] = OrderedDict()

    def put(self, key: str, response: ArchivedResponse) -> None:
        """Keep one, and let the oldest go where there are too many."""
        self._responses[key] = response
        while len(self._responses) > _MOST:
            self._responses.popitem(last=False)

    def get(self, key: str) -> ArchivedResponse | None:
        """The one of this key, if it is still here."""
        return self._responses.get(key)
