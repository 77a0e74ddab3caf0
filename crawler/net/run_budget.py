"""How much of the network one run may use, in requests and seconds. What exceeds it is left for the next run."""

import math

import anyio


class RunBudget:
    """What is left, shared by all endpoints of a run. Make it when the run begins: its clock starts at once.

    Attributes:
        deadline: when the run's time is over, on anyio's clock.
    """

    def __init__(self, requests: int | None = None, seconds: float | None = None) -> None:
        """Make a budget; None is unlimited."""
        self._requests = math.inf if requests is None else requests
        self._left = self._requests
        self._seconds = seconds
        self.deadline = math.inf if seconds is None else anyio.current_time() + seconds

    def spend(self) -> str | None:
        """Take one request out of the budget; return why that is impossible, in words for the report, or None."""
        if anyio.current_time() >= self.deadline:
            return f"the {self._seconds:g} seconds that this run may take (--max-time) are over"
        if self._left < 1:
            return f"the {self._requests} requests that this run may send (--max-requests) are sent"
        self._left -= 1
        return None
